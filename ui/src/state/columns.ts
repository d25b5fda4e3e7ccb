// The columns of the table of all versions as they are drawn: which are folded, how wide they
// are, which of them are on the screen. Plain data in, plain data out.

import type { Effect, Piece, TableCell, TableColumn, TablePage } from "../ipc/bindings";
import { STRONG } from "./effects";

/** One column on the screen: a phrase, or several that agree and are folded into one. */
export interface Shown {
  /** Columns of the page, `last` exclusive. */
  first: number;
  last: number;
  folded: boolean;
  /** The strongest effect that is not muted; `null` where all agree. */
  effect: Effect | null;
  strong: boolean;
  /** 0–1. */
  disagreement: number;
  words: number;
}

/** What is drawn. Neighbours that agree are folded into one, unless the reader unfolded them:
 * `unfolded` holds where such stretches begin. */
export function shownColumns(
  page: TablePage,
  isMuted: (effect: Effect) => boolean,
  fold: boolean,
  unfolded: ReadonlySet<number>,
): Shown[] {
  const shown: Shown[] = [];
  let run: Shown | null = null;
  page.columns.forEach((column, at) => {
    const effect = column.effects.find((e) => !isMuted(e)) ?? null;
    if (effect === null && run && fold) {
      run.last = at + 1;
      run.words += column.words;
      return;
    }
    const next: Shown = { ...plain(column, at), effect, strong: !!effect && STRONG.has(effect) };
    if (effect === null) {
      next.folded = fold;
      next.disagreement = 0;
    }
    run = effect === null ? next : null;
    shown.push(next);
  });
  return shown.flatMap((one) =>
    one.folded && unfolded.has(one.first) ? split(page.columns, one) : [one],
  );
}

function plain(column: TableColumn, at: number): Shown {
  return {
    first: at,
    last: at + 1,
    folded: false,
    effect: null,
    strong: false,
    disagreement: column.disagreement,
    words: column.words,
  };
}

function split(columns: readonly TableColumn[], run: Shown): Shown[] {
  const own = columns.slice(run.first, run.last);
  return own.map((column, i) => ({ ...plain(column, run.first + i), disagreement: 0 }));
}

/** The words of a cell, without signs. */
export function wordsOf(cell: TableCell | undefined, base: TableCell | undefined): string {
  const pieces = piecesOf(cell, base);
  return pieces.map((piece) => (piece.type === "gap" ? "" : piece.text)).join("");
}

/** What is drawn in a cell; where it has what the base has, the base's words. */
export function piecesOf(cell: TableCell | undefined, base: TableCell | undefined): Piece[] {
  if (!cell) return [];
  if (cell.type !== "same") return cell.pieces;
  const there = base && base.type !== "same" ? base.pieces : [];
  return there.filter((piece) => piece.type !== "gap");
}

/** Room for a sign and its count, in the width of a character of the cell's text. */
const SIGN = 4.5;

/** How wide each column is in pixels: as its longest reading, folded ones narrow. */
export function widths(
  page: TablePage,
  shown: readonly Shown[],
  measure: (text: string, heavy: boolean) => number,
  size: { fold: number; padding: number; least: number },
): number[] {
  const sign = measure("0", false) * SIGN;
  return shown.map((one) => {
    if (one.folded) return size.fold;
    const of = (cell: TableCell | undefined) => {
      if (cell?.type !== "words") return 0;
      const signs = cell.pieces.filter((piece) => piece.type === "gap").length;
      return measure(wordsOf(cell, undefined), one.effect !== null) + signs * sign;
    };
    const widest = Math.max(0, ...page.rows.map((row) => of(row.cells[one.first])));
    return Math.max(size.least, Math.ceil(widest + size.padding));
  });
}

/** Where each column begins, and where the last one ends. */
export function offsets(widths: readonly number[]): number[] {
  const at = [0];
  for (const width of widths) at.push(at.at(-1)! + width);
  return at;
}

/** The columns between two places, as a range with its end exclusive. */
export function between(offsets: readonly number[], from: number, to: number): [number, number] {
  const count = offsets.length - 1;
  let first = 0;
  while (first < count - 1 && offsets[first + 1]! <= from) first += 1;
  let last = first;
  while (last < count && offsets[last]! < to) last += 1;
  return [first, Math.max(last, Math.min(first + 1, count))];
}

/** A place among columns of one width as the same place among those of another: the strip shows
 * the columns by their words, the table by their letters. */
export function carried(place: number, from: readonly number[], to: readonly number[]): number {
  const count = from.length - 1;
  if (count < 1) return 0;
  const inside = Math.min(Math.max(place, 0), from[count]!);
  let at = 0;
  while (at < count - 1 && from[at + 1]! <= inside) at += 1;
  const share = (inside - from[at]!) / Math.max(from[at + 1]! - from[at]!, 1e-9);
  return to[at]! + share * (to[at + 1]! - to[at]!);
}

/** Whether a text runs from right to left, by its first letter that says so. */
export function runsLeft(text: string): boolean {
  const letter = /\p{L}/u.exec(text)?.[0] ?? "";
  return /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(
    letter,
  );
}
