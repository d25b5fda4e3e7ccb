import { untrack } from "svelte";

/** What a screen reader is told when nothing that has the focus says it. */
class Announcer {
  text = $state("");

  say(text: string) {
    // The same text twice in a row is heard only if the region changes.
    const before = untrack(() => this.text);
    this.text = before === text ? `${text}\u00a0` : text;
  }
}

export const announcer = new Announcer();
