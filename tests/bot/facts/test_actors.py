"""Who: those who act, and those whom it happens to; nobody twice, no idle name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import digests
from tests.bot.facts.conftest import article

if TYPE_CHECKING:
    from bot.facts.reader import SpacyReader


def people(reader: SpacyReader, text: str, title: str) -> list[tuple[str, str | None]]:
    """Names and roles as a digest has them."""
    one = article(text, title)
    return [(fact.words, fact.role) for fact in digests.compose(one, reader.read(one)[1], (), "v").who]


def test_a_role_in_the_headline_is_the_person_who_bears_it(reader: SpacyReader) -> None:
    """Not the role and, beside it, the person."""
    text = "Oregon Governor Anna Costa resigned on Monday. Costa had been in office for nine years."
    assert people(reader, text, "Oregon's Governor Resigns") == [("Anna Costa", "Oregon Governor")]


def test_whoever_only_owns_something_is_nobody_of_the_story(reader: SpacyReader) -> None:
    """In "Jon Roe's paper bought a yard" Jon Roe does nothing."""
    text = "The town of Holm sold its yard on Monday. Jon Roe's Herald beat two others. Jon Roe's Herald paid little."
    assert "Jon Roe" not in [name for name, _ in people(reader, text, "Town of Holm sells its yard to Herald")]


def test_an_idle_name_is_no_answer_beside_one_who_acts(reader: SpacyReader) -> None:
    """What is only spoken of does nothing, however often."""
    text = (
        "The police closed the bridge on Monday. Nobody knew why the police came. Drivers waited near the Expo Forum. "
        "A road leads to the Expo Forum."
    )
    assert people(reader, text, "Police close bridge near Expo Forum") == [("police", None)]


def test_the_rebels_of_a_movement_are_the_movement(reader: SpacyReader) -> None:
    """One party, said once."""
    text = "Taliban insurgents struck an army post on Monday. The Taliban took four soldiers with them."
    assert people(reader, text, "Taliban strike army post") == [("Taliban", None)]


def test_the_named_are_told_by_their_names_alone(reader: SpacyReader) -> None:
    """Where victims are named, "victims" is no answer beside them."""
    text = (
        "Two victims of the fire have been named by the police. "
        "They are Ana Roe, 44, and Jon Poe, 31, both of Holm. Ana Roe was a baker."
    )
    assert not any("victims" in name for name, _ in people(reader, text, "Victims of Holm fire named"))


def test_a_brand_that_opens_a_headline_is_its_actor(reader: SpacyReader) -> None:
    """Its verb is no part of the name, though in Title Case both have capitals."""
    text = "The maker of the Choclone bar has shrunk it. Fans of Choclone wrote to the Choclone office on Monday."
    assert people(reader, text, "Choclone Alters Shape of Two Bars, and Fans Are Outraged")[0] == ("Choclone", None)
