"""Signed HTTP: what Slack posts to a request URL, with its signature and its retry headers."""

from __future__ import annotations

import hashlib
import hmac
import json
import time
from dataclasses import dataclass
from urllib.parse import urlencode

import aiohttp

from tests.fakes.slack.deliveries import Delivery, Kind, Outcome
from tests.fakes.slack.model import JSON


@dataclass(frozen=True, slots=True)
class HttpAnswer:
    """What the app's server said."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> JSON | None:
        """The body, where it is a JSON object."""
        try:
            found = json.loads(self.body)
        except ValueError:
            return {"text": self.body.decode()} if self.body else None
        return found if isinstance(found, dict) else None


def sign(secret: str, timestamp: str, body: str) -> str:
    """The signature that Slack puts into ``X-Slack-Signature``."""
    return "v0=" + hmac.new(secret.encode(), f"v0:{timestamp}:{body}".encode(), hashlib.sha256).hexdigest()


def packed(kind: Kind, payload: JSON) -> tuple[str, str]:
    """The body and its content type: JSON for events, a form for commands, JSON in a form for interactions."""
    form = "application/x-www-form-urlencoded"
    if kind == "slash_commands":
        return urlencode(payload), form
    return (
        (urlencode({"payload": json.dumps(payload)}), form)
        if kind == "interactive"
        else (json.dumps(payload), "application/json")
    )


class Signed:
    """Posts to the app's server. ``patience`` is how long Slack waits for an answer, in seconds."""

    def __init__(self, secret: str, patience: float) -> None:
        self.url = ""
        self._secret = secret
        self._patience = patience

    async def post(self, url: str, kind: Kind, payload: JSON, headers: dict[str, str | None]) -> HttpAnswer:
        """One signed request; ``headers`` replace Slack's own, None leaves one out."""
        body, content_type = packed(kind, payload)
        timestamp = headers.get("X-Slack-Request-Timestamp") or str(int(time.time()))
        whole: dict[str, str | None] = {
            "Content-Type": content_type,
            "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
            "X-Slack-Request-Timestamp": timestamp,
            "X-Slack-Signature": sign(self._secret, timestamp, body),
        }
        kept = {name: value for name, value in (whole | headers).items() if value is not None}
        limit = aiohttp.ClientTimeout(total=self._patience)
        async with (
            aiohttp.ClientSession(timeout=limit) as session,
            session.post(url, data=body, headers=kept) as answer,
        ):
            return HttpAnswer(answer.status, dict(answer.headers), await answer.read())

    async def carry(self, delivery: Delivery, number: int, reason: str) -> Outcome:
        """One attempt at the request URL."""
        retry: dict[str, str | None] = {"X-Slack-Retry-Num": str(number), "X-Slack-Retry-Reason": reason}
        try:
            answer = await self.post(self.url, delivery.kind, delivery.payload, retry if number else {})
        except TimeoutError:
            return Outcome("http_timeout")
        except aiohttp.ClientConnectionError:
            return Outcome("connection_failed")
        if answer.status == 200:
            return Outcome(response=answer.json, status=200)
        final = answer.headers.get("X-Slack-No-Retry") == "1"
        return Outcome("http_error", status=answer.status, final=final)
