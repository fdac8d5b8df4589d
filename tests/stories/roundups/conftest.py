"""An office, on a Monday evening in Oslo, and Maria in it, who follows Kenya and reads once a day."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.storage.memory import Client
from bot.storage.store import Store
from tests.fakes.slack import Channel, Slack, User
from tests.fakes.web import Website
from tests.stories.desks import newsroom_of
from tests.stories.roundups.mornings import MOYALE, OSLO, WIRE, Hours, Office


@pytest.fixture
def hours() -> Hours:
    """A Monday evening."""
    clock = Hours()
    clock.set("2026-03-02T20:00")
    return clock


@pytest.fixture
def store(redis: Client, hours: Hours) -> Store:
    """Memory in which it is as late as in the office."""
    return Store(redis, timedelta(days=30), clock=hours)


@pytest.fixture
async def office(slack: Slack, site: Website, store: Store, hours: Hours) -> AsyncIterator[Office]:
    """One worker."""
    async with newsroom_of(site, store) as newsdesk:
        yield Office(slack, newsdesk, store, hours)


@pytest.fixture
def maria(slack: Slack) -> User:
    """A reader."""
    return slack.person("maria", tz=OSLO)


@pytest.fixture
def news(slack: Slack, maria: User) -> Channel:
    """Where articles are shared."""
    return slack.channel("news", maria)


@pytest.fixture
async def waiting(office: Office, maria: User, news: Channel) -> None:
    """Since Monday evening, an article waits for Maria."""
    await office.follows(maria)
    post = await office.digest(news, "Moyale crossing reopens", MOYALE, WIRE)
    await office.put_by(maria.id, "2026-03-02T20:00", post)
