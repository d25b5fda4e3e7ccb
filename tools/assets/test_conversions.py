"""The conversions on small data of our own."""

import json
import struct
import unittest
from array import array
from unittest import mock

import model
import synonyms


def safetensors(tensors: dict[str, tuple[list[int], list[float]]]) -> bytes:
    entries, cells = {}, b""
    for name, (shape, floats) in tensors.items():
        raw = struct.pack(f"<{len(floats)}f", *floats)
        entries[name] = {"dtype": "F32", "shape": shape, "data_offsets": [len(cells), len(cells) + len(raw)]}
        cells += raw
    header = json.dumps(entries).encode()
    return struct.pack("<Q", len(header)) + header + cells


class Matrices(unittest.TestCase):
    def test_a_row_is_its_scale_times_whole_numbers(self):
        made = model._matrix(array("f", [127.0, -63.5, 0.0, 2.54, -1.27, 1.27]), 3)
        scales, cells = struct.unpack("<2f", made[:8]), struct.unpack("6b", made[8:])
        self.assertAlmostEqual(scales[0], 1.0)
        self.assertAlmostEqual(scales[1], 0.02, places=6)
        # Halves are rounded to the even number.
        self.assertEqual(cells, (127, -64, 0, 127, -64, 64))

    def test_a_row_of_zeros_is_allowed(self):
        self.assertEqual(model._matrix(array("f", [0.0, 0.0]), 2), struct.pack("<f2b", 1.0, 0, 0))


class Model(unittest.TestCase):
    def test_the_model_has_the_size_that_its_layout_gives(self):
        width, inner, words, places = 4, 8, 5, 6
        vector, square = ([width], [0.5] * width), ([width, width], [0.5] * width * width)
        tensors = {
            "embeddings.word_embeddings.weight": ([words, width], [0.25] * words * width),
            "embeddings.position_embeddings.weight": ([places + 2, width], [0.5] * (places + 2) * width),
            "embeddings.token_type_embeddings.weight": ([2, width], [0.25] * 2 * width),
            "embeddings.LayerNorm.weight": vector,
            "embeddings.LayerNorm.bias": vector,
        }
        at = "encoder.layer.0."
        for name in model.LAYER_MATRICES[:4]:
            tensors |= {f"{at}{name}.weight": square, f"{at}{name}.bias": vector}
        tensors |= {f"{at}intermediate.dense.weight": ([inner, width], [0.5] * inner * width)}
        tensors |= {f"{at}intermediate.dense.bias": ([inner], [0.5] * inner)}
        tensors |= {f"{at}output.dense.weight": ([width, inner], [0.5] * inner * width)}
        tensors |= {f"{at}output.dense.bias": vector}
        for name in model.LAYER_NORMS:
            tensors |= {f"{at}{name}.weight": vector, f"{at}{name}.bias": vector}
        sizes = mock.patch.multiple(model, WIDTH=width, INNER=inner, HEADS=2, LAYERS=1, POSITIONS=places)
        with sizes:
            made = model.convert(safetensors(tensors))
        self.assertEqual(made[:8], model.MAGIC)
        self.assertEqual(struct.unpack("<6I", made[8:32]), (words, width, inner, 2, 1, places))
        matrix = lambda rows, columns: rows * (4 + columns)
        layer = 4 * (matrix(width, width) + 4 * width) + matrix(inner, width) + 4 * inner
        layer += matrix(width, inner) + 4 * width + 4 * 4 * width
        self.assertEqual(len(made), 32 + matrix(words, width) + 4 * places * width + 8 * width + layer)
        start = 32 + matrix(words, width)
        self.assertEqual(struct.unpack("<f", made[start : start + 4]), (0.75,))


class Synonyms(unittest.TestCase):
    def test_only_single_words_in_company_are_kept(self):
        files = {
            "data.noun": "  1 a notice\n00001 03 n 03 Boat 0 ferry 1 sea_boat 0 000 | a gloss\n"
            "00002 03 n 02 pier 0 landing_stage 0 000 | another\n",
            "noun.exc": "boaten boat\npieren pier\nsea_boats boat\n",
            "data.adj": "00003 00 a 02 galore(ip) 0 plenty 0 000 | more\n",
        }
        table = synonyms.table(lambda name: files.get(name, ""))
        self.assertEqual(table, "n boat ferry\n=n boaten boat\na galore plenty\n")


if __name__ == "__main__":
    unittest.main()
