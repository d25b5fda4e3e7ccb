import type { Boundary } from "../ipc/boundary";
import type { Effect } from "../ipc/bindings";
import { Layout } from "./layout.svelte";
import { Reading } from "./reading.svelte";
import { Session } from "./session.svelte";
import { SettingsState } from "./settings.svelte";
import { Utterances } from "./utterances.svelte";

export type View = "quotations" | "problems";

/** All that the window knows, put together. */
export class Program {
  readonly session: Session;
  readonly settings: SettingsState;
  readonly utterances: Utterances;
  readonly reading: Reading;
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
    await this.utterances.start();
  }
}
