"""All that speaks for and against a stretch of a sentence as the answer, as named features with a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.spans.argument import argument, neighbours
from bot.answers.spans.closeness import near, repeated
from bot.answers.spans.form import form, looks, reported, size
from bot.answers.spans.traits import traits_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answers.spans.candidates import Candidate
    from bot.answers.spans.form import Feature
    from bot.answers.spans.scene import Scene

_EXTRACTORS = (form, size, looks, reported, repeated, near, argument, neighbours)


def features(scene: Scene, candidate: Candidate) -> Iterator[Feature]:
    """Of one candidate; what is true of the whole sentence is in `closeness.sentence`."""
    it = traits_of(scene, candidate)
    for extract in _EXTRACTORS:
        yield from extract(scene, it)
