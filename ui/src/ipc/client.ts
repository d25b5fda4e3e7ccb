// The real boundary: the generated commands and events of the program behind the page.

import { commands, events, type Failure } from "./bindings";
import { Refusal, type Boundary, type Told } from "./boundary";

type Answer<T> = { status: "ok"; data: T } | { status: "error"; error: Failure };

async function taken<T>(answer: Promise<Answer<T>>): Promise<T> {
  const result = await answer;
  if (result.status === "ok") return result.data;
  throw new Refusal(result.error.code, result.error.message);
}

async function done(answer: Promise<Answer<unknown>>): Promise<void> {
  await taken(answer);
}

const listeners: { [K in keyof Told]: (heard: (payload: Told[K]) => void) => Promise<unknown> } = {
  openingStarted: (heard) => events.openingStarted.listen((e) => heard(e.payload)),
  opening: (heard) => events.opening.listen((e) => heard(e.payload)),
  heard: (heard) => events.heard.listen((e) => heard(e.payload)),
  found: (heard) => events.found.listen((e) => heard(e.payload)),
  soFar: (heard) => events.soFar.listen((e) => heard(e.payload)),
  opened: (heard) => events.opened.listen((e) => heard(e.payload)),
  openingFailed: (heard) => events.openingFailed.listen((e) => heard(e.payload)),
  renewing: (heard) => events.renewing.listen((e) => heard(e.payload)),
  renewed: (heard) => events.renewed.listen((e) => heard(e.payload)),
  notRenewed: (heard) => events.notRenewed.listen((e) => heard(e.payload)),
  dropHover: (heard) => events.dropHover.listen((e) => heard(e.payload)),
};

const begun: Promise<unknown>[] = [];

export const boundary: Boundary = {
  overview: () => taken(commands.overview()),
  underway: () => taken(commands.underway()),
  failure: () => taken(commands.failure()),
  chooseFolder: () => taken(commands.chooseFolder()),
  chooseFiles: () => taken(commands.chooseFiles()),
  openSample: () => done(commands.openSample()),
  recents: () => taken(commands.recents()),
  openRecent: (id) => done(commands.openRecent(id)),
  forgetRecent: (id) => taken(commands.forgetRecent(id)),
  stopOpening: () => done(commands.stopOpening()),
  goOnReading: () => done(commands.goOnReading()),
  renew: () => done(commands.renew()),
  stopRenewal: () => done(commands.stopRenewal()),
  list: (query) => taken(commands.list(query)),
  listAnew: (query) => taken(commands.listAnew(query)),
  choices: (query) => taken(commands.choices(query)),
  remembered: (words) => taken(commands.remembered(words)),
  comparison: (utterance, left, right) => taken(commands.comparison(utterance, left, right)),
  table: (utterance, base) => taken(commands.table(utterance, base)),
  stopTable: () => done(commands.stopTable()),
  references: () => taken(commands.references()),
  attachFile: () => taken(commands.attachFile()),
  attachText: (name, text) => taken(commands.attachText(name, text)),
  removeReference: (id) => taken(commands.removeReference(id)),
  chooseReference: (utterance, choice) => done(commands.chooseReference(utterance, choice)),
  reference: (utterance) => taken(commands.reference(utterance)),
  comparisonByMeaning: (utterance, left, right) =>
    taken(commands.comparisonByMeaning(utterance, left, right)),
  article: (id) => taken(commands.article(id)),
  articles: (query) => taken(commands.articles(query)),
  articlePair: (left, right) => taken(commands.articlePair(left, right)),
  outlets: () => taken(commands.outlets()),
  correct: (asked) => taken(commands.correct(asked)),
  undo: () => taken(commands.undo()),
  redo: () => taken(commands.redo()),
  withdraw: (numbers) => taken(commands.withdraw(numbers)),
  importCorrections: () => taken(commands.importCorrections()),
  exportCorrections: () => taken(commands.exportCorrections()),
  correctable: () => taken(commands.correctable()),
  corrections: () => taken(commands.corrections()),
  storeTroubles: () => taken(commands.storeTroubles()),
  restoreKept: (of) => taken(commands.restoreKept(of)),
  acknowledgeTrouble: (of) => done(commands.acknowledgeTrouble(of)),
  showTroubledFile: (of) => done(commands.showTroubledFile(of)),
  showInFolder: (path) => done(commands.showInFolder(path)),
  openOriginal: (article) => done(commands.openOriginal(article)),
  settings: () => taken(commands.settings()),
  saveSettings: (settings) => done(commands.saveSettings(settings)),
  on: (event, callback) => void begun.push(listeners[event](callback)),
  listening: async () => void (await Promise.all(begun)),
};
