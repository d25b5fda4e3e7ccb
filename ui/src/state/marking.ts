// From the pieces of one side of a row to what is drawn: stretches of one change become one mark,
// a move wraps the marks inside it, and a sign for missing words is tied to the word before it.
// Plain data in, plain data out.

import type { ChangeLine, Effect, Note, Piece, Voice } from "../ipc/bindings";

export interface Part {
  text: string;
  voice: Voice;
}

/** The sign where words are missing. `anchor` is invisible: a place for the pointer line. */
export type Sign = "caret" | "seam" | "dots" | "stop" | "anchor";

export type Drawn =
  | { type: "words"; text: string; voice: Voice }
  | { type: "quote"; text: string; hung: boolean }
  | { type: "mark"; change: number; effect: Effect; atStart: boolean; parts: Part[] }
  | {
      type: "gap";
      change: number;
      effect: Effect;
      sign: Sign;
      atStart: boolean;
      words: number;
      there: string;
    }
  | { type: "move"; change: number; inside: Drawn[] }
  /** Never broken over two lines. */
  | { type: "together"; inside: Drawn[] };

const SIGNS: Record<Effect, Sign> = {
  negation: "caret",
  modality: "caret",
  number: "caret",
  name: "caret",
  silent_cut: "seam",
  move: "anchor",
  gloss: "caret",
  wording: "caret",
  elision: "dots",
  truncation: "stop",
  synonym: "caret",
  inflection: "anchor",
  spelling: "anchor",
  typography: "anchor",
};

const AT_START: ReadonlySet<Note> = new Set<Note>(["starts_later", "starts_earlier"]);

/** A mark up to this many characters may be held on one line with the sign that follows it. */
const HOLDABLE = 24;

/** What is drawn for one side of a row. Changes that are not `shown` leave plain words behind. */
export function draw(
  pieces: readonly Piece[],
  changes: readonly ChangeLine[],
  shown: (change: number) => boolean,
): Drawn[] {
  const drawn: Drawn[] = [];
  let move = null as Extract<Drawn, { type: "move" }> | null;
  for (const piece of pieces) {
    const moved = piece.type === "quote" ? null : piece.moved;
    if (moved === null || !shown(moved)) {
      move = null;
    } else if (move?.change !== moved) {
      move = { type: "move", change: moved, inside: [] };
      drawn.push(move);
    }
    add(move?.inside ?? drawn, piece, changes, shown);
  }
  return tie(drawn.map((d) => (d.type === "move" ? { ...d, inside: tie(d.inside) } : d)));
}

function add(
  to: Drawn[],
  piece: Piece,
  changes: readonly ChangeLine[],
  shown: (change: number) => boolean,
): void {
  if (piece.type === "quote") {
    to.push({ type: "quote", text: piece.text, hung: piece.opening && to.length === 0 });
    return;
  }
  const change = piece.change;
  const line = change === null ? undefined : changes[change];
  const visible = change !== null && line !== undefined && shown(change);
  if (piece.type === "gap") {
    if (visible) to.push(gap(piece, change, line));
    return;
  }
  const part: Part = { text: piece.text, voice: piece.voice };
  if (!visible) {
    to.push({ type: "words", ...part });
    return;
  }
  const last = to.at(-1);
  if (last?.type === "mark" && last.change === change) last.parts.push(part);
  else
    to.push({
      type: "mark",
      change,
      effect: line.effect,
      atStart: AT_START.has(line.note),
      parts: [part],
    });
}

function gap(piece: Extract<Piece, { type: "gap" }>, change: number, line: ChangeLine): Drawn {
  return {
    type: "gap",
    change,
    effect: line.effect,
    sign: SIGNS[line.effect],
    atStart: AT_START.has(line.note),
    words: piece.words,
    there: piece.there,
  };
}

function tie(drawn: Drawn[]): Drawn[] {
  return drawn.reduce(tieNext, [] as Drawn[]);
}

/** Appends `next`; a sign is taken together with the word before it and the stop after it. */
function tieNext(before: Drawn[], next: Drawn): Drawn[] {
  const last = before.at(-1);
  if (next.type === "gap" && next.sign !== "anchor" && last)
    return [...before.slice(0, -1), ...held(last, next)];
  if (next.type === "words" && last?.type === "together")
    return [...before.slice(0, -1), ...stopped(last, next)];
  return [...before, next];
}

function held(last: Drawn, sign: Drawn): Drawn[] {
  if (last.type === "together") return [{ ...last, inside: [...last.inside, sign] }];
  if (last.type === "words") {
    const cut = lastWord(last.text);
    const word: Drawn = { ...last, text: last.text.slice(cut) };
    const together: Drawn = { type: "together", inside: [word, sign] };
    return cut === 0 ? [together] : [{ ...last, text: last.text.slice(0, cut) }, together];
  }
  const short =
    last.type === "mark" && last.parts.reduce((sum, p) => sum + p.text.length, 0) <= HOLDABLE;
  return short || last.type === "quote"
    ? [{ type: "together", inside: [last, sign] }]
    : [last, sign];
}

function stopped(last: Drawn & { type: "together" }, next: Drawn & { type: "words" }): Drawn[] {
  const stop = /^[\p{Pe}\p{Pf}.,;:!?…،؛؟。、，]+/u.exec(next.text)?.[0] ?? "";
  if (stop === "") return [last, next];
  const together: Drawn = { ...last, inside: [...last.inside, { ...next, text: stop }] };
  const rest = next.text.slice(stop.length);
  return rest === "" ? [together] : [together, { ...next, text: rest }];
}

/** Where the last word begins, blanks after it included. */
function lastWord(text: string): number {
  return /\S*\s*$/u.exec(text)?.index ?? 0;
}
