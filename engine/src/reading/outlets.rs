//! Names of outlets behind addresses and short names. A table of convenience: what is not in it is
//! shown by its domain.

/// Words by which outlets are called.
const KINDS: &[&str] = &[
    "anzeiger",
    "beacon",
    "blatt",
    "broadcasting",
    "bugle",
    "bulletin",
    "chronicle",
    "courier",
    "courant",
    "daily",
    "diario",
    "dispatch",
    "echo",
    "examiner",
    "gazeta",
    "gazette",
    "gazzetta",
    "globe",
    "guardian",
    "herald",
    "independent",
    "inquirer",
    "journal",
    "kurier",
    "leader",
    "ledger",
    "magazine",
    "mail",
    "mercury",
    "messenger",
    "mirror",
    "monitor",
    "morning",
    "nachrichten",
    "news",
    "newspaper",
    "newswire",
    "observer",
    "outlook",
    "post",
    "presse",
    "press",
    "radio",
    "record",
    "register",
    "reporter",
    "review",
    "rundschau",
    "sentinel",
    "spectator",
    "standard",
    "star",
    "sun",
    "tageblatt",
    "tagblatt",
    "telegraph",
    "telegram",
    "television",
    "times",
    "tribune",
    "tv",
    "wire",
    "weekly",
    "zeitung",
];

