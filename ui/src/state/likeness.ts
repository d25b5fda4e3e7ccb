// The heat map of likeness: how large and how dark a square is. Area tells it, shade repeats it.

import type { Likeness } from "../ipc/bindings";

/** From here on the figure is written in the colour of the paper. Between the two ranges of shade
 * neither ink nor paper would be readable on it. */
const DARK = 70;

export interface Square {
  /** Of the cell's side, 0–1. */
  side: number;
  shade: number;
  dark: boolean;
}

export function square(percent: number): Square {
  const dark = percent >= DARK;
  return {
    side: Math.sqrt(percent / 100),
    shade: dark ? 0.78 + (0.22 * (percent - DARK)) / (100 - DARK) : 0.2 + (0.3 * percent) / DARK,
    dark,
  };
}

/** The lower triangle: a row for each outlet but the first, a column for each before it. Empty
 * where the two have nothing in common to be measured on. */
export function triangle(outlets: number, likeness: readonly Likeness[]): (Likeness | null)[][] {
  const rows = Array.from({ length: Math.max(0, outlets - 1) }, (_, i) =>
    Array.from({ length: i + 1 }, (): Likeness | null => null),
  );
  for (const one of likeness) {
    const row = rows[one.b - 1];
    if (row && one.a < row.length) row[one.a] = one;
  }
  return rows;
}
