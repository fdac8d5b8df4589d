"""How Slack says no."""

from __future__ import annotations

from typing import Any


class Refused(Exception):
    """An ``ok: false`` answer: Slack's name for the error, and sentences for ``response_metadata.messages``."""

    def __init__(self, error: str, *messages: str, **more: str) -> None:
        super().__init__(error)
        self.error = error
        self.messages = messages
        self.more = more

    def answer(self) -> dict[str, Any]:
        """The JSON body as Slack shapes it."""
        body: dict[str, Any] = {"ok": False, "error": self.error, **self.more}
        if self.messages:
            body["errors"] = list(self.messages)
            body["response_metadata"] = {"messages": [f"[ERROR] {words}" for words in self.messages]}
        return body


def demand(fine: object, error: str, *messages: str) -> None:
    """Refuse with this error unless it is fine."""
    if not fine:
        raise Refused(error, *messages)
