// Finding what somebody means by a few letters.

/** Where the letters of a query stand in a text: pairs of start and end, in order; and how well
 * they do, 1 at best. */
export interface Found {
  score: number;
  at: readonly (readonly [start: number, end: number])[];
}

/** Letters without their accents, one for one, so that places are the same in both. */
function folded(text: string): string {
  let out = "";
  for (let i = 0; i < text.length; i++) {
    out += text[i]!.normalize("NFD").charAt(0).toLowerCase().charAt(0);
  }
  return out;
}

const isLetter = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char);

/** Every word of the query must stand in the text: as the beginning of a word at best, then within
 * one, then with letters left out. `loose` allows the last. */
export function fuzzy(query: string, text: string, loose = true): Found | null {
  const words = folded(query).split(/\s+/).filter(Boolean);
  const within = folded(text);
  let score = 0;
  const at: [number, number][] = [];
  for (const word of words) {
    const found = inOrder(word, within, loose);
    if (!found) return null;
    score += found.score;
    at.push(...found.at);
  }
  // Of two that hold the query alike the shorter one is nearer to it.
  const brevity = words.length === 0 ? 0 : 0.1 / (1 + text.length / 20);
  return { score: words.length === 0 ? 1 : score / words.length + brevity, at: joined(at) };
}

function inOrder(
  word: string,
  text: string,
  loose: boolean,
): { score: number; at: [number, number][] } | null {
  let inside = -1;
  for (let i = text.indexOf(word); i >= 0; i = text.indexOf(word, i + 1)) {
    if (!isLetter(text[i - 1])) return { score: i === 0 ? 1 : 0.9, at: [[i, i + word.length]] };
    if (inside < 0) inside = i;
  }
  if (inside >= 0) return { score: 0.6, at: [[inside, inside + word.length]] };
  return loose && word.length > 1 ? scattered(word, text) : null;
}

/** The letters one after the other from the beginning of a word on, in at most twice their length
 * and a few more: further apart they are somewhere in every sentence. */
function scattered(word: string, text: string) {
  const longest = word.length * 2 + 2;
  for (let start = text.indexOf(word[0]!); start >= 0; start = text.indexOf(word[0]!, start + 1)) {
    if (isLetter(text[start - 1])) continue;
    const at: [number, number][] = [];
    let next = start;
    for (const letter of word) {
      next = text.indexOf(letter, next);
      if (next < 0 || next - start >= longest) break;
      at.push([next, next + 1]);
      next += 1;
    }
    if (at.length === word.length) return { score: (0.4 * word.length) / (next - start), at };
  }
  return null;
}

function joined(at: [number, number][]): [number, number][] {
  const out: [number, number][] = [];
  for (const [start, end] of at.sort((a, b) => a[0] - b[0])) {
    const last = out.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else out.push([start, end]);
  }
  return out;
}

/** A text cut where the found letters begin and end. */
export function pieces(text: string, at: Found["at"]): { text: string; found: boolean }[] {
  const out: { text: string; found: boolean }[] = [];
  let done = 0;
  for (const [start, end] of at) {
    if (start > done) out.push({ text: text.slice(done, start), found: false });
    out.push({ text: text.slice(start, end), found: true });
    done = end;
  }
  if (done < text.length) out.push({ text: text.slice(done), found: false });
  return out;
}
