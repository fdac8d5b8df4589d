"""Who claims a fact, and how firmly: stated, reported by somebody or by nobody in particular, hedged, denied."""

from __future__ import annotations

import pytest

from tests.bot.facts.conftest import Find, best

# text, who claims its figure, how firmly
CLAIMED = [
    ("The army killed 12 people in the port of Holm on Monday.", None, "stated"),
    ("The army killed 12 people in the port of Holm on Monday, Ada Berg said.", "Ada Berg", "reported"),
    ("The army killed 12 people in the port of Holm, according to Ada Berg.", "Ada Berg", "reported"),
    ("Ada Berg said the army had killed 12 people in the port of Holm.", "Ada Berg", "reported"),
    ("Witnesses told Reuters that soldiers had shot 12 people in Holm.", "Witnesses", "reported"),
    ("Twelve people were killed in Holm, local media reported.", "local media", "reported"),
    ("The study found that 40 percent of ships leak.", "study", "reported"),
    ("A report by the port authority found that 12 ships had sunk.", "port authority", "reported"),
    ("Official figures show that 12 ships sank last year.", "Official figures", "reported"),
    ("He said the army had killed 12 people in the port of Holm.", None, "reported"),
    ("The army is said to have killed 12 people in the port of Holm.", None, "reported"),
    ("The claim that soldiers had shot 12 people was rejected on Monday.", None, "reported"),
    ("The army may have killed 12 people in the port of Holm.", None, "hedged"),
    ("The army allegedly killed 12 people in the port of Holm.", None, "hedged"),
    ("The army is believed to have killed 12 people in the port of Holm.", None, "hedged"),
    ("It appears that 12 ships have sunk in the port of Holm.", None, "hedged"),
    ("The minister denied that soldiers had shot 12 people in Holm.", None, "hedged"),
    ("Divers found 12 people in the port of Holm on Monday.", None, "stated"),
    ("The camera showed 12 people in the port of Holm on Monday.", None, "stated"),
]


@pytest.mark.parametrize(("text", "name", "certainty"), CLAIMED)
def test_a_fact_says_who_claims_it_and_how_firmly(find: Find, text: str, name: str | None, certainty: str) -> None:
    """Nobody's name where a pronoun tells none, or where it is denied."""
    (figure,) = best(find(text), "figure")
    assert (figure.attribution, figure.certainty) == (name, certainty)
