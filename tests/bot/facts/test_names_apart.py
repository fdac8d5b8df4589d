"""Names are not put together from neighbours, nor do they hold half a bracket."""

from __future__ import annotations

from tests.bot.facts.conftest import Find


def test_a_platform_is_no_first_name(find: Find) -> None:
    """The words before it ended a caption."""
    found = find('Jo Roe sang in Turin on Monday. "I am glad to be here again," wrote Jo Roe on Instagram.')
    assert not [source.name for source in found.sources if "Instagram" in source.name]


def test_an_editors_bracket_is_no_part_of_a_name(find: Find) -> None:
    """Half of it stood in the name."""
    found = find(
        'The council of Turin met on Monday. "Our view is that [Governor James B.] Olsen was wrong about this bridge," '
        "Mayor Ann Poe said. James Olsen did not answer on Monday."
    )
    assert not [fact.words for fact in found.facts if fact.slot == "who" and "]" in fact.words]
    assert not [source.name for source in found.sources if "]" in source.name]
