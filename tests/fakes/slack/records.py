"""What Slack notes down: requests to the Web API, and the tickets that it hands out."""

from __future__ import annotations

from dataclasses import dataclass

from tests.fakes.slack.model import JSON


@dataclass(slots=True)
class Call:
    """One request to the Web API: what came and what was answered (``answer`` None: the connection was dropped)."""

    method: str
    args: JSON
    token: str | None
    status: int = 0
    answer: JSON | None = None

    @property
    def ok(self) -> bool:
        """Whether Slack did what was asked."""
        return bool(self.answer and self.answer.get("ok"))

    @property
    def error(self) -> str | None:
        """Slack's name for the refusal."""
        return self.answer.get("error") if self.answer else None

    @property
    def outcome(self) -> str:
        """How it went, in a word."""
        return "ok" if self.ok else self.error or "no answer"


@dataclass(slots=True)
class Trigger:
    """A trigger_id: for three seconds, once."""

    id: str
    team: str
    user: str
    born: float
    view: str | None = None
    used: bool = False


@dataclass(slots=True)
class ResponseUrl:
    """A response_url: five uses within thirty minutes."""

    key: str
    channel: str
    user: str
    born: float
    message_ts: str | None = None
    ephemeral_ts: str | None = None
    uses: int = 0
