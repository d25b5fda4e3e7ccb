import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { many, tablePage } from "../ipc/fixtures/tables";
import { offsets, shownColumns } from "../state/columns";
import CollationTable from "./CollationTable.svelte";
import Readings from "./Readings.svelte";
import Strip from "./Strip.svelte";
import Ways from "./Ways.svelte";

globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

const PAGE = tablePage("gates", null);
const SHOWN = shownColumns(PAGE, (e) => e === "typography", true, new Set());
const isShown = (change: number) => PAGE.changes[change]!.effect !== "typography";
const baseWords = () => "lie below the dam, and";

function table(more: object = {}) {
  return render(CollationTable, {
    id: "t",
    page: PAGE,
    shown: SHOWN,
    offsets: offsets(SHOWN.map((one) => (one.folded ? 28 : 120))),
    rem: 16,
    rtl: false,
    at: { row: 0, column: 4 },
    column: 4,
    isShown,
    baseWords,
    unfoldedAt: () => null,
    ongo: vi.fn(),
    ontoggle: vi.fn(),
    onopen: vi.fn(),
    onseen: vi.fn(),
    ...more,
  });
}

describe("CollationTable", () => {
  it("is a table with a head for each row and column", () => {
    table();
    const grid = screen.getByRole("grid");
    expect(grid).toHaveAttribute("aria-rowcount", "7");
    const rows = within(grid).getAllByRole("row");
    const harbour = rows.find((row) => within(row).queryByText("The Harbour Post"))!;
    expect(within(harbour).getByRole("rowheader")).toHaveTextContent(/quoted whole.*\.62/);
    expect(within(harbour).getAllByRole("gridcell")).toHaveLength(SHOWN.length);
    expect(within(rows[0]!).getAllByRole("columnheader")).toHaveLength(SHOWN.length + 1);
    expect(within(harbour).getByText("(modality)", { exact: false })).toHaveClass("sr");
    expect(within(harbour).getByRole("img", { name: /3 words cut here/ })).toBeInTheDocument();
  });

  it("says why nothing stands in a cell", () => {
    table();
    const calder = screen.getByText("The Calder Courier").closest("tr")!;
    expect(calder).toHaveTextContent("marked cut, 17 words that four others print");
    const eastbank = screen.getByText("Eastbank Radio").closest("tr")!;
    expect(within(eastbank).getAllByText("ends before this").length).toBeGreaterThan(0);
  });

  it("is one stop of the Tab key; arrows go by cell, Enter opens the version", async () => {
    const user = userEvent.setup();
    const ongo = vi.fn();
    const onopen = vi.fn();
    table({ ongo, onopen, at: { row: 3, column: 4 } });
    expect(document.querySelectorAll('table [tabindex="0"]')).toHaveLength(1);
    document.querySelector<HTMLElement>('table [tabindex="0"]')!.focus();
    await user.keyboard("{ArrowRight}");
    expect(ongo).toHaveBeenLastCalledWith({ row: 3, column: 5 });
    await user.keyboard("{Home}");
    expect(ongo).toHaveBeenLastCalledWith({ row: 3, column: -1 });
    document.querySelector<HTMLElement>('[data-row="3"][data-column="4"]')!.focus();
    await user.keyboard("{Enter}");
    expect(onopen).toHaveBeenCalledExactlyOnceWith(3);
  });

  it("turns its arrows where the text runs from right to left", async () => {
    const user = userEvent.setup();
    const ongo = vi.fn();
    table({ ongo, rtl: true, at: { row: 1, column: 4 } });
    document.querySelector<HTMLElement>('table [tabindex="0"]')!.focus();
    await user.keyboard("{ArrowLeft}");
    expect(ongo).toHaveBeenLastCalledWith({ row: 1, column: 5 });
  });

  it("unfolds what agrees by its head", async () => {
    const user = userEvent.setup();
    const ontoggle = vi.fn();
    table({ ontoggle });
    const [head] = screen.getAllByRole("button", { name: /Unfold what agrees/ });
    await user.click(head!);
    expect(ontoggle).toHaveBeenCalledExactlyOnceWith(1);
  });

  it("shows hostile words as words", () => {
    const page = structuredClone(many(2, 2));
    const words = "<img src=x onerror=alert(1)>";
    page.rows[0]!.cells[0] = {
      type: "words",
      pieces: [{ type: "words", text: words, voice: "inside", change: null, moved: null }],
    };
    const shown = shownColumns(page, () => false, false, new Set());
    const { container } = table({
      page,
      shown,
      offsets: offsets([100, 100]),
      at: { row: 0, column: 0 },
    });
    expect(container.querySelector("img")).toBeNull();
    expect(screen.getAllByText(words).length).toBeGreaterThan(0);
  });
});

describe("Readings", () => {
  it("lists who has which reading, what it changes, and who prints nothing here", () => {
    const at = SHOWN.findIndex((one) => one.effect === "negation");
    render(Readings, {
      page: PAGE,
      column: SHOWN[at]!,
      place: 6,
      count: 7,
      table: {
        isShown,
        told: (change) => (change === null ? null : PAGE.changes[change]!),
        baseWords,
      },
      narrow: false,
      onstep: vi.fn(),
    });
    const region = screen.getByRole("region", { name: "Readings of the column" });
    expect(region).toHaveTextContent("Meridian Wire, The Calder Courier and Lumen Daily");
    expect(region).toHaveTextContent(
      /The Harbour Post\.\s+The “not” is gone: the opposite is said\./,
    );
    expect(region).toHaveTextContent("Eastbank Radio and Northgate Times end before this column.");
    expect(region).toHaveTextContent("7 of 7");
  });
});

describe("Strip", () => {
  const props = () => ({
    shown: SHOWN,
    current: 0,
    offsets: offsets(SHOWN.map(() => 100)),
    seen: { from: 0, to: 400 },
    rtl: false,
    controls: "t",
    onseek: vi.fn(),
    onstep: vi.fn(),
  });

  it("is moved by keys: by column, by page, to the ends", async () => {
    const user = userEvent.setup();
    const p = props();
    render(Strip, p);
    await user.tab();
    expect(screen.getByRole("scrollbar")).toHaveFocus();
    await user.keyboard("{ArrowRight}{ArrowLeft}{PageDown}{End}");
    expect(p.onstep.mock.calls).toEqual([[1], [-1]]);
    expect(p.onseek.mock.calls).toEqual([[600], [SHOWN.length * 100]]);
  });

  it("has a shape for each weight beside its colour", () => {
    const { container } = render(Strip, props());
    for (const shape of ["strong", "move", "slight", "none"])
      expect(container.querySelector(`.bar.${shape}`)).not.toBeNull();
  });
});

describe("Ways", () => {
  it("is chosen by key and by press", async () => {
    const user = userEvent.setup();
    const onway = vi.fn();
    render(Ways, { way: "two", onway });
    await user.tab();
    await user.keyboard("{ArrowRight}");
    expect(onway).toHaveBeenLastCalledWith("all");
    await user.click(screen.getByRole("tab", { name: "One text" }));
    expect(onway).toHaveBeenLastCalledWith("one");
  });
});
