import type { Boundary } from "../ipc/boundary";
import { Refusal } from "../ipc/boundary";
import type { Failure, ListItem, Overview, Progress, Recent, Stage } from "../ipc/bindings";
import { timeLeft } from "./timeLeft";

export const STAGES: readonly Stage[] = [
  "looking",
  "reading",
  "quotations",
  "speakers",
  "grouping",
  "comparing",
  "passages",
];

/** Lines enough to fill the window while a folder opens; the whole list follows. */
const SHOWN_WHILE_OPENING = 60;

export type Phase = "start" | "opening" | "open";

export interface Failed extends Failure {
  name: string;
  recent: string | null;
}

/** Which folder is open, or being opened, and what is known of it as a whole. */
export class Session {
  phase = $state<Phase>("start");
  name = $state("");
  overview = $state.raw<Overview | null>(null);
  recents = $state.raw<Recent[]>([]);
  progress = $state.raw<Progress | null>(null);
  /** How far each stage came, by stage. */
  reached = $state<Partial<Record<Stage, Progress>>>({});
  /** Quotations that are not compared yet: the first of them, and how many there are. */
  heard = $state.raw<ListItem[]>([]);
  heardCount = $state(0);
  found = $state.raw<ListItem[]>([]);
  foundCount = $state(0);
  secondsLeft = $state<number | null>(null);
  /** The folder is being read. */
  underway = $state(false);
  /** What there is of it can be looked at, and how many of `found` with it. */
  shown = $state(false);
  shownCount = $state(0);
  failed = $state.raw<Failed | null>(null);
  /** What is held over the window. */
  held = $state<string | null>(null);
  /** Counts the folders opened, so that what belongs to one can be told from the next. */
  opening = $state(0);

  readonly #boundary: Boundary;
  readonly #onopened: () => void;
  readonly #onmore: (overview: Overview) => void;
  #asked: { name: string; recent: string | null } | null = null;
  #stageBegan = 0;

  /** `onopened` is called whenever another folder is looked at, `onmore` when there is more of it. */
  constructor(
    boundary: Boundary,
    onopened: () => void = () => {},
    onmore: (overview: Overview) => void = () => {},
  ) {
    this.#boundary = boundary;
    this.#onopened = onopened;
    this.#onmore = onmore;
    boundary.on("openingStarted", ({ name }) => this.#started(name));
    boundary.on("opening", (progress) => this.#went(progress));
    boundary.on("heard", ({ items, count }) => {
      this.heard = [...this.heard, ...items];
      this.heardCount = count;
    });
    boundary.on("found", (items) => this.#foundMore(items));
    boundary.on("soFar", (overview) => this.#soFar(overview));
    boundary.on("opened", (overview) => this.#opened(overview));
    boundary.on("openingFailed", (failure) => this.#failedWith(failure));
    boundary.on("dropHover", ({ name }) => (this.held = name));
  }

  /** Takes up what the program already holds; a page may be loaded at any time. */
  async load() {
    await this.#boundary.listening();
    // In this order: a folder that is done in between is told by its event, or by the overview.
    const underway = await this.#boundary.underway();
    const [overview, failure, recents] = await Promise.all([
      this.#boundary.overview(),
      this.#boundary.failure(),
      this.#boundary.recents(),
    ]);
    this.recents = recents;
    if (failure && !this.failed) this.#failedWith(failure);
    // What an event has told since is newer than what was asked before it.
    if (this.phase !== "start") return;
    if (underway) {
      this.overview = overview;
      this.#started(underway.name);
      if (underway.progress) this.#went(underway.progress);
      this.#foundMore(underway.found);
      if (underway.shown && overview) this.#soFar(overview);
    } else if (overview) {
      this.#opened(overview);
    }
  }

  openFolder = () => this.#ask(this.name, null, () => this.#boundary.chooseFolder());
  openFiles = () => this.#ask(this.name, null, () => this.#boundary.chooseFiles());
  openSample = () => this.#ask(this.name, null, () => this.#boundary.openSample());
  goOn = () => this.#ask(this.name, null, () => this.#boundary.goOnReading());
  openRecent = (recent: Recent) =>
    this.#ask(recent.name, recent.id, () => this.#boundary.openRecent(recent.id));

  stop = () => this.#ask(this.name, null, () => this.#boundary.stopOpening());

  /** The reader has seen that it failed. */
  dismiss() {
    this.failed = null;
  }

  async forget(id: string) {
    this.recents = await this.#boundary.forgetRecent(id);
    if (this.failed?.recent === id) this.failed = null;
  }

  async toStart() {
    this.phase = "start";
    this.failed = null;
    this.recents = await this.#boundary.recents();
  }

  /** Back from the start page to what is open. */
  back() {
    if (this.overview) this.phase = "open";
  }

  /** Looks at what there is of the folder while the work goes on. */
  enter() {
    if (this.phase !== "opening" || !this.shown) return;
    this.phase = "open";
    this.#onopened();
  }

  /** The open folder has other figures now. */
  renewed(overview: Overview) {
    this.overview = overview;
  }

  async #ask(name: string, recent: string | null, act: () => Promise<unknown>) {
    this.#asked = { name, recent };
    this.failed = null;
    try {
      await act();
    } catch (e) {
      if (e instanceof Refusal) this.#failedWith({ code: e.code, message: e.message });
      else throw e;
    }
  }

  #started(name: string) {
    this.opening += 1;
    this.phase = "opening";
    this.name = name;
    this.failed = null;
    this.held = null;
    this.progress = null;
    this.reached = {};
    this.heard = [];
    this.heardCount = 0;
    this.found = [];
    this.foundCount = 0;
    this.secondsLeft = null;
    this.underway = true;
    this.shown = false;
    this.shownCount = 0;
  }

  #went(progress: Progress) {
    const now = performance.now();
    if (this.progress?.stage !== progress.stage) this.#stageBegan = now;
    this.progress = progress;
    this.reached[progress.stage] = progress;
    this.secondsLeft = timeLeft(progress, now - this.#stageBegan);
  }

  #foundMore(items: ListItem[]) {
    this.foundCount += items.length;
    if (this.found.length < SHOWN_WHILE_OPENING) {
      this.found = [...this.found, ...items].slice(0, SHOWN_WHILE_OPENING);
    }
  }

  #soFar(overview: Overview) {
    this.overview = overview;
    this.shown = true;
    this.shownCount = this.found.length;
    if (this.phase === "open") this.#onmore(overview);
  }

  #opened(overview: Overview) {
    const entered = this.underway && this.phase === "open";
    this.underway = false;
    this.name = overview.name;
    this.overview = overview;
    if (entered) this.#onmore(overview);
    // Told twice, by the event and by what was asked: the reader may be elsewhere by now.
    if (this.phase === "open") return;
    this.phase = "open";
    this.#asked = null;
    this.#onopened();
  }

  #failedWith(failure: Failure) {
    const asked = this.#asked;
    this.failed = {
      ...failure,
      name: asked?.name ?? this.name,
      recent: asked?.recent ?? null,
    };
    this.underway = false;
    if (this.phase !== "opening") return;
    this.name = this.overview?.name ?? this.name;
    this.phase = this.overview ? "open" : "start";
  }
}
