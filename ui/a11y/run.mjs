// Holds every view of the window against the axe rules, in each theme, at each size, and with
// text at 200 %. Any violation, and any message of the page's policy, is a failure.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { buildFake, launch, serve } from "./browser.mjs";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const press =
  (...keys) =>
  async (page) => {
    for (const key of keys) await page.keyboard.press(key);
  };
const click = (selector) => (page) => page.click(selector);
const search = async (page) => {
  await page.keyboard.press("/");
  await page.keyboard.type("no such words");
};

/** Name, address, what is done before it is looked at. */
const VIEWS = [
  ["start", "scene=start"],
  ["first start", "scene=first"],
  ["folder forbidden", "scene=failed"],
  ["folder missing", "scene=start", click("h3 button >> nth=2")],
  ["editing the list", "scene=start", click("h2 button")],
  ["opening", "scene=opening"],
  ["opening, nothing compared", "scene=hearing"],
  ["opening, readable", "scene=underway"],
  ["read while it opens", "scene=underway", click("button.lines >> nth=1")],
  ["articles while it opens", "scene=underway", press("Control+2")],
  ["files taken in", "scene=changed", click(".living .btn")],
  ["taking files in", "scene=changing"],
  ["folder gone", "scene=gone"],
  ["quotations", "scene=open"],
  ["every effect", "scene=open&muted=", press(..."jjjjjjjj")],
  ["other scripts", "scene=open", press(..."jjjjjjjjj")],
  ["a later change", "scene=open", press(..."nnnnnnn")],
  ["colour off", "scene=open&colour=off"],
  ["whole article", "scene=open", click(".unfold button >> nth=1")],
  ["outlet menu", "scene=open", click(".outlet .pick")],
  ["speaker", "scene=open", click(".who .why")],
  ["tier", "scene=open", click(".tier .why")],
  ["folder menu", "scene=open", click("button.folder")],
  ["keys", "scene=open", press("?")],
  ["commands", "scene=open", press("Control+k")],
  ["commands, looked for", "scene=open", press("Control+k", ..."wehl")],
  ["commands, none", "scene=open", press("Control+k", ..."xqzj")],
  ["all versions", "scene=open", press("a")],
  ["all versions, right to left", "scene=open", press(..."jjjjjjjjja")],
  ["one text", "scene=open", press("o")],
  ["measured", "scene=open&said", press("b", "Enter")],
  ["what was said", "scene=open&said", press("b")],
  ["articles", "scene=open", press("Control+2")],
  ["outlets", "scene=open", press("Control+3")],
  [
    "outlet chosen",
    "scene=open",
    press(
      "Control+3",
      "Tab",
      "Tab",
      "Tab",
      "Tab",
      "Tab",
      "Tab",
      "Tab",
      "ArrowUp",
      "ArrowRight",
      "Enter",
    ),
  ],
  ["no coverage", "scene=nothing", press("Control+3")],
  ["problems", "scene=open", press("Control+4")],
  ["nothing twice", "scene=nothing"],
  ["one outlet", "scene=nothing", click(".btn.primary")],
  ["no articles", "scene=none"],
  ["no match", "scene=open", search],
  ["stopped", "scene=stopped"],
  ["troubles of what is kept", "scene=troubled"],
];
/** Colours are the same at every size: all themes are held against the rules at one of them. */
const WINDOWS = [
  ["1280", 1280, 800, "", ["light", "dark", "contrast", "contrast_dark"]],
  ["1024", 1024, 640, "", ["light"]],
  ["200 %", 1280, 800, "&zoom=2", ["dark"]],
];
/** Only views whose name holds this, where an argument is given. */
const only = process.argv[2] ?? "";

async function violations(context, address, [, query, act], [, width, height, more], theme) {
  const page = await context.newPage();
  const said = [];
  page.on("pageerror", (error) => said.push(error.message));
  page.on("console", (message) => message.type() === "error" && said.push(message.text()));
  try {
    await page.setViewportSize({ width, height });
    await page.goto(`${address}?${query}&theme=${theme}${more}`);
    await page.evaluate(() => document.fonts.ready);
    if (act) await act(page);
    await page.waitForTimeout(150);
    await page.evaluate(AXE);
    const found = await page.evaluate(() => window.axe.run(document));
    return [
      ...said,
      ...found.violations.map(
        (v) =>
          `${v.id}: ${v.help}\n      ${v.nodes.map((n) => n.html.slice(0, 160)).join("\n      ")}`,
      ),
    ];
  } catch (error) {
    return [String(error)];
  } finally {
    await page.close();
  }
}

await buildFake();
const server = await serve();
const context = await launch();
let passed = 0;
let failed = 0;
for (const view of VIEWS.filter(([name]) => name.includes(only))) {
  for (const window of WINDOWS) {
    for (const theme of window[4]) {
      const found = await violations(context, server.address, view, window, theme);
      if (found.length === 0) passed += 1;
      else {
        failed += 1;
        console.error(`✗ ${view[0]}, ${window[0]}, ${theme}\n    ${found.join("\n    ")}`);
      }
    }
  }
}
await context.close();
await server.stop();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
