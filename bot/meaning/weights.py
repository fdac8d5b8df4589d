"""The arrays in an ONNX file, by name. The file stays on disk until they are used.

Source of the format: onnx.proto3 of ONNX (Apache-2.0), and the wire format of Protocol Buffers.
"""

from __future__ import annotations

import mmap
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import numpy.typing as npt

    Array = npt.NDArray[Any]

_GRAPH = 7  # ModelProto.graph
_NODE, _INITIALIZER = 1, 5  # of a GraphProto
_INPUT, _OPERATOR = 1, 4  # of a NodeProto
_DIMENSION, _TYPE, _NAME, _RAW = 1, 2, 8, 9  # of a TensorProto
_DTYPES: dict[int, np.dtype[Any]] = {
    1: np.dtype("<f4"),
    3: np.dtype("i1"),
}  # those of weights; the others are shapes and indices
_VARINT, _EIGHT, _BYTES, _FOUR = 0, 1, 2, 5  # wire types


class Weights(NamedTuple):
    """The arrays by name, and the names of the weights that are stored as bytes, in the order of their use."""

    arrays: dict[str, Array]
    quantised: tuple[str, ...]


def read(path: Path) -> Weights:
    """The weights of a model. Raises ValueError when the file is none."""
    with path.open("rb") as file:
        view = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    graph = next((value for number, value in _fields(view) if number == _GRAPH), None)
    if graph is None:
        raise ValueError("the file holds no graph")
    arrays: dict[str, Array] = {}
    quantised: list[str] = []
    for number, value in _fields(graph):
        if number == _INITIALIZER:
            arrays.update(_array(value))
        elif number == _NODE and (name := _cast_from(value)):
            quantised.append(name)
    return Weights(arrays, tuple(quantised))


def _array(tensor: memoryview) -> Iterator[tuple[str, Array]]:
    shape: list[int] = []
    name, kind, raw = "", 0, memoryview(b"")
    for number, value in _fields(tensor):
        if number == _DIMENSION:
            shape.append(value)
        elif number == _TYPE:
            kind = value
        elif number == _NAME:
            name = bytes(value).decode()
        elif number == _RAW:
            raw = value
    if dtype := _DTYPES.get(kind):
        yield name, np.frombuffer(raw, dtype).reshape(shape)


def _cast_from(node: memoryview) -> str:
    """The name of the weight whose bytes this node makes numbers of; empty: it does something else."""
    fields = [(number, bytes(value)) for number, value in _fields(node) if number in {_INPUT, _OPERATOR}]
    name = fields[0][1].decode()
    return name.removesuffix("_q") if (_OPERATOR, b"Cast") in fields and name.endswith("_q") else ""


def _fields(message: memoryview) -> Iterator[tuple[int, Any]]:
    """The fields of a message: their number, and an integer or bytes."""
    at = 0
    while at < len(message):
        key, at = _varint(message, at)
        wire = key & 7
        if wire == _VARINT:
            value, at = _varint(message, at)
            yield key >> 3, value
            continue
        if wire == _BYTES:
            length, at = _varint(message, at)
        elif wire in {_FOUR, _EIGHT}:
            length = 4 if wire == _FOUR else 8
        else:
            raise ValueError("the file is no ONNX model")
        yield key >> 3, message[at : at + length]
        at += length


def _varint(message: memoryview, at: int) -> tuple[int, int]:
    """The integer that begins there, and where it ends."""
    value = shift = 0
    while True:
        byte = message[at]
        at += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:  # noqa: PLR2004  the highest bit tells that more follows
            return value, at
