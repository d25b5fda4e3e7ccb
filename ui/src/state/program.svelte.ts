import type { Boundary } from "../ipc/boundary";
import type {
  ArticlePage,
  ArticlePair,
  Effect,
  Judged,
  ListItem,
  RememberedHit,
  Renewed,
  SaidChoice,
} from "../ipc/bindings";
import { Articles, type TextPlace } from "./articles.svelte";
import { NO_FILTERS, type Filters } from "./filters";
import { Judgement } from "./judgement.svelte";
import { Keeping } from "./keeping.svelte";
import { Layout } from "./layout.svelte";
import { Living } from "./living.svelte";
import { OutletsState } from "./outlets.svelte";
import { Palette } from "./palette.svelte";
import { Reading, type SideName } from "./reading.svelte";
import { ReferenceState } from "./reference.svelte";
import { Remembered } from "./remembered.svelte";
import { Session } from "./session.svelte";
import { SettingsState } from "./settings.svelte";
import type { Stage } from "./stage";
import { Table, type Way } from "./table.svelte";
import { Utterances } from "./utterances.svelte";

export type View = "quotations" | "articles" | "outlets" | "problems";

/** What lies over the window. */
export type Over = "palette" | "keys" | "corrections" | Correcting;

/** The sheets in which something is corrected. */
export type Correcting = "notTheSame" | "sameAs" | "speaker" | "outlet" | "note";

/** Of whom or what a name is. */
export type NamingScope = "utterance" | "left" | "right" | "everywhere" | "leftAll" | "rightAll";

/** Utterances that a search offers to be joined with. */
const OFFERED = 20;

/** All that the window knows, put together. */
export class Program {
  readonly session: Session;
  readonly settings: SettingsState;
  readonly utterances: Utterances;
  readonly reading: Reading;
  readonly table: Table;
  readonly reference: ReferenceState;
  readonly articles: Articles;
  readonly outlets: OutletsState;
  readonly palette: Palette;
  readonly judgement: Judgement;
  readonly keeping: Keeping;
  readonly living: Living;
  readonly remembered: Remembered;
  readonly layout = new Layout();
  view = $state<View>("quotations");
  over = $state<Over | null>(null);
  stage: Stage = {};
  /** The reader wants no more to be told that the reading was stopped. */
  keptStopped = $state(false);
  showFailed = $state(false);
  openFailed = $state(false);

  readonly #boundary: Boundary;
  #begun: Promise<void> = Promise.resolve();

