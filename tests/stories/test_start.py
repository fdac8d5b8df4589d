"""How the bot starts, or says in one sentence each why it does not; and what its logs keep to themselves."""

from __future__ import annotations

import asyncio
import signal
import socket
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.settings import Settings
from tests.fakes.redis_server import RedisServer
from tests.fakes.slack import Slack
from tests.fakes.web import Website
from tests.stories.conftest import running
from tests.stories.pages import TITLE, page
from tests.stories.processes import dateline, environment

STARTED = 30.0  # seconds for a process to start on a busy machine
NOBODY = "nobody-knows-this"
Told = tuple[int, list[str]]


async def ended(home: Path, env: dict[str, str], command: str) -> Told:
    """The exit code and the lines of a process that ends by itself."""
    async with asyncio.timeout(STARTED), dateline(home, env, command) as process:
        code = await process.code()
        return code, process.said.splitlines()


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """Without job slots, so that no model is loaded."""
    return settings.model_copy(update={"dateline_workers": 0})


@pytest.mark.parametrize("command", ["serve", "check"])
async def test_every_fault_of_the_settings_is_told_at_once(tmp_path: Path, command: str) -> None:
    """Each by the name of its setting, with the fix, and without its value."""
    env = {
        "SLACK_APP_TOKEN": f"xoxp-{NOBODY}",
        "SLACK_CLIENT_SECRET": NOBODY,
        "REDIS_URL": f"gopher://{NOBODY}",
        "DATELINE_MODEL": "no_such_model",
    }
    code, lines = await ended(tmp_path, environment(Settings(_env_file=None)) | env, command)
    assert code == 2
    for name in ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_CLIENT_SECRET", "REDIS_URL", "DATELINE_MODEL"):
        assert [line.startswith(name) for line in lines].count(True) == 1
    assert len(lines) == 5
    assert NOBODY not in "".join(lines)


async def test_values_that_can_not_be_read(tmp_path: Path) -> None:
    """All of them, too."""
    env = {"PORT": NOBODY, "DATELINE_WORKERS": "-1", "DATELINE_RETENTION_DAYS": "0"}
    code, lines = await ended(tmp_path, environment(Settings(_env_file=None)) | env, "check")
    assert code == 2
    assert sorted(line.partition(":")[0] for line in lines) == sorted(name for name in env)


async def test_complete_settings(settings: Settings, tmp_path: Path) -> None:
    """`dateline check` asks nobody, and says so."""
    code, [line] = await ended(tmp_path, environment(settings), "check")
    assert code == 0
    assert "complete" in line


@pytest.mark.parametrize("case", ["serve slack_bot_token", "serve slack_app_token", "worker slack_bot_token"])
async def test_a_token_that_slack_does_not_know(settings: Settings, tmp_path: Path, case: str) -> None:
    """One sentence, and no second try: a token gets no better by waiting."""
    command, name = case.split()
    wrong = SecretStr(f"{'xoxb' if 'bot' in name else 'xapp'}-1-{NOBODY}")
    code, [line] = await ended(tmp_path, environment(settings.model_copy(update={name: wrong})), command)
    assert code == 2
    assert line.startswith(f"{name.upper()}: Slack says invalid_auth")
    assert NOBODY not in line


async def test_no_redis_at_the_start(settings: Settings, own_server: RedisServer, tmp_path: Path) -> None:
    """One sentence; whoever supervises the process starts it again."""
    own_server.kill()
    env = environment(settings.model_copy(update={"redis_url": own_server.url}))
    code, [line] = await ended(tmp_path, env, "serve")
    assert code == 1
    assert line.startswith("Redis")
    assert str(own_server.home) not in line


async def test_a_port_that_is_taken(signed_settings: Settings, tmp_path: Path) -> None:
    """It names the setting."""
    with socket.socket() as door:
        door.bind(("0.0.0.0", signed_settings.port))  # noqa: S104  where the bot listens
        door.listen()
        code, lines = await ended(tmp_path, environment(signed_settings), "serve")
    assert code == 2
    assert [line for line in lines if line.startswith("PORT")]
    assert "Traceback" not in "".join(lines)


async def test_a_log_names_events_and_never_what_was_said(slack: Slack, settings: Settings, tmp_path: Path) -> None:
    """Neither of what is handled, nor of what is not, nor of what fails; and no token."""
    maria = slack.person("maria")
    desk = slack.channel("desk", maria)
    async with dateline(tmp_path, environment(settings), "serve") as process:
        await slack.connected(timeout=STARTED)
        asked = slack.say(maria, desk, f"our {NOBODY} merger: https://wire.example/{NOBODY}")
        slack.react(maria, asked, "eyes")
        slack.edit(asked, f"no {NOBODY} merger")
        slack.command(maria, desk, "/dateline", NOBODY)
        slack.shortcut(maria, asked, "digest_this")
        await slack.quiet()
        process.send(signal.SIGTERM)
        assert await process.code() == 0
    for secret in (NOBODY, "merger", "wire.example", slack.bot_token, slack.app_token, slack.app.signing_secret):
        assert secret not in process.said
    assert len(process.said.splitlines()) <= 1


async def test_slack_out_of_reach_at_the_start(slack: Slack, settings: Settings, tmp_path: Path) -> None:
    """The bot says so and is there as soon as Slack is."""
    slack.fail("auth.test", drop="before")
    slack.fail("apps.connections.open", error="internal_error")
    async with dateline(tmp_path, environment(settings), "serve") as process:
        await slack.connected(timeout=STARTED)
    assert "out of reach" in process.said
    assert "Traceback" not in process.said


async def test_slack_in_trouble_at_the_start_loses_no_event(slack: Slack, site: Website, settings: Settings) -> None:
    """While it answers nothing but errors, what it brings is queued all the same."""
    slack.fail("auth.test", error="internal_error", times=9)
    maria = slack.person("maria")
    async with running(settings.model_copy(update={"dateline_workers": 1})):
        [digest] = await slack.replies(slack.say(maria, slack.channel("desk", maria), site.page("/x", page())))
    assert TITLE in digest.shown
