"""The clock itself: cheap when nothing waits, patient with Slack, and never stopped by one tick that fails."""

from __future__ import annotations

import pytest

from bot.errors import Later, StoreDown
from bot.model import Subscription
from bot.storage.mailing import EVERY
from bot.storage.memory import Client
from handlers.clockwork import TICK, Clockwork
from handlers.note import Note
from handlers.order import Tip
from handlers.zones import MOST
from tests.fakes.slack import Channel, Slack, User
from tests.stories.roundups.mornings import AUCKLAND, MOYALE, WIRE, Hours, Office


async def commands(redis: Client) -> int:
    """How many commands Redis has had so far, this one not counted."""
    return int((await redis.info("stats"))["total_commands_processed"])


async def zones(office: Office, *readers: User) -> list[str | None]:
    """The zones that are known."""
    known = await office.store.zones(office.team, [reader.id for reader in readers])
    return [known.get(reader.id) for reader in readers]


async def lookups(office: Office, slack: Slack, news: Channel, count: int) -> list[User]:
    """So many new readers, for each of whom the same article waits."""
    readers = [slack.person(f"reader-{number}", tz=AUCKLAND) for number in range(count)]
    post = await office.digest(news, "Moyale crossing reopens", MOYALE, WIRE)
    for reader in readers:
        await office.follows(reader)
        await office.put_by(reader.id, "2026-03-02T20:00", post)
    return readers


@pytest.mark.parametrize("readers", [1, 500])
async def test_a_tick_with_nothing_waiting(office: Office, redis: Client, readers: int) -> None:
    """Costs two commands, whatever the number of readers, and none of Slack's."""
    for number in range(readers):
        await office.store.follow(office.team, Subscription(f"U{number}", "KE", pace="daily"))
    before = await commands(redis)
    await office.clockwork.tick()
    assert await commands(redis) - before <= 2 + 1
    assert office.slack.calls() == []


async def test_those_who_were_looked_at_are_let_be(office: Office, slack: Slack, redis: Client, news: Channel) -> None:
    """Until their morning: the next tick costs as little as if nothing waited."""
    await lookups(office, slack, news, 20)
    await office.tick()
    before, asked = await commands(redis), len(slack.calls())
    await office.clockwork.tick()
    assert await commands(redis) - before <= 2 + 1
    assert len(slack.calls()) == asked


async def test_profiles_are_asked_for_some_at_a_time(office: Office, slack: Slack, news: Channel) -> None:
    """The others with the next tick; each once."""
    readers = await lookups(office, slack, news, MOST + 5)
    for most in (MOST, MOST + 5, MOST + 5):
        await office.clockwork.tick()
        assert len(slack.calls("users.info")) == most
    assert await zones(office, *readers) == [AUCKLAND] * len(readers)


async def test_slack_wants_no_more_questions(office: Office, slack: Slack, news: Channel) -> None:
    """The rest is asked at the next tick; nobody's morning is guessed meanwhile."""
    readers = await lookups(office, slack, news, 3)
    slack.rate_limit("users.info", retry_after="30")
    await office.clockwork.tick()
    assert await zones(office, *readers) == [None] * 3
    assert office.queue.notes == {}
    await office.clockwork.tick()
    assert await zones(office, *readers) == [AUCKLAND] * 3


async def test_profiles_that_may_not_be_read(office: Office, slack: Slack, hours: Hours, news: Channel) -> None:
    """Without the scope, mornings are those of UTC."""
    slack.home.scopes.discard("users:read")
    [reader] = await lookups(office, slack, news, 1)
    hours.set("2026-03-03T07:59", "UTC")
    await office.clockwork.tick()
    assert await zones(office, reader) == ["UTC"]
    assert office.queue.notes == {}
    hours.set("2026-03-03T08:00", "UTC")
    await office.clockwork.tick()
    assert len(office.queue.notes) == 1


async def test_a_morning_that_can_not_be_told_yet(office: Office, slack: Slack, news: Channel) -> None:
    """A roundup that is taken up while Slack does not say where its reader lives is put off for a minute."""
    [reader] = await lookups(office, slack, news, 1)
    slack.fail("users.info", "internal_error")
    tip = Tip(reader.id, pace="daily", date="2026-03-03")
    with pytest.raises(Later) as put_off:
        await office.desk.handle(Note("roundup", f"{office.team}:{reader.id}:x", office.team, reader.id, "x", tip=tip))
    assert put_off.value.seconds == 60
    assert office.roundups(reader) == []


async def test_a_note_without_a_tip(office: Office, maria: User) -> None:
    """As no version of the bot writes one: nothing happens."""
    await office.desk.handle(Note("roundup", f"{office.team}:{maria.id}:x", office.team, maria.id, "x"))
    assert office.slack.calls() == []


async def test_links_that_slack_does_not_give(office: Office, slack: Slack, hours: Hours, news: Channel) -> None:
    """Trouble that passes is waited for; else the event is told without a link."""
    [reader] = await lookups(office, slack, news, 1)
    slack.fail("chat.getPermalink", "internal_error")
    hours.set("2026-03-03T08:00", AUCKLAND)
    await office.clockwork.tick()
    [note] = office.queue.notes.values()
    with pytest.raises(Exception, match="internal_error"):
        await office.desk.handle(note)
    slack.fail("chat.getPermalink", "some_new_error")
    await office.work()
    [message] = office.roundups(reader)
    assert "Moyale crossing reopens" in message.shown
    assert "open the digest" not in message.shown


async def test_a_tick_that_fails(office: Office) -> None:
    """Is missed, and the clock goes on: at once, and then about once a minute."""
    ticks, pauses = list[int](), list[float]()

    def clock() -> float:
        ticks.append(len(ticks))
        if len(ticks) == 1:
            raise StoreDown("Redis does not do what it should; try again.")
        return 0.0

    async def pause(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await Clockwork(office.store, office.queue, office.clients, clock, pause).run()
    assert (ticks, pauses) == ([0, 1, 2], [TICK] * 3)


async def test_a_whole_office_at_eight(office: Office, slack: Slack, hours: Hours, news: Channel) -> None:
    """Is not served at once: each has a place in the line of messages, and comes when it is its turn."""
    readers = await lookups(office, slack, news, MOST)
    hours.set("2026-03-03T08:00", AUCKLAND)
    await office.clockwork.tick()
    assert sorted(office.queue.after.values()) == pytest.approx([EVERY * number for number in range(MOST)])
    began = hours()
    for key, after in sorted(office.queue.after.items(), key=lambda each: each[1]):
        hours.now = max(hours.now, began + after)
        await office.desk.handle(office.queue.notes[key])
    assert [len(office.roundups(reader)) for reader in readers] == [1] * MOST


async def test_after_eight(office: Office, hours: Hours, maria: User, news: Channel) -> None:
    """What is put by at nine makes no work today; whoever has nothing waiting any more is looked at no more."""
    await office.follows(maria)
    hours.set("2026-03-03T09:00")
    await office.put_by(maria.id, "2026-03-03T09:00", await office.digest(news, "Moyale reopens", MOYALE, WIRE))
    await office.clockwork.tick()
    assert office.queue.notes == {}
    for day in ("2026-03-04", "2026-03-05"):
        assert len(await office.store.due([office.team], hours() + 86_400)) == 1
        hours.set(f"{day}T08:00")
        await office.tick()
    assert await office.store.due([office.team], hours() + 86_400) == ()
