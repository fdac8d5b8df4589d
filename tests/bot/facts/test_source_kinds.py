"""Sources: in whose service somebody speaks, and under which name a source is listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.bot.facts.conftest import Find

OFFICIALS = [
    ("“The dam holds,” said Rep. Ada Holm (D-OR).", "Ada Holm"),
    ("Lt. Col. Peter Dahl said the dam holds.", "Peter Dahl"),
    ("President Ada Holm said the dam holds.", "Ada Holm"),
    ("The French president, Luc Morel, said the dam holds.", "Luc Morel"),
    ("Peter Dahl, deputy police chief of Norland, said the dam holds.", "Peter Dahl"),
    ("Peter Dahl, a spokesman for the Defense Department, said the dam holds.", "Peter Dahl"),
    ("Ada Holm, NASA's associate administrator, said the dam holds.", "Ada Holm"),
    ("China's ambassador to Chad, Chen Bo, said the dam holds.", "Chen Bo"),
    ("Columbus council leader Ada Holm said the dam holds.", "Ada Holm"),
    ("The White House said the dam holds.", "White House"),
    ("The FBI said the dam holds.", "FBI"),
    ("Afghan officials said the dam holds.", "Afghan officials"),
]
PERSONS = [
    ("Former deputy prime minister Peter Dahl said the dam holds.", "Peter Dahl"),
    ("Peter Dahl, the retired police chief of Norland, said the dam holds.", "Peter Dahl"),
    ("Ada Holm, president and chief executive of Acme, said the dam holds.", "Ada Holm"),
    ("Ada Holm, vice president of marketing at Acme, said the dam holds.", "Ada Holm"),
    ("Ada Holm, director of the Norland Choir, said the dam holds.", "Ada Holm"),
    ("Peter Dahl, a spokesman for the teachers' union, said the dam holds.", "Peter Dahl"),
    ("Ada Holm, an aide to President Luc Morel, sings. Holm said the dam holds.", "Ada Holm"),
]


@pytest.mark.parametrize(("text", "name"), OFFICIALS)
def test_offices_of_the_state_are_official(find: Find, text: str, name: str) -> None:
    """Elected people, ministers, ranks, agencies, and those who speak or work for a body of the state."""
    assert {source.name: source.kind for source in find(text).sources}[name] == "official"


@pytest.mark.parametrize(("text", "name"), PERSONS)
def test_former_offices_and_private_ones_are_persons(find: Find, text: str, name: str) -> None:
    """Who has left an office, and who holds one in a company, a choir or a union."""
    assert {source.name: source.kind for source in find(text).sources}[name] == "person"


OTHERS = [
    ("Acme officials said the dam holds. Acme built it. Acme Inc. is a firm.", "Acme officials", "organisation"),
    ("The American Farm Bureau Federation said the dam holds.", "American Farm Bureau Federation", "organisation"),
    ("Holm Records said the dam holds.", "Holm Records", "organisation"),
    ("“The dam holds,” a reporter for the BBC said.", "reporter for the BBC", "news_agency"),
    ("“The dam holds,” a BBC correspondent said.", "BBC correspondent", "news_agency"),
    ("Ada Holm wrote in a letter obtained by Politico that the dam holds.", "Politico", "news_agency"),
    ("Ada Holm told a reporter from The Verge that the dam holds.", "The Verge", "news_agency"),
    ("Seattle-based Acme said the dam holds.", "Acme", "organisation"),
]


@pytest.mark.parametrize(("text", "name", "kind"), OTHERS)
def test_companies_outlets_and_what_stands_around_a_name(find: Find, text: str, name: str, kind: str) -> None:
    """A company's officials are no state's; an outlet is one for what it was told, shown or asked."""
    assert {source.name: source.kind for source in find(text).sources}.get(name) == kind


def test_a_surname_alone_is_the_full_name(find: Find) -> None:
    """Also behind a title, and with a role that ran into it."""
    text = "Kurt Weber, a baker, came home. Ambassador Weber said the dam holds."
    assert [source.name for source in find(text).sources] == ["Kurt Weber"]


@pytest.mark.parametrize(
    "text", ["People say the dam holds.", "The company said the dam holds.", "About 2,000 marchers said the dam holds."]
)
def test_what_says_nothing_alone_is_no_source(find: Find, text: str) -> None:
    """Bare nouns and amounts."""
    assert find(text).sources == ()


def test_a_speaker_is_a_source_though_no_verb_says_so(find: Find) -> None:
    """A quotation with its name behind a dash, or deemed something."""
    text = "“The dam holds and will hold for a hundred years.” — Ada Holm"
    found = find(f"The dam of Norland was opened on Monday by Ada Holm.\n{text}")
    assert "Ada Holm" in [source.name for source in found.sources]


def test_what_somebody_may_say_or_a_pronoun_means_is_no_source(find: Find) -> None:
    """Nobody has said what the jurors say or don't; whom "he" means may be wrong, so that he is none by that alone."""
    text = "What the prospective jurors say about the mayor could matter in Holm. Ada Roe said that they were chosen."
    assert [source.name for source in find(text).sources] == ["Ada Roe"]
    text = "Jon Berg left the town on Monday. He said that the harbour was closed. Ada Roe said that it was open."
    assert [source.name for source in find(text).sources] == ["Ada Roe"]


def test_an_envoys_country_is_no_part_of_his_name(find: Find) -> None:
    """Nothing but a space stands between the two."""
    text = "Another diplomat, former special envoy to Ukraine Kurt Volker, shifted his account. Few came, Volker said."
    assert "Kurt Volker" in [source.name for source in find(text).sources]


def test_who_says_nothing_is_no_source(find: Find) -> None:
    """What people don't think of, or somebody would say."""
    text = "Many doctors don't think to ask about it. As Sherlock would say, it is easy. Ada Roe said that it is rare."
    assert [source.name for source in find(text).sources] == ["Ada Roe"]
