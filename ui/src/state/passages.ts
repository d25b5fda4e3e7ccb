// Where the passages of two articles stand beside each other. Pixels within the articles or the
// reading area; knows no elements.

import type { PassageLink } from "../ipc/bindings";
import type { Extent } from "./connectors";
import type { SideName } from "./reading.svelte";

/** Extents of the paragraphs by their index; those that are not drawn are missing. */
export type Boxes = ReadonlyMap<number, Extent>;

/** Both articles as they are laid out. */
export type Layout = Readonly<Record<SideName, { boxes: Boxes; height: number }>>;

/** From the top of the first paragraph of a passage to the bottom of its last. */
export function extent([first, last]: readonly [number, number], boxes: Boxes): Extent | null {
  const drawn: Extent[] = [];
  for (let i = first; i <= last; i++) {
    const box = boxes.get(i);
    if (box) drawn.push(box);
  }
  const [top, bottom] = [drawn[0]?.top, drawn.at(-1)?.bottom];
  return top === undefined || bottom === undefined ? null : { top, bottom };
}

/** A band from one extent to the other. */
export function ribbon(left: Extent, right: Extent, x0: number, x1: number): string {
  const middle = (x0 + x1) / 2;
  return (
    `M${x0} ${left.top}C${middle} ${left.top} ${middle} ${right.top} ${x1} ${right.top}` +
    `V${right.bottom}C${middle} ${right.bottom} ${middle} ${left.bottom} ${x0} ${left.bottom}Z`
  );
}

/** The same, straight, for the overview. */
export function strip(left: Extent, right: Extent, x0: number, x1: number): string {
  return `M${x0} ${left.top}L${x1} ${right.top}V${right.bottom}L${x0} ${left.bottom}Z`;
}

export const shifted = ({ top, bottom }: Extent, by: number): Extent => ({
  top: top - by,
  bottom: bottom - by,
});

export const scaled = ({ top, bottom }: Extent, by: number): Extent => ({
  top: top * by,
  bottom: bottom * by,
});

/** A height of one article and the height that corresponds in the other. */
export type Anchor = readonly [here: number, there: number];

/** The anchors of passages that stand in the same order on both sides, with both ends. */
export function anchors(
  links: readonly PassageLink[],
  left: { boxes: Boxes; height: number },
  right: { boxes: Boxes; height: number },
): Anchor[] {
  const found: Anchor[] = [[0, 0]];
  for (const link of links) {
    const [a, b] = [extent(link.left, left.boxes), extent(link.right, right.boxes)];
    const last = found.at(-1)!;
    if (a && b && !link.moved && a.top > last[0] && b.top > last[1]) found.push([a.top, b.top]);
  }
  found.push([left.height, right.height]);
  return found;
}

/** The height there that corresponds to one here: between two anchors, in proportion. */
export function follow(anchors: readonly Anchor[], here: number): number {
  for (let i = 1; i < anchors.length; i++) {
    const [[a, b], [c, d]] = [anchors[i - 1]!, anchors[i]!];
    if (here <= c) return c === a ? d : b + ((here - a) * (d - b)) / (c - a);
  }
  return anchors.at(-1)?.[1] ?? here;
}