  constructor(boundary: Boundary) {
    this.#boundary = boundary;
    this.settings = new SettingsState(boundary);
    this.utterances = new Utterances(boundary);
    this.reading = new Reading(boundary, this.settings);
    this.table = new Table(boundary, this.settings);
    this.reference = new ReferenceState(boundary);
    this.articles = new Articles(boundary);
    this.outlets = new OutletsState(boundary);
    this.palette = new Palette(boundary);
    this.judgement = new Judgement(
      boundary,
      (judged) => this.#judged(judged),
      () => this.keeping.look(),
    );
    this.keeping = new Keeping(boundary, (judged) => this.judgement.took(judged));
    this.living = new Living(boundary, (renewed) => void this.#renew(renewed));
    this.remembered = new Remembered(boundary);
    this.session = new Session(
      boundary,
      () => void this.#begin(),
      (overview) => void this.#renew({ overview, followed: {} }),
    );
  }

  async load() {
    await Promise.all([this.settings.load(), this.session.load(), this.keeping.look()]);
  }

  /** A view comes onto the screen; what it gives back is called when it goes. */
  enter(stage: Stage): () => void {
    this.stage = stage;
    return () => {
      if (this.stage === stage) this.stage = {};
    };
  }

  async stepUtterance(by: 1 | -1) {
    await this.utterances.choose(this.utterances.at + by);
    this.stage.revealUtterance?.();
  }

  stepChange(by: 1 | -1, strong = false) {
    const { way } = this.table;
    const stepped =
      way === "two"
        ? this.reading.step(by, strong)
        : way === "said"
          ? this.reference.step(by)
          : this.table.step(by, strong);
    if (stepped !== null) this.stage.revealChange?.();
  }

  /** Reads the chosen utterance in another way. */
  read(way: Way) {
    this.table.way = way;
    this.look(this.utterances.chosen);
  }

  /** Brings what the way of reading needs of an utterance; two versions come by themselves. */
  look(utterance: string | null) {
    const { way } = this.table;
    if (way === "said") void this.reference.show(utterance);
    else if (way !== "two") void this.table.show(utterance);
  }

  /** Asks what was really said; the version that the reader looks at is the first guess. */
  askReference() {
    const { way, page, row } = this.table;
    const shown = this.reading.comparison?.left.quotation ?? null;
    const measured = this.reference.page?.source;
    if (way === "said") void this.reference.ask(measured ? measured.quotation : shown);
    else void this.reference.ask(way === "all" ? (page?.rows[row]?.quotation ?? shown) : shown);
  }

  /** Measures the outlets against what the reader says was said. */
  async measure(choice: SaidChoice) {
    const { chosen } = this.utterances;
    if (chosen && (await this.reference.choose(chosen, choice))) this.table.way = "said";
  }

  /** The utterances that a correction is about: those selected, or the one chosen. */
  get picked(): readonly string[] {
    const { several, chosen } = this.utterances;
    if (several.length > 1) return several;
    return chosen === null ? [] : [chosen];
  }

  /** Marks what is picked as reviewed, or not; from a single one it goes on to the next. */
  async review(reviewed: boolean) {
    const { picked, utterances } = this;
    const { chosen, at } = utterances;
    const known = picked.length === 1 && utterances.item(at)?.reviewed === reviewed;
    if (!known) await this.judgement.correct({ what: "reviewed", these: [...picked], reviewed });
    // Where only the others are listed, the next one has taken its place.
    if (reviewed && picked.length === 1 && utterances.chosen === chosen)
      await this.stepUtterance(1);
  }

  /** The version at the right is none of this utterance. */
  async takeOutRight() {
    const right = this.reading.comparison?.right;
    if (right) await this.takeOut([right.quotation]);
  }

  async takeOut(these: string[]) {
    const c = this.reading.comparison;
    if (c) await this.judgement.correct({ what: "not_the_same", utterance: c.utterance, these });
  }

  /** What could be the same, by words; without any, what the same speaker said. */
  async alike(words: string): Promise<ListItem[]> {
    const speaker = words.trim() === "" ? (this.reading.comparison?.speaker ?? null) : null;
    const query = { ...NO_FILTERS, search: words, speaker, alone: true };
    return (await this.#boundary.list({ ...query, offset: 0, limit: OFFERED })).items;
  }

  async nameSpeaker(name: string, scope: NamingScope) {
    const c = this.reading.comparison;
    if (scope === "everywhere" && c?.speaker) {
      await this.judgement.correct({ what: "person", from: c.speaker, name });
      return;
    }
    const side = scope === "left" ? c?.left : scope === "right" ? c?.right : null;
    const these = side ? [side.quotation] : [...this.picked];
    await this.judgement.correct({ what: "speaker", these, name });
  }

  async nameOutlet(name: string, scope: NamingScope) {
    const c = this.reading.comparison;
    const side = scope.startsWith("left") ? c?.left : c?.right;
    if (!side) return;
    let articles = [side.article];
    if (scope.endsWith("All")) {
      const query = { search: "", outlet: side.outlet, newest_first: false, offset: 0 };
      const { items } = await this.#boundary.articles({ ...query, limit: 4_294_967_295 });
      articles = items.map((item) => item.article);
    }
    await this.judgement.correct({ what: "outlet", articles, name });
  }

  async openCorrections() {
    await this.judgement.list();
    this.over = "corrections";
  }

  /** Goes to a view; while a folder is read, to what there is of it. */
  goTo(view: View) {
    this.session.enter();
    this.view = view;
  }

  /** Opens an utterance while the folder is read. */
  async openSoFar(utterance: string) {
    this.session.enter();
    await this.#begun;
    await this.utterances.open(utterance, { left: null, right: null });
    this.stage.revealUtterance?.();
  }

  /** The palette, with nothing looked for yet. */
  openPalette() {
    this.over = "palette";
    void this.palette.look("", false);
  }

  /** Esc: leaves what is nearest to the reader. */
  stepOut() {
    const { session, layout, utterances } = this;
    if (session.held) session.held = null;
    else if (session.phase === "opening") void session.stop();
    else if (session.phase === "start") session.back();
    else if (layout.drawerOpen) layout.drawerOpen = false;
    else if (utterances.several.length > 1) utterances.leaveSelection();
    else if (this.judgement.told) this.judgement.dismiss();
    else if (this.view === "quotations" && utterances.filtered) void utterances.clear();
  }

  mute(effect: Effect) {
    this.settings.toggleMuted(effect);
    this.reading.settle();
  }

  onlyStrong() {
    this.settings.toggleOnlyStrong();
    this.reading.settle();
  }

  /** Opens a hit: what was said in the comparison, what was written in its article. */
  async openHit(hit: RememberedHit) {
    if (hit.quotation !== null) {
      this.read("two");
      this.utterances.show(hit.utterance ?? hit.quotation, { left: null, right: hit.quotation });
      return;
    }
    await this.openArticle(hit.article, { paragraph: hit.paragraph, stretch: hit.stretch });
  }

  /** The list of utterances, narrowed to these alone. */
  async onlyWhere(filters: Partial<Filters>) {
    this.view = "quotations";
    await this.utterances.clear(filters);
  }

  /** An article at the left, beside the one that stands there at the right; at a place in it
   * where one is given. */
  async openArticle(article: string, place: TextPlace | null = null) {
    await this.articles.open(article, this.reading.comparison, place);
    this.view = "articles";
  }

  /** The outlet's column and profile; where the matrix has no room for it, its articles. */
  async openOutlet(name: string) {
    if (await this.outlets.open(name)) {
      this.view = "outlets";
    } else {
      this.view = "articles";
      await this.articles.filter({ outlet: name });
    }
  }

  /** From the table to two versions of the same utterance. */
  async openVersions(left: string, right: string) {
    this.read("two");
    const { chosen } = this.utterances;
    // The base beside itself says nothing: the program chooses what stands beside it.
    if (chosen) await this.utterances.open(chosen, { left, right: left === right ? null : right });
  }

  /** From another view to an utterance, with these quotations at its sides where they are given. */
  async openUtterance(utterance: string, right: string | null, left: string | null = null) {
    this.view = "quotations";
    this.read("two");
    await this.utterances.open(utterance, { left, right });
  }

  /** From a passage of two articles to the utterance in it, as these two have it. */
  async openPassage(pair: ArticlePair, passage: number) {
    const utterance = pair.passages[passage]?.utterance;
    if (!utterance) return;
    const { versions } = await this.#boundary.comparison(utterance, null, null);
    const versionIn = (article: ArticlePage) =>
      versions.find(({ quotation }) =>
        article.paragraphs.some((p) => p.runs.some((run) => run.quotation === quotation)),
      )?.quotation ?? null;
    this.view = "quotations";
    this.read("two");
    await this.utterances.open(utterance, {
      left: versionIn(pair.left),
      right: versionIn(pair.right),
    });
  }

  async showInFolder(path: string) {
    this.showFailed = false;
    try {
      await this.#boundary.showInFolder(path);
    } catch {
      this.showFailed = true;
    }
  }

  /** Something was corrected: what is on the screen is as it is now, and stays where it is. */
  async #judged({ overview, followed }: Judged) {
    // The other program may have ended: what it kept was read, and there is nothing to tell.
    if (this.keeping.troubles.length > 0) void this.keeping.look();
    const { utterances, reading } = this;
    const now = (id: string) => followed[id] ?? id;
    const c = reading.comparison;
    const sides = { left: c?.left.quotation ?? null, right: c?.right?.quotation ?? null };
    this.session.renewed(overview);
    utterances.leaveSelection();
    // A reviewed one is gone from a list of those that are not, and is not looked for.
    await utterances.renew(now, sides, !utterances.filters.unreviewed);
    // Where another is chosen now, the window shows that one by itself.
    const stays = c !== null && utterances.chosen === now(c.utterance);
    await Promise.all([
      stays && reading.renew((id) => (id === c.utterance ? now(id) : id)),
      this.table.renew(now),
      this.reference.renew(now),
      this.articles.renew(),
      this.outlets.renew(now),
    ]);
  }

  /** The file of the article that stands on this side. */
  async openOriginal(side: SideName) {
    const article = this.articles.pair?.[side].article;
    if (!article) return;
    this.openFailed = false;
    try {
      await this.#boundary.openOriginal(article);
    } catch {
      this.openFailed = true;
    }
  }

  /** The open folder has changed: what is on the screen is as it is now, and stays where it is. */
  async #renew({ overview, followed }: Pick<Renewed, "overview" | "followed">) {
    this.session.renewed(overview);
    const now = (id: string) => followed[id] ?? id;
    const c = this.reading.comparison;
    const sides = {
      left: c ? now(c.left.quotation) : null,
      right: c?.right ? now(c.right.quotation) : null,
    };
    await Promise.all([
      this.utterances.renew(now, sides).then(() => this.reading.renew(now)),
      this.table.renew(now),
      this.reference.renew(now),
      this.articles.renew(),
      this.outlets.renew(now),
    ]);
  }

  /** A folder was opened: everything of the one before is forgotten. */
  async #begin() {
    this.view = "quotations";
    this.keptStopped = false;
    this.showFailed = this.openFailed = false;
    this.reading.forget();
    this.table.forget();
    this.reference.forget();
    this.articles.forget();
    this.outlets.forget();
    this.remembered.forget();
    this.#begun = this.utterances.start();
    await Promise.all([this.#begun, this.judgement.begin(), this.keeping.look()]);
  }
}
