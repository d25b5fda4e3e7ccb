// The lines in the gutter: where they run, from where the marks stand. Pixels within the reading
// area; knows no elements.

/** From top to bottom, of all lines that a mark covers. */
export interface Extent {
  top: number;
  bottom: number;
}

export interface Gutter {
  left: number;
  right: number;
}

/** Distance between the brackets of moves that run beside each other. */
const STEP = 4;
const LANES = 4;
const FOOT = 5;
const INSET_LEFT = 12;
const INSET_RIGHT = 20;
/** A bracket is a little shorter than its lines of text. */
const SHORTER = 3;

const middle = (e: Extent) => (e.top + e.bottom) / 2;
const length = (a: Extent, b: Extent) => a.bottom - a.top + (b.bottom - b.top);
const meet = (a: Extent, b: Extent) => a.top < b.bottom && b.top < a.bottom;

/** A bracket beside each of the two stretches, and one curve between them. */
export function movePath(left: Extent, right: Extent, gutter: Gutter, lane = 0): string {
  const x0 = gutter.left + INSET_LEFT + lane * STEP;
  const x1 = gutter.right - INSET_RIGHT - lane * STEP;
  const bend = 16;
  return (
    `M${x0 - FOOT} ${left.top + SHORTER}h${FOOT}V${left.bottom - SHORTER}h${-FOOT}` +
    `M${x1 + FOOT} ${right.top + SHORTER}h${-FOOT}V${right.bottom - SHORTER}h${FOOT}` +
    `M${x0} ${middle(left)}C${x0 + bend} ${middle(left)} ${x1 - bend} ${middle(right)} ${x1} ${middle(right)}`
  );
}

/** Lanes for moves that stand beside each other: the longest runs outermost. */
export function lanes(moves: readonly { left: Extent; right: Extent }[]): number[] {
  const order = moves.map((_, i) => i);
  order.sort(
    (i, j) => length(moves[i]!.left, moves[i]!.right) - length(moves[j]!.left, moves[j]!.right),
  );
  const lane: number[] = moves.map(() => 0);
  order.forEach((i, rank) => {
    const inner = order
      .slice(0, rank)
      .filter(
        (j) => meet(moves[i]!.left, moves[j]!.left) || meet(moves[i]!.right, moves[j]!.right),
      );
    lane[i] = Math.min(LANES - 1, Math.max(-1, ...inner.map((j) => lane[j]!)) + 1);
  });
  return lane;
}

/** The line of the current change and a pointer at either end. */
export function pointer(
  left: Extent,
  right: Extent,
  gutter: Gutter,
): { line: string; heads: string } {
  const [x0, x1] = [gutter.left + INSET_LEFT, gutter.right - INSET_RIGHT];
  const [y0, y1] = [middle(left), middle(right)];
  return {
    line: `M${x0 - 2} ${y0}L${x1 + 2} ${y1}`,
    heads: `M${x0 - 8} ${y0}l7 -4v8zM${x1 + 8} ${y1}l-7 -4v8z`,
  };
}
