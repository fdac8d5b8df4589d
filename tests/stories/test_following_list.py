"""The list of what somebody follows, and the ways back from what was done."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.model import Subscription
from bot.storage.memory import Client
from bot.topics import find
from tests.fakes.slack import Channel, Ephemeral, Slack, User
from tests.stories.followers import NOON, Clock, Newsroom, newsroom_in
from tests.stories.orders import pressed, said, typed

DAY = 86_400.0


@pytest.fixture
def clock() -> Clock:
    """Set to a noon, a Tuesday in March."""
    return Clock()


@pytest.fixture
async def room(slack: Slack, redis: Client, clock: Clock) -> AsyncIterator[Newsroom]:
    """A worker."""
    async with newsroom_in(slack, redis, clock) as worker:
        yield worker


@pytest.fixture
def maria(slack: Slack) -> User:
    """Who orders."""
    return slack.person("maria")


@pytest.fixture
def desk(slack: Slack, maria: User) -> Channel:
    """Where Maria is, and the bot."""
    return slack.channel("desk", maria)


async def listed(room: Newsroom, maria: User, desk: Channel) -> list[str]:
    """The lines of the list, without the labels of its buttons."""
    shown = (await said(room, typed(room.slack, maria, desk, "following"))).shown
    return [line for line in shown.splitlines() if line != "Unfollow"]


def labels(shown: Ephemeral) -> list[str]:
    """What its buttons say."""
    return [each["text"]["text"] for each in shown.buttons]


async def test_each_line_says_how_and_whether_it_rests(
    room: Newsroom, maria: User, desk: Channel, clock: Clock
) -> None:
    """By name; a snooze that is over is not told."""
    for words in ("follow uganda daily", "follow kenya actor", "follow sahel weekly", "mute uganda", "snooze kenya"):
        await said(room, typed(room.slack, maria, desk, words))
    await said(room, typed(room.slack, maria, desk, "snooze mali for a week"))
    assert await listed(room, maria, desk) == [
        "*You follow 3 of at most 50:*",
        "*🇰🇪 Kenya*: at once, articles in which it acts · _snoozed until Wed 5 Mar 2025_",
        "*Sahel*: in a roundup on Mondays, every article about it · _Mali snoozed until Tue 11 Mar 2025_",
        "*🇺🇬 Uganda*: in a roundup each morning, every article about it · _muted_",
        "Wake all",
    ]
    clock.at(NOON + 8 * DAY)
    assert [line for line in await listed(room, maria, desk) if "snoozed" in line] == []
    answer = await said(room, pressed(room.slack, maria, room.slack.ephemeral(maria)[-1], "Wake all"))
    assert answer.shown == "You are told of all that is followed again."
    assert not [line for line in await listed(room, maria, desk) if "_" in line or line == "Wake all"]


async def test_fifty_places_fit_into_a_message(room: Newsroom, maria: User, desk: Channel) -> None:
    """Page by page, each with a button; the last ones are reached, and the first ones again."""
    africa = find("africa")
    assert africa
    wishes = tuple(Subscription(maria.id, code, "location", "daily", muted=True) for code in africa.codes[:50])
    await room.store.follow_all(maria.team, wishes)
    pages = [await said(room, typed(room.slack, maria, desk, "following"))]
    while "More" in labels(pages[-1]):
        pages.append(await said(room, pressed(room.slack, maria, pages[-1], "More")))
    told = [line for page in pages for line in page.shown.splitlines() if "_muted_" in line]
    assert told == sorted(told, key=lambda line: line.casefold().split()[1:])
    assert len(set(told)) == 50
    assert [labels(page).count("Unfollow") for page in pages] == [18, 18, 14]
    assert [labels(page)[-2:] for page in pages] == [["More", "Wake all"], ["More", "Wake all"], ["Back", "Wake all"]]
    back = await said(room, pressed(room.slack, maria, pages[-1], "Back"))
    assert back.shown == pages[1].shown


async def test_a_page_that_is_no_more(room: Newsroom, maria: User, desk: Channel) -> None:
    """The last one that there is comes instead."""
    africa = find("africa")
    assert africa
    await room.store.follow_all(maria.team, tuple(Subscription(maria.id, code) for code in africa.codes[:19]))
    shown = await said(room, typed(room.slack, maria, desk, "following"))
    note = pressed(room.slack, maria, shown, "More")
    await room.store.unfollow(maria.team, maria.id, *africa.codes[5:])
    assert "*You follow 5 of at most 50:*" in (await said(room, note)).shown


async def test_what_ended_is_followed_again_as_it_was(room: Newsroom, maria: User, desk: Channel) -> None:
    """From the list, and back to it."""
    slack = room.slack
    await said(room, typed(slack, maria, desk, "follow kenya actor weekly"))
    shown = await said(room, typed(slack, maria, desk, "following"))
    ended = await said(room, pressed(slack, maria, shown, "Unfollow"))
    assert ended.shown.startswith("You no longer follow 🇰🇪 Kenya.")
    again = await said(room, pressed(slack, maria, ended, "Follow again"))
    assert again.shown.startswith("You follow 🇰🇪 Kenya: in a roundup on Mondays, articles in which it acts.")
    ended = await said(room, pressed(slack, maria, again, "Unfollow"))
    back = await said(room, pressed(slack, maria, ended, "What I follow"))
    assert back.shown.startswith("You follow nothing yet.")
    assert len(slack.ephemeral(maria)) == 2, "each answer takes the place of the one whose button was pressed"


@pytest.mark.parametrize(
    ("words", "answer", "label"),
    [
        ("snooze kenya", "You are told nothing about 🇰🇪 Kenya for a day.", "Wake it"),
        ("snooze kenya for a week", "You are told nothing about 🇰🇪 Kenya for a week.", "Wake it"),
        ("snooze for 3 days", "You are told nothing for 3 days.", "Wake it"),
        ("mute kenya", "You are told nothing more about 🇰🇪 Kenya, until you unmute it.", "Unmute"),
        ("mute all", "You are told nothing more, until you unmute it.", "Unmute"),
    ],
)
async def test_peace_and_the_way_back(room: Newsroom, maria: User, words: str, answer: str, label: str) -> None:
    """Each rest has a button that ends it."""
    slack, direct = room.slack, room.slack.direct(maria)
    await room.follows(maria, "KE")
    shown = await said(room, typed(slack, maria, direct, words))
    assert shown.shown.splitlines() == [answer, label]
    [resting] = await room.store.following(maria.team, maria.id)
    assert resting.muted or resting.snoozed_until
    undone = "🇰🇪 Kenya" if "kenya" in words else "all that is followed"
    assert (await said(room, pressed(slack, maria, shown, label))).shown == f"You are told of {undone} again."
    assert await room.store.following(maria.team, maria.id) == (Subscription(maria.id, "KE"),)


async def test_what_is_not_followed_can_not_rest(room: Newsroom, maria: User, desk: Channel) -> None:
    """It is said so; a name of several is asked back, and keeps for how long."""
    slack = room.slack
    for words in ("snooze kenya", "mute kenya", "unmute kenya"):
        assert (await said(room, typed(slack, maria, desk, words))).shown == "You do not follow 🇰🇪 Kenya."
    assert (await said(room, typed(slack, maria, desk, "mute here"))).shown == f"<#{desk.id}> does not follow anything."
    await room.follows(maria, "CD")
    asked = await said(room, typed(slack, maria, desk, "snooze congo for a week"))
    answer = await said(room, pressed(slack, maria, asked, "🇨🇩 DR Congo"))
    assert answer.shown.startswith("You are told nothing about 🇨🇩 DR Congo for a week.")


async def test_more_places_than_can_be_spoken_of(room: Newsroom, maria: User, desk: Channel) -> None:
    """All are followed; of the last ones it is only said how many there are."""
    codes = "DE, FR, IT, ES, PT, PL, CZ, SK, HU, AT, CH, BE, NL, LU"
    answer = await said(room, typed(room.slack, maria, desk, f"follow {codes} weekly"))
    assert "_And so for 2 more; `/dateline following` shows all of it._" in answer.shown
    assert len(await room.store.following(maria.team, maria.id)) == 14


async def test_the_largest_regions_name_all_their_countries(room: Newsroom, maria: User, desk: Channel) -> None:
    """Each fits into a message, with all of its members; a few together, too."""
    for words in ("africa", "europe", "middle east and north africa"):
        region = find(words)
        assert region
        shown = (await said(room, typed(room.slack, maria, desk, f"follow {words}"))).shown
        assert f"_{len(region.codes)} countries: " in shown
        assert "…" not in shown
    again = await said(room, typed(room.slack, maria, desk, "follow africa, europe, asean, EU, latin america"))
    assert again.blocks
