const STOPS = 'button:not(:disabled), input, [tabindex="0"], a[href], select, textarea';

/** Where the reader is in a part that has a place of its own. */
const CHOSEN =
  '[aria-selected="true"][tabindex="0"], mark[tabindex="0"], [role="grid"] [tabindex="0"]';

/** Moves the focus to the next part of the window (or, with -1, the one before). */
export function nextRegion(by: 1 | -1, root: ParentNode = document) {
  // A region within another follows it in the document; the innermost holds the focus.
  const regions = [...root.querySelectorAll<HTMLElement>("[data-region]")].filter(
    (r) => r.checkVisibility?.() ?? true,
  );
  if (regions.length === 0) return;
  const inside = regions.filter((r) => r.contains(document.activeElement));
  const at = inside.length > 0 ? regions.indexOf(inside.at(-1)!) : by > 0 ? -1 : 0;
  const next = regions[(at + by + regions.length) % regions.length]!;
  const stop =
    next.querySelector<HTMLElement>(CHOSEN) ??
    (next.matches(STOPS) ? next : next.querySelector<HTMLElement>(STOPS));
  stop?.focus();
}
