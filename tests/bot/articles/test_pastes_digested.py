"""What a digest tells of the pastes in the folder `pastes`: their stories, and nothing that only stands around them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bot.articles.paste import passages
from bot.articles.paste.pasted import read_text
from tests.bot.articles.test_pastes import NAMES, PASTES
from tests.newsroom import editor

if TYPE_CHECKING:
    from bot.model import Digest, Evidence

LISTS = (
    "who",
    "what",
    "when",
    "where",
    "why",
    "how",
    "key_facts",
    "figures",
    "upcoming",
    "quotes",
    "countries",
    "sourcing",
)


def digested(name: str) -> Digest:
    """The digest of a paste."""
    return editor().compile(read_text((PASTES / f"{name}.txt").read_bytes().decode())).digest


def evidence_of(digest: Digest) -> list[Evidence]:
    """Where everything that it tells stands."""
    told = [each.evidence for name in LISTS for each in getattr(digest, name)]
    return [evidence for evidence in told if evidence is not None]


@pytest.mark.parametrize("name", NAMES)
def test_the_story_is_told(name: str) -> None:
    """Under its headline, where it has one, with the figures that matter."""
    expected = json.loads((PASTES / f"{name}.json").read_text(encoding="utf-8"))
    digest = digested(name)
    assert digest.what
    assert expected["title"] in {None, digest.headline}
    words = [evidence.words for evidence in evidence_of(digest)]
    assert [told for told in expected["told"] if not any(told in each for each in words)] == []


@pytest.mark.parametrize("name", NAMES)
def test_nothing_else_is_told(name: str) -> None:
    """No byline, pointer, caption, signature or headline of another story is evidence of anything."""
    text = (PASTES / f"{name}.txt").read_bytes().decode()
    spans = passages.foreign(text)
    told = [
        each
        for each in evidence_of(digested(name))
        if any(left < each.end and each.start < right for left, right in spans)
    ]
    assert [each.words for each in told] == []
