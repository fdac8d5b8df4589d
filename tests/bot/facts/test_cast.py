"""Who: somebody who acts or to whom it happens; no thing, and nobody who is only cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.facts.conftest import best

if TYPE_CHECKING:
    from tests.bot.facts.conftest import Find


def names(find: Find, text: str, title: str) -> list[str]:
    """Everyone who is told, the best first."""
    return [fact.words for fact in best(find(text, title), "who")]


THINGS = [
    ("Fog closes bridge in Holm", "The fog closed a bridge in Holm on Monday. It was open again at noon."),
    ("New boat sales plunge in Holm", "New boat sales in Holm plunged 10 percent last month. Prices fell as well."),
    ("Earthquakes shake Norland", "Two earthquakes shook Norland on Monday. Nobody was hurt in either of them."),
    ("Norland campaign wins prize", "A Norland campaign against litter won a prize on Monday. It began in May."),
    ("Fifth case of fever found in Holm", "A fifth case of the fever was found in Holm on Monday. Its origin is open."),
]


@pytest.mark.parametrize(("title", "text"), THINGS)
def test_a_thing_is_nobody(find: Find, title: str, text: str) -> None:
    """Weather, sales, quakes, campaigns and diseases act in headlines only: better nobody than they."""
    assert not any(
        word in " ".join(names(find, text, title)).lower() for word in ("fog", "sale", "quake", "campaign", "case")
    )


def test_an_animal_may_be_the_story(find: Find) -> None:
    """A headline tells of it as of a person."""
    text = "A cat that had been lost for five years was found in Holm on Monday. It was thin."
    assert names(find, text, "Cat found in Holm after five years") == ["Cat"]


def test_whoever_is_only_cited_is_no_answer(find: Find) -> None:
    """Not the reporter of another paper, a data office or the local official who tells."""
    text = (
        "Two dockers were hurt in Holm on Monday, a local official said. As Emma Falk reported, they are brothers. "
        "Falk said that they were well. InfoSea said there were fewer ships. InfoSea said so in May, too."
    )
    found = names(find, text, "Two dockers hurt in Holm")
    assert found[:1] == ["Two dockers"]
    assert not {"Emma Falk", "InfoSea", "local official"} & set(found)


def test_whoever_the_headline_names_by_a_role_is_told_though_only_cited(find: Find) -> None:
    """The role of the lede is the person who speaks farther down."""
    text = (
        "China's ambassador to Norland accused the town of Holm of meddling. "
        "Liu Tang, China's ambassador to Norland, said that he would leave. Liu Tang said no more."
    )
    assert "Liu Tang" in names(find, text, "Ambassador accuses Holm of meddling")


def test_an_organisation_that_opens_a_headline_comes_before_those_it_counts(find: Find) -> None:
    """It speaks in its own name before the full stop."""
    text = (
        "More than 100 sailors were lost off Norland last year. The office of Red Cross in Holm keeps a list. "
        "Red Cross has counted them."
    )
    title = "Red Cross. More than 100 sailors lost off Norland"
    assert names(find, text, title)[:1] == ["Red Cross"]


def test_a_road_or_a_virus_is_no_person(find: Find) -> None:
    """What the tagger takes for a person has a digit in it."""
    text = "The town of Holm closed a road on Monday. Drivers left the A429 Turin at noon. The A429 Turin was wet."
    assert not any("A429" in name for name in names(find, text, "Town of Holm closes road"))


def test_whom_a_thing_harms_is_who(find: Find) -> None:
    """The blast is nobody; those whom it killed are somebody."""
    text = "An explosion at the yard in Holm has killed two people. The fire was out at noon."
    assert names(find, text, "Explosion at yard in Holm") == ["two people"]


def test_what_the_body_writes_small_is_no_name(find: Find) -> None:
    """A headline's capitals make none; a mason is somebody all the same."""
    text = "More people have felt ill after they took cannabis, a study of Holm says. Doctors warn of cannabis there."
    assert "Cannabis" not in names(find, text, "Cannabis Use Worries Doctors in Holm")
    text = "A stone mason was charged with theft in Holm on Monday, and the mason left the town."
    assert "Mason" in names(find, text, "Mason Charged With Theft in Holm")
