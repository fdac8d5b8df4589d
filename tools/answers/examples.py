"""Questions with known answers, read by the whole newsroom once, as features."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from bot.answers.ranking.features import Field, field
from bot.answers.wish import names_of, plainly, understand
from bot.model import Question

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from bot.editor import Embedder, Reader
    from bot.model import Dossier

FOLDS = 5
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Example:
    """A question: its set, the fold of its article, the dossier, the features, and which sentences have the answer.

    ``right`` is empty when the article has no answer; ``typed`` tells that it is as people type it.
    """

    group: str
    fold: int
    dossier: Dossier
    field: Field
    right: frozenset[int]
    typed: bool


def read(path: Path, reader: Reader, embedder: Embedder, dossiers: dict[str, Dossier]) -> Iterator[Example]:
    """The examples of a file of JSON lines: text, question, answerable, answers or sentences, source."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        dossier = dossiers[row["text"]]
        names = names_of(dossier.article.text, dossier.reading)
        words = plainly(row["question"], names)
        asked = reader.parse(words)
        wish = understand(Question(row["question"]), asked, (), names)
        yield Example(
            row.get("source", path.stem),
            int(sha256(row["text"].encode()).hexdigest(), 16) % FOLDS,
            dossier,
            field(wish, dossier, asked, embedder.embed([words])[0]),
            frozenset(_right(row, dossier)) if row["answerable"] else frozenset(),
            "sentences" in row,
        )


def texts(path: Path) -> dict[str, None]:
    """The articles of a file, each once."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return dict.fromkeys(row["text"] for row in rows)


def _right(row: Mapping[str, Any], dossier: Dossier) -> Iterator[int]:
    """The sentences that share a gold sentence, or hold a gold answer."""
    text = dossier.article.text
    for at, span in enumerate(dossier.reading.sentences):
        said = text[span.start : span.end]
        if "sentences" in row:
            if any(_alike(said, row["text"][start:end]) for start, end in row["sentences"]):
                yield at
        elif any(answer.lower() in said.lower() for answer in row["answers"]):
            yield at


def _alike(one: str, other: str) -> bool:
    """Whether most of the words of the shorter are in the longer."""
    mine, theirs = set(_WORD.findall(one.lower())), set(_WORD.findall(other.lower()))
    return 10 * len(mine & theirs) >= 7 * min(len(mine), len(theirs)) > 0
