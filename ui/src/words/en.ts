// Every text of the window in English. The type of this table is what a language must provide:
// a key that is missing from another table fails the type check.

import type {
  CorrectionLine,
  Coverage,
  Effect,
  FailureCode,
  Filter,
  Kind,
  Note,
  Order,
  ProblemCode,
  SpeakerAgreement,
  Stage,
  Theme,
  Tier,
  What,
} from "../ipc/bindings";
import { chooser } from "./plural";

const n = new Intl.NumberFormat("en");
const pick = chooser("en");
const count = (x: number, one: string, other: string) => `${n.format(x)} ${pick(x, one, other)}`;
const names = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const spelled = (x: number) => names[x] ?? n.format(x);
const capital = (s: string) => s.charAt(0).toUpperCase() + s.slice(1);

const articles = (x: number) => count(x, "article", "articles");
const outlets = (x: number) => count(x, "outlet", "outlets");
const files = (x: number) => count(x, "file", "files");
const quotations = (x: number) => count(x, "quotation", "quotations");
const words = (x: number) => count(x, "word", "words");
const versions = (x: number) => count(x, "version", "versions");
const shortened = (x: string | null) => (x && x.length > 60 ? `${x.slice(0, 60)}…` : (x ?? ""));

export const en = {
  locale: "en-GB",
  number: (x: number) => n.format(x),
  quoted: (x: string) => `“${x}”`,
  articles,
  outlets,
  versions,
  utterances: (x: number) => count(x, "utterance", "utterances"),
  unknownSpeaker: "speaker not named",
  today: "today",
  yesterday: "yesterday",
  or: "or",

  start: {
    line: "Who said it, and how each outlet worded it.",
    openFolder: "Open folder…",
    openFiles: "Open files…",
    newHere: "New here?",
    openSample: "Open the sample",
    sampleIs: "seven invented articles on one invented dispute.",
    reads: "Reads .txt, .md and .html.",
    promise: "Your files are never changed, and nothing leaves this computer.",
    recent: "Recent folders",
    noRecent: "Folders that you open will be listed here.",
    editList: "Edit list",
    editDone: "Done",
    forget: (name: string) => `Take off the list: ${name}`,
    forgetShort: "Take off the list",
    holds: (a: number, o: number, u: number) =>
      `${articles(a)}, ${outlets(o)}, ${count(u, "utterance", "utterances")} in several outlets`,
    problems: (x: number) => `${files(x)} could not be read`,
    missing: "not found where it was",
    fingerprint: (rows: number, columns: number) =>
      `What was found: ${count(rows, "utterance", "utterances")} in ${outlets(columns)}`,
    dropHere: "Drop a folder or files anywhere in this window.",
    drop: (name: string) => `Open “${name}”`,
    dropHow: "Let go to read it; press Esc to leave it.",
  },

  coverage: {
    whole: "quoted whole",
    fragment: "fragment",
    reported: "reported",
    absent: "absent",
  } satisfies Record<Coverage, string>,

  carried: {
    title: "Who carried what",
    region: "Coverage",
    beside: "Profile and likeness",
    failed: "The outlets could not be read",
    orders: { outlets: "Most outlets first", meaning: "Most differing meanings" },
    grid: (u: number, o: number) =>
      `Coverage: ${count(u, "utterance", "utterances")} by ${outlets(o)}`,
    cell: (outlet: string, coverage: Coverage, differs: boolean) =>
      `${outlet}: ${en.coverage[coverage]}${differs ? ", a meaning differs" : ""}`,
    differs: "a meaning differs",
    shown: (x: number, all: number) => `${n.format(x)} of ${count(all, "utterance", "utterances")}`,
    shownOutlets: (x: number, all: number) => `${n.format(x)} of ${outlets(all)}`,
    silentCuts: "silent cuts",
    alike: "How alike they word it",
    scale: "100 is the same",
    likeness: (a: string, b: string, percent: number, u: number) =>
      `${a} and ${b}: ${n.format(percent)}, on ${count(u, "utterance", "utterances")}`,
    notMeasured: "no utterance in common",
  },

  pair: {
    region: "Two articles",
    article: { left: "Left article", right: "Right article" },
    left: "left",
    right: "right",
    put: { left: "Put it on the left", right: "Put it on the right" },
    search: "Search in all articles",
    outlet: "Outlet",
    everyOutlet: "Every outlet",
    byOutlet: "By outlet",
    noDate: "no date",
    none: "No article matches.",
    oneOnly: "Only one article: nothing stands beside it",
    failed: "The two articles could not be read",
    passages: (x: number) => count(x, "passage", "passages"),
    about: (moved: number, left: number, right: number) =>
      `in both${moved > 0 ? ` · ${n.format(moved)} moved` : ""} · ${n.format(left)} and ${count(right, "paragraph", "paragraphs")} without counterpart`,
    previous: "Previous passage",
    next: "Next passage",
    together: "Scroll together",
    open: "Compare the words",
    overview: "Overview of both articles",
    boilerplate: "not part of the text",
  },

  opening: {
    title: (x: number) => (x > 0 ? `Opening ${articles(x)}` : "Opening the folder"),
    opening: "opening",
    left: (seconds: number) =>
      seconds < 90
        ? `About ${count(seconds, "second", "seconds")} left.`
        : `About ${count(Math.round(seconds / 60), "minute", "minutes")} left.`,
    wait: "What is found is listed as it comes.",
    stages: {
      looking: "Looking through the folder",
      reading: "Reading articles",
      quotations: "Finding quotations",
      speakers: "Naming speakers",
      grouping: "Grouping versions",
      comparing: "Comparing",
    } satisfies Record<Stage, string>,
    done: {
      looking: (x: number) => files(x),
      reading: (x: number) => n.format(x),
      quotations: (x: number) => n.format(x),
      speakers: (x: number) => count(x, "person", "people"),
      grouping: (x: number) => count(x, "utterance", "utterances"),
      comparing: (x: number) => n.format(x),
    } satisfies Record<Stage, (x: number) => string>,
    andProblems: (x: number) => `and ${count(x, "problem", "problems")}`,
    of: (done: number, total: number) => `${n.format(done)} of ${n.format(total)}`,
    stop: "Stop here",
    keeps: "Keeps what is done.",
    soFar: "Compared so far",
    notYet: "Found so far, not compared yet",
    several: (x: number) => `${count(x, "utterance", "utterances")} in several outlets`,
    progress: "Progress",
  },

  bar: {
    views: "Views",
    quotations: "Quotations",
    articles: "Articles",
    outlets: "Outlets",
    problems: "Problems",
    keys: "Keys",
    commands: "Commands",
    holds: (a: number, o: number) => `${articles(a)}, ${outlets(o)}`,
    menu: (name: string) => `${name}: folder and settings`,
    openAnother: "Open another folder…",
    openFiles: "Open files…",
    startPage: "Start page",
    recent: "Recent folders",
    list: "List",
  },

  settings: {
    theme: "Appearance",
    themes: {
      system: "as the system",
      light: "light",
      dark: "dark",
      contrast: "high contrast, light",
      contrast_dark: "high contrast, dark",
    } satisfies Record<Theme, string>,
    language: "Language",
    languages: { system: "as the system", en: "English", de: "Deutsch" },
    size: "Text size",
    larger: "Larger text",
    smaller: "Smaller text",
    sizeIs: (px: number) => `${n.format(px)} px`,
    singleKeys: "Keys of one letter",
    colour: "Colour in marks",
  },

  list: {
    name: (x: number) => count(x, "utterance", "utterances"),
    nameAlone: (x: number) => quotations(x),
    region: "Utterances",
    search: "Search words, speakers, outlets",
    clear: "Clear the search",
    anyDifference: "Any difference",
    difference: "Difference",
    anyone: "Anyone",
    speaker: "Speaker",
    order: "Order",
    orders: {
      outlets: "Most outlets",
      divergence: "Most different",
      date: "Newest first",
    } satisfies Record<Order, string>,
    alone: (x: number) => `All ${quotations(x)}, also those in one outlet.`,
    severalOnly: "Only in several outlets",
    same: (x: number) => (x === 2 ? "the same in both" : `the same in all ${spelled(x)}`),
    oneOutlet: "in one outlet only",
    possible: (x: number) => `${n.format(x)} possible`,
    left: (x: number, all: number) => `${n.format(x)} of ${count(all, "utterance", "utterances")}`,
    moreNames: (x: number) => `and ${n.format(x)} more: search for the name`,
  },

  filters: {
    more: "More filters",
    outlet: "Outlet",
    anyOutlet: "Any outlet",
    from: "From",
    to: "To",
    kind: "Kind",
    anyKind: "Any kind",
    tier: "Tier",
    anyTier: "Any tier",
    clear: "Clear",
    inOutlet: (x: string) => `in ${x}`,
    dates: (from: string | null, to: string | null) =>
      from === null
        ? `until ${to}`
        : to === null
          ? `since ${from}`
          : from === to
            ? `on ${from}`
            : `from ${from} to ${to}`,
    ofKind: (x: string) => x,
    ofTier: (x: string) => `tier ${x}`,
    notReviewed: "not reviewed",
    onlyUnreviewed: "Only those not reviewed",
  },

  remembered: {
    title: "Something like this",
    region: "Something like the words",
    searching: "Looking for something like it…",
    none: "Nothing in the folder is like these words.",
    inText: "in the text",
    count: (x: number) => `${count(x, "place", "places")} with something like it`,
  },

  strongest: {
    negation: "a negation differs",
    pair: (lemma: string, reading: string) => `“${lemma}” or “${reading}”`,
    only: (x: string) => `“${x}” in some only`,
    modality: "how binding it is differs",
    number: "a number differs",
    name: "a name differs",
    saidBy: (a: string, b: string) => `said by ${a} or by ${b}`,
    silentCut: (x: number) => `${words(x)} cut, unmarked`,
    move: "words stand elsewhere",
    gloss: "an editor’s bracket",
    wording: "other words",
    markedCut: (x: number) => `${words(x)} cut, marked`,
    cutShort: (x: number) => `cut short by ${words(x)}`,
    synonym: "words of the same meaning",
    inflection: "only other word forms",
    reporting: "only shifts of reporting",
    spelling: "only spelling",
    typography: "only marks or capitals",
  },

  effects: {
    negation: "negation",
    modality: "modality",
    number: "number",
    name: "name",
    silent_cut: "silent cut",
    move: "moved",
    gloss: "gloss",
    wording: "wording",
    elision: "marked cut",
    truncation: "cut short",
    synonym: "synonym",
    inflection: "inflection",
    spelling: "spelling",
    typography: "typography",
  } satisfies Record<Effect, string>,

  effectHints: {
    negation: "A “not” or the like differs. A solid block.",
    modality: "How binding or certain it is differs. Lower half filled, heavy rule.",
    number: "A number differs. A double rule.",
    name: "A name differs. A frame with a bar at its end.",
    silent_cut:
      "Words left out inside the marks, and nothing shows it. Bracket below, closed seam.",
    move: "The same words in another place. Bracket above.",
    gloss: "An editor’s words. Set in the sans, in brackets.",
    wording: "Other words. A heavy rule.",
    elision: "Words left out, shown by dots. Dashed bracket below, boxed dots.",
    truncation: "Begins later or ends earlier. Bracket open to the end, a stop.",
    synonym: "Another word of the same meaning. A wave.",
    inflection: "Another form of the word. A hairline.",
    spelling: "Another spelling. Dashes.",
    typography: "Marks, capitals or spacing. Dots.",
  } satisfies Record<Effect, string>,

  tiers: {
    verbatim: "verbatim",
    typography: "typography",
    trimmed: "trimmed",
    reworded: "reworded",
    fragment: "fragment",
    reported: "reported",
    possible: "possible",
  } satisfies Record<Tier, string>,

  tierMeans: {
    verbatim: "The same words and marks.",
    typography: "The same words; only marks or capitals differ.",
    trimmed: "One stands inside the other.",
    reworded: "The same statement in other words.",
    fragment: "A few words of it, quoted.",
    reported: "Told in the outlet’s own voice.",
    possible: "Perhaps the same; not sure enough to be counted.",
  } satisfies Record<Tier, string>,

  reason: {
    title: "Why these are versions of one utterance",
    speaker: {
      same: "The same speaker.",
      unknown: "One of the two does not name the speaker.",
      differs: "Another speaker is named.",
    } satisfies Record<SpeakerAgreement, string>,
    shared: (shared: number, of: number) =>
      `${n.format(shared)} of ${n.format(of)} telling words are the same.`,
    contained: "One stands inside the other.",
    moved: "A part stands elsewhere.",
    sameDay: "Published on the same day.",
    daysApart: (x: number) => `Published ${count(x, "day", "days")} apart.`,
    clash: "Their numbers do not agree.",
    base: "The most complete version: the others are held against it.",
    byYou: "You said so.",
    speakerByYou: "You named the speaker.",
    outletByYou: "You named the outlet.",
  },

  judge: {
    correct: "Correct…",
    reviewed: "Reviewed",
    notReviewed: "not reviewed",
    reviewedAndOn: "Reviewed, and on to the next",
    undo: "Undo",
    redo: "Redo",
    list: "Corrections…",
    notThis: (outlet: string) => `Not the same: ${outlet}`,
    notTheSame: "Not the same…",
    sameAs: "Same as…",
    speakerIs: "The speaker is…",
    outletIs: "The outlet is…",
    notSpeech: "Not speech",
    noteAt: "Note…",
    note: "Note",
    noted: "with a note",
    changeNote: "Change…",
    removeNote: "Remove the note",
    keep: "Keep",
    name: "Name",
    where: "Where",
    what: "What",
    notTheSameTitle: "Not the same utterance",
    notTheSameWhich: "These say something else",
    notTheSameHow: "What you take out together stays together.",
    takeOut: (x: number) => (x > 1 ? `Take out ${versions(x)}` : "Take out"),
    sameAsTitle: (x: number) =>
      x > 1 ? `${capital(spelled(x))} utterances: same as…` : "Same utterance as…",
    sameAsWhich: "Is the same as",
    wholeUtterance: "The whole utterance",
    onlyIn: (outlet: string) => `Only the version in ${outlet}`,
    join: "Is the same",
    speakerTitle: "The speaker is",
    inUtterance: "In this utterance",
    inUtterances: (x: number) => `In ${count(x, "utterance", "utterances")}`,
    everywhere: (name: string) => `Wherever the folder has ${name}`,
    outletTitle: "The outlet is",
    thisArticle: (path: string) => `Of the article ${path}`,
    allOf: (outlet: string) => `Of every article of ${outlet}`,
    selected: (x: number) => `${count(x, "utterance", "utterances")} selected`,
    leaveSelection: "Leave the selection",
    lastStep: "What was done last",
    did: {
      not_the_same: () => "Taken out: not the same utterance.",
      same_as: (x) =>
        x > 1 ? `${count(x, "utterance", "utterances")} joined.` : "Joined: the same utterance.",
      speaker: (x, name) =>
        x > 1
          ? `The speaker of ${count(x, "utterance", "utterances")} is ${name}.`
          : `The speaker is ${name}.`,
      person: (_, name) => `The speaker is ${name}, in the whole folder.`,
      outlet: (x, name) =>
        x > 1 ? `The outlet of ${articles(x)} is ${name}.` : `The outlet is ${name}.`,
      not_speech: (x) =>
        x > 1 ? `${count(x, "utterance is", "utterances are")} no speech.` : "Not speech.",
      reviewed: (x) => (x > 1 ? `${count(x, "utterance", "utterances")} reviewed.` : "Reviewed."),
      not_reviewed: (x) =>
        x > 1 ? `${count(x, "utterance", "utterances")} not reviewed.` : "Not reviewed.",
      note: () => "Note kept.",
      note_removed: () => "Note removed.",
    } satisfies Record<What, (count: number, name: string) => string>,
    undone: (what: string) => `Undone: ${what}`,
    redone: (what: string) => `Done again: ${what}`,
    withdrawn: (x: number) => `${count(x, "correction", "corrections")} taken back.`,
    exported: "The corrections were written to the file.",
    imported: (added: number, lost: number, known: number) =>
      [
        `${count(added, "correction", "corrections")} added`,
        lost > 0 ? `${n.format(lost)} of them not found in this folder now` : "",
        known > 0 ? `${n.format(known)} known already` : "",
      ]
        .filter(Boolean)
        .join("; ") + ".",
    listTitle: (x: number) => count(x, "correction", "corrections"),
    none: "Nothing is corrected yet. Corrections stay here when the window is closed.",
    lost: (x: number) =>
      `${count(x, "correction is", "corrections are")} about something that is not in the folder now. They are kept and hold again as soon as it is.`,
    notFound: "not found now",
    line: ({ what, name, other, outlet, count: quotations }: CorrectionLine) =>
      ({
        not_the_same: `Not the same${outlet ? `: ${outlet}` : ""}`,
        same_as: `Same as “${shortened(other)}”`,
        speaker: `The speaker is ${name}`,
        person: `${other} is ${name}, in the whole folder`,
        outlet: `The outlet is ${name}`,
        not_speech: "Not speech",
        reviewed: `Reviewed${quotations > 1 ? `, ${versions(quotations)}` : ""}`,
        not_reviewed: "Not reviewed",
        note: `Note: ${name}`,
        note_removed: "No note",
      })[what],
    show: "Show",
    withdrawThis: (what: string) => `Take back: ${what}`,
    more: (x: number) => `${n.format(x)} more`,
    export: "Export…",
    import: "Import…",
  },

  kinds: {
    direct: "quoted whole",
    partial: "quoted in part",
    reported: "reported",
    unmarked: "without marks",
    term: "a term",
  } satisfies Record<Kind, string>,

  compare: {
    region: "Comparison",
    left: "Left version",
    right: "Right version",
    swap: "Swap the two outlets",
    reading: "The two versions",
    sentence: (x: number) => `Sentence ${n.format(x)}`,
    saidHere: (name: string) => `said by ${name}`,
    noArticle: "The article could not be read.",
    paragraph: "Paragraph",
    article: "Whole article",
    context: (outlet: string) => `Context in ${outlet}`,
    coarse: "Too long to compare word by word: only longer stretches were looked for.",
    oneTitle: "Only one outlet has this",
    oneBody: (speaker: string | null, outlet: string) =>
      `${speaker ? `${speaker}’s words stand` : "These words stand"} in ${outlet} alone.`,
    equal: "The two say the same, word for word.",
    allMuted: (x: number) =>
      `${count(x, "change is", "changes are")} muted in the legend; nothing else differs.`,
    choose: "Choose an utterance from the list.",
    missingWords: (there: string, x: number) =>
      there ? `“${there}” is missing here` : `${words(x)} missing here`,
    cutSilently: (x: number) => `${words(x)} cut here, nothing shows it`,
    cutMarked: (x: number) => `${words(x)} cut here, and marked`,
    cutShort: (x: number) => `cut short here by ${words(x)}`,
    moved: "moved",
  },

  legend: {
    region: "Effects: choose what is marked",
    slight: "slight",
    key: (keys: string) => `Key: ${keys}`,
  },

  apparatus: {
    region: "Changes",
    previous: "Previous change",
    next: "Next change",
    of: (at: number, all: number) => `${n.format(at)} of ${n.format(all)}`,
    none: "No changes",
    all: (x: number) => count(x, "change", "changes"),
    order: "Order of the changes",
    orders: { reading: "In reading order", weight: "Strongest first" },
    replaced: (lemma: string, reading: string) => `“${lemma}” replaced by “${reading}”`,
    deletion: (lemma: string) => `deletion of “${lemma}”`,
    insertion: (reading: string) => `insertion of “${reading}”`,
  },

  notes: {
    negation_gone: () => "The “not” is gone: the opposite is said.",
    negation_added: () => "A “not” stands on the right alone: the opposite is said.",
    negation_differs: () => "A negation differs.",
    obligation_to_advice: () => "An obligation becomes advice.",
    advice_to_obligation: () => "Advice becomes an obligation.",
    certainty_to_possibility: () => "What is certain becomes possible.",
    possibility_to_certainty: () => "What is possible becomes certain.",
    modality_differs: () => "How binding or certain it is differs.",
    number_differs: () => "The numbers differ.",
    number_rounded: () => "The same figure, exact on one side only.",
    number_written_out: () => "The same number, in words and in figures.",
    name_differs: () => "The names differ.",
    cut_silently: (x: number) =>
      `${capital(spelled(x))} ${pick(x, "word", "words")} left out inside the marks, and nothing shows it.`,
    more_words: (x: number) =>
      `${capital(spelled(x))} ${pick(x, "word", "words")} more inside the marks.`,
    cut_marked: (x: number) =>
      `${capital(spelled(x))} ${pick(x, "word", "words")} left out, and dots show it.`,
    starts_later: (x: number) => `The right side begins ${words(x)} later.`,
    ends_earlier: (x: number) => `The right side ends ${words(x)} earlier.`,
    starts_earlier: (x: number) => `The right side begins ${words(x)} earlier.`,
    ends_later: (x: number) => `The right side ends ${words(x)} later.`,
    moved: () => "The same words stand elsewhere.",
    gloss_in_place: () => "An editor’s bracket stands for the speaker’s words.",
    gloss_added: () => "An editor put this in.",
    reworded: () => "Reworded.",
    synonym: () => "Another word, the same meaning.",
    inflected: () => "Another form of the same word.",
    reporting_shift: () => "Shifted by reporting.",
    spelled_otherwise: () => "Spelled otherwise.",
    marks_differ: () => "Only the marks differ.",
    case_differs: () => "Only capitals differ.",
  } satisfies Record<Note, (words: number) => string>,

  problems: {
    title: (x: number) => `${capital(spelled(x))} ${pick(x, "file needs", "files need")} a look`,
    none: "Every file was read",
    rest: (x: number) =>
      `Everything else in the folder was read: ${articles(x)}. Nothing was changed on disk.`,
    allRead: (x: number) => `${articles(x)}, and nothing to tell about them.`,
    check: "Read, but check these",
    checkSub: "They are shown in the other views. The program is less sure of them.",
    file: "File",
    happened: "What happened",
    canDo: "What you can do",
    why: "Why",
    done: "What was done",
    show: "Show in folder",
    showFile: (path: string) => `Show in folder: ${path}`,
    cannotShow: "The folder could not be shown.",
    told: {
      not_found: () => "The file is no longer there.",
      permission_denied: () => "You may not read this file.",
      unreadable: () => "The disk did not give the file.",
      link_loop: () => "A link that leads back to itself.",
      too_large: (x, d) =>
        `Larger than this version reads${x ? `: ${n.format(Math.round(x / 1e6))} MB` : ""}${d ? ` (limit ${d})` : ""}.`,
      empty_file: () => "The file is empty.",
      binary_file: () => "No text: the file holds binary data.",
      unsupported_format: (_, d) =>
        `${d ? `The format ${d}` : "This format"} is not read. This version reads .txt, .md and .html.`,
      pdf_unsupported: () => "A PDF. This version reads .txt, .md and .html.",
      encoding_broken: (_, d) => `The characters could not be made out${d ? ` (${d})` : ""}.`,
      no_article_text: (x) =>
        x === null ? "A page without an article." : `A page without an article: ${words(x)}.`,
      wrong_extension: (_, d) =>
        d
          ? `The name says otherwise: the content is ${d}.`
          : "The content is not what the name says.",
      encoding_mixed: (x, d) =>
        `More than one encoding in one file.${d ? ` Read as ${d}` : ""}${x ? `; ${count(x, "character", "characters")} could not be read` : ""}${d ? "." : ""}`,
      extraction_uncertain: () => "Article and page around it were hard to tell apart.",
      no_date: () => "No date in the text or the page.",
      no_outlet: () => "Nothing in the file names the outlet.",
      marks_unclosed: (x) =>
        x === null
          ? "A quotation is opened and never closed."
          : `A quotation opens in line ${n.format(x)} and is never closed.`,
      same_text: (_, d) => (d ? `The same text as ${d}.` : "The same text as another file."),
    } satisfies Record<ProblemCode, (count: number | null, detail: string | null) => string>,
    help: {
      not_found: "Open the folder again.",
      permission_denied: "Give yourself the right to read it, then open the folder again.",
      unreadable: "Copy it to another place and open that.",
      link_loop: "Replace the link by the file.",
      too_large: "Split it, one article a file.",
      empty_file: "Leave it out.",
      binary_file: "Leave it out, or save it as text.",
      unsupported_format: "Save it as text, then drop it here.",
      pdf_unsupported: "Save it as text, then drop it here.",
      encoding_broken: "Save it as UTF-8.",
      no_article_text: "Leave it out, or save the article’s own page.",
      wrong_extension: "Read by its content.",
      encoding_mixed: "What could not be read stands as □. Save it as UTF-8 to be sure.",
      extraction_uncertain: "All text that may be the article’s was kept.",
      no_date: "Sorted last; not used to tell occasions apart.",
      no_outlet: "The file’s path stands for the outlet.",
      marks_unclosed: "Taken to end with its paragraph.",
      same_text: "Counted once.",
    } satisfies Record<ProblemCode, string>,
  },

  failures: {
    nothing_open: "No folder is open.",
    folder_missing: "It is no longer where it was.",
    folder_forbidden: "You may not read it.",
    folder_unreadable: "The disk did not give it.",
    sample_missing: "The sample articles are not beside the program.",
    unknown_utterance: "The open folder has no such utterance.",
    unknown_article: "The open folder has no such article.",
    unknown_recent: "It is no longer on the list.",
    outside_folder: "The file lies outside the open folder.",
    no_file_manager: "The system’s file manager did not start.",
    not_saved: "It could not be written to the disk.",
    is_article: "That file belongs to the open folder; it stays as it is.",
    no_corrections: "The file holds no corrections of this program.",
    fault: "The program made a mistake. Opening the folder again may help.",
  } satisfies Record<FailureCode, string>,

  empty: {
    noArticles: "No articles in this folder",
    noArticlesBody: (name: string, x: number) =>
      x === 0
        ? `“${name}” holds no files.`
        : `“${name}” holds ${files(x)}, none of them .txt, .md or .html that could be read.`,
    listFiles: (x: number) => `List the ${files(x)}`,
    openAnother: "Open another folder…",
    nothingTwice: "Nothing was said twice",
    nothingTwiceBody: (a: number, q: number) =>
      `${articles(a)} and ${quotations(q)} were read, but no two outlets carry the same words.`,
    canStillRead: "You can still read every quotation on its own.",
    showAll: (x: number) => `Show all ${quotations(x)}`,
    noMatch: "No utterance matches these filters",
    ask: "You ask for:",
    words: (x: string) => `the words “${x}”`,
    by: (x: string) => `by ${x}`,
    effect: (x: string) => `the difference “${x}”`,
    without: (without: readonly (readonly [Filter, number])[]) =>
      without
        .map(([filter, x], i) =>
          i === 0
            ? `without ${en.empty.filters[filter]} there would be ${n.format(x)}`
            : `without ${en.empty.filters[filter]}, ${n.format(x)}`,
        )
        .join("; "),
    filters: {
      search: "the words",
      effect: "the difference",
      speaker: "the speaker",
      outlet: "the outlet",
      date: "the dates",
      kind: "the kind",
      tier: "the tier",
      unreviewed: "the state of review",
    } satisfies Record<Filter, string>,
    clear: "Clear filters",
    missing: "This folder cannot be read",
    failedBody: (name: string, why: string) => (name ? `“${name}”: ${why}` : why),
    find: "Find the folder…",
    failed: "The folder could not be opened",
    dismiss: "Leave it",
    code: (x: string) => `Code: ${x}`,
    stopped: (done: number, total: number) =>
      `Stopped after ${n.format(done)} of ${n.format(total)}`,
    stoppedReading: (x: number) =>
      `What was found until then is shown; versions in the other ${articles(x)} are missing from every count.`,
    stoppedLater: (stage: string) =>
      `What was found until then is shown; the rest is missing from every count. Stopped while: ${stage.toLowerCase()}.`,
    goOn: "Go on reading",
    keep: "Keep it so",
    listFailed: "The list could not be read",
    compareFailed: "These versions could not be compared",
    again: "Try again",
  },

  commands: {
    view: (view: string) => `Go to ${view}`,
    palette: "Commands",
    search: "Search",
    openFolder: "Open a folder",
    openFiles: "Open files",
    openSample: "Open the sample",
    startPage: "Go to the start page",
    sizeAsAtFirst: "Text size as at first",
    nextTheme: "Next appearance: light, dark, high contrast",
    theme: (theme: string) => `Appearance: ${theme}`,
    language: (language: string) => `Language: ${language}`,
    nextRegion: "Next part of the window",
    previousRegion: "Previous part of the window",
    sheet: "Show the keys",
    singleKeys: (on: boolean) => `Switch keys of one letter ${on ? "off" : "on"}`,
    nextUtterance: "Next utterance",
    previousUtterance: "Previous utterance",
    toggleList: "Show or hide the list",
    onlyWhere: (effect: string) => `Show only utterances with: ${effect}`,
    nextStrong: "Next strong change",
    previousStrong: "Previous strong change",
    otherLeft: "Another outlet at the left",
    otherRight: "Another outlet at the right",
    unfold: "Unfold the context",
    fold: "Fold the context",
    mute: (effect: string) => `Mute in the text: ${effect}`,
    unmute: (effect: string) => `Mark in the text again: ${effect}`,
    onlyStrong: "Mark only what changes meaning, or all",
    colour: (on: boolean): string => (on ? "Colour off: shapes alone" : "Colour on"),
  },

  palette: {
    placeholder: "Commands, quotations, speakers, outlets, articles",
    groups: {
      commands: "Commands",
      quotations: "Quotations",
      speakers: "Speakers",
      outlets: "Outlets",
      articles: "Articles",
    },
    choose: "choose",
    act: "do it",
    close: "close",
    prefixes: "> commands · @ speakers · # outlets",
    results: (x: number) => count(x, "result", "results"),
    none: "Nothing found",
    said: (speaker: string, words: string) => `${speaker}: “${words}”`,
    by: (outlet: string, title: string) => `${outlet}: ${title}`,
  },

  keys: {
    title: "Keys",
    close: "Close",
    groups: {
      judgement: "Judgement",
      anywhere: "Anywhere",
      list: "List",
      comparison: "Comparison",
      marks: "Marks",
      articles: "Articles",
    },
    /** What stands on keys that have no sign of their own. */
    caps: {
      $mod: "Ctrl",
      Shift: "Shift",
      Alt: "Alt",
      Enter: "Enter",
      Escape: "Esc",
      Delete: "Del",
      Home: "Home",
      End: "End",
    },
    does: {
      views: "The four views",
      palette: "Commands",
      search: "Search",
      openFolder: "Open folder",
      openFiles: "Open files",
      size: "Larger, smaller text",
      sizeReset: "Text size as at first",
      theme: "Light, dark, high contrast",
      region: "Next part of the window",
      sheet: "This sheet",
      utterance: "Next, previous utterance",
      ends: "First, last",
      put: "Article to the left, right side",
      toggleList: "Show or hide the list",
      onlyWhere: "Only where an effect differs",
      change: "Next, previous change",
      strong: "Next, previous strong change",
      swap: "Swap the two",
      outlet: "Other outlet left, right",
      outletPlain: "The same without AltGr",
      unfold: "Unfold, fold the context",
      mute: "Mute or show an effect",
      muteOther: "The other effects",
      meaning: "Only what changes meaning",
      colour: "Colour off: shapes alone",
      passage: "Next, previous passage",
      undo: "Undo, redo",
      reviewed: "Reviewed, and on to the next",
      notTheSame: "The right version is not the same",
      sameAs: "Same as…",
      speakerIs: "The speaker is…",
      notSpeech: "Not speech",
      noteAt: "Note",
      several: "Select several utterances",
    },
    off: "Keys of one letter are switched off in the menu of the folder.",
  },
};

export type Words = typeof en;