/// Host endings, the name, and what files and folders are called after it.
const OUTLETS: &[(&[&str], &str, &[&str])] = &[
    (&["abc.net.au"], "ABC News (Australia)", &["abc australia"]),
    (
        &["abcnews.go.com", "abcnews.com"],
        "ABC News",
        &["abc", "abcnews", "abc news"],
    ),
    (&["afp.com"], "AFP", &["afp", "agence france presse"]),
    (
        &["aljazeera.com", "aljazeera.net"],
        "Al Jazeera",
        &["aljazeera", "al jazeera"],
    ),
    (
        &["apnews.com", "ap.org"],
        "Associated Press",
        &["ap", "apnews", "ap news", "associated press"],
    ),
    (&["axios.com"], "Axios", &["axios"]),
    (
        &["bbc.co.uk", "bbc.com"],
        "BBC",
        &["bbc", "bbc news", "bbcnews"],
    ),
    (&["bild.de"], "Bild", &["bild"]),
    (&["bloomberg.com"], "Bloomberg", &["bloomberg"]),
    (
        &["breitbart.com"],
        "Breitbart",
        &["breitbart", "breitbart news"],
    ),
    (
        &["businessinsider.com"],
        "Business Insider",
        &["business insider", "businessinsider"],
    ),
    (&["buzzfeednews.com"], "BuzzFeed News", &["buzzfeed news"]),
    (&["buzzfeed.com"], "BuzzFeed", &["buzzfeed"]),
    (&["cbc.ca"], "CBC", &["cbc", "cbc news"]),
    (
        &["cbsnews.com"],
        "CBS News",
        &["cbs", "cbsnews", "cbs news"],
    ),
    (&["cgtn.com"], "CGTN", &["cgtn"]),
    (&["cnbc.com"], "CNBC", &["cnbc"]),
    (&["cnn.com"], "CNN", &["cnn"]),
    (
        &["corriere.it"],
        "Corriere della Sera",
        &["corriere", "corriere della sera"],
    ),
    (
        &["csmonitor.com"],
        "The Christian Science Monitor",
        &["csmonitor"],
    ),
    (
        &["dailymail.co.uk"],
        "Daily Mail",
        &["dailymail", "daily mail"],
    ),
    (
        &["derstandard.at"],
        "Der Standard",
        &["derstandard", "der standard"],
    ),
    (&["dw.com"], "Deutsche Welle", &["dw", "deutsche welle"]),
    (
        &["economist.com"],
        "The Economist",
        &["economist", "the economist"],
    ),
    (&["elmundo.es"], "El Mundo", &["elmundo", "el mundo"]),
    (
        &["elpais.com"],
        "El País",
        &["elpais", "el pais", "el país"],
    ),
    (&["euronews.com"], "Euronews", &["euronews"]),
    (&["express.co.uk"], "Daily Express", &["daily express"]),
    (&["faz.net"], "Frankfurter Allgemeine", &["faz"]),
    (
        &["foxnews.com"],
        "Fox News",
        &["fox", "foxnews", "fox news"],
    ),
    (&["france24.com"], "France 24", &["france24", "france 24"]),
    (&["ft.com"], "Financial Times", &["ft", "financial times"]),
    (
        &["globaltimes.cn"],
        "Global Times",
        &["global times", "globaltimes"],
    ),
    (&["haaretz.com", "haaretz.co.il"], "Haaretz", &["haaretz"]),
    (
        &["hindustantimes.com"],
        "Hindustan Times",
        &["hindustan times"],
    ),
    (
        &["huffpost.com", "huffingtonpost.com", "huffingtonpost.co.uk"],
        "HuffPost",
        &["huffpost", "hpo", "huffington post", "huffingtonpost"],
    ),
    (
        &["independent.co.uk"],
        "The Independent",
        &["the independent"],
    ),
    (
        &["indianexpress.com"],
        "The Indian Express",
        &["indian express"],
    ),
    (&["interfax.ru", "interfax.com"], "Interfax", &["interfax"]),
    (
        &["irishtimes.com"],
        "The Irish Times",
        &["irish times", "irishtimes"],
    ),
    (
        &["kyivindependent.com"],
        "The Kyiv Independent",
        &["kyiv independent", "kyivindependent"],
    ),
    (&["kyivpost.com"], "Kyiv Post", &["kyiv post", "kyivpost"]),
    (
        &["latimes.com"],
        "Los Angeles Times",
        &["latimes", "la times", "los angeles times"],
    ),
    (&["lefigaro.fr"], "Le Figaro", &["lefigaro", "le figaro"]),
    (&["lemonde.fr"], "Le Monde", &["lemonde", "le monde"]),
    (
        &["liberation.fr"],
        "Libération",
        &["liberation", "libération"],
    ),
    (&["meduza.io"], "Meduza", &["meduza"]),
    (&["mirror.co.uk"], "Daily Mirror", &["daily mirror"]),
    (&["msnbc.com"], "MSNBC", &["msnbc"]),
    (
        &["nbcnews.com"],
        "NBC News",
        &["nbc", "nbcnews", "nbc news"],
    ),
    (&["ndtv.com"], "NDTV", &["ndtv"]),
    (&["newsweek.com"], "Newsweek", &["newsweek"]),
    (
        &["newyorker.com"],
        "The New Yorker",
        &["new yorker", "newyorker"],
    ),
    (&["npr.org"], "NPR", &["npr"]),
    (
        &["nypost.com"],
        "New York Post",
        &["nypost", "new york post"],
    ),
    (
        &["nytimes.com"],
        "The New York Times",
        &["nyt", "nytimes", "new york times", "the new york times"],
    ),
    (&["nzz.ch"], "Neue Zürcher Zeitung", &["nzz"]),
    (&["orf.at"], "ORF", &["orf"]),
    (&["pbs.org"], "PBS", &["pbs"]),
    (&["politico.com", "politico.eu"], "Politico", &["politico"]),
    (
        &["pravda.com.ua"],
        "Ukrainska Pravda",
        &["ukrainska pravda"],
    ),
    (&["propublica.org"], "ProPublica", &["propublica"]),
    (
        &["repubblica.it"],
        "la Repubblica",
        &["repubblica", "la repubblica"],
    ),
    (&["reuters.com"], "Reuters", &["reuters"]),
    (
        &["rferl.org"],
        "Radio Free Europe/Radio Liberty",
        &["rferl", "rfe rl", "rfe"],
    ),
    (&["rfi.fr"], "RFI", &["rfi"]),
    (&["ria.ru"], "RIA Novosti", &["ria", "ria novosti"]),
    (&["rt.com"], "RT", &["rt", "russia today"]),
    (&["scmp.com"], "South China Morning Post", &["scmp"]),
    (&["sky.com"], "Sky News", &["sky news", "skynews"]),
    (&["slate.com"], "Slate", &["slate"]),
    (&["smh.com.au"], "The Sydney Morning Herald", &["smh"]),
    (&["spiegel.de"], "Der Spiegel", &["spiegel", "der spiegel"]),
    (
        &["sputniknews.com", "sputnikglobe.com"],
        "Sputnik",
        &["sputnik"],
    ),
    (&["srf.ch"], "SRF", &["srf"]),
    (
        &["standard.co.uk"],
        "Evening Standard",
        &["evening standard"],
    ),
    (
        &["sueddeutsche.de", "sz.de"],
        "Süddeutsche Zeitung",
        &["sueddeutsche", "süddeutsche", "süddeutsche zeitung"],
    ),
    (&["tagesschau.de"], "tagesschau", &["tagesschau"]),
    (&["tass.com", "tass.ru"], "TASS", &["tass"]),
    (&["taz.de"], "taz", &["taz"]),
    (
        &["telegraph.co.uk"],
        "The Telegraph",
        &["telegraph", "the telegraph", "daily telegraph"],
    ),
    (
        &["theatlantic.com"],
        "The Atlantic",
        &["theatlantic", "the atlantic"],
    ),
    (
        &["theglobeandmail.com"],
        "The Globe and Mail",
        &["globe and mail"],
    ),
    (
        &["theguardian.com", "guardian.co.uk"],
        "The Guardian",
        &["guardian", "theguardian", "the guardian"],
    ),
    (&["thehill.com"], "The Hill", &["thehill", "the hill"]),
    (&["thehindu.com"], "The Hindu", &["thehindu", "the hindu"]),
    (
        &["themoscowtimes.com"],
        "The Moscow Times",
        &["moscow times", "the moscow times"],
    ),
    (&["thesun.co.uk"], "The Sun", &["thesun"]),
    (
        &["thetimes.co.uk", "thetimes.com"],
        "The Times",
        &["thetimes", "the times"],
    ),
    (&["time.com"], "Time", &["time magazine"]),
    (
        &["timesofindia.indiatimes.com"],
        "The Times of India",
        &["times of india"],
    ),
    (
        &["timesofisrael.com"],
        "The Times of Israel",
        &["times of israel"],
    ),
    (
        &["usatoday.com"],
        "USA Today",
        &["usatoday", "usa today", "usat"],
    ),
    (&["vice.com"], "Vice", &["vice"]),
    (&["voanews.com"], "Voice of America", &["voa", "voanews"]),
    (&["vox.com"], "Vox", &["vox"]),
    (
        &["washingtonpost.com"],
        "The Washington Post",
        &[
            "wapo",
            "wp",
            "washingtonpost",
            "washington post",
            "the washington post",
        ],
    ),
    (
        &["washingtontimes.com"],
        "The Washington Times",
        &["washington times"],
    ),
    (&["welt.de"], "Die Welt", &["welt", "die welt"]),
    (&["wikinews.org"], "Wikinews", &["wikinews"]),
    (
        &["wsj.com"],
        "The Wall Street Journal",
        &["wsj", "wall street journal", "the wall street journal"],
    ),
    (&["xinhuanet.com", "news.cn"], "Xinhua", &["xinhua"]),
    (&["zdf.de", "zdfheute.de"], "ZDF", &["zdf"]),
    (
        &["zeit.de"],
        "Die Zeit",
        &["zeit", "die zeit", "zeit online"],
    ),
];

