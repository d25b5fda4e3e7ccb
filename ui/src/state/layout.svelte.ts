/** Widths and heights in rem at which the window takes its narrower layouts; `base.css` has the
 * same figures in its container queries. */
const NARROW_WIDTH = 68.75;
const NARROW_HEIGHT = 43.75;
const STACKED_WIDTH = 52;

export interface Shape {
  /** The smallest window: shorter list, folded legend, one line of the apparatus. */
  narrow: boolean;
  /** Large text: the list is a drawer, the two versions stand under each other. */
  stacked: boolean;
}

export function shape(width: number, height: number, rem: number): Shape {
  return {
    narrow: width / rem <= NARROW_WIDTH || height / rem <= NARROW_HEIGHT,
    stacked: width / rem <= STACKED_WIDTH,
  };
}

/** Which layout the window has, and whether the list is in it. */
export class Layout {
  narrow = $state(false);
  stacked = $state(false);
  listShown = $state(true);
  drawerOpen = $state(false);
  /** What stands beside the list wants the whole width: the list comes only when it is asked for. */
  wide = $state(false);
  shownBesideWide = $state(false);

  measure = () => {
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    const next = shape(window.innerWidth, window.innerHeight, rem);
    this.narrow = next.narrow;
    this.stacked = next.stacked;
    if (!next.stacked) this.drawerOpen = false;
  };

  get listVisible(): boolean {
    if (this.stacked) return this.drawerOpen;
    return this.wide ? this.shownBesideWide : this.listShown;
  }

  toggleList() {
    if (this.stacked) this.drawerOpen = !this.drawerOpen;
    else if (this.wide) this.shownBesideWide = !this.shownBesideWide;
    else this.listShown = !this.listShown;
  }
}
