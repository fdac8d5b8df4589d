"""The buttons under a digest, and the words about what came of an order."""

from __future__ import annotations

import pytest

from bot.model import Country, Digest, Pace, Role, Subscription
from bot.newsdesk.following import Outcome
from bot.topics import find, name_of, suggest
from handlers.order import Order, unpack
from handlers.views import following as views


def country(code: str, *, about: bool = True) -> Country:
    """What an article names."""
    return Country(code, name_of(code), "actor", 0.5, about=about, evidence=None)


def test_three_countries_at_most_have_a_button() -> None:
    """Of those that the article is about, the most salient first; a screen reader says the name."""
    countries = (country("US", about=False), *map(country, ("KE", "ET", "SO", "UG")))
    row = views.buttons(Digest("1", "A headline", countries=countries))
    assert [each["text"]["text"] for each in row] == ["Follow 🇰🇪", "Follow 🇪🇹", "Follow 🇸🇴"]
    assert [each["accessibility_label"] for each in row] == ["Follow Kenya", "Follow Ethiopia", "Follow Somalia"]
    assert [unpack(each["value"]) for each in row] == [Order("follow", code, "") for code in ("KE", "ET", "SO")]
    assert len({each["action_id"] for each in row}) == 3


def test_an_article_about_no_country_has_none() -> None:
    """It may name some."""
    assert views.buttons(Digest("1", "A headline", countries=(country("US", about=False),))) == ()


PACES: dict[Pace, str] = {
    "instant": "at once",
    "daily": "in a roundup each morning",
    "weekly": "in a roundup on Mondays",
}
ROLES: dict[Role, str] = {
    "mentioned": "every article about it",
    "location": "articles in which it acts, is the target, or is where it happens",
    "target": "articles in which it acts or is the target",
    "actor": "articles in which it acts",
}


@pytest.mark.parametrize("pace", PACES)
@pytest.mark.parametrize("role", ROLES)
def test_it_is_said_how_fast_and_of_what(pace: Pace, role: Role) -> None:
    """In one sentence; the two other paces are offered, and an end of it."""
    kenya = find("kenya")
    said = views.told(
        [Outcome("new", "kenya", kenya, Subscription("U1", "KE", role, pace))], Order("follow", "kenya", "U1")
    )
    assert said.text == f"You follow 🇰🇪 Kenya: {PACES[pace]}, {ROLES[role]}."
    orders = [unpack(button["value"]) for button in said.blocks[1]["elements"]]
    others = [Order("follow", "KE", "U1", pace=each) for each in PACES if each != pace]
    assert orders == [*others, Order("unfollow", "KE", "U1")]


def test_what_was_typed_stays_words() -> None:
    """It pings nobody, and makes no link."""
    said = views.told([Outcome("unknown", "<!channel> *bold* <https://x.example|y>")], Order("follow", "x", "U1"))
    assert "<!" not in said.text
    assert "<http" not in said.text
    assert "*" not in said.text


def test_a_choice_keeps_what_was_asked_for() -> None:
    """Role and pace of the order are in each button."""
    [first, *_] = suggest("kenia")
    order = Order("follow", "kenia", "C1", "actor", "weekly")
    said = views.told([Outcome("unknown", "kenia", choices=(first,))], order)
    [button] = said.blocks[1]["elements"]
    assert unpack(button["value"]) == Order("follow", "KE", "C1", "actor", "weekly")
    assert (button["text"]["text"], button["accessibility_label"]) == ("🇰🇪 Kenya", "Follow Kenya")
