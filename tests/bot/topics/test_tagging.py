"""What an article is about: salience, evidence, and where the title stands."""

from __future__ import annotations

import pytest

from bot.model import Country
from bot.topics import tag

TITLE = "Kenya and Ethiopia reopen the Moyale crossing"
BODY = """\
NAIROBI, March 4 (Example Wire) — Kenya and Ethiopia reopened the Moyale crossing on Tuesday after nine months.
Kenyan lorries had waited on the road to Addis Ababa since June, officials in Nairobi said.
"This is a door, not a wall," said Dawit Bekele, head of Ethiopian customs. He had studied in Norway.
"""
PASTED = """\
The finance ministers of Peru and Chile agreed on Monday in Lima to link their power grids.
Peruvian and Chilean engineers had drawn the plans for six years.
Iran, Iraq and Syria: what the ceasefire means for markets
The line will cross the desert near Arica and cost $300 million, Peru's minister said.
Australia's wheat farmers look to India after drought
Chile's minister said work would begin in May.
Source: Example Wire
"""


def summary(countries: tuple[Country, ...]) -> list[tuple[str, float, bool]]:
    """Codes, salience and about, in their order."""
    return [(country.code, country.salience, country.about) for country in countries]


def test_an_article_is_about_its_actors_and_only_mentions_the_rest() -> None:
    """Kenya and Ethiopia come first and are what it is about; Norway is only named."""
    countries = tag(BODY, TITLE)
    assert {country.code for country in countries[:2]} == {"KE", "ET"}
    assert {country.code for country in countries if country.about} == {"KE", "ET"}
    assert countries[-1].code == "NO"
    assert [country.name for country in countries if country.code == "KE"] == ["Kenya"]


@pytest.mark.parametrize("seam", ["\n", "\n\n"])
def test_it_makes_no_difference_where_the_title_stands(seam: str) -> None:
    """Beside the text or in front of it: the same codes, salience and about; offsets follow the text."""
    whole = TITLE + seam + BODY
    inside = tag(whole, TITLE, body_start=len(TITLE + seam))
    assert summary(inside) == summary(tag(BODY, TITLE))
    assert summary(tag(whole, TITLE)) == summary(inside)
    for country in inside:
        assert country.evidence is not None
        assert whole[country.evidence.start : country.evidence.end] == country.evidence.words


def test_a_country_that_only_a_title_outside_the_text_names_has_no_evidence() -> None:
    """It counts, but there is nothing in the text to point to; in the text there is."""
    body = "The minister resigned on Friday after a vote."
    (outside,) = tag(body, "Chile's minister resigns")
    assert (outside.code, outside.evidence) == ("CL", None)
    whole = "Chile's minister resigns\n" + body
    (inside,) = tag(whole, body_start=25)
    assert inside.evidence is not None
    assert inside.evidence.words == "Chile"


def test_a_title_is_only_taken_off_at_a_words_end() -> None:
    """A text that begins with a longer word doesn't begin with its title."""
    assert tag("Iranian oil exports rose.", "Iran")[0].evidence is not None
    assert tag("Iranian oil exports rose.", "Iran") != tag("Iranian oil exports rose.")


def test_headlines_of_other_stories_count_next_to_nothing() -> None:
    """Two pasted headlines and a source line name six countries; none comes near the two of the story."""
    countries = tag(PASTED)
    assert {country.code for country in countries[:2]} == {"PE", "CL"}
    rest = {country.code: country for country in countries[2:]}
    assert {"IR", "IQ", "SY", "AU", "IN"} <= rest.keys()
    assert all(not country.about and country.salience < 0.1 for country in rest.values())


def test_evidence_is_the_best_mention_with_its_sentence() -> None:
    """The lead's running sentence, not the dateline or the headline."""
    whole = f"{TITLE}\n{BODY}"
    kenya = next(country for country in tag(whole, body_start=len(TITLE) + 1) if country.code == "KE")
    assert kenya.evidence is not None
    assert kenya.evidence.words == "Kenya"
    assert kenya.evidence.sentence.endswith("reopened the Moyale crossing on Tuesday after nine months.")
    assert TITLE not in kenya.evidence.sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. Silva met Dr. Ortiz in Lima, Peru, on Jan. 4 to talk.",
        "The U.S. envoy said so.",
        "“We will not go,” said the Peruvian envoy.",
    ],
)
def test_a_shortened_word_ends_no_sentence(sentence: str) -> None:
    """Mr., Dr., Jan. and U.S. stay within their sentence; quotes stay with it."""
    (country,) = tag(f"It rained all week! {sentence} Nobody came.")
    assert country.evidence is not None
    assert country.evidence.sentence == sentence


def test_what_happened_long_ago_is_background() -> None:
    """A founder's birth in another country makes no story of that country, however it is told."""
    story = "The bakery raised its prices in Wales on Monday. Shops in Cardiff sold out by noon, its owners said.\n"
    origin = "It was founded in 1908 by a baker from Bern, Switzerland, whose Swiss recipe is kept in Geneva. "
    wales, swiss = tag(f"{story}{origin}Customers in Swansea complained.")
    assert [(wales.code, wales.about), (swiss.code, swiss.about)] == [("GB", True), ("CH", False)]
    assert swiss.salience < 0.1
    assert tag(f"{story}{origin.replace('1908', '2024')}")[1].salience > 2 * swiss.salience


def test_two_sentences_of_long_ago_and_an_endless_one() -> None:
    """Each sentence with an old year is background; one without an end is so up to its reach."""
    text = "Peru voted. In 1821 Spain left, and in 1824 Spain lost again. In 1879 Chile came\nPeru will vote again"
    found = {country.code: country.salience for country in tag(text)}
    assert max(found, key=found.__getitem__) == "PE"
    assert max(found["ES"], found["CL"]) < 0.1


def test_old_datelines_count_and_upper_case_says_nothing() -> None:
    """A dateline is a sign of what a report is about; a headline in capitals is read like any other."""
    kenya, *_ = tag("MOMBASA, Kenya, March 9 - The port was closed.", "PORT CLOSED AFTER STORM, OFFICIALS SAY")
    assert (kenya.code, kenya.about, kenya.role) == ("KE", True, "location")
    assert [country.code for country in tag("The talks go on.", "FRANCE TO LEND MALI 40 MLN EUROS")] == ["FR", "ML"]


def test_a_report_in_dollars_without_any_country_is_about_the_united_states() -> None:
    """Company reports name no country: their home shows in money and stock market words alone."""
    countries = tag("The company earned 4.2 mln dlrs, or 25 cts a share.")
    assert [(country.code, country.about) for country in countries] == [("US", True)]
    assert "US" not in {country.code for country in tag("Toronto's Example Corp earned 4 mln dlrs.") if country.about}


@pytest.mark.parametrize("text", ["", " \n\n ", "no names here", "12 34", "…!?"])
def test_a_text_without_names_has_no_countries(text: str) -> None:
    """Nothing is guessed."""
    assert tag(text) == ()
    assert tag(text, "") == ()
