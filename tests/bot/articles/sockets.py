"""A recorder at the socket: every connection that this process tries, whoever tries it."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_recorders: list[list[tuple[str, int]]] = []
_closed: list[bool] = []


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.connect" and _recorders and isinstance(arguments[1], tuple):
        for recorder in _recorders:
            recorder.append((str(arguments[1][0]), int(arguments[1][1])))
        if any(_closed):
            raise ConnectionRefusedError


sys.addaudithook(_hear)  # an audit hook can't be taken back; without a recorder it does nothing


@contextmanager
def recorded(*, closed: bool = False) -> Iterator[list[tuple[str, int]]]:
    """The (address, port) of every connection tried meanwhile; with ``closed`` none of them leaves this machine."""
    tried: list[tuple[str, int]] = []
    _recorders.append(tried)
    _closed.append(closed)
    try:
        yield tried
    finally:
        _recorders.remove(tried)
        _closed.remove(closed)
