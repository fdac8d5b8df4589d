"""What a country does, sentence by sentence, as the bot reads it: who acts, who is struck, where it happens."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.articles.paste.pasted import read_text
from tests import newsroom

LINES = Path(__file__).with_name("roles.tsv").read_text("utf-8").splitlines()
ROWS = [tuple(line.split("\t")) for line in LINES if not line.startswith("#")]


def roles(sentence: str) -> dict[str, str]:
    """Each country's role in a text of one sentence, with its grammar."""
    dossier = newsroom.editor().compile(read_text(sentence))
    return {country.code: country.role for country in dossier.digest.countries}


@pytest.mark.parametrize(("sentence", "told"), ROWS, ids=[sentence for sentence, _ in ROWS])
def test_a_sentence_gives_each_country_its_role(sentence: str, told: str) -> None:
    """Only who does something acts; whose consulate is bombed is the target; where it happens is a place."""
    assert roles(sentence) == dict(each.split(":") for each in told.split())
