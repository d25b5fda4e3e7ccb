// A boundary of invented data, for tests, pictures and work on the page in a browser. What it
// shows is chosen in the address: ?scene=start|first|failed|opening|underway|hearing|open|nothing|none|stopped|alone|
// missing|changed|changing|gone|troubled, settings by name, and ?model=missing. Never part of the real bundle.

import type { Boundary, Told } from "./boundary";
import { Refusal } from "./boundary";
import type {
  Attached,
  Comparison,
  Effect,
  Overview,
  Recent,
  SaidChoice,
  Settings,
  StoreTrouble,
} from "./bindings";
import { articleList, articlePair } from "./fixtures/articles";
import { choices, HITS, narrowed, without } from "./fixtures/list";
import { article, HEARD, items, OPENING, OVERVIEW, RECENTS, RENEWED } from "./fixtures/folder";
import { COMPARISONS, DEFAULT_COMPARISON } from "./fixtures/comparisons";
import { judging } from "./fixtures/judgement";
import { OUTLETS_PAGE } from "./fixtures/outlets";
import { ATTACHED, REFERENCE } from "./fixtures/references";
import { tablePage } from "./fixtures/tables";

type Heard = { [K in keyof Told]?: ((payload: Told[K]) => void)[] };

export interface Fake extends Boundary {
  tell<K extends keyof Told>(event: K, payload: Told[K]): void;
  /** Every call in turn, for tests. */
  calls: [name: string, ...args: unknown[]][];
}

export function fake(address = ""): Fake {
  const asked = new URLSearchParams(address);
  const scene = asked.get("scene") ?? "start";
  const all = items(Number(asked.get("many") ?? 38));
  const heard: Heard = {};
  const calls: Fake["calls"] = [];
  let settings = chosen(asked);
  let attached: readonly Attached[] = asked.has("said") ? ATTACHED : [];
  let said: SaidChoice | null = null;
  let recents: Recent[] = scene === "first" ? [] : RECENTS;
  let overview = ["start", "first", "opening", "underway", "hearing", "failed"].includes(scene)
    ? null
    : sceneOverview(scene);

  const tell: Fake["tell"] = (event, payload) =>
    heard[event]?.forEach((callback) => callback(payload));
  const open = async (name: string) => {
    tell("openingStarted", { name });
    overview = { ...OVERVIEW, name };
    tell("opened", overview);
  };
  const log = (name: string, ...args: unknown[]) => void calls.push([name, ...args]);
  const judged = judging(all, () => overview ?? OVERVIEW);

  return {
    ...judged,
    async correct(asked) {
      log("correct", asked);
      return judged.correct(asked);
    },
    calls,
    tell,
    on(event, callback) {
      (heard[event] ??= [] as never[]).push(callback as never);
    },
    listening: async () => {
      // What befalls the open folder is told once it is on the screen.
      setTimeout(() => {
        if (scene === "hearing") {
          tell("opening", OPENING[2]!);
          tell("heard", { items: HEARD, count: 212 });
        }
        if (scene === "changed") tell("renewed", RENEWED);
        if (scene === "changing") tell("renewing", OPENING[1]!);
        if (scene === "gone")
          tell("notRenewed", { failure: { code: "folder_missing", message: "it has gone" } });
      }, 50);
    },
    storeTroubles: async () => (scene === "troubled" ? TROUBLES : []),
    restoreKept: () => judged.undo(),
    acknowledgeTrouble: async () => {},
    showTroubledFile: async () => {},
    overview: async () => overview,
    underway: async () => {
      if (scene === "opening" || scene === "underway") {
        setTimeout(() => OPENING.forEach((progress) => tell("opening", progress)));
      }
      if (scene === "underway") overview = OVERVIEW;
      return scene === "opening" || scene === "underway"
        ? {
            name: "Озеро / archive 2030",
            progress: OPENING.at(-1)!,
            found: all.slice(0, 8),
            shown: scene === "underway",
          }
        : scene === "hearing"
          ? { name: "Озеро / archive 2030", progress: OPENING[2]!, found: [], shown: false }
          : null;
    },
    failure: async () =>
      scene === "failed" ? { code: "folder_forbidden", message: "not allowed" } : null,
    async chooseFolder() {
      log("chooseFolder");
      await open("Lake Mirren");
      return true;
    },
    async chooseFiles() {
      log("chooseFiles");
      return false;
    },
    async openSample() {
      log("openSample");
      await open("Sample");
    },
    recents: async () => recents,
    async openRecent(id) {
      log("openRecent", id);
      const recent = recents.find((r) => r.id === id);
      if (!recent || recent.missing) throw new Refusal("folder_missing", "the folder is not there");
      await open(recent.name);
    },
    async forgetRecent(id) {
      log("forgetRecent", id);
      recents = recents.filter((r) => r.id !== id);
      return recents;
    },
    async stopOpening() {
      log("stopOpening");
      overview = { ...OVERVIEW, stopped: { stage: "reading", done: 812, total: 1282 } };
      tell("opened", overview);
    },
    async goOnReading() {
      log("goOnReading");
      await open("Lake Mirren");
    },
    async renew() {
      log("renew");
      tell("renewed", RENEWED);
    },
    async stopRenewal() {
      log("stopRenewal");
      tell("notRenewed", { failure: null });
    },
    async list(query) {
      log("list", query);
      const empty = scene === "none" || (scene === "nothing" && !query.alone);
      const matching = empty ? [] : narrowed(all, query);
      return {
        total: matching.length,
        without: without(all, query),
        offset: query.offset,
        items: matching.slice(query.offset, query.offset + query.limit),
      };
    },
    listAnew(query) {
      return this.list(query);
    },
    async choices(query) {
      log("choices", query);
      return choices(all, query);
    },
    async remembered(words) {
      log("remembered", words);
      return words.includes("zeppelin") ? [] : HITS;
    },
    async comparison(utterance, left, right) {
      log("comparison", utterance, left, right);
      return placed(
        COMPARISONS[utterance.replace(/-\d+$/, "")] ?? { ...DEFAULT_COMPARISON, utterance },
        left,
        right,
      );
    },
    async stopTable() {
      log("stopTable");
    },
    async table(utterance, base) {
      log("table", utterance, base);
      return tablePage(utterance.replace(/-\d+$/, ""), base);
    },
    references: async () => [...attached],
    async attachFile() {
      log("attachFile");
      return ATTACHED[0]!;
    },
    async attachText(name, text) {
      log("attachText", name, text);
      if (text.trim() === "") throw new Refusal("reference_unreadable", "no text");
      const words = text.trim().split(/\s+/u).length;
      const added = {
        id: `t${attached.length + 3}`,
        name,
        words,
        attached: "2031-06-11T08:00:00Z",
      };
      attached = [added, ...attached];
      return added;
    },
    async removeReference(id) {
      log("removeReference", id);
      attached = attached.filter((one) => one.id !== id);
      return [...attached];
    },
    async chooseReference(utterance, choice) {
      log("chooseReference", utterance, choice);
      said = choice;
    },
    async reference(utterance) {
      log("reference", utterance);
      if (said === null && (attached.length === 0 || utterance.startsWith("alone"))) return null;
      return { ...REFERENCE, utterance };
    },
    async comparisonByMeaning(utterance, left, right) {
      log("comparisonByMeaning", utterance, left, right);
      if (asked.get("model") === "missing") return null;
      const known = COMPARISONS[utterance.replace(/-\d+$/, "")];
      const found = placed(known ?? { ...DEFAULT_COMPARISON, utterance }, left, right);
      return { ...found, basis: "meaning" };
    },
    article: async (id) => article(id),
    async articles(query) {
      log("articles", query);
      return articleList(query, scene);
    },
    async articlePair(left, right) {
      log("articlePair", left, right);
      return articlePair(left, right);
    },
    async outlets() {
      log("outlets");
      return scene === "nothing" ? { ...OUTLETS_PAGE, rows: [], likeness: [] } : OUTLETS_PAGE;
    },
    async showInFolder(path) {
      log("showInFolder", path);
    },
    async openOriginal(article) {
      log("openOriginal", article);
    },
    settings: async () => settings,
    async saveSettings(next) {
      settings = next;
    },
  };
}

