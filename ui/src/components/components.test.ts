import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { COMPARISONS } from "../ipc/fixtures/comparisons";
import { pieces } from "../ipc/fixtures/pieces";
import { articlePair } from "../ipc/fixtures/articles";
import { items } from "../ipc/fixtures/folder";
import { OUTLETS_PAGE } from "../ipc/fixtures/outlets";
import { draw } from "../state/marking";
import { speech } from "../words/language.svelte";
import Apparatus from "./Apparatus.svelte";
import ArticleText from "./ArticleText.svelte";
import Choose from "./Choose.svelte";
import CoverageMatrix from "./CoverageMatrix.svelte";
import Head from "./Head.svelte";
import Legend from "./Legend.svelte";
import Stretch from "./Stretch.svelte";
import Utterance from "./Utterance.svelte";

beforeAll(() => speech.choose("en"));

const EFFECTS = COMPARISONS.effects!;
const none = { current: null, lit: null };

function stretch(text: string, comparison = EFFECTS) {
  return render(Stretch, {
    drawn: draw(pieces(text), comparison.changes, () => true),
    ...none,
  }).container;
}

/** The text as it would be copied: signs and hidden descriptions are not selected. */
function copied(element: Element): string {
  const clone = element.cloneNode(true) as Element;
  for (const hidden of clone.querySelectorAll(".sr, .gap")) hidden.remove();
  return clone.textContent ?? "";
}

describe("Stretch", () => {
  it("adds no blank and loses none", () => {
    const text = "We {0:do not} agree, {~he} said{4!3:in good time}. {[[sic]} {^5:If {10:so}}, no.";
    expect(copied(stretch(text))).toBe("We do not agree, he said. [sic] If so, no.");
  });

  it("shows hostile text as text", () => {
    const hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>&lt;";
    const container = stretch(`${hostile}{0:${hostile}}`);
    expect(container.querySelector("img, script")).toBeNull();
    expect(copied(container)).toBe(hostile + hostile);
  });

  it("tells a screen reader what a mark is and what is missing", () => {
    stretch("We {0:do not} agree{4!3:in good time}.");
    expect(screen.getByText("(negation)", { exact: false })).toHaveClass("sr");
    expect(screen.getByRole("img")).toHaveAccessibleName("3 words cut here, nothing shows it");
  });

  it("unfolds the words that dots stand for", async () => {
    const user = userEvent.setup();
    stretch("told {8!4:every one of them} to wait");
    const dots = screen.getByRole("button", { name: "4 words cut here, and marked" });
    await user.click(dots);
    expect(dots).toHaveAttribute("aria-expanded", "true");
    expect(screen.getByText("every one of them")).toBeInTheDocument();
  });

  it("sets an editor’s words apart and draws only the other side with a line", () => {
    const own = stretch("{6:{[[in Kestria]}}").querySelector("mark");
    expect(own).toHaveClass("edited");
    expect(stretch("{6:in Port Amrin}").querySelector("mark")).not.toHaveClass("edited");
  });
});

describe("Choose", () => {
  it("is opened, moved through and chosen from by keyboard", async () => {
    const user = userEvent.setup();
    const onchoose = vi.fn();
    render(Choose, {
      label: "Order",
      shown: "Most outlets",
      value: "outlets",
      options: [
        { value: "outlets", label: "Most outlets" },
        { value: "divergence", label: "Most different" },
        { value: "date", label: "Newest first" },
      ],
      onchoose,
    });
    const button = screen.getByRole("button", { name: "Order: Most outlets" });
    button.focus();
    await user.keyboard("{ArrowDown}");
    expect(screen.getByRole("option", { name: "Most outlets" })).toHaveFocus();
    await user.keyboard("{End}");
    expect(screen.getByRole("option", { name: "Newest first" })).toHaveFocus();
    await user.keyboard("{ArrowUp}{Enter}");
    expect(onchoose).toHaveBeenCalledExactlyOnceWith("divergence");
    expect(screen.queryByRole("listbox")).toBeNull();
    expect(button).toHaveFocus();
  });

  it("is closed by Esc without a choice", async () => {
    const user = userEvent.setup();
    const onchoose = vi.fn();
    render(Choose, {
      label: "Order",
      shown: "A",
      value: "a",
      options: [
        { value: "a", label: "A" },
        { value: "b", label: "B" },
      ],
      onchoose,
    });
    await user.click(screen.getByRole("button"));
    await user.keyboard("b");
    expect(screen.getByRole("option", { name: "B" })).toHaveFocus();
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("listbox")).toBeNull();
    expect(onchoose).not.toHaveBeenCalled();
  });
});

