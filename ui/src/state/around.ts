import type { ArticlePage, Paragraph } from "../ipc/bindings";

/** The paragraphs of an article before those that hold a quotation, and those after. Where the
 * quotation is not found, all stand after. */
export function around(
  article: ArticlePage,
  quotation: string,
): { before: Paragraph[]; after: Paragraph[] } {
  const holds = (p: Paragraph) => p.runs.some((run) => run.quotation === quotation);
  const first = article.paragraphs.findIndex(holds);
  const last = article.paragraphs.findLastIndex(holds);
  return {
    before: article.paragraphs.slice(0, Math.max(0, first)),
    after: article.paragraphs.slice(last + 1),
  };
}
