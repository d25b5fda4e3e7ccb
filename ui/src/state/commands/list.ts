import { EFFECTS, MUTE_KEYS } from "../effects";
import { inView, listed, open, type Command } from "./command";

const quotations = inView("quotations");

/** What can be done with the list at the side. */
export const LIST: readonly Command[] = [
  {
    name: (w) => w.commands.nextUtterance,
    press: ["j"],
    line: "utterance",
    when: quotations,
    run: (program) => program.stepUtterance(1),
  },
  {
    name: (w) => w.commands.previousUtterance,
    press: ["k"],
    line: "utterance",
    when: quotations,
    run: (program) => program.stepUtterance(-1),
  },
  {
    name: (w) => w.commands.toggleList,
    press: ["$mod+b"],
    line: "toggleList",
    when: listed,
    run: ({ layout }) => layout.toggleList(),
  },
  {
    name: (w) => w.empty.clear,
    when: (program) => quotations(program) && program.utterances.filtered,
    run: ({ utterances }) => utterances.clear(),
  },
  // The keys of the sheet name digits as they lie on the keyboard: Shift makes them other signs.
  ...EFFECTS.map((effect): Command => {
    const digit = /\d/.test(MUTE_KEYS[effect]);
    return {
      name: (w) => w.commands.onlyWhere(w.effects[effect]),
      effect,
      ...(digit && { press: [`$mod+Shift+Digit${MUTE_KEYS[effect]}`], line: "onlyWhere" }),
      when: (program) =>
        open(program) &&
        program.utterances.filters.effect !== effect &&
        (program.session.overview?.effects.some((t) => t.effect === effect && t.count > 0) ??
          false),
      run: (program) => program.onlyWhere({ effect }),
    };
  }),
];
