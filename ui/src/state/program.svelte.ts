import type { Boundary } from "../ipc/boundary";
import type { ArticlePage, ArticlePair, Effect } from "../ipc/bindings";
import { Articles } from "./articles.svelte";
import { Layout } from "./layout.svelte";
import { OutletsState } from "./outlets.svelte";
import { Reading } from "./reading.svelte";
import { Session } from "./session.svelte";
import { SettingsState } from "./settings.svelte";
import { Utterances } from "./utterances.svelte";

export type View = "quotations" | "articles" | "outlets" | "problems";

/** All that the window knows, put together. */
export class Program {
  readonly session: Session;
  readonly settings: SettingsState;
  readonly utterances: Utterances;
  readonly reading: Reading;
  readonly articles: Articles;
  readonly outlets: OutletsState;
  readonly layout = new Layout();
  view = $state<View>("quotations");
  /** The reader wants no more to be told that the reading was stopped. */
  keptStopped = $state(false);
  showFailed = $state(false);

  readonly #boundary: Boundary;

  constructor(boundary: Boundary) {
    this.#boundary = boundary;
    this.settings = new SettingsState(boundary);
    this.utterances = new Utterances(boundary);
    this.reading = new Reading(boundary, this.settings);
    this.articles = new Articles(boundary);
    this.outlets = new OutletsState(boundary);
    this.session = new Session(boundary, () => void this.#begin());
  }

  async load() {
    await Promise.all([this.settings.load(), this.session.load()]);
  }

  mute(effect: Effect) {
    this.settings.toggleMuted(effect);
    this.reading.settle();
  }

  onlyStrong() {
    this.settings.toggleOnlyStrong();
    this.reading.settle();
  }

  /** From another view to an utterance, with this quotation at the right where one is given. */
  async openUtterance(utterance: string, quotation: string | null) {
    this.view = "quotations";
    await this.utterances.open(utterance, { left: null, right: quotation });
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

  /** A folder was opened: everything of the one before is forgotten. */
  async #begin() {
    this.view = "quotations";
    this.keptStopped = false;
    this.showFailed = false;
    this.reading.forget();
    this.articles.forget();
    this.outlets.forget();
    await this.utterances.start();
  }
}
