import type { Language, Theme } from "../../ipc/bindings";
import { nextRegion } from "../regions";
import type { View } from "../program.svelte";
import { listed, open, type Command } from "./command";

const VIEWS: readonly View[] = ["quotations", "articles", "outlets", "problems"];
export const THEMES: readonly Theme[] = ["system", "light", "dark", "contrast", "contrast_dark"];
export const LANGUAGES: readonly Language[] = ["system", "en", "de"];

/** What can be done in any view. */
export const ANYWHERE: readonly Command[] = [
  ...VIEWS.map((view, i): Command => ({
    name: (w) => w.commands.view(w.bar[view]),
    press: [`$mod+${i + 1}`],
    line: "views",
    when: ({ session }) =>
      session.phase === "open" || (session.phase === "opening" && session.shown),
    run: (program) => program.goTo(view),
  })),
  {
    name: (w) => w.commands.palette,
    press: ["$mod+k"],
    line: "palette",
    when: ({ over }) => over === null,
    run: (program) => program.openPalette(),
  },
  {
    name: (w) => w.commands.search,
    press: ["/", "Shift+/"],
    line: "search",
    when: listed,
    run: (program) => program.stage.search?.(),
  },
  {
    name: (w) => w.commands.openFolder,
    press: ["$mod+o"],
    line: "openFolder",
    run: ({ session }) => session.openFolder(),
  },
  {
    name: (w) => w.commands.openFiles,
    press: ["$mod+Shift+o"],
    line: "openFiles",
    run: ({ session }) => session.openFiles(),
  },
  { name: (w) => w.commands.openSample, run: ({ session }) => session.openSample() },
  {
    name: (w) => w.commands.startPage,
    when: ({ session }) => session.phase === "open",
    run: ({ session }) => session.toStart(),
  },
  {
    name: (w) => w.commands.renew,
    press: ["F5"],
    line: "renew",
    when: open,
    run: ({ living }) => living.look(),
  },
  {
    name: (w) => w.settings.larger,
    press: ["$mod++", "$mod+Shift++", "$mod+="],
    line: "size",
    run: ({ settings }) => settings.larger(),
  },
  {
    name: (w) => w.settings.smaller,
    press: ["$mod+-"],
    line: "size",
    run: ({ settings }) => settings.smaller(),
  },
  {
    name: (w) => w.commands.sizeAsAtFirst,
    press: ["$mod+0"],
    line: "sizeReset",
    run: ({ settings }) => settings.sizeAsAtFirst(),
  },
  {
    name: (w) => w.commands.nextTheme,
    press: ["$mod+Shift+d"],
    line: "theme",
    run: ({ settings }) => settings.nextTheme(),
  },
  ...THEMES.map((theme): Command => ({
    name: (w) => w.commands.theme(w.settings.themes[theme]),
    when: ({ settings }) => settings.now.theme !== theme,
    run: ({ settings }) => settings.setTheme(theme),
  })),
  ...LANGUAGES.map((language): Command => ({
    name: (w) => w.commands.language(w.settings.languages[language]),
    when: ({ settings }) => settings.now.language !== language,
    run: ({ settings }) => settings.setLanguage(language),
  })),
  {
    name: (w) => w.commands.nextRegion,
    press: ["F6"],
    line: "region",
    run: () => nextRegion(1),
  },
  {
    name: (w) => w.commands.previousRegion,
    press: ["Shift+F6"],
    line: "region",
    run: () => nextRegion(-1),
  },
  {
    name: (w) => w.commands.sheet,
    press: ["?", "Shift+?"],
    line: "sheet",
    run: (program) => (program.over = "keys"),
  },
  {
    name: (w, { settings }) => w.commands.singleKeys(settings.now.single_keys),
    run: ({ settings }) => settings.toggleSingleKeys(),
  },
];
