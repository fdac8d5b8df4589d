"""A wire report as it is pasted into a channel, written for this test: every line that an analyst would look for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.articles.paste.pasted import read_text
from tests.bot.facts.faults import facts_of, faults_of, spans_of

if TYPE_CHECKING:
    from bot.editor import Editor
    from bot.model import Digest, Dossier

REPORT = """The foreign ministers of Belarus and Vietnam pledged Sunday in Hanoi to double their trade and to stand \
together against sanctions, a message meant for governments in Europe.

The talks were held two months after Vietnamese President Tran Duc Khai and Belarusian leader Anton Sukhoi met for the \
first time in nine years and promised wider military ties. Both had watched a naval review in Haiphong beside the \
president of Laos.

In a meeting with Vietnamese Foreign Minister Le Van Binh, Belarus’s Irina Kovalenko repeated Sukhoi’s view that \
friendship with Vietnam is Minsk’s “permanent choice,” according to the state-run Belarusian Telegraph Agency (BelTA). \
Binh answered that Hanoi is ready to open new air routes and to buy more tractors.

Vietnam’s state news agency VNA quoted Binh as saying Hanoi rejects “every form of pressure” and will work with \
Belarus on energy. Kovalenko, for her part, voiced a wish to “coordinate our positions at the United Nations, answer \
sanctions together, and build a more balanced order.”

Larsen’s plan to close ports, cut subsidies draws anger from fishing towns

Analysts say the pledge shows how far both governments feel shut out of Western markets. BelTA reported that Kovalenko \
and Binh had found “full understanding” on all questions, without saying what these were.

Sukhoi’s place at the naval review was the first at a foreign ceremony in his six-year rule. While Minsk has leaned on \
Moscow for loans and fuel, experts note that Sukhoi also wants a partner in Asia, where Vietnam is the largest buyer \
of Belarusian fertilizer.

Grain prices fall after Marchetti unveils tax on exports of wheat and maize

Attention now turns to the rank of the guests whom Vietnam may send to Minsk for the 30th anniversary of the \
Belarusian constitution next month, when the army is expected to hold a military parade with new missiles.

Source: Wires"""


@pytest.fixture(scope="module")
def dossier(editor: Editor) -> Dossier:
    """The report without a title, published on the day after."""
    return editor.compile(read_text(REPORT, published="2025-02-17"))


@pytest.fixture(scope="module")
def digest(dossier: Dossier) -> Digest:
    """What was chosen of it."""
    return dossier.digest


def test_both_ministers_stand_first_with_their_roles(digest: Digest) -> None:
    """Of the one who has no role of her own, the plural that she shares."""
    assert {who.words: who.role for who in digest.who[:2]} == {
        "Irina Kovalenko": "foreign ministers",
        "Le Van Binh": "Vietnamese Foreign Minister",
    }


def test_the_pledge_its_place_and_its_day(digest: Digest) -> None:
    """Last Sunday, resolved against the day of publication, in the city and its country."""
    assert digest.what[0].words.startswith("pledged Sunday in Hanoi to double their trade")
    assert (digest.where[0].words, digest.where[0].country) == ("Hanoi", "VN")
    assert (digest.when[0].words, digest.when[0].date) == ("Sunday", "2025-02-16")
    assert [country.code for country in digest.countries[:2]] in (["BY", "VN"], ["VN", "BY"])


QUOTES = [
    ("permanent choice", {"Irina Kovalenko", "Anton Sukhoi"}, "Belarusian Telegraph Agency"),
    ("every form of pressure", {"Le Van Binh"}, "VNA"),
    ("coordinate our positions", {"Irina Kovalenko"}, None),
    ("full understanding", {"Belarusian Telegraph Agency", None}, None),
]


@pytest.mark.parametrize(("words", "speakers", "via"), QUOTES)
def test_each_quotation_has_its_speaker_and_its_agency(
    digest: Digest, words: str, speakers: set[str | None], via: str | None
) -> None:
    """A stance told for somebody else is either's; an agency that says it itself is the speaker."""
    (quote,) = (quote for quote in digest.quotes if quote.words.startswith(words))
    assert quote.speaker in speakers
    assert via is None or via in (quote.via or "")


def test_there_are_no_other_quotations(digest: Digest) -> None:
    """Four."""
    assert len(digest.quotes) == len(QUOTES)


def test_the_parade_is_still_to_come(digest: Digest) -> None:
    """The whole sentence, next month."""
    (parade,) = (event for event in digest.upcoming if "parade" in event.words)
    assert (parade.date, parade.words[:9], parade.words[-9:]) == ("2025-03", "Attention", "missiles.")


def test_agencies_of_states_and_the_nameless_are_told_apart(digest: Digest) -> None:
    """State media by their names; analysts and experts have none."""
    kinds = {source.name: source.kind for source in digest.sourcing}
    state = [name for name, kind in kinds.items() if kind == "state_media"]
    assert any("Belarusian Telegraph Agency" in name for name in state)
    assert any("VNA" in name for name in state)
    assert [name.lower() for name, kind in kinds.items() if kind == "anonymous"] == ["analysts", "experts"]
    assert (kinds["Le Van Binh"], kinds["Irina Kovalenko"]) == ("official", "official")


def test_three_to_five_key_facts_none_of_them_the_summary(digest: Digest) -> None:
    """The lede is the summary of a report without a title."""
    assert digest.headline == REPORT.split("\n", 1)[0]
    assert 3 <= len(digest.key_facts) <= 5
    assert digest.headline not in [fact.words for fact in digest.key_facts]


def test_nothing_comes_from_the_lines_of_other_stories(dossier: Dossier) -> None:
    """Neither of the two headlines nor the source line is evidence of anything."""
    text = dossier.article.text
    for line in ("Larsen’s plan", "Grain prices fall", "Source: Wires"):
        left = text.index(line)
        right = (text + "\n").index("\n", left)
        assert [e.words for _, _, e in spans_of(dossier.digest) if e.start < right and e.end > left] == []
    told = [name for _, fact in facts_of(dossier.digest) for name in (fact.attribution, fact.role)]
    assert not {"Larsen", "Marchetti"} & set(told)


def test_it_keeps_every_promise(dossier: Dossier) -> None:
    """Spans, sentences, dates, caps."""
    assert faults_of(dossier) == []
