// Der ganze Text des Fensters auf Deutsch.

import { chooser } from "./plural";
import type { Words } from "./en";

const n = new Intl.NumberFormat("de");
const pick = chooser("de");
const count = (x: number, one: string, other: string) => `${n.format(x)} ${pick(x, one, other)}`;
const names = [
  "kein",
  "ein",
  "zwei",
  "drei",
  "vier",
  "fünf",
  "sechs",
  "sieben",
  "acht",
  "neun",
  "zehn",
];
const spelled = (x: number) => names[x] ?? n.format(x);
const joined = new Intl.ListFormat("de", { type: "conjunction" });
const list = (names: readonly string[]) => joined.format(names);
const capital = (s: string) => s.charAt(0).toUpperCase() + s.slice(1);

const articles = (x: number) => count(x, "Artikel", "Artikel");
const outlets = (x: number) => count(x, "Medium", "Medien");
const files = (x: number) => count(x, "Datei", "Dateien");
const quotations = (x: number) => count(x, "Zitat", "Zitate");
const words = (x: number) => count(x, "Wort", "Wörter");
const utterances = (x: number) => count(x, "Äußerung", "Äußerungen");
const someWords = (x: number) => (x === 1 ? "Ein Wort" : `${capital(spelled(x))} Wörter`);

