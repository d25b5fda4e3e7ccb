"""WordNet's database → which single words share a sense, and the irregular forms of those words.

A line of the result is `n car auto automobile` (one sense: its part of speech – n, v, a, r – and its words) or
`=v went go` (an irregular form and what it is a form of). `engine/src/meaning/synonyms.rs` reads it.
"""

from collections.abc import Callable, Iterator

PARTS_OF_SPEECH = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}


def table(read: Callable[[str], str]) -> str:
    """`read` gives the text of one of WordNet's files, such as `data.noun` or `verb.exc`."""
    lines: list[str] = []
    for letter, part in PARTS_OF_SPEECH.items():
        senses = sorted(set(_senses(read(f"data.{part}"))))
        lines += [f"{letter} {' '.join(words)}" for words in senses]
        known = {word for words in senses for word in words}
        lines += [f"={letter} {form} {base}" for form, base in _irregular(read(f"{part}.exc")) if base in known]
    return "".join(f"{line}\n" for line in lines)


def _senses(data: str) -> Iterator[tuple[str, ...]]:
    """The single words of every sense that has several; the fields are those of wndb(5WN)."""
    for line in data.splitlines():
        if not line or line.startswith("  "):
            continue
        fields = line.split(" ")
        count = int(fields[3], 16)
        # An adjective may carry its place in brackets: "galore(ip)".
        words = {field.partition("(")[0].lower() for field in fields[4 : 4 + 2 * count : 2]}
        single = sorted(word for word in words if "_" not in word)
        if len(single) > 1:
            yield tuple(single)


def _irregular(exceptions: str) -> Iterator[tuple[str, str]]:
    for line in exceptions.splitlines():
        form, *bases = line.split()
        yield from ((form, base) for base in bases if base != form and "_" not in form + base)
