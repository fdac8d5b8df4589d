"""The other side of a terminal: what it has shown."""

from __future__ import annotations

import os
import re
import select

LONG_ENOUGH = 60.0  # seconds; a story fails after that


def screen(main: int, *words: str) -> str:
    """What has been shown by the time that these words have come, one after the other; without any, by the end."""
    shown = ""
    while not words or not re.search(".*".join(map(re.escape, words)), shown, re.DOTALL):
        assert select.select([main], [], [], LONG_ENOUGH)[0], shown
        try:
            piece = os.read(main, 65_536)
        except OSError:  # the other side has closed
            return shown
        if not piece:
            return shown
        shown += piece.decode("utf-8", "replace")
    return shown
