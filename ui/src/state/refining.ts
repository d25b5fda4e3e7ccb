import type { ChangeLine } from "../ipc/bindings";

/** Where a change stands in a finer comparison of the same two versions: itself, or what has the
 * most of its words in its row; `null` where nothing of it is left. */
export function followed(
  before: ChangeLine | undefined,
  after: readonly ChangeLine[],
): number | null {
  if (!before) return null;
  const closeness = (change: ChangeLine) =>
    change.row !== before.row
      ? 0
      : common(change.lemma, before.lemma) + common(change.reading, before.reading);
  let best: number | null = null;
  let most = 0;
  after.forEach((change, at) => {
    const same = change.kind === before.kind ? 0.5 : 0;
    const close = closeness(change);
    if (close > 0 && close + same > most) [best, most] = [at, close + same];
  });
  return best;
}

/** Words that stand in both. */
function common(one: string, other: string): number {
  const words = new Set(one.split(" ").filter(Boolean));
  return other.split(" ").filter((word) => words.has(word)).length;
}
