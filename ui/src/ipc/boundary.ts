// What the page may ask of the program, and what it is told. `client.ts` is the real one,
// `fake.ts` one of invented data; nothing else in the page knows which it has.

import type {
  ArticleList,
  ArticlePage,
  ArticlePair,
  ArticleQuery,
  Attached,
  Asked,
  Choices,
  Comparison,
  Correctable,
  CorrectionLine,
  DropHover,
  Failure,
  FailureCode,
  Heard,
  Imported,
  Judged,
  KeptKind,
  ListItem,
  ListPage,
  ListQuery,
  NotRenewed,
  OutletsPage,
  Overview,
  Progress,
  Recent,
  ReferencePage,
  SaidChoice,
  RememberedHit,
  Renewed,
  Settings,
  StoreTrouble,
  TablePage,
  Underway,
} from "./bindings";

/** A refusal: `code` from a closed list, `message` one English sentence for the log. */
export class Refusal extends Error {
  override name = "Refusal";
  constructor(
    readonly code: FailureCode,
    message: string,
  ) {
    super(message);
  }
}

export interface Told {
  openingStarted: { name: string };
  opening: Progress;
  /** Quotations found, before any is compared. */
  heard: Heard;
  found: ListItem[];
  /** What there is of the folder that is being read can be looked at. */
  soFar: Overview;
  opened: Overview;
  openingFailed: Failure;
  /** Changes in the open folder are being taken in; told where it takes time. */
  renewing: Progress;
  renewed: Renewed;
  notRenewed: NotRenewed;
  /** A folder or file is held over the window; `null` when it has left. */
  dropHover: DropHover;
}

/** All reject with a `Refusal`. */
export interface Boundary {
  overview(): Promise<Overview | null>;
  /** The folder that is being read, for a page that is loaded in the middle of it. */
  underway(): Promise<Underway | null>;
  /** Why the last opening came to nothing, for the same case. */
  failure(): Promise<Failure | null>;
  /** Opens the system's own dialogue; `false` when nothing was chosen. */
  chooseFolder(): Promise<boolean>;
  chooseFiles(): Promise<boolean>;
  openSample(): Promise<void>;
  recents(): Promise<Recent[]>;
  openRecent(id: string): Promise<void>;
  /** The list without it. */
  forgetRecent(id: string): Promise<Recent[]>;
  stopOpening(): Promise<void>;
  goOnReading(): Promise<void>;
  /** Looks for changes in the open folder. They come by themselves where the disk tells of them. */
  renew(): Promise<void>;
  stopRenewal(): Promise<void>;
  list(query: ListQuery): Promise<ListPage>;
  /** The beginning of the list, narrowed or ordered anew; gives up the one before. */
  listAnew(query: ListQuery): Promise<ListPage>;
  /** What the menus above the list offer beside what is chosen in them. */
  choices(query: ListQuery): Promise<Choices>;
  /** Where something like the words stands, best first; gives up the search before. */
  remembered(words: string): Promise<RememberedHit[]>;
  /** `left` and `right` are quotations; `null` leaves the choice to the program. */
  comparison(utterance: string, left: string | null, right: string | null): Promise<Comparison>;
  /** `base` is a quotation; `null` leaves the choice to the program. */
  table(utterance: string, base: string | null): Promise<TablePage>;
  /** Gives up the table that is being made. */
  stopTable(): Promise<void>;
  /** The transcripts attached to the open folder, last attached first. */
  references(): Promise<Attached[]>;
  /** Opens the system's own dialogue; `null` when nothing was chosen. */
  attachFile(): Promise<Attached | null>;
  attachText(name: string, text: string): Promise<Attached>;
  /** Those that are left. */
  removeReference(id: string): Promise<Attached[]>;
  chooseReference(utterance: string, choice: SaidChoice | null): Promise<void>;
  /** `null` where nobody has told what was really said. */
  reference(utterance: string): Promise<ReferencePage | null>;
  /** The same by what the words mean; `null` where the program has no model. Takes longer. */
  comparisonByMeaning(utterance: string, left: string, right: string): Promise<Comparison | null>;
  article(id: string): Promise<ArticlePage>;
  articles(query: ArticleQuery): Promise<ArticleList>;
  articlePair(left: string, right: string): Promise<ArticlePair>;
  outlets(): Promise<OutletsPage>;
  /** As one step. */
  correct(asked: Asked): Promise<Judged>;
  undo(): Promise<Judged>;
  redo(): Promise<Judged>;
  /** Takes single corrections back, by their numbers. */
  withdraw(numbers: number[]): Promise<Judged>;
  /** Opens the system's own dialogue; `null` when nothing was chosen. */
  importCorrections(): Promise<Imported | null>;
  /** The same; `false` when nothing was chosen. */
  exportCorrections(): Promise<boolean>;
  correctable(): Promise<Correctable>;
  /** Those in force, the latest first. */
  corrections(): Promise<CorrectionLine[]>;
  /** What there is to tell of the files in which corrections and transcripts are kept. */
  storeTroubles(): Promise<StoreTrouble[]>;
  /** Brings back the last state that was good. */
  restoreKept(of: KeptKind): Promise<Judged>;
  /** The reader knows, and leaves what was put aside where it is. */
  acknowledgeTrouble(of: KeptKind): Promise<void>;
  showTroubledFile(of: KeptKind): Promise<void>;
  showInFolder(path: string): Promise<void>;
  /** Opens an article's file in the system's own viewer. */
  openOriginal(article: string): Promise<void>;
  settings(): Promise<Settings>;
  saveSettings(settings: Settings): Promise<void>;
  /** Calls back on every such event, once `listening` has come true. */
  on<K extends keyof Told>(event: K, callback: (payload: Told[K]) => void): void;
  /** Resolves when everything that was asked with `on` is in force: what is asked of the program
   * after that cannot miss an event. */
  listening(): Promise<void>;
}
