"""The command line as a process of its own, with what the stories of processes need and nothing of Slack.

Usage: python -m tests.handlers.terminal.wiring COMMAND …
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.articles.fetch import Web
from bot.settings import DEFAULT_MODEL
from handlers.terminal import Tools, commands

if TYPE_CHECKING:
    from bot.newsdesk import Editor


def _editor() -> Editor:
    from bot.edition import edition
    from bot.facts.reader import SpacyReader
    from bot.newsdesk import Editor

    reader = SpacyReader(DEFAULT_MODEL)
    return Editor(reader, edition(reader.version))


if __name__ == "__main__":
    commands(Tools(_editor, Web, lambda: 0, lambda: 0, lambda: 0, lambda: False))(prog_name="dateline")
