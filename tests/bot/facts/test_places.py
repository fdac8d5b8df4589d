"""Places in sentences: where the event was, named in full, before where people come from or what others speak of."""

from __future__ import annotations

import pytest

from tests.bot.facts.conftest import Find, best, first

NAMED = [
    ("A mill burned down in Turin on Monday.", "Turin"),
    ("A mill burned down near Turin, Italy, on Monday.", "Turin, Italy"),
    ("A mill burned down in Springfield, Illinois, on Monday.", "Springfield, Illinois"),
    ("A mill burned down in the city of Turin on Monday.", "city of Turin"),
    ("A mill burned down in the port city of Odesa on Monday.", "port city of Odesa"),
    ("A mill burned down in the northern Italian city of Turin.", "northern Italian city of Turin"),
    ("A mill burned down in Hebei province on Monday.", "Hebei province"),
    ("A mill burned down in the village of Kostrov in Tula region.", "village of Kostrov in Tula region"),
    ("A mill burned down in the village of Kostrov, Russia.", "village of Kostrov, Russia"),
    ("A mill burned down in the village of Old Kostrov.", "village of Old Kostrov"),
    ("A mill burned down in the town of Ayr, Ayrshire, Scotland, United Kingdom.", "town of Ayr, Ayrshire, Scotland"),
    ("A mill burned down near Seventh Street and Mr Roe escaped.", "Seventh Street"),
    ("A mill burned down in Essex County, New Jersey.", "Essex County, New Jersey"),
    ("A mill burned down in the Swat Valley in northern Pakistan.", "Swat Valley in northern Pakistan"),
    ("A mill burned down in Stratford-upon-Avon on Monday.", "Stratford-upon-Avon"),
    ("Two cars collided near Seventh Street and Central Avenue.", "Seventh Street and Central Avenue"),
    ("Protesters gathered outside Bern Tower in Geneva on Monday.", "Bern Tower in Geneva"),
    ("A bus overturned on the border of Kenya and Ethiopia in Moyale.", "Moyale"),
]


@pytest.mark.parametrize(("text", "place"), NAMED)
def test_a_place_is_named_in_full(find: Find, text: str, place: str) -> None:
    """With its kind, the larger place behind it, and the other street of a corner."""
    assert first(find(text), "where") == place


LISTED = [
    ("He campaigned in Ohio, Michigan and Texas on Monday.", "Ohio"),
    ("Shops closed in Turin, Milan and Rome on Monday.", "Turin"),
    ("Shops closed in France, Germany and Poland on Monday.", "France"),
    ("Shops closed in Turin and Milan on Monday.", "Turin"),
]


@pytest.mark.parametrize(("text", "place"), LISTED)
def test_places_side_by_side_are_several(find: Find, text: str, place: str) -> None:
    """Commas part them; none lies within another."""
    assert place in {fact.words for fact in best(find(text), "where")}


CHOSEN = [
    ("The Italian government met in Brussels. Italy was angry.", "Brussels"),
    ("Three adults from Leeds were killed when a coach overturned in Turin.", "Turin"),
    ("Jo Roe, 41, who lives in Leeds, was arrested in Turin on Monday.", "Turin"),
    ("A man born in Leeds was arrested in Turin on Monday.", "Turin"),
    ("The envoy to Ukraine was arrested in Turin on Monday.", "Turin"),
    ("The bombing in Turin was revenge for a raid on a mine in Quito.", "Turin"),
    ("Germany's foreign minister spoke in Ankara on Monday.", "Ankara"),
    ("The US and China signed a treaty in Geneva on Monday.", "Geneva"),
    ("French troops attacked a camp near Gao in Mali.", "Gao"),
    ("The retailer Bergland will open a shop in Turin.", "Turin"),
    ("Shares in Bergland fell after a fire at its mill in Turin.", "Turin"),
]


@pytest.mark.parametrize(("text", "place"), CHOSEN)
def test_the_place_of_the_event_comes_first(find: Find, text: str, place: str) -> None:
    """Before homes, posts, firms, actors, and what the event answers to."""
    assert first(find(text), "where") == place


DATELINES = [
    ("HANOI, Vietnam (AP) — The minister urged his neighbours on Monday to push back.", "HANOI, Vietnam"),
    ("BERLIN, March 10 (Reuters) - The minister said on Monday that taxes will fall.", "BERLIN"),
    ("NEW YORK, Oct. 20 - The company said on Monday that its profit rose.", "NEW YORK"),
    ("PARIS, Mo. — The council of the town voted for a new bridge on Monday.", "PARIS, Mo."),
    ("KABUL (Reuters) - A bomb killed six people in Kunduz on Monday, police said.", "Kunduz"),
    ("LONDON — A ferry sank near Manila on Monday, and dozens were missing.", "Manila"),
    ("(CNN) — A ferry sank near Manila on Monday, and dozens were missing.", "Manila"),
]


@pytest.mark.parametrize(("text", "place"), DATELINES)
def test_a_dateline_is_the_place_unless_the_lede_names_another(find: Find, text: str, place: str) -> None:
    """The outlet's place is the event's until the text puts it elsewhere."""
    assert first(find(text), "where") == place


def test_several_datelines_are_a_round_up_with_no_place_of_its_own(find: Find) -> None:
    """The first one is that of the first item only."""
    text = "OSLO (AP) — The Larks won on Monday.\n\nRIGA (AP) — The Wolves lost on Monday.\n\nThe Bears rested."
    assert not {"OSLO", "RIGA"} & {fact.words for fact in best(find(text), "where") if fact.score > 2}


def test_a_word_in_capitals_is_no_dateline(find: Find) -> None:
    """Unless it names a place."""
    assert best(find("BREAKING — The minister said on Monday that taxes will fall."), "where") == []


def test_a_place_that_names_its_event_is_where_it_was(find: Find) -> None:
    """The Ashford mill fire was in Ashford."""
    text = "Police named the victims of the fire. Jo Roe, 62, from Ashford, died in the Ashford mill fire."
    assert first(find(text), "where") == "Ashford"


def test_where_somebody_goes_is_a_place_whatever_the_model_says(find: Find) -> None:
    """One sure mention decides for the others, and a surname on its own is the person's."""
    text = (
        "Murvale's governor resigns. Murvale Governor Yury Yevkimov resigned on Monday. Yevkimov had governed since "
        "1996. The new governor flew to Murvale on Saturday. Yevkimov's resignation was expected."
    )
    places = [fact.words for fact in best(find(text), "where")]
    assert places[0] == "Murvale"
    assert "Yevkimov" not in places
