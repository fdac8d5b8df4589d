"""Whole articles, written for this test, read as an analyst would."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import digests
from tests.bot.facts.conftest import article

if TYPE_CHECKING:
    from bot.facts.reader import SpacyReader
    from bot.model import Digest

BORDER = """The trade ministers of Kenya and Ethiopia agreed Monday in Moyale to reopen their shared border crossing.

The meeting came two weeks after the leaders of both countries met for the first time in three years.

In talks with Kenyan Trade Minister Amina Yusuf, Ethiopia’s Dawit Bekele called the closure “a wound in the region,” \
according to the Ethiopian News Agency (ENA). Yusuf said Nairobi would lift the duty on coffee.

Olsen plans cuts to the navy as 40 ships await repairs

“This is a door, not a wall,” Bekele told state broadcaster EBC. He said the first 600 lorries would cross this week.

Analysts say the deal reflects the pressure of high food prices. The crossing was closed because of a dispute over \
livestock taxes, which cost traders $40 million a year.

The two ministries are expected to review the arrangement next month.

Source: Agencies"""

FIRE = """At least nine people were killed when a fire swept through a clothing factory in the port city of Chalna, \
officials said on Thursday.

The fire broke out late on Wednesday on the second floor, where about 200 people were working, the fire service said.

"The doors were locked from outside," said Rina Akter, 24, who jumped from a window. "My sister is still in there."

Factory owner Tapan Roy denied that the doors had been locked. He told reporters that the fire was caused by a broken \
heater.

The government will publish a report within two weeks, Labour Minister Hasina Dey said."""


def digest_of(reader: SpacyReader, text: str, title: str | None, published: str) -> Digest:
    """What the newsroom would make of it."""
    one = article(text, title, published)
    return digests.compose(one, reader.read(one)[1], (), "v")


def test_a_wire_report_about_a_meeting(reader: SpacyReader) -> None:
    """Both ministers with their roles, place and day, speakers and agencies, no foreign line."""
    found = digest_of(reader, BORDER, None, "2025-03-12")
    assert found.headline == BORDER.split("\n", 1)[0]
    assert {who.words: who.role for who in found.who[:2]} == {
        "Amina Yusuf": "Kenyan Trade Minister",
        "Dawit Bekele": "trade ministers",
    }
    assert found.what[0].words == "agreed Monday in Moyale to reopen their shared border crossing"
    assert (found.when[0].date, found.where[0].words) == ("2025-03-10", "Moyale")
    assert found.why[0].words == "a dispute over livestock taxes"
    assert {(quote.words, quote.speaker, quote.via) for quote in found.quotes} == {
        ("a wound in the region", "Dawit Bekele", "Ethiopian News Agency"),
        ("This is a door, not a wall", "Dawit Bekele", "state broadcaster EBC"),
    }
    assert ("$40 million a year", 40e6) in [(figure.words, figure.value) for figure in found.figures]
    assert [(event.date, event.certainty) for event in found.upcoming if "ministries" in event.words] == [
        ("2025-04", "hedged")
    ]
    kinds = {source.name: source.kind for source in found.sourcing}
    assert kinds["Analysts"] == "anonymous"
    assert kinds["Amina Yusuf"] == "official"
    everything = repr(found)
    assert "Olsen" not in everything
    assert "Source" not in everything.replace("Source(", "")


def test_an_accident(reader: SpacyReader) -> None:
    """Who died where and when, who says so, and what they deny."""
    found = digest_of(reader, FIRE, "Nine killed in factory fire in Chalna", "2025-03-13")
    assert found.what[0].words == "Nine killed in factory fire"
    assert found.where[0].words == "Chalna"
    assert [when.date for when in found.when[:2]] == ["2025-03-12", "2025-03-13"]
    assert found.figures[0].words == "At least nine people"
    assert found.why[0].words == "a broken heater"
    assert [(quote.words, quote.speaker) for quote in found.quotes] == [
        ("The doors were locked from outside", "Rina Akter"),
        ("My sister is still in there.", "Rina Akter"),
    ]
    assert found.upcoming[0].words.startswith("The government will publish")
    kinds = {source.name: source.kind for source in found.sourcing}
    assert (kinds["Hasina Dey"], kinds["Tapan Roy"], kinds["officials"]) == ("official", "person", "anonymous")
    assert 3 <= len(found.key_facts) <= 5
    assert not [key.words for key in found.key_facts if key.words.startswith(("He ", '"'))]


def test_the_same_article_gives_the_same_digest(reader: SpacyReader) -> None:
    """Byte for byte."""
    assert len({repr(digest_of(reader, BORDER, None, "2025-03-12")) for _ in range(3)}) == 1
