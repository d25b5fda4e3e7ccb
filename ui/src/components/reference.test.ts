import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { COMPARISONS } from "../ipc/fixtures/comparisons";
import { ATTACHED, REFERENCE } from "../ipc/fixtures/references";
import MeasureTable from "./MeasureTable.svelte";
import ReferenceDialog from "./ReferenceDialog.svelte";
import SaidText from "./SaidText.svelte";
import StrongChanges from "./StrongChanges.svelte";

// jsdom knows no modal dialogs.
HTMLDialogElement.prototype.showModal ??= function () {
  this.open = true;
};

function table(more: object = {}) {
  return render(MeasureTable, {
    page: REFERENCE,
    rows: REFERENCE.outlets,
    at: 2,
    order: "kept",
    onorder: vi.fn(),
    ongo: vi.fn(),
    onopen: vi.fn(),
    ...more,
  });
}

describe("MeasureTable", () => {
  it("tells of each outlet what it keeps, cuts, adds and changes", () => {
    table();
    const row = screen.getByRole("row", { name: /The Harbour Post/ });
    expect(within(row).getByRole("img")).toHaveAccessibleName(
      "33 of 38 words kept, 3 cut, 4 added, 2 meanings differ",
    );
    expect(row).toHaveTextContent(/87\s*3\s*4\s*2/);
    expect(row).toHaveTextContent("“should” for “must”");
    expect(row).toHaveTextContent("fullest of 2");
    expect(screen.getByRole("columnheader", { name: "Kept %" })).toHaveAttribute(
      "aria-sort",
      "descending",
    );
  });

  it("is sorted by its heads, gone through by arrows, opened by Enter", async () => {
    const user = userEvent.setup();
    const [onorder, ongo, onopen] = [vi.fn(), vi.fn(), vi.fn()];
    table({ onorder, ongo, onopen });
    await user.click(screen.getByRole("button", { name: "Cut" }));
    expect(onorder).toHaveBeenCalledExactlyOnceWith("cut");
    screen.getByRole("button", { name: "The Harbour Post" }).focus();
    await user.keyboard("{ArrowDown}{End}{Enter}");
    expect(ongo.mock.calls).toEqual([[3], [4]]);
    expect(onopen).toHaveBeenCalledExactlyOnceWith(2);
  });

  it("draws every fate with a shape of its own, and what is only told as an outline", () => {
    const { container } = table();
    for (const fate of ["kept", "reworded", "meaning", "silent_cut", "marked_cut", "not_printed"])
      expect(container.querySelector(`.part.${fate}`)).not.toBeNull();
    const told = screen.getByRole("row", { name: /Eastbank Radio/ });
    expect(told.querySelectorAll(".kept:not(.told)")).toHaveLength(0);
  });
});

describe("SaidText", () => {
  it("is the text itself, with the thicker rule where more keep it", () => {
    const { container } = render(SaidText, { page: REFERENCE });
    const text = container.querySelector(".text")!;
    expect(text.textContent.trim()).toBe(REFERENCE.said.map((run) => run.text).join(""));
    expect(screen.getByText("done with,")).toHaveAttribute("title", "kept by 0 of 5 outlets");
    expect(screen.getByRole("region")).toHaveTextContent("korvat-0906.txt, lines 41–44");
  });
});

describe("StrongChanges", () => {
  it("lists the strong ones alone, in words", () => {
    render(StrongChanges, { outlet: REFERENCE.outlets[2]!, language: "en", onopen: vi.fn() });
    const region = screen.getByRole("region");
    expect(region).toHaveTextContent("The Harbour Post: 3 of its 4 changes are strong");
    expect(within(region).getAllByRole("listitem")).toHaveLength(3);
    expect(region).toHaveTextContent("An obligation becomes advice.");
  });
});

describe("ReferenceDialog", () => {
  const props = () => ({
    versions: COMPARISONS.gates!.versions,
    attached: ATTACHED,
    version: "meridian",
    refused: null,
    onfile: vi.fn().mockResolvedValue(null),
    ontext: vi.fn().mockResolvedValue(null),
    onremove: vi.fn(),
    onchoose: vi.fn(),
    onclose: vi.fn(),
  });

  it("has the version that the reader came from chosen, and measures it by Enter", async () => {
    const user = userEvent.setup();
    const p = props();
    render(ReferenceDialog, p);
    const radio = screen.getByRole("radio", { name: /Meridian Wire/ });
    expect(radio).toBeChecked();
    await user.click(screen.getByRole("button", { name: "Measure the outlets" }));
    expect(p.onchoose).toHaveBeenCalledExactlyOnceWith({ type: "version", quotation: "meridian" });
  });

  it("chooses and takes away a transcript", async () => {
    const user = userEvent.setup();
    const p = props();
    render(ReferenceDialog, p);
    await user.click(screen.getByRole("radio", { name: /Recording, 9 June/ }));
    await user.click(screen.getByRole("button", { name: "Measure the outlets" }));
    expect(p.onchoose).toHaveBeenCalledExactlyOnceWith({ type: "transcript", id: "t1" });
    await user.click(screen.getByRole("button", { name: "Take away: korvat-0906.txt" }));
    expect(p.onremove).toHaveBeenCalledExactlyOnceWith("t2");
  });

  it("takes a pasted text", async () => {
    const user = userEvent.setup();
    const p = props();
    render(ReferenceDialog, p);
    await user.click(screen.getByRole("button", { name: "Paste a text" }));
    expect(screen.getByRole("button", { name: "Attach it" })).toBeDisabled();
    await user.type(screen.getByLabelText("Text"), "We will wait.");
    await user.click(screen.getByRole("button", { name: "Attach it" }));
    expect(p.ontext).toHaveBeenCalledExactlyOnceWith("Pasted text", "We will wait.");
  });

  it("says why a text was refused", () => {
    render(ReferenceDialog, { ...props(), refused: "reference_unreadable" });
    expect(screen.getByRole("alert")).toHaveTextContent("There is no text in it");
  });
});