describe("Legend", () => {
  const props = {
    counts: { negation: 1, synonym: 3, inflection: 1, typography: 4 },
    muted: ["typography" as const],
    singleKeys: true,
    onmute: vi.fn(),
  };

  it("has every effect, with its count, and mutes it", async () => {
    const user = userEvent.setup();
    const onmute = vi.fn();
    render(Legend, { ...props, narrow: false, onmute });
    expect(screen.getAllByRole("button")).toHaveLength(14);
    expect(screen.getByRole("button", { name: "typography 4" })).toHaveAttribute(
      "aria-pressed",
      "false",
    );
    await user.click(screen.getByRole("button", { name: "negation 1" }));
    expect(onmute).toHaveBeenCalledExactlyOnceWith("negation");
  });

  it("folds what is slight where it is narrow", async () => {
    const user = userEvent.setup();
    render(Legend, { ...props, narrow: true });
    expect(screen.getAllByRole("button")).toHaveLength(2);
    const slight = screen.getByRole("button", { name: "slight 8" });
    await user.click(slight);
    expect(screen.getByRole("button", { name: "synonym 3" })).toBeInTheDocument();
  });

  it("is one stop of the Tab key, with arrows inside", async () => {
    const user = userEvent.setup();
    render(Legend, { ...props, narrow: false });
    await user.tab();
    expect(screen.getByRole("button", { name: "negation 1" })).toHaveFocus();
    await user.keyboard("{ArrowRight}{ArrowDown}");
    expect(screen.getByRole("button", { name: "synonym 3" })).toHaveFocus();
    await user.tab();
    expect(document.body).toHaveFocus();
  });
});

describe("Apparatus", () => {
  it("lists every change as lemma, reading and plain words", async () => {
    const user = userEvent.setup();
    const ongo = vi.fn();
    render(Apparatus, {
      comparison: EFFECTS,
      visible: EFFECTS.changes.map((_, i) => i),
      current: 0,
      order: "reading",
      wordsOnly: false,
      singleKeys: true,
      narrow: false,
      onstep: vi.fn(),
      ongo,
      onorder: vi.fn(),
      onlight: vi.fn(),
    });
    const lines = within(screen.getByRole("listbox", { name: "Changes" })).getAllByRole("option");
    expect(lines).toHaveLength(EFFECTS.changes.length);
    expect(lines[0]).toHaveAccessibleName(
      /“do not agree” replaced by “agree”.*the opposite is said/,
    );
    expect(lines[4]).toHaveAccessibleName(/deletion of “in good time”/);
    expect(screen.getByText("1 of 15")).toBeInTheDocument();
    lines[0]!.focus();
    await user.keyboard("{ArrowDown}");
    expect(ongo).toHaveBeenCalledExactlyOnceWith(1);
  });

  it("says so where the two are the same", () => {
    const same = COMPARISONS.passport!;
    render(Apparatus, {
      comparison: same,
      visible: [],
      current: null,
      order: "reading",
      wordsOnly: false,
      singleKeys: true,
      narrow: false,
      onstep: vi.fn(),
      ongo: vi.fn(),
      onorder: vi.fn(),
      onlight: vi.fn(),
    });
    expect(screen.getByText("The two say the same, word for word.")).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Next change" })).toBeDisabled();
  });
});

describe("Head", () => {
  it("says how each article names the speaker, on request", async () => {
    const user = userEvent.setup();
    render(Head, { comparison: COMPARISONS.gates!, onlist: null, onnotthesame: () => {} });
    const name = screen.getByRole("button", { name: "Anselm Korvat" });
    expect(name).toHaveAttribute("aria-expanded", "false");
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent(/^Anselm Korvat/);
    await user.click(name);
    const shown = screen.getByRole("group", { name: "How the speaker is named" });
    expect(shown).toHaveTextContent(
      /Meridian Wire.*“Korvat”.*after the words names the speaker.*Right beside the words/,
    );
    expect(shown).toHaveTextContent(/The Harbour Post.*“Mr Korvat”.*Right beside the words/);
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("group", { name: "How the speaker is named" })).toBeNull();
    expect(name).toHaveFocus();
  });
});

