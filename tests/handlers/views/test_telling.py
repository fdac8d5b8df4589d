"""The message that tells a reader of an article, whatever is known of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.model import Article, Briefing, Country, Fact
from handlers.views import telling
from handlers.views.message import Message
from tests.fakes.slack.kit import faults, words_of
from tests.stories.followers import TITLE, article, country

LINK = "https://acme.slack.com/archives/C1/p1741089600000100?thread_ts=1741089600.000000&cid=C1"


def told(known: Article | None = None, *, of: Country | None = None, what: bool = True, link: str = LINK) -> Message:
    """The message as laid out."""
    dossier = article()
    digest = dossier.digest if what else replace(dossier.digest, what=())
    briefing = Briefing("a", known or dossier.article, digest)
    return telling.ladder(briefing, of or country(), "U1", link)[0]


def test_blocks_as_slack_takes_them() -> None:
    """And a plain form for when it does not."""
    shown, plain = telling.ladder(Briefing("a", article().article, article().digest), country(), "U1", LINK)
    assert not faults(list(shown.blocks), "message")
    assert not plain.blocks
    for words in ("North Korea is an actor", TITLE, "The harbour master said", "Example Wire (wire.example)"):
        assert words in plain.text
    assert plain.text.endswith("thread_ts=1741089600.000000&amp;cid=C1|open the digest>")


def test_an_article_of_which_little_is_known() -> None:
    """No outlet, no date, no sentence of what happened, no address of the digest: what is known is told."""
    bare = replace(article().article, url=None, canonical_url=None, site=None, published=None)
    shown = told(bare, what=False, link="")
    assert not faults(list(shown.blocks), "message")
    assert words_of(list(shown.blocks)).startswith("🇰🇵 North Korea is an actor")
    assert shown.text == f"North Korea is an actor: {TITLE}"
    assert [block["type"] for block in shown.blocks] == ["context", "rich_text", "actions"]


@pytest.mark.parametrize(
    ("site", "line"),
    [
        ("Example Wire", "Example Wire (wire.example) · Tue 4 Mar 2025"),
        ("www.wire.example", "wire.example · Tue 4 Mar 2025"),
        (None, "wire.example · Tue 4 Mar 2025"),
    ],
)
def test_the_outlet_is_named_with_its_host(site: str | None, line: str) -> None:
    """A name alone could say anything."""
    assert line in words_of(list(told(replace(article().article, site=site)).blocks))


def test_how_firmly_it_is_said() -> None:
    """As in the digest."""
    known = article()
    fact: Fact = replace(known.digest.what[0], certainty="hedged")
    briefing = Briefing("a", known.article, replace(known.digest, what=(fact,)))
    assert "(hedged)" in words_of(list(telling.ladder(briefing, country(), "U1", LINK)[0].blocks))


def test_words_of_a_page_stay_words() -> None:
    """A headline can't call anybody, or be a link of its own."""
    known = article(title="<!channel> *free* <https://evil.example|Reuters> & more")
    shown, plain = telling.ladder(Briefing("a", known.article, known.digest), country(), "U1", LINK)
    for text in (shown.text, plain.text):
        assert "<!channel>" not in text
        assert "<https://evil" not in text
    [headline] = [part for part in shown.blocks[1]["elements"][0]["elements"] if part["type"] == "link"]
    assert headline["text"].startswith("<!channel> *free*"), "literal: Slack reads no markup there"
    assert not faults(list(shown.blocks), "message")


def test_a_country_without_a_flag() -> None:
    """Its name is enough."""
    assert words_of(list(told(of=replace(country(), code="K", name="K")).blocks)).startswith("K is an actor")
