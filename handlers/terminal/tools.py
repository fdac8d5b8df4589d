"""What the command line is given by the wiring."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager

    from bot.editor import Editor
    from bot.newsdesk import Web


@dataclass(frozen=True, slots=True)
class Tools:
    """Makers of what a command may need; nothing is made before a command calls for it.

    ``editor`` loads the model; ``web`` opens the door to the web. ``serve``, ``worker`` and ``check`` run to their
    end and give the exit code. ``connected`` tells whether there are tokens for Slack.
    """

    editor: Callable[[], Editor]
    web: Callable[[], AbstractAsyncContextManager[Web]]
    serve: Callable[[], int]
    worker: Callable[[], int]
    check: Callable[[], int]
    connected: Callable[[], bool]
