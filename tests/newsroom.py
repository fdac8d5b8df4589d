"""The real newsroom, loaded once for all stories of a process: the model takes a second."""

from __future__ import annotations

from functools import cache

from bot.edition import edition
from bot.editor import Editor
from bot.facts.reader import SpacyReader
from bot.meaning.embedder import MiniLM
from bot.settings import DEFAULT_MODEL


@cache
def editor() -> Editor:
    """The editor over the default model."""
    reader = SpacyReader(DEFAULT_MODEL)
    return Editor(reader, edition(reader.version), MiniLM())
