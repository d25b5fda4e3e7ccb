import type { Progress } from "../ipc/bindings";

/** Before this the pace of a stage says little. */
const SETTLED_MS = 2000;

/** Seconds until a stage is done at its pace so far, rounded to fives; `null` while unknown. */
export function timeLeft(progress: Progress, elapsedMs: number): number | null {
  if (elapsedMs < SETTLED_MS || progress.done === 0 || progress.total <= progress.done) return null;
  const seconds = ((progress.total - progress.done) * elapsedMs) / progress.done / 1000;
  return Math.max(5, Math.ceil(seconds / 5) * 5);
}
