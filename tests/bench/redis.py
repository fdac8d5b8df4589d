"""A real server for the figures that need one."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bot.storage.launch import find_server
from tests.fakes.redis_server import running

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def redis() -> Iterator[str]:
    """The address of a server of our own, with an append-only file as in production."""
    binary = find_server()
    if binary is None:
        sys.exit("no Redis or Valkey server on this machine")
    with running(binary) as server:
        yield server.url