function chosen(asked: URLSearchParams): Settings {
  return {
    theme: (asked.get("theme") ?? "system") as Settings["theme"],
    language: (asked.get("language") ?? "en") as Settings["language"],
    reading_step: Number(asked.get("step") ?? 1),
    zoom: Number(asked.get("zoom") ?? 1),
    muted: (asked.get("muted") ?? "typography").split(",").filter(Boolean) as Effect[],
    single_keys: true,
    colour: asked.get("colour") !== "off",
  };
}

/** One of each kind that offers something else to do. */
const TROUBLES: StoreTrouble[] = [
  {
    of: "corrections",
    kind: "not_understood",
    file: "/home/ada/.local/share/org.asquoted.desktop/judgements/7f31.not-understood-1",
    reason: "",
    restorable: true,
  },
  { of: null, kind: "held_elsewhere", file: "", reason: "", restorable: false },
];

function sceneOverview(scene: string): Overview {
  switch (scene) {
    case "nothing":
      return { ...OVERVIEW, articles: 9, quotations: 41, utterances: 0, speakers: [], effects: [] };
    case "none":
      return {
        ...OVERVIEW,
        name: "Lake Mirren drafts",
        articles: 0,
        outlets: 0,
        quotations: 0,
        utterances: 0,
        files: 3,
        cautions: [],
      };
    case "stopped":
      return { ...OVERVIEW, stopped: { stage: "reading", done: 812, total: 1282 } };
    default:
      return OVERVIEW;
  }
}

/** The comparison with the versions asked for, as the program would turn it. */
function placed(c: Comparison, left: string | null, right: string | null): Comparison {
  if (left === c.right?.quotation && right === c.left.quotation) {
    return {
      ...c,
      left: c.right,
      right: c.left,
      rows: c.rows.map((row) => ({ left: row.right, right: row.left })),
      changes: c.changes.map((x) => ({ ...x, lemma: x.reading, reading: x.lemma })),
    };
  }
  const at = c.versions.find((v) => v.quotation === right && v.quotation.startsWith("other"));
  return at && c.right ? { ...c, right: { ...c.right, ...at } } : c;
}

export const boundary: Boundary = fake(globalThis.location?.search ?? "");
