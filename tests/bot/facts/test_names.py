"""Names and whom they mean: what the small model gets wrong, put right by what stands around it."""

from __future__ import annotations

import pytest

from bot.facts.reader import SpacyReader
from tests.bot.facts.conftest import Find, article, best


def entities(reader: SpacyReader, text: str, title: str | None = None) -> set[tuple[str, str]]:
    """The entities of a text with their types."""
    one = article(text, title)
    reading, _ = reader.read(one)
    return {(one.text[span.start : span.end], span.label) for span in reading.entities}


ENTITIES = [
    ("Peter Hale resigned. Hale was tired.", ("Hale", "PERSON")),
    ("His neighbour, Ashwin Mehrotra, said nothing.", ("Ashwin Mehrotra", "PERSON")),
    ("Tarek Osmani, 54, said nothing.", ("Tarek Osmani", "PERSON")),
    ("The mill burned down in Stratford-upon-Avon on Monday.", ("Stratford-upon-Avon", "GPE")),
    ("Comedian Ricky Dunmore laughed.", ("Ricky Dunmore", "PERSON")),
]


@pytest.mark.parametrize(("text", "entity"), ENTITIES)
def test_a_name_has_the_type_that_its_surroundings_tell(
    reader: SpacyReader, text: str, entity: tuple[str, str]
) -> None:
    """Roles, ages, full names, lists of platforms, hyphens."""
    assert entity in entities(reader, text)


ROLES = [
    ("Chinese Foreign Minister Li Tang left.", "Li Tang", "Chinese Foreign Minister"),
    ("Li Tang, the foreign minister of China, left.", "Li Tang", "foreign minister of China"),
    ("A police spokesman, Jon Mercer, left the hall on Monday.", "Jon Mercer", "police spokesman"),
    ("Jon Mercer left early.", "Jon Mercer", None),
]


@pytest.mark.parametrize(("text", "name", "role"), ROLES)
def test_a_role_is_told_before_a_name_or_beside_it(find: Find, text: str, name: str, role: str | None) -> None:
    """Verbatim, without its article."""
    assert (name, role) in [(fact.words, fact.role) for fact in best(find(text), "who")]


MEANT = [
    ('Ann Berg and Tom Reed came. "I am glad," Reed said.', "Tom Reed"),
    ('Bill Storm and Hilda Storm came. "I am glad," Mrs Storm said.', "Hilda Storm"),
    ('The family of Tom Reed came. "We are glad," they said.', "family of Tom Reed"),
    ('One user called Tonbridge wrote: "I am glad."', "Tonbridge"),
    ('User @tonbridge_7 wrote: "I am glad."', "@tonbridge_7"),
    ('Fans of Tom Reed came. Others said they were "very glad".', "Others"),
    ('Mr Reed came. "I am glad," he said.', "Mr Reed"),
    ('The family of Tom Reed said he was missed. A statement read: "We are glad."', "family of Tom Reed"),
]


@pytest.mark.parametrize(("text", "speaker"), MEANT)
def test_a_mention_leads_to_whom_it_means(find: Find, text: str, speaker: str) -> None:
    """Surnames, forms of address, groups, users and papers without an author."""
    assert [quote.speaker for quote in find(text).quotes] == [speaker]
