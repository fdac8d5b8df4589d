"""What a fingerprint holds, how two of them compare, and what finding a story costs."""

from __future__ import annotations

from dataclasses import replace
from time import process_time

import pytest
from pydantic import TypeAdapter

from bot.model import Digest
from bot.stories import SAME, Fingerprint, fingerprint, likeness
from bot.stories.likeness import KEPT
from bot.stories.signature import resemblance, signature
from tests.bot.stories.archive import Archive
from tests.bot.stories.made import digest, fact, variants
from tests.bot.stories.told import article

LINES = [
    "Miners in Karrowe found a diamond of 1,200 carats on Tuesday, the company Lethaba said.",
    "Julian Moroka, who leads the mine, called it a day of joy for Karrowe.",
]


def _print(published: str | None = "2025-03-12", title: str = "Huge diamond found in Karrowe") -> Fingerprint:
    return fingerprint(article(LINES, title, published), digest(title, key_facts=tuple(fact("key", x) for x in LINES)))


def test_a_fingerprint_is_small_and_comes_back_from_its_bytes() -> None:
    """It is kept as JSON, of some kilobytes at most, the same bytes each time, and at most 24 keys."""
    adapter = TypeAdapter(Fingerprint)
    for made in [_print(), *(fingerprint(*each) for each in variants(20))]:
        blob = adapter.dump_json(made)
        assert adapter.validate_json(blob) == made
        assert len(blob) < 4_000
        assert 0 < len(made.keys) <= 24


def test_names_come_first_that_the_headline_has() -> None:
    """Names are told from other words with capitals; numbers from years and days of a month."""
    made = _print()
    assert made.names[0] == "karrowe"
    assert {"lethaba", "julian", "moroka"} <= set(made.names)
    assert not {"miners", "tuesday", "huge"} & set(made.names)
    assert made.numbers == ("1200",)


@pytest.mark.parametrize("published", [None, "", "2025", "soon"])
def test_an_article_without_a_date_compares_by_its_words(published: str | None) -> None:
    """No date speaks neither for nor against."""
    undated = _print(published)
    assert undated.published is None
    assert likeness(undated, _print()) >= SAME


def test_nothing_ahead_of_an_article_is_its_event_s_day() -> None:
    """Days after publication are announced, not told; times without a day are none."""
    when = tuple(
        fact("when", word, date=day) for word, day in [("a", "2025-03-10"), ("b", "2025-04"), ("c", "2025-05-01")]
    )
    made = fingerprint(article(LINES, "A title", "2025-03-12"), digest("A title", when=when))
    assert len(made.days) == 1


def test_an_empty_article_is_like_nothing() -> None:
    """Without words there are no keys, and no likeness."""
    nothing = fingerprint(article([], "", None), Digest("v", ""))
    assert nothing.keys == ()
    assert likeness(nothing, nothing) == likeness(nothing, _print()) == 0.0


def test_a_copy_is_the_same_story_whatever_its_headline() -> None:
    """A wire report is recognised by its text alone."""
    wire = _print()
    copy = replace(_print(title="Luck in the pit"), names=("other",), keys=())
    assert likeness(wire, copy) == 1.0


def test_a_story_ends_after_thirty_days() -> None:
    """Even a copy is another story later than that."""
    first = _print()
    assert first.published is not None
    assert likeness(first, replace(first, published=first.published + KEPT)) == 1.0
    assert likeness(first, replace(first, published=first.published + KEPT + 1)) == 0.0


def test_likeness_is_symmetric_and_lies_between_nothing_and_one() -> None:
    """It does not matter which article came first."""
    made = [fingerprint(*each) for each in variants(30)]
    for one in made:
        for other in made:
            assert likeness(one, other) == pytest.approx(likeness(other, one))
            assert 0.0 <= likeness(one, other) <= 1.0


def test_signatures_tell_how_much_of_a_text_is_shared() -> None:
    """Texts resemble each other as far as they share their shingles; a few words have no signature."""
    words = [f"w{number}" for number in range(400)]
    assert resemblance(signature(words), signature(words)) == 1.0
    assert resemblance(signature(words), signature(words[:-40])) > 0.5
    assert resemblance(signature(words), signature(words[::-1])) == 0.0
    assert resemblance(signature(words[:3]), signature(words[:3])) == 0.0


def test_finding_a_story_costs_no_more_in_a_large_archive() -> None:
    """An article costs at most 5 ms (told with room for a busy machine), among thousands as among hundreds."""
    archive, batches = Archive(), list[float]()
    articles = variants(150)
    for copy in range(8):
        begun = process_time()
        for made, told in articles:
            archive.file(fingerprint(replace(made, title=f"{made.title} {copy}"), told))
        batches.append((process_time() - begun) / len(articles))
    assert max(batches) < 0.015
    assert batches[-1] < 3 * batches[1]
