import { describe, expect, it } from "vitest";
import type { ListItem, Strongest } from "../ipc/bindings";
import { items } from "../ipc/fixtures/folder";
import { day, opened } from "./dates";
import { de } from "./de";
import { en } from "./en";
import { spoken } from "./language.svelte";
import { strongestLine } from "./strongest";

/** The places of all texts of a table. */
function keys(table: object, path = ""): string[] {
  return Object.entries(table).flatMap(([key, value]) =>
    typeof value === "object" ? keys(value, `${path}${key}.`) : [`${path}${key}`],
  );
}

describe("the tables", () => {
  it("have the same texts", () => {
    expect(keys(de).sort()).toEqual(keys(en).sort());
  });

  it("say nothing twice the same but what is so in both languages", () => {
    const same = keys(en).filter((key) => {
      const at = (table: object) =>
        key.split(".").reduce((o, k) => (o as Record<string, object>)[k]!, table) as unknown;
      return typeof at(en) === "string" && at(en) === at(de);
    });
    expect(same.sort()).toEqual(
      [
        "effects.synonym",
        "keys.caps.Alt",
        "keys.caps.Escape",
        "settings.languages.de",
        "settings.languages.en",
      ].sort(),
    );
  });

  it("count", () => {
    expect(en.outlets(1)).toBe("1 outlet");
    expect(en.articles(1284)).toBe("1,284 articles");
    expect(de.outlets(1)).toBe("1 Medium");
    expect(de.articles(1284)).toBe("1.284 Artikel");
    expect(en.notes.cut_silently(3)).toBe(
      "Three words left out inside the marks, and nothing shows it.",
    );
    expect(en.notes.cut_silently(1)).toMatch(/^One word left out/);
    expect(de.notes.cut_silently(1)).toMatch(/^Ein Wort fehlt/);
    expect(en.list.same(2)).toBe("the same in both");
  });
});

describe("spoken", () => {
  it("follows the choice, then the system, then English", () => {
    expect(spoken("de", ["en-GB"])).toBe("de");
    expect(spoken("system", ["fr-FR", "de-AT", "en"])).toBe("de");
    expect(spoken("system", ["fr-FR"])).toBe("en");
  });
});

describe("day", () => {
  const now = new Date(2031, 5, 20);

  it("tells the year only where it is another, and the time only where it is asked for", () => {
    expect(day("2031-06-09T14:20:00", en, { now })).toBe("9 June");
    expect(day("2031-06-09T14:20:00+03:00", en, { time: true, now })).toBe("9 June, 14:20");
    expect(day("2025-09-05", en, { time: true, now })).toBe("5 September 2025");
    expect(day("2031-06-09", de, { now })).toBe("9. Juni");
  });

  it("leaves what it does not know as it is", () => {
    expect(day(null, en)).toBe("");
    expect(day("last Tuesday", en)).toBe("last Tuesday");
  });
});

describe("opened", () => {
  const now = new Date(2031, 5, 20, 9, 0);

  it("says today with the time, yesterday, or the day", () => {
    expect(opened(new Date(2031, 5, 20, 8, 12).toISOString(), en, now)).toBe("today, 08:12");
    expect(opened(new Date(2031, 5, 19, 23, 0).toISOString(), en, now)).toBe("yesterday");
    expect(opened(new Date(2031, 5, 4).toISOString(), en, now)).toBe("4 June");
    expect(opened("no date", en, now)).toBe("");
  });
});

describe("strongestLine", () => {
  const base = items(1)[0]!;
  const line = (strongest: Partial<Strongest>, more: Partial<ListItem> = {}) =>
    strongestLine(
      { ...base, ...more, strongest: { ...base.strongest, lemma: "", reading: "", ...strongest } },
      en,
    );

  it("names both words where there is room", () => {
    expect(line({ effect: "number", lemma: "three", reading: "thirteen" })).toBe(
      "“three” or “thirteen”",
    );
    expect(
      line({ effect: "number", lemma: "three hundred and forty-one villages", reading: "341" }),
    ).toBe("a number differs");
    expect(line({ effect: "wording", reading: "further" })).toBe("“further” in some only");
  });

  it("says by whom else it was said", () => {
    expect(line({ effect: "name", other_speaker: "Ines Dorath" })).toBe(
      "said by Korvat or by Dorath",
    );
  });

  it("tells equal versions from a lone one", () => {
    expect(line({ effect: null }, { versions: 6 })).toBe("the same in all six");
    expect(line({ effect: null }, { versions: 1, outlets: 1 })).toBe("in one outlet only");
    expect(line({ effect: null }, { versions: 1, outlets: 2, possible: 1 })).toBe(
      "one sure version",
    );
  });

  it("counts the words of a cut", () => {
    expect(line({ effect: "silent_cut", words: 11 })).toBe("11 words cut, unmarked");
    expect(line({ effect: "inflection", note: "reporting_shift" })).toBe(
      "only shifts of reporting",
    );
  });
});
