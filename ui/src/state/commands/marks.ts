import { EFFECTS, MUTE_KEYS } from "../effects";
import type { Command } from "./command";

/** What is marked in the text, and how. */
export const MARKS: readonly Command[] = [
  ...EFFECTS.map((effect): Command => {
    const digit = /\d/.test(MUTE_KEYS[effect]);
    return {
      name: (w, { settings }) =>
        (settings.isMuted(effect) ? w.commands.unmute : w.commands.mute)(w.effects[effect]),
      effect,
      press: [`m ${MUTE_KEYS[effect]}`],
      line: digit ? "mute" : "muteOther",
      run: (program) => program.mute(effect),
    };
  }),
  {
    name: (w) => w.commands.onlyStrong,
    press: ["m m"],
    line: "meaning",
    run: (program) => program.onlyStrong(),
  },
  {
    name: (w, { settings }) => w.commands.colour(settings.now.colour),
    press: ["m 0"],
    line: "colour",
    run: ({ settings }) => settings.toggleColour(),
  },
];