describe("Utterance", () => {
  it("says who, what, in how many outlets, and what differs most", () => {
    const { container } = render(Utterance, { item: items(1)[0]! });
    expect(container).toHaveTextContent(
      /Anselm Korvat.*6 outlets.*If the gates.*a negation differs.*reworded/,
    );
  });
});

describe("CoverageMatrix", () => {
  const matrix = (more: object = {}) =>
    render(CoverageMatrix, {
      outlets: OUTLETS_PAGE.outlets,
      rows: OUTLETS_PAGE.rows,
      families: OUTLETS_PAGE.families,
      at: { row: 0, column: 3 },
      outlet: 3,
      ongo: vi.fn(),
      onopen: vi.fn(),
      ...more,
    });

  it("names every cell by outlet, shape and meaning", () => {
    matrix();
    const row = screen.getAllByRole("row")[1]!;
    expect(
      within(row).getByRole("button", {
        name: /^The Harbour Post: quoted whole, a meaning differs/,
      }),
    ).toBeInTheDocument();
    expect(within(row).getByRole("button", { name: "Northgate Times: fragment" })).toBeVisible();
    const third = screen.getAllByRole("row")[3]!;
    expect(within(third).getByRole("gridcell", { name: "absent" })).toBeInTheDocument();
  });

  it("is one stop of the Tab key, and opens its evidence", async () => {
    const user = userEvent.setup();
    const onopen = vi.fn();
    const ongo = vi.fn();
    matrix({ onopen, ongo });
    await user.tab();
    expect(screen.getAllByRole("row")[1]).toContainElement(document.activeElement as HTMLElement);
    await user.keyboard("{Enter}");
    expect(onopen).toHaveBeenCalledExactlyOnceWith("gates", "harbour");
    await user.keyboard("{ArrowRight}");
    expect(ongo).toHaveBeenLastCalledWith({ row: 0, column: 4 });
    expect(document.activeElement).toHaveAccessibleName("Fenwick Mercury: quoted whole");
    await user.tab();
    expect(document.body).toHaveFocus();
  });

  it("opens an utterance by its words", async () => {
    const user = userEvent.setup();
    const onopen = vi.fn();
    matrix({ onopen });
    await user.click(screen.getAllByRole("button", { name: "Water has no passport." })[0]!);
    expect(onopen).toHaveBeenCalledExactlyOnceWith("passport", null);
  });
});

describe("ArticleText", () => {
  const pair = articlePair("harbour.html", "meridian.html");
  const given = { changes: pair.changes, onshow: vi.fn(), onoriginal: vi.fn() };
  const article = (isShown = () => true) =>
    render(ArticleText, {
      ...given,
      article: pair.left,
      shared: new Set([3, 4, 5, 7, 8]),
      isShown,
    });

  it("draws what changes the meaning, and nothing that is muted", () => {
    const { container, unmount } = article();
    expect(container.querySelector(".fx-number")).toHaveTextContent("Forty");
    expect(container.querySelector(".gap.seam")).toHaveAccessibleName(/3 words cut here/);
    expect(container.querySelector(".gap.caret")).toHaveAccessibleName("“do not” is missing here");
    unmount();
    const muted = article(() => false).container;
    expect(muted.querySelector(".fx, .gap")).toBeNull();
    expect(muted).toHaveTextContent("should be warned.");
  });

  it("names the speaker of what is quoted and dims what stands alone", () => {
    const { container } = article();
    const said = container.querySelector('[data-paragraph="4"]')!;
    expect(said).toHaveClass("marked");
    expect(said.querySelector(".speaker")).toHaveTextContent("Anselm Korvat");
    expect(container.querySelector('[data-paragraph="6"]')).toHaveClass("alone");
    expect(container.querySelector('[data-paragraph="8"]')).not.toHaveClass("alone");
    expect(screen.getByText("not part of the text")).toBeInTheDocument();
  });

  it("tells what is only reported by another rail", () => {
    const { container } = render(ArticleText, {
      ...given,
      article: pair.right,
      shared: new Set([6]),
      isShown: () => true,
    });
    expect(container.querySelector('[data-paragraph="6"]')).toHaveClass("told");
  });

  it("shows hostile text as text", () => {
    const { container } = article();
    expect(container.querySelector("img, script")).toBeNull();
    expect(container).toHaveTextContent("<img src=x onerror=alert(1)>");
  });
});
