import type { Renewed } from "../ipc/bindings";

/** Paths of files that came, changed and went. */
export type Taken = Pick<Renewed, "added" | "changed" | "removed" | "failed">;

/** Both in one: a file that came and went is not told, one that came and changed has come. */
export function together(before: Taken | null, now: Taken): Taken {
  if (!before) return now;
  const came = new Set([...before.added, ...now.added]);
  const changed = new Set([...before.changed, ...now.changed]);
  const went = new Set([...before.removed, ...now.removed]);
  for (const path of now.removed) {
    changed.delete(path);
    if (came.delete(path) && !before.removed.includes(path)) went.delete(path);
  }
  for (const path of now.added) {
    if (went.delete(path)) {
      came.delete(path);
      changed.add(path);
    }
  }
  for (const path of came) changed.delete(path);
  const failed = new Map([...before.failed, ...now.failed].map((one) => [one.path, one]));
  for (const path of [...now.added, ...now.changed]) failed.delete(path);
  return {
    added: [...came].sort(),
    changed: [...changed].sort(),
    removed: [...went].sort(),
    failed: [...failed.values()],
  };
}

export function count({ added, changed, removed }: Taken): number {
  return added.length + changed.length + removed.length;
}