/// By a host or one that it stands below: `news.bbc.co.uk`.
pub fn by_host(host: &str) -> Option<&'static str> {
    let below = |ending: &str| {
        host.strip_suffix(ending)
            .is_some_and(|before| before.is_empty() || before.ends_with('.'))
    };
    OUTLETS
        .iter()
        .find(|(hosts, ..)| hosts.iter().any(|ending| below(ending)))
        .map(|(_, name, _)| *name)
}

/// By its name or one of its short names, in any case.
pub fn by_name(name: &str) -> Option<&'static str> {
    if name.len() > 40 {
        return None;
    }
    let name = name.trim().to_lowercase();
    let known =
        |full: &str, short: &[&str]| full.to_lowercase() == name || short.contains(&name.as_str());
    OUTLETS
        .iter()
        .find(|(_, full, short)| known(full, short))
        .map(|(_, full, _)| *full)
}

/// The outlet that a short line of names is: a known one, or one called as outlets are ("Harbour
/// Post"), not after a place or a person.
pub fn named_in(line: &str) -> Option<String> {
    if let Some(name) = by_name(line) {
        return Some(name.to_owned());
    }
    let words: Vec<String> = line.split_whitespace().map(str::to_lowercase).collect();
    let is_called_so = words
        .iter()
        .any(|word| KINDS.contains(&word.as_str()) || word.ends_with("zeitung"));
    let is_name = line
        .split_whitespace()
        .all(|word| word.starts_with(char::is_uppercase) || matches!(word, "of" | "the" | "and"));
    ((2..=5).contains(&words.len()) && is_called_so && is_name).then(|| line.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_match_whole_labels() {
        assert_eq!(by_host("edition.cnn.com"), Some("CNN"));
        assert_eq!(by_host("notcnn.com"), None);
    }

    #[test]
    fn no_short_name_stands_for_two() {
        let mut names: Vec<&str> = OUTLETS
            .iter()
            .flat_map(|(_, _, short)| short.iter().copied())
            .collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}
