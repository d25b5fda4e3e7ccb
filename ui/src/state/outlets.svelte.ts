import type { Boundary } from "../ipc/boundary";
import type { CoverageRow, OutletsPage } from "../ipc/bindings";

/** Most outlets first is the order in which the rows come. */
export type RowOrder = "outlets" | "meaning";

/** A place in the matrix. Row −1 is that of the outlets' names, column −1 that of the words. */
export interface Place {
  row: number;
  column: number;
}

/** A, B, … for the first families; after Z, A2 and so on. */
export function familyLetter(index: number): string {
  const round = Math.floor(index / 26);
  return String.fromCharCode(65 + (index % 26)) + (round > 0 ? round + 1 : "");
}

const differing = (row: CoverageRow) => row.cells.filter((cell) => cell.meaning_differs).length;

/** Where an arrow, Home, End or a page leads; with `far`, to the very first or last row. The corner
 * where nothing stands is stepped over. */
export function moved(
  at: Place,
  key: string,
  far: boolean,
  size: { rows: number; columns: number; page: number },
): Place | null {
  const to: Record<string, Place> = {
    ArrowUp: { ...at, row: at.row - 1 },
    ArrowDown: { ...at, row: at.row + 1 },
    ArrowLeft: { ...at, column: at.column - 1 },
    ArrowRight: { ...at, column: at.column + 1 },
    PageUp: { ...at, row: at.row - size.page },
    PageDown: { ...at, row: at.row + size.page },
    Home: { row: far ? 0 : at.row, column: -1 },
    End: { row: far ? size.rows - 1 : at.row, column: size.columns - 1 },
  };
  const next = to[key];
  if (!next) return null;
  const column = Math.min(Math.max(next.column, -1), size.columns - 1);
  const first = column < 0 ? 0 : -1;
  const row = Math.min(Math.max(next.row, first), size.rows - 1);
  return row < 0 && column < 0 ? at : { row, column };
}

/** Who carried what, and where the reader is in it. */
export class OutletsState {
  page = $state.raw<OutletsPage | null>(null);
  failed = $state(false);
  order = $state<RowOrder>("outlets");
  /** The current row, by utterance, so that it stays the same in another order. */
  utterance = $state<string | null>(null);
  column = $state(0);
  /** The names of the outlets have the place in the matrix, not a row. */
  atNames = $state(false);

  readonly #boundary: Boundary;
  #wanted = 0;

  readonly rows: readonly CoverageRow[] = $derived.by(() => {
    const rows = this.page?.rows ?? [];
    return this.order === "outlets" ? rows : [...rows].sort((a, b) => differing(b) - differing(a));
  });
  readonly at: Place = $derived({
    row: this.atNames
      ? -1
      : Math.max(
          0,
          this.rows.findIndex((row) => row.utterance === this.utterance),
        ),
    column: this.column,
  });
  /** The outlet whose profile is shown: that of the current column. */
  readonly outlet: number = $derived(Math.max(0, this.column));

  constructor(boundary: Boundary) {
    this.#boundary = boundary;
  }

  /** Reads the page unless it is there, and goes to the utterance that is chosen elsewhere. */
  async show(utterance: string | null) {
    if (!this.page) await this.reload();
    if (this.rows.some((row) => row.utterance === utterance)) {
      this.utterance = utterance;
      this.atNames = false;
    }
  }

  /** Goes to an outlet's column. False where the matrix has none for it. */
  async open(outlet: string): Promise<boolean> {
    if (!this.page) await this.reload();
    const column = this.page?.outlets.findIndex(({ name }) => name === outlet) ?? -1;
    if (column >= 0) this.column = column;
    return column >= 0;
  }

  async reload() {
    const wanted = ++this.#wanted;
    this.failed = false;
    try {
      const page = await this.#boundary.outlets();
      if (wanted === this.#wanted) this.page = page;
    } catch {
      if (wanted === this.#wanted) this.failed = true;
    }
  }

  /** The page as it is now; the reader stays where she is. */
  async renew(now: (id: string) => string) {
    if (!this.page) return;
    if (this.utterance !== null) this.utterance = now(this.utterance);
    await this.reload();
    this.column = Math.min(this.column, Math.max(-1, (this.page?.outlets.length ?? 0) - 1));
  }

  go({ row, column }: Place) {
    this.atNames = row < 0;
    if (row >= 0) this.utterance = this.rows[row]?.utterance ?? null;
    this.column = column;
  }

  /** Forgets what belongs to the folder that was open. */
  forget() {
    this.#wanted += 1;
    this.page = null;
    this.failed = false;
    this.utterance = null;
    this.column = 0;
    this.atNames = false;
  }
}
