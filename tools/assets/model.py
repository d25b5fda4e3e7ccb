"""all-MiniLM-L6-v2 as it was published → its embeddings and first three layers, in whole numbers.

Layout of the result, little-endian: the magic bytes, six u32 (words of the vocabulary, width, inner width, heads,
layers, positions), then the tensors in the order of `tensors`. A matrix is one f32 scale a row, then its int8 cells
(cell × scale is the weight); a vector is f32. `engine/src/meaning/model.rs` reads it.
"""

import json
import struct
import sys
from array import array
from collections.abc import Iterator

MAGIC = b"AQMEAN1\n"
WIDTH, INNER, HEADS, LAYERS, POSITIONS = 384, 1536, 12, 3, 256
LARGEST = 127

LAYER_MATRICES = (
    "attention.self.query",
    "attention.self.key",
    "attention.self.value",
    "attention.output.dense",
    "intermediate.dense",
    "output.dense",
)
LAYER_NORMS = ("attention.output.LayerNorm", "output.LayerNorm")


class Safetensors:
    """The tensors of a `.safetensors` file: a u64 length, a JSON table of contents, raw little-endian cells."""

    def __init__(self, content: bytes):
        (length,) = struct.unpack_from("<Q", content)
        self._entries = json.loads(content[8 : 8 + length])
        self._cells = memoryview(content)[8 + length :]

    def shape(self, name: str) -> list[int]:
        return self._entries[name]["shape"]

    def floats(self, name: str) -> array:
        entry = self._entries[name]
        if entry["dtype"] != "F32":
            raise ValueError(f"{name} holds {entry['dtype']}, not F32")
        start, end = entry["data_offsets"]
        return _floats(self._cells[start:end])


def convert(safetensors: bytes) -> bytes:
    tensors = Safetensors(safetensors)
    words, width = tensors.shape("embeddings.word_embeddings.weight")
    if width != WIDTH:
        raise ValueError(f"the model is {width} wide, not {WIDTH}")
    header = MAGIC + struct.pack("<6I", words, WIDTH, INNER, HEADS, LAYERS, POSITIONS)
    return header + b"".join(_parts(tensors))


def _parts(tensors: Safetensors) -> Iterator[bytes]:
    yield _matrix(tensors.floats("embeddings.word_embeddings.weight"), WIDTH)
    yield _places(tensors)
    yield _vectors(tensors, "embeddings.LayerNorm")
    for layer in range(LAYERS):
        at = f"encoder.layer.{layer}."
        for name in LAYER_MATRICES:
            rows_of = tensors.shape(f"{at}{name}.weight")[1]
            yield _matrix(tensors.floats(f"{at}{name}.weight"), rows_of)
            yield _bytes(tensors.floats(f"{at}{name}.bias"))
        for name in LAYER_NORMS:
            yield _vectors(tensors, at + name)


def _places(tensors: Safetensors) -> bytes:
    """The vectors of the positions; the one text type that we use is added to each."""
    places = tensors.floats("embeddings.position_embeddings.weight")[: POSITIONS * WIDTH]
    kind = tensors.floats("embeddings.token_type_embeddings.weight")[:WIDTH]
    return _bytes(array("f", (cell + kind[at % WIDTH] for at, cell in enumerate(places))))


def _vectors(tensors: Safetensors, name: str) -> bytes:
    return _bytes(tensors.floats(f"{name}.weight")) + _bytes(tensors.floats(f"{name}.bias"))


def _matrix(cells: array, width: int) -> bytes:
    scales, rounded = array("f"), bytearray()
    for start in range(0, len(cells), width):
        row = cells[start : start + width]
        scale = max(max(row), -min(row)) / LARGEST or 1.0
        scales.append(scale)
        rounded += array("b", [round(cell / scale) for cell in row]).tobytes()
    return _bytes(scales) + rounded


def _floats(raw: memoryview) -> array:
    floats = array("f")
    floats.frombytes(raw)
    if sys.byteorder == "big":
        floats.byteswap()
    return floats


def _bytes(floats: array) -> bytes:
    if sys.byteorder == "big":
        floats = floats[:]
        floats.byteswap()
    return floats.tobytes()
