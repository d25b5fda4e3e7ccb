import type { Filter, ListQuery } from "../ipc/bindings";
import { day } from "../words/dates";
import type { Words } from "../words/en";

/** What narrows and orders the list of utterances. */
export type Filters = Omit<ListQuery, "offset" | "limit">;

export const NO_FILTERS: Filters = {
  search: "",
  effect: null,
  speaker: null,
  outlet: null,
  from: null,
  to: null,
  kind: null,
  tier: null,
  unreviewed: false,
  order: "outlets",
  alone: false,
};

/** The filters that are set, in the order in which they are told. */
export function active(f: Filters): Filter[] {
  const set: Record<Filter, boolean> = {
    search: f.search.trim() !== "",
    effect: f.effect !== null,
    speaker: f.speaker !== null,
    outlet: f.outlet !== null,
    date: f.from !== null || f.to !== null,
    kind: f.kind !== null,
    tier: f.tier !== null,
    unreviewed: f.unreviewed,
  };
  return (Object.keys(set) as Filter[]).filter((filter) => set[filter]);
}

/** Those that have no menu of their own above the list. */
export const MORE: readonly Filter[] = ["outlet", "date", "kind", "tier", "unreviewed"];

/** What a filter asks for, in words: "by Ines Dorath". */
export function asks(filter: Filter, f: Filters, w: Words): string {
  const words: Record<Filter, () => string> = {
    search: () => w.empty.words(f.search.trim()),
    effect: () => w.empty.effect(w.effects[f.effect!]),
    speaker: () => w.empty.by(f.speaker!),
    outlet: () => w.filters.inOutlet(f.outlet!),
    date: () =>
      w.filters.dates(f.from === null ? null : day(f.from, w), f.to === null ? null : day(f.to, w)),
    kind: () => w.filters.ofKind(w.kinds[f.kind!]),
    tier: () => w.filters.ofTier(w.tiers[f.tier!]),
    unreviewed: () => w.filters.notReviewed,
  };
  return words[filter]();
}

/** The list without these filters. */
export function cleared(filters: readonly Filter[]): Partial<Filters> {
  return Object.assign(
    {},
    ...filters.map((filter) =>
      filter === "date" ? { from: null, to: null } : { [filter]: NO_FILTERS[filter] },
    ),
  );
}
