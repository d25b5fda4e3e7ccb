import type { ArticlePage, Paragraph, Side } from "../ipc/bindings";
import type { Context } from "./reading.svelte";

/** What is shown before or after the quotation: paragraphs of the article, and what is nearest. */
export interface Surroundings {
  far: Paragraph[];
  near: string;
}

export type Where = "before" | "after";

/** The context of a side, as far as it is unfolded. */
export function surroundings(
  side: Side,
  where: Where,
  context: Context,
  article: ArticlePage | undefined,
): Surroundings {
  const [sentence, paragraph] =
    where === "before"
      ? [side.sentence_before, side.paragraph_before]
      : [side.sentence_after, side.paragraph_after];
  if (context === "sentence") return { far: [], near: sentence };
  const far = context === "article" && article ? around(article, side.quotation)[where] : [];
  // Where the quotation fills its paragraph, the nearest is a whole paragraph of the article.
  const told = far.some((p) => text(p) === paragraph.trim());
  return { far, near: told ? "" : paragraph };
}

/** The paragraphs of an article before those that hold a quotation, and those after. Where the
 * quotation is not found, all stand after. */
export function around(article: ArticlePage, quotation: string): Record<Where, Paragraph[]> {
  const holds = (p: Paragraph) => p.runs.some((run) => run.quotation === quotation);
  const first = article.paragraphs.findIndex(holds);
  const last = article.paragraphs.findLastIndex(holds);
  return {
    before: article.paragraphs.slice(0, Math.max(0, first)),
    after: article.paragraphs.slice(last + 1),
  };
}

function text(paragraph: Paragraph): string {
  return paragraph.runs
    .map((run) => run.text)
    .join("")
    .trim();
}
