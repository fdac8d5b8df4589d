"""A roundup as a message: what Slack takes, and what nobody is called by."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.model import Post
from bot.newsdesk.roundups import Errand, Event
from handlers.order import Order, unpack
from handlers.views.message import Message
from handlers.views.roundup import MOST, ladder
from tests.fakes.slack import kit

ERRAND = Errand("T1", "U1", "daily", "2026-03-03", 0.0, "T1:U1:roundup:daily:2026-03-03")
LINK = "https://acme.slack.example/archives/C1/p1741093200000100?thread_ts=1741093200.0001&cid=C1"
DIGEST = Post("C1", "1741093200.000100", "1741093200.0001", "https://wire.example/moyale", "Moyale crossing reopens")
MOYALE = Event("s1", DIGEST, "KE", "Kenya is an actor", 1, ("wire.example",), LINK)
NASTY = "<!channel> *b* _i_ `c` <https://evil.example|your bank> \u202e" + "x" * 400


def shown(message: Message) -> list[str]:
    """The paragraphs of the events."""
    return [block["text"]["text"] for block in message.blocks if block["type"] == "section"]


@pytest.mark.parametrize("count", [1, 2, MOST, MOST + 12, 500])
@pytest.mark.parametrize("words", ["Moyale crossing reopens", NASTY, "&" * 400])
def test_slack_takes_it(count: int, words: str) -> None:
    """However many events there are and whatever is in them: valid blocks, no link or call but our own."""
    event = replace(MOYALE, digest=replace(DIGEST, headline=words), why=words, outlets=(words,))
    first, plain = ladder(ERRAND, [event] * count)
    assert kit.faults(list(first.blocks), "message") == []
    assert kit.length(list(first.blocks)) <= 12_000
    for message in (first, plain):
        assert 0 < len(message.text) < 4000
        assert "<!" not in message.text
        assert "<https://evil" not in message.text + str(message.blocks)
    told = len(shown(first))
    assert 3 < told <= MOST or told == count
    assert told == count or f"… and {count - told} more" in str(first.blocks)


def test_what_an_event_says() -> None:
    """Headline, flag, why, how many articles from where, and the way to the digest."""
    [message, plain] = ladder(ERRAND, [MOYALE])
    link = LINK.replace("&", "&amp;")
    [paragraph] = shown(message)
    assert paragraph == (
        f"*Moyale crossing reopens*\n🇰🇪 Kenya is an actor · 1 article from wire.example · <{link}|open the digest>"
    )
    assert message.text == "Daily roundup: one story · Tue 3 Mar 2026\nMoyale crossing reopens"
    assert plain.blocks == ()
    assert paragraph in plain.text
    assert "`/dateline following`" in plain.text


@pytest.mark.parametrize(
    ("articles", "outlets", "said"),
    [
        (1, (), "1 article"),
        (3, (), "3 articles"),
        (2, ("a.example", "b.example"), "2 articles from a.example and b.example"),
        (4, ("a.example", "b.example", "c.example"), "4 articles from 3 outlets"),
    ],
)
def test_how_many_articles(articles: int, outlets: tuple[str, ...], said: str) -> None:
    """And from where; a pasted text has no outlet."""
    event = replace(MOYALE, articles=articles, outlets=outlets, link="")
    assert shown(ladder(ERRAND, [event])[0])[0].endswith(f"Kenya is an actor · {said}")


def test_how_many_more() -> None:
    """Those that are not shown are counted, in each form."""
    first, plain = ladder(replace(ERRAND, pace="weekly"), [MOYALE] * (MOST + 12))
    assert first.blocks[MOST + 1]["elements"][0]["text"] == "_… and 12 more_"
    assert first.text.splitlines()[0] == "Weekly roundup: 32 stories · Tue 3 Mar 2026"
    assert first.text.splitlines()[-1] == "… and 27 more"
    told = plain.text.count("Moyale")
    assert f"_… and {MOST + 12 - told} more_" in plain.text


def test_an_event_without_a_headline() -> None:
    """Is told all the same."""
    untitled = replace(MOYALE, digest=replace(DIGEST, headline=""))
    assert shown(ladder(ERRAND, [untitled])[0])[0].startswith("*An article without a headline*")


def orders(message: Message) -> list[Order]:
    """What the buttons want."""
    return [unpack(button["value"]) for button in message.blocks[-1]["elements"]]


def test_the_way_to_have_less_of_it() -> None:
    """For the one country that it is about, else for all; the buttons have names of their own."""
    other = replace(MOYALE, code="ET", why="Ethiopia is a target")
    for events, place in (([MOYALE, MOYALE], "KE"), ([MOYALE, other], "")):
        message = ladder(ERRAND, events)[0]
        assert orders(message) == [
            Order("snooze", place, "U1", days=1),
            Order("snooze", place, "U1", days=7),
            Order("mute", place, "U1"),
            Order("following", "", "U1"),
        ]
        names = [button["action_id"] for button in message.blocks[-1]["elements"]]
        assert names == ["order_snooze_1", "order_snooze_7", "order_mute", "order_following"]