export const de: Words = {
  locale: "de-DE",
  number: (x) => n.format(x),
  quoted: (x) => `„${x}“`,
  articles,
  outlets,
  versions: (x) => count(x, "Fassung", "Fassungen"),
  utterances,
  unknownSpeaker: "Person nicht genannt",
  today: "heute",
  yesterday: "gestern",
  or: "oder",

  start: {
    line: "Wer hat es gesagt, und in welchen Worten steht es wo.",
    openFolder: "Ordner öffnen…",
    openFiles: "Dateien öffnen…",
    newHere: "Zum ersten Mal hier?",
    openSample: "Das Beispiel öffnen",
    sampleIs: "sieben erfundene Artikel über einen erfundenen Streit.",
    reads: "Liest .txt, .md und .html.",
    promise: "Ihre Dateien werden nie verändert, und nichts verlässt diesen Rechner.",
    recent: "Zuletzt geöffnet",
    noRecent: "Ordner, die Sie öffnen, stehen dann hier.",
    editList: "Liste bearbeiten",
    editDone: "Fertig",
    forget: (name) => `Aus der Liste nehmen: ${name}`,
    forgetShort: "Aus der Liste nehmen",
    holds: (a, o, u) => `${articles(a)}, ${outlets(o)}, ${utterances(u)} in mehreren Medien`,
    problems: (x) => `${files(x)} nicht lesbar`,
    missing: "nicht mehr an seinem Platz",
    fingerprint: (rows, columns) =>
      `Was gefunden wurde: ${utterances(rows)} in ${outlets(columns)}`,
    dropHere: "Ordner oder Dateien irgendwo in dieses Fenster ziehen.",
    drop: (name) => `„${name}“ öffnen`,
    dropHow: "Loslassen, um zu lesen; Esc, um es zu lassen.",
  },

  coverage: {
    whole: "ganz zitiert",
    fragment: "Bruchstück",
    reported: "indirekt",
    absent: "fehlt",
  },

  carried: {
    title: "Wer was gebracht hat",
    region: "Verbreitung",
    beside: "Profil und Ähnlichkeit",
    failed: "Die Medien ließen sich nicht lesen",
    orders: { outlets: "Meiste Medien zuerst", meaning: "Meiste Sinnabweichungen" },
    grid: (u, o) => `Verbreitung: ${utterances(u)} in ${outlets(o)}`,
    cell: (outlet, coverage, differs, like) =>
      `${outlet}: ${de.coverage[coverage]}${differs ? ", der Sinn weicht ab" : ""}${
        like.length > 0 ? `, ${de.carried.sharesWith(like)}` : ""
      }`,
    sharesWith: (outlets) => `teilt den Wortlaut mit ${list(outlets)}`,
    families: "Wortlaut-Familien",
    familyBy: "gemeinsame seltene Wahl",
    family: (letter) => `Familie ${letter}`,
    familyOn: (x) => `derselbe Wortlaut in ${x === 1 ? "1 Äußerung" : `${n.format(x)} Äußerungen`}`,
    differs: "der Sinn weicht ab",
    shown: (x, all) => `${n.format(x)} von ${utterances(all)}`,
    shownOutlets: (x, all) => `${n.format(x)} von ${outlets(all)}`,
    silentCuts: "stille Kürzungen",
    alike: "Wie ähnlich sie es wiedergeben",
    scale: "100 heißt gleich",
    likeness: (a, b, percent, u) =>
      `${a} und ${b}: ${n.format(percent)}, an ${utterances(u)} gemessen`,
    notMeasured: "keine gemeinsame Äußerung",
  },

  pair: {
    region: "Zwei Artikel",
    article: { left: "Linker Artikel", right: "Rechter Artikel" },
    left: "links",
    right: "rechts",
    put: { left: "Nach links stellen", right: "Nach rechts stellen" },
    search: "In allen Artikeln suchen",
    outlet: "Medium",
    everyOutlet: "Jedes Medium",
    byOutlet: "Nach Medium",
    noDate: "ohne Datum",
    none: "Kein Artikel passt.",
    oneOnly: "Nur ein Artikel: Nichts steht daneben",
    failed: "Die beiden Artikel ließen sich nicht lesen",
    passages: (x) => count(x, "Stelle", "Stellen"),
    about: (moved, left, right) =>
      `in beiden${moved > 0 ? ` · ${n.format(moved)} verschoben` : ""} · ${n.format(left)} und ${count(right, "Absatz", "Absätze")} ohne Gegenstück`,
    previous: "Vorige Stelle",
    next: "Nächste Stelle",
    together: "Gemeinsam rollen",
    open: "Wortlaut vergleichen",
    overview: "Überblick über beide Artikel",
    boilerplate: "nicht Teil des Textes",
  },

  opening: {
    title: (x) => (x > 0 ? `${articles(x)} werden geöffnet` : "Der Ordner wird geöffnet"),
    opening: "wird geöffnet",
    left: (seconds) =>
      seconds < 90
        ? `Noch etwa ${count(seconds, "Sekunde", "Sekunden")}.`
        : `Noch etwa ${count(Math.round(seconds / 60), "Minute", "Minuten")}.`,
    wait: "Was gefunden ist, steht nach und nach in der Liste.",
    stages: {
      looking: "Ordner durchsehen",
      reading: "Artikel lesen",
      quotations: "Zitate finden",
      speakers: "Personen benennen",
      grouping: "Fassungen zusammenführen",
      comparing: "Vergleichen",
    },
    done: {
      looking: (x) => files(x),
      reading: (x) => n.format(x),
      quotations: (x) => n.format(x),
      speakers: (x) => count(x, "Person", "Personen"),
      grouping: (x) => utterances(x),
      comparing: (x) => n.format(x),
    },
    andProblems: (x) => `und ${count(x, "Problem", "Probleme")}`,
    of: (done, total) => `${n.format(done)} von ${n.format(total)}`,
    stop: "Hier anhalten",
    keeps: "Behält, was fertig ist.",
    soFar: "Bisher verglichen",
    notYet: "Bisher gefunden, noch nicht verglichen",
    several: (x) => `${utterances(x)} in mehreren Medien`,
    progress: "Fortschritt",
  },

  bar: {
    views: "Ansichten",
    quotations: "Zitate",
    articles: "Artikel",
    outlets: "Medien",
    problems: "Probleme",
    keys: "Tasten",
    commands: "Befehle",
    holds: (a, o) => `${articles(a)}, ${outlets(o)}`,
    menu: (name) => `${name}: Ordner und Einstellungen`,
    openAnother: "Anderen Ordner öffnen…",
    openFiles: "Dateien öffnen…",
    startPage: "Startseite",
    recent: "Zuletzt geöffnet",
    list: "Liste",
  },

  settings: {
    theme: "Darstellung",
    themes: {
      system: "wie das System",
      light: "hell",
      dark: "dunkel",
      contrast: "starker Kontrast, hell",
      contrast_dark: "starker Kontrast, dunkel",
    },
    language: "Sprache",
    languages: { system: "wie das System", en: "English", de: "Deutsch" },
    size: "Schriftgröße",
    larger: "Größere Schrift",
    smaller: "Kleinere Schrift",
    sizeIs: (px) => `${n.format(px)} px`,
    singleKeys: "Tasten aus einem Buchstaben",
    colour: "Farbe in den Zeichen",
  },

  list: {
    name: (x) => utterances(x),
    nameAlone: (x) => quotations(x),
    region: "Äußerungen",
    search: "Wörter, Personen, Medien suchen",
    clear: "Suche leeren",
    anyDifference: "Jeder Unterschied",
    difference: "Unterschied",
    anyone: "Alle",
    speaker: "Person",
    order: "Reihenfolge",
    orders: { outlets: "Meiste Medien", divergence: "Größte Abweichung", date: "Neueste zuerst" },
    alone: (x) => `Alle ${quotations(x)}, auch die in nur einem Medium.`,
    severalOnly: "Nur in mehreren Medien",
    same: (x) => (x === 2 ? "in beiden gleich" : `in allen ${spelled(x)} gleich`),
    oneOutlet: "nur in einem Medium",
    possible: (x) => `${n.format(x)} möglich`,
    left: (x, all) => `${n.format(x)} von ${utterances(all)}`,
    moreNames: (x) => `und ${n.format(x)} weitere: nach dem Namen suchen`,
  },

  filters: {
    more: "Weitere Filter",
    outlet: "Medium",
    anyOutlet: "Alle Medien",
    from: "Von",
    to: "Bis",
    kind: "Art",
    anyKind: "Alle Arten",
    tier: "Stufe",
    anyTier: "Alle Stufen",
    clear: "Leeren",
    inOutlet: (x) => `in ${x}`,
    dates: (from, to) =>
      from === null
        ? `bis ${to}`
        : to === null
          ? `seit ${from}`
          : from === to
            ? `am ${from}`
            : `vom ${from} bis ${to}`,
    ofKind: (x) => x,
    ofTier: (x) => `Stufe ${x}`,
    notReviewed: "nicht durchgesehen",
    onlyUnreviewed: "Nur nicht durchgesehene",
  },

  remembered: {
    title: "Ähnlich Klingendes",
    region: "Ähnlich Klingendes",
    searching: "Ähnliches wird gesucht…",
    none: "Nichts in diesem Ordner ähnelt diesen Worten.",
    inText: "im Text",
    count: (x) => `Ähnliches an ${x === 1 ? "1 Stelle" : `${n.format(x)} Stellen`}`,
  },

  strongest: {
    negation: "Verneinung weicht ab",
    pair: (lemma, reading) => `„${lemma}“ oder „${reading}“`,
    only: (x) => `„${x}“ nur in manchen`,
    modality: "Verbindlichkeit weicht ab",
    number: "Zahl weicht ab",
    name: "Name weicht ab",
    saidBy: (a, b) => `gesagt von ${a} oder von ${b}`,
    silentCut: (x) => `${words(x)} still gekürzt`,
    move: "Wörter stehen anderswo",
    gloss: "Zusatz der Redaktion",
    wording: "andere Worte",
    markedCut: (x) => `${words(x)} offen gekürzt`,
    cutShort: (x) => `um ${words(x)} abgebrochen`,
    synonym: "Wörter gleicher Bedeutung",
    inflection: "nur andere Wortformen",
    reporting: "nur indirekte Rede",
    spelling: "nur Schreibung",
    typography: "nur Satz- oder Großzeichen",
  },

  effects: {
    negation: "Verneinung",
    modality: "Verbindlichkeit",
    number: "Zahl",
    name: "Name",
    silent_cut: "stille Kürzung",
    move: "verschoben",
    gloss: "Zusatz",
    wording: "Wortlaut",
    elision: "offene Kürzung",
    truncation: "abgebrochen",
    synonym: "synonym",
    inflection: "Beugung",
    spelling: "Schreibung",
    typography: "Typografie",
  },

  effectHints: {
    negation: "Ein „nicht“ oder dergleichen weicht ab. Voller Block.",
    modality: "Wie verbindlich oder sicher es ist, weicht ab. Untere Hälfte gefüllt, dicke Linie.",
    number: "Eine Zahl weicht ab. Doppelte Linie.",
    name: "Ein Name weicht ab. Rahmen mit Balken am Ende.",
    silent_cut:
      "Wörter fehlen innerhalb der Anführung, ohne Zeichen. Klammer unten, geschlossene Naht.",
    move: "Dieselben Wörter an anderer Stelle. Klammer oben.",
    gloss: "Worte der Redaktion. Serifenlos, in Klammern.",
    wording: "Andere Worte. Dicke Linie.",
    elision: "Wörter fehlen, Punkte zeigen es. Gestrichelte Klammer unten, Punkte im Kasten.",
    truncation: "Beginnt später oder endet früher. Zum Ende offene Klammer, ein Anschlag.",
    synonym: "Ein anderes Wort gleicher Bedeutung. Welle.",
    inflection: "Eine andere Form des Wortes. Haarlinie.",
    spelling: "Andere Schreibung. Striche.",
    typography: "Zeichen, Großschreibung, Abstände. Punkte.",
  },

  tiers: {
    verbatim: "wörtlich",
    typography: "Typografie",
    trimmed: "gekürzt",
    reworded: "umformuliert",
    fragment: "Bruchstück",
    reported: "indirekt",
    possible: "möglich",
  },

  tierMeans: {
    verbatim: "Dieselben Wörter und Zeichen.",
    typography: "Dieselben Wörter; nur Zeichen oder Großschreibung weichen ab.",
    trimmed: "Die eine steht in der anderen.",
    reworded: "Dieselbe Aussage in anderen Worten.",
    fragment: "Ein paar Wörter daraus, zitiert.",
    reported: "Mit den Worten des Mediums erzählt.",
    possible: "Vielleicht dieselbe; nicht sicher genug, um zu zählen.",
  },

  reason: {
    title: "Warum dies Fassungen einer Äußerung sind",
    speaker: {
      same: "Dieselbe Person.",
      unknown: "Eine der beiden nennt die Person nicht.",
      differs: "Eine andere Person wird genannt.",
    },
    shared: (shared, of) =>
      `${n.format(shared)} von ${n.format(of)} kennzeichnenden Wörtern sind gleich.`,
    contained: "Die eine steht in der anderen.",
    moved: "Ein Teil steht anderswo.",
    sameDay: "Am selben Tag erschienen.",
    daysApart: (x) => `${count(x, "Tag", "Tage")} auseinander erschienen.`,
    clash: "Ihre Zahlen stimmen nicht überein.",
    base: "Die vollständigste Fassung: An ihr werden die anderen gemessen.",
  },

  kinds: {
    direct: "ganz zitiert",
    partial: "in Teilen zitiert",
    reported: "indirekt",
    unmarked: "ohne Anführung",
    term: "ein Begriff",
  },

  compare: {
    region: "Vergleich",
    left: "Linke Fassung",
    right: "Rechte Fassung",
    swap: "Die beiden Medien tauschen",
    reading: "Die beiden Fassungen",
    sentence: (x) => `Satz ${n.format(x)}`,
    saidHere: (name) => `hier: ${name}`,
    noArticle: "Der Artikel ließ sich nicht lesen.",
    paragraph: "Absatz",
    article: "Ganzer Artikel",
    context: (outlet) => `Umgebung in ${outlet}`,
    coarse: "Zu lang für einen Vergleich Wort für Wort: Nur längere Stücke wurden gesucht.",
    oneTitle: "Nur ein Medium hat das",
    oneBody: (speaker, outlet) =>
      `${speaker ? `Die Worte von ${speaker}` : "Diese Worte"} stehen allein in ${outlet}.`,
    equal: "Beide sagen dasselbe, Wort für Wort.",
    allMuted: (x) =>
      `${x === 1 ? "Eine Abweichung ist" : `${n.format(x)} Abweichungen sind`} in der Legende ausgeblendet; sonst weicht nichts ab.`,
    choose: "Wählen Sie eine Äußerung aus der Liste.",
    missingWords: (there, x) => (there ? `„${there}“ fehlt hier` : `${words(x)} fehlen hier`),
    cutSilently: (x) => `${words(x)} hier gekürzt, ohne Zeichen`,
    cutMarked: (x) => `${words(x)} hier gekürzt, mit Zeichen`,
    cutShort: (x) => `hier um ${words(x)} abgebrochen`,
    moved: "verschoben",
  },

  legend: {
    region: "Zeichen: Wählen Sie, was markiert wird",
    slight: "leicht",
    key: (keys) => `Taste: ${keys}`,
  },

  apparatus: {
    region: "Abweichungen",
    previous: "Vorige Abweichung",
    next: "Nächste Abweichung",
    of: (at, all) => `${n.format(at)} von ${n.format(all)}`,
    none: "Keine Abweichungen",
    all: (x) => count(x, "Abweichung", "Abweichungen"),
    order: "Reihenfolge der Abweichungen",
    orders: { reading: "In Lesefolge", weight: "Stärkste zuerst" },
    wordsOnly: "Nur nach Wörtern verglichen: kein Sprachmodell",
    replaced: (lemma, reading) => `„${lemma}“ ersetzt durch „${reading}“`,
    deletion: (lemma) => `„${lemma}“ fehlt`,
    insertion: (reading) => `„${reading}“ kommt hinzu`,
  },

  notes: {
    negation_gone: () => "Das „nicht“ ist weg: Gesagt wird das Gegenteil.",
    negation_added: () => "Ein „nicht“ steht nur rechts: Gesagt wird das Gegenteil.",
    negation_differs: () => "Eine Verneinung weicht ab.",
    obligation_to_advice: () => "Aus einer Pflicht wird ein Rat.",
    advice_to_obligation: () => "Aus einem Rat wird eine Pflicht.",
    certainty_to_possibility: () => "Aus Gewissheit wird Möglichkeit.",
    possibility_to_certainty: () => "Aus Möglichkeit wird Gewissheit.",
    modality_differs: () => "Wie verbindlich oder sicher es ist, weicht ab.",
    number_differs: () => "Die Zahlen weichen ab.",
    number_rounded: () => "Dieselbe Zahl, nur auf einer Seite genau.",
    number_written_out: () => "Dieselbe Zahl, in Worten und in Ziffern.",
    name_differs: () => "Die Namen weichen ab.",
    cut_silently: (x) =>
      `${someWords(x)} ${x === 1 ? "fehlt" : "fehlen"} innerhalb der Anführung, ohne Zeichen.`,
    more_words: (x) => `${someWords(x)} mehr innerhalb der Anführung.`,
    cut_marked: (x) => `${someWords(x)} ${x === 1 ? "fehlt" : "fehlen"}, Punkte zeigen es.`,
    starts_later: (x) => `Rechts beginnt es ${words(x)} später.`,
    ends_earlier: (x) => `Rechts endet es ${words(x)} früher.`,
    starts_earlier: (x) => `Rechts beginnt es ${words(x)} früher.`,
    ends_later: (x) => `Rechts endet es ${words(x)} später.`,
    moved: () => "Dieselben Wörter stehen anderswo.",
    gloss_in_place: () => "Eine Klammer der Redaktion ersetzt Worte der Person.",
    gloss_added: () => "Zusatz der Redaktion.",
    reworded: () => "Anders formuliert.",
    synonym: () => "Ein anderes Wort, dieselbe Bedeutung.",
    inflected: () => "Eine andere Form desselben Wortes.",
    reporting_shift: () => "Durch die indirekte Rede verschoben.",
    spelled_otherwise: () => "Anders geschrieben.",
    marks_differ: () => "Nur die Zeichen weichen ab.",
    case_differs: () => "Nur die Großschreibung weicht ab.",
  },

  problems: {
    title: (x) =>
      x === 1
        ? "Eine Datei braucht einen Blick"
        : `${capital(spelled(x))} Dateien brauchen einen Blick`,
    none: "Jede Datei wurde gelesen",
    rest: (x) =>
      `Alles andere im Ordner wurde gelesen: ${articles(x)}. Auf der Platte wurde nichts verändert.`,
    allRead: (x) => `${articles(x)}, und nichts dazu zu sagen.`,
    check: "Gelesen, aber bitte prüfen",
    checkSub: "Sie stehen in den anderen Ansichten. Das Programm ist sich weniger sicher.",
    file: "Datei",
    happened: "Was geschah",
    canDo: "Was Sie tun können",
    why: "Warum",
    done: "Was getan wurde",
    show: "Im Ordner zeigen",
    showFile: (path) => `Im Ordner zeigen: ${path}`,
    cannotShow: "Der Ordner ließ sich nicht zeigen.",
    told: {
      not_found: () => "Die Datei ist nicht mehr da.",
      permission_denied: () => "Sie dürfen diese Datei nicht lesen.",
      unreadable: () => "Der Datenträger gab die Datei nicht her.",
      link_loop: () => "Eine Verknüpfung, die zu sich selbst zurückführt.",
      too_large: (x, d) =>
        `Größer, als diese Fassung liest${x ? `: ${n.format(Math.round(x / 1e6))} MB` : ""}${d ? ` (Grenze ${d})` : ""}.`,
      empty_file: () => "Die Datei ist leer.",
      binary_file: () => "Kein Text: Die Datei enthält Binärdaten.",
      unsupported_format: (_, d) =>
        `${d ? `Das Format ${d}` : "Dieses Format"} wird nicht gelesen. Diese Fassung liest .txt, .md und .html.`,
      pdf_unsupported: () => "Ein PDF. Diese Fassung liest .txt, .md und .html.",
      encoding_broken: (_, d) => `Die Zeichen ließen sich nicht entziffern${d ? ` (${d})` : ""}.`,
      no_article_text: (x) =>
        x === null ? "Eine Seite ohne Artikel." : `Eine Seite ohne Artikel: ${words(x)}.`,
      wrong_extension: (_, d) =>
        d
          ? `Der Name sagt anderes: Der Inhalt ist ${d}.`
          : "Der Inhalt ist nicht, was der Name sagt.",
      encoding_mixed: (x, d) =>
        `Mehr als eine Zeichenkodierung in einer Datei.${d ? ` Gelesen als ${d}` : ""}${x ? `; ${n.format(x)} Zeichen nicht lesbar` : ""}${d ? "." : ""}`,
      extraction_uncertain: () => "Artikel und Seite ringsum ließen sich schwer trennen.",
      no_date: () => "Kein Datum im Text oder auf der Seite.",
      no_outlet: () => "Nichts in der Datei nennt das Medium.",
      marks_unclosed: (x) =>
        x === null
          ? "Eine Anführung wird geöffnet und nie geschlossen."
          : `Eine Anführung öffnet in Zeile ${n.format(x)} und wird nie geschlossen.`,
      same_text: (_, d) => (d ? `Derselbe Text wie ${d}.` : "Derselbe Text wie eine andere Datei."),
    },
    help: {
      not_found: "Den Ordner neu öffnen.",
      permission_denied: "Sich das Leserecht geben, dann den Ordner neu öffnen.",
      unreadable: "Anderswohin kopieren und dort öffnen.",
      link_loop: "Die Verknüpfung durch die Datei ersetzen.",
      too_large: "Teilen, ein Artikel je Datei.",
      empty_file: "Weglassen.",
      binary_file: "Weglassen oder als Text speichern.",
      unsupported_format: "Als Text speichern, dann hierher ziehen.",
      pdf_unsupported: "Als Text speichern, dann hierher ziehen.",
      encoding_broken: "Als UTF-8 speichern.",
      no_article_text: "Weglassen oder die eigene Seite des Artikels speichern.",
      wrong_extension: "Nach dem Inhalt gelesen.",
      encoding_mixed: "Was nicht lesbar war, steht als □. Sicher geht es mit UTF-8.",
      extraction_uncertain: "Jeder Text, der zum Artikel gehören kann, wurde behalten.",
      no_date: "Steht zuletzt; trennt keine Anlässe.",
      no_outlet: "Der Pfad der Datei steht für das Medium.",
      marks_unclosed: "Endet, so angenommen, mit dem Absatz.",
      same_text: "Einmal gezählt.",
    },
  },

  failures: {
    nothing_open: "Kein Ordner ist offen.",
    folder_missing: "Er ist nicht mehr an seinem Platz.",
    folder_forbidden: "Sie dürfen ihn nicht lesen.",
    folder_unreadable: "Der Datenträger gab ihn nicht her.",
    sample_missing: "Die Beispielartikel liegen nicht beim Programm.",
    unknown_utterance: "Der offene Ordner hat keine solche Äußerung.",
    unknown_article: "Der offene Ordner hat keinen solchen Artikel.",
    unknown_recent: "Er steht nicht mehr in der Liste.",
    outside_folder: "Die Datei liegt außerhalb des offenen Ordners.",
    no_file_manager: "Die Dateiverwaltung des Systems startete nicht.",
    not_saved: "Es ließ sich nicht auf den Datenträger schreiben.",
    is_article: "Diese Datei gehört zum geöffneten Ordner; sie bleibt, wie sie ist.",
    no_corrections: "Die Datei enthält keine Korrekturen dieses Programms.",
    fault: "Das Programm hat einen Fehler gemacht. Den Ordner neu zu öffnen kann helfen.",
  },

  empty: {
    noArticles: "Keine Artikel in diesem Ordner",
    noArticlesBody: (name, x) =>
      x === 0
        ? `„${name}“ enthält keine Dateien.`
        : `„${name}“ enthält ${files(x)}, keine davon lesbar als .txt, .md oder .html.`,
    listFiles: (x) => (x === 1 ? "Die Datei zeigen" : `Die ${files(x)} zeigen`),
    openAnother: "Anderen Ordner öffnen…",
    nothingTwice: "Nichts wurde zweimal gesagt",
    nothingTwiceBody: (a, q) =>
      `${articles(a)} und ${quotations(q)} wurden gelesen, doch keine zwei Medien bringen dieselben Worte.`,
    canStillRead: "Jedes Zitat lässt sich für sich lesen.",
    showAll: (x) => (x === 1 ? "Das Zitat zeigen" : `Alle ${quotations(x)} zeigen`),
    noMatch: "Keine Äußerung passt zu diesen Filtern",
    ask: "Sie fragen nach:",
    words: (x) => `den Worten „${x}“`,
    by: (x) => `von ${x}`,
    effect: (x) => `dem Unterschied „${x}“`,
    without: (without) =>
      without
        .map(([filter, x], i) =>
          i === 0
            ? `ohne ${de.empty.filters[filter]} wären es ${n.format(x)}`
            : `ohne ${de.empty.filters[filter]} ${n.format(x)}`,
        )
        .join("; "),
    filters: {
      search: "die Worte",
      effect: "den Unterschied",
      speaker: "die Person",
      outlet: "das Medium",
      date: "den Zeitraum",
      kind: "die Art",
      tier: "die Stufe",
      unreviewed: "den Stand der Durchsicht",
    },
    clear: "Filter leeren",
    missing: "Dieser Ordner ist nicht lesbar",
    failedBody: (name, why) => (name ? `„${name}“: ${why}` : why),
    find: "Den Ordner suchen…",
    failed: "Der Ordner ließ sich nicht öffnen",
    dismiss: "Lassen",
    code: (x) => `Code: ${x}`,
    stopped: (done, total) => `Angehalten nach ${n.format(done)} von ${n.format(total)}`,
    stoppedLater: (stage) =>
      `Gezeigt wird, was bis dahin gefunden war; der Rest fehlt in jeder Zahl. Angehalten bei: ${stage}.`,
    stoppedReading: (x) =>
      `Gezeigt wird, was bis dahin gefunden war; Fassungen in den übrigen ${x === 1 ? "1 Artikel" : `${n.format(x)} Artikeln`} fehlen in jeder Zahl.`,
    goOn: "Weiterlesen",
    keep: "So lassen",
    listFailed: "Die Liste ließ sich nicht lesen",
    compareFailed: "Diese Fassungen ließen sich nicht vergleichen",
    again: "Noch einmal",
  },

  commands: {
    view: (view: string) => `Zu: ${view}`,
    palette: "Befehle",
    search: "Suchen",
    openFolder: "Einen Ordner öffnen",
    openFiles: "Dateien öffnen",
    openSample: "Das Beispiel öffnen",
    startPage: "Zur Startseite",
    sizeAsAtFirst: "Schrift wie am Anfang",
    nextTheme: "Nächste Darstellung: hell, dunkel, starker Kontrast",
    theme: (theme: string) => `Darstellung: ${theme}`,
    language: (language: string) => `Sprache: ${language}`,
    nextRegion: "Nächster Teil des Fensters",
    previousRegion: "Voriger Teil des Fensters",
    sheet: "Die Tasten zeigen",
    singleKeys: (on: boolean) => `Tasten aus einem Buchstaben ${on ? "abschalten" : "einschalten"}`,
    nextUtterance: "Nächste Äußerung",
    previousUtterance: "Vorige Äußerung",
    toggleList: "Liste zeigen oder verbergen",
    onlyWhere: (effect: string) => `Nur Äußerungen zeigen mit: ${effect}`,
    nextStrong: "Nächste starke Abweichung",
    previousStrong: "Vorige starke Abweichung",
    otherLeft: "Anderes Medium links",
    otherRight: "Anderes Medium rechts",
    unfold: "Umgebung aufklappen",
    fold: "Umgebung zuklappen",
    mute: (effect: string) => `Im Text ausblenden: ${effect}`,
    unmute: (effect: string) => `Im Text wieder zeigen: ${effect}`,
    onlyStrong: "Nur zeigen, was den Sinn ändert, oder alles",
    colour: (on: boolean) => (on ? "Farbe aus: nur Formen" : "Farbe an"),
  },

  palette: {
    placeholder: "Befehle, Zitate, Personen, Medien, Artikel",
    groups: {
      commands: "Befehle",
      quotations: "Zitate",
      speakers: "Personen",
      outlets: "Medien",
      articles: "Artikel",
    },
    choose: "wählen",
    act: "ausführen",
    close: "schließen",
    prefixes: "> Befehle · @ Personen · # Medien",
    results: (x: number) => count(x, "Ergebnis", "Ergebnisse"),
    none: "Nichts gefunden",
    said: (speaker: string, words: string) => `${speaker}: „${words}“`,
    by: (outlet: string, title: string) => `${outlet}: ${title}`,
  },

  keys: {
    title: "Tasten",
    close: "Schließen",
    groups: {
      anywhere: "Überall",
      list: "Liste",
      comparison: "Vergleich",
      marks: "Zeichen",
      articles: "Artikel",
    },
    caps: {
      $mod: "Strg",
      Shift: "Umschalt",
      Alt: "Alt",
      Enter: "Eingabe",
      Escape: "Esc",
      Delete: "Entf",
      Home: "Pos1",
      End: "Ende",
    },
    does: {
      views: "Die vier Ansichten",
      palette: "Befehle",
      search: "Suchen",
      openFolder: "Ordner öffnen",
      openFiles: "Dateien öffnen",
      size: "Größere, kleinere Schrift",
      sizeReset: "Schrift wie am Anfang",
      theme: "Hell, dunkel, starker Kontrast",
      region: "Nächster Teil des Fensters",
      sheet: "Dieses Blatt",
      utterance: "Nächste, vorige Äußerung",
      ends: "Erste, letzte",
      put: "Artikel nach links, rechts",
      toggleList: "Liste zeigen oder verbergen",
      onlyWhere: "Nur mit einer Abweichung",
      change: "Nächste, vorige Abweichung",
      strong: "Nächste, vorige starke",
      swap: "Die beiden tauschen",
      outlet: "Anderes Medium links, rechts",
      outletPlain: "Dasselbe ohne AltGr",
      unfold: "Umgebung auf- und zuklappen",
      mute: "Zeichen aus- oder einblenden",
      muteOther: "Die übrigen Zeichen",
      meaning: "Nur was den Sinn ändert",
      colour: "Farbe aus: nur Formen",
      passage: "Nächste, vorige Stelle",
    },
    off: "Tasten aus einem Buchstaben sind im Menü des Ordners abgeschaltet.",
  },
};
