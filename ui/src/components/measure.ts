// How wide a text is, in CSS pixels of the window's own fonts.

const known = new Map<string, number>();
let context: CanvasRenderingContext2D | null | undefined;

/** Without a canvas (in tests of the page alone), a guess by the number of letters. */
const GUESS = 0.55;

/** A measure for text of one size. Heavy text is a little wider. */
export function measurer(family: string, pixels: number): (text: string, heavy: boolean) => number {
  context ??= navigator.userAgent.includes("jsdom")
    ? null
    : document.createElement("canvas").getContext("2d");
  return (text, heavy) => {
    if (!context) return text.length * pixels * GUESS;
    const font = `${heavy ? 600 : 400} ${pixels}px ${family}`;
    const key = `${font}\n${text}`;
    let width = known.get(key);
    if (width === undefined) {
      context.font = font;
      width = context.measureText(text).width;
      known.set(key, width);
    }
    return width;
  };
}

/** Other fonts may have come: what was measured is measured anew. */
export function forgetMeasures() {
  known.clear();
}
