"""Direct speech that an outlet carried: the person speaks, the outlet is the channel; alone it speaks for itself."""

from __future__ import annotations

import pytest

from tests.bot.facts.conftest import Find

# text, the speaker of its one quotation, the outlet
CARRIED = [
    ('"The road is open," Governor Sami Aziz told Reuters.', "Sami Aziz", "Reuters"),
    ('"The road is open," Governor Sami Aziz told the Reuters news agency.', "Sami Aziz", "Reuters news agency"),
    ('Sami Aziz told the BBC: "The road is open again."', "Sami Aziz", "BBC"),
    ('Sami Aziz told the BBC that the road was "wide open".', "Sami Aziz", "BBC"),
    ('"The road is open," Sami Aziz said, according to the Associated Press.', "Sami Aziz", "Associated Press"),
    ('The road is "wide open", Sami Aziz said, Interfax reported.', "Sami Aziz", "Interfax"),
    ('Interfax quoted Sami Aziz as saying: "The road is open again."', "Sami Aziz", "Interfax"),
    ('Sami Aziz was quoted by Interfax as saying the road was "wide open".', "Sami Aziz", "Interfax"),
    ('Sami Aziz was quoted as saying by Interfax: "The road is open again."', "Sami Aziz", "Interfax"),
    ('"The road is open," Interfax quoted Sami Aziz as saying.', "Sami Aziz", "Interfax"),
    ('The state news agency NLA quoted Sami Aziz as saying the road was "wide open".', "Sami Aziz", "NLA"),
    ('The road was "wide open", Sami Aziz told Sidelight, a news website.', "Sami Aziz", "Sidelight"),
    ('The road was "wide open", Sami Aziz told the broadcaster NRK.', "Sami Aziz", "NRK"),
    (
        (
            'In a talk with Anna Brandt, Sami Aziz repeated that the road was "wide open," according to the state-run '
            "Northland News Agency."
        ),
        "Sami Aziz",
        "Northland News Agency",
    ),
    ('The road was "wide open", Interfax said.', "Interfax", None),
    ('"The road is open again," the Holm Gazette wrote in its Monday edition.', "Holm Gazette", None),
    ('Sami Aziz told his brother that the road was "wide open".', "Sami Aziz", None),
    ('Sami Aziz told parliament: "The road is open again."', "Sami Aziz", None),
]


@pytest.mark.parametrize(("text", "speaker", "via"), CARRIED)
def test_the_person_speaks_and_the_outlet_carries(find: Find, text: str, speaker: str, via: str | None) -> None:
    """Told, quoted, reported or according to it."""
    (quote,) = find(text).quotes
    assert (quote.speaker, quote.via) == (speaker, via)


def test_a_state_run_agency_is_state_media(find: Find) -> None:
    """The text says so."""
    found = find('Sami Aziz told the state news agency NLA that the road was "wide open". The NLA said he smiled.')
    assert [(source.name, source.kind) for source in found.sources if source.name == "NLA"] == [("NLA", "state_media")]
