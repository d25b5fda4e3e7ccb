// Dates as an article gives them: `2025-09-05`, or with a time. The clock is the article's own;
// it is not moved to the reader's.

import type { Words } from "./en";

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2}))?/;

/** "9 June", with the year where it is not this one, and the time where it is told. */
export function day(
  published: string | null,
  w: Words,
  options: { time?: boolean; now?: Date } = {},
): string {
  const found = published === null ? null : SHAPE.exec(published);
  if (!found) return published ?? "";
  const [, y, m, d, hours, minutes] = found;
  const date = new Date(Date.UTC(Number(y), Number(m) - 1, Number(d)));
  const format = new Intl.DateTimeFormat(w.locale, {
    day: "numeric",
    month: "long",
    timeZone: "UTC",
    ...(Number(y) === (options.now ?? new Date()).getFullYear() ? {} : { year: "numeric" }),
  });
  const told = format.format(date);
  return options.time && hours !== undefined ? `${told}, ${hours}:${minutes}` : told;
}

/** When a folder was last opened: "today, 09:12", "yesterday", "4 June". In the reader's time. */
export function opened(iso: string, w: Words, now = new Date()): string {
  const then = new Date(iso);
  if (Number.isNaN(then.getTime())) return "";
  const midnight = (x: Date) => new Date(x.getFullYear(), x.getMonth(), x.getDate()).getTime();
  const days = Math.round((midnight(now) - midnight(then)) / 86_400_000);
  const clock = new Intl.DateTimeFormat(w.locale, { hour: "2-digit", minute: "2-digit" });
  if (days === 0) return `${w.today}, ${clock.format(then)}`;
  if (days === 1) return w.yesterday;
  const sameYear = then.getFullYear() === now.getFullYear();
  return new Intl.DateTimeFormat(w.locale, {
    day: "numeric",
    month: "long",
    ...(sameYear ? {} : { year: "numeric" }),
  }).format(then);
}
