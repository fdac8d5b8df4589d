"""Questions with known answers: the candidates of their likeliest sentences, with features and F1."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from bot.answers.answer import NEAREST
from bot.answers.ranking.features import field
from bot.answers.ranking.rank import rank
from bot.answers.spans.candidates import candidates
from bot.answers.spans.choose import scenes_of
from bot.answers.spans.closeness import sentence
from bot.answers.spans.features import features
from bot.answers.wish import names_of, plainly, understand
from bot.model import Question

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from bot.answers.spans.choose import Likely
    from bot.answers.wish import Wish
    from bot.editor import Embedder, Reader
    from bot.model import Dossier

FOLDS = 5
_ELSEWHERE = 0.85
"""What a gold answer is worth in another sentence than the gold one, where only its words are known."""
_MARKS = re.compile(r"[^\w\s]")
_ARTICLES = frozenset({"a", "an", "the"})


@dataclass(frozen=True, slots=True)
class Example:
    """A question: its set and the fold of its article; of each candidate the features, and F1 with a gold answer."""

    group: str
    fold: int
    answers: tuple[str, ...]
    wish: Wish
    ranked: tuple[Likely, ...]
    dossier: Dossier
    rows: tuple[Mapping[str, float], ...]
    right: tuple[float, ...]


def read(path: Path, reader: Reader, embedder: Embedder, dossiers: Mapping[str, Dossier]) -> Iterator[Example]:
    """The answerable lines of a file: text, question, answers, and sentences (offsets) where they are known."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if not row["answerable"]:
            continue
        dossier = dossiers[row["text"]]
        names = names_of(dossier.article.text, dossier.reading)
        words = plainly(row["question"], names)
        asked = reader.parse(words)
        wish = understand(Question(row["question"]), asked, (), names)
        ranked = rank(field(wish, dossier, asked, embedder.embed([words])[0]).table)[:NEAREST]
        yield _example(row, path.stem, dossier, wish, ranked)


def _example(row: Mapping[str, Any], name: str, dossier: Dossier, wish: Wish, ranked: tuple[Likely, ...]) -> Example:
    rows: list[Mapping[str, float]] = []
    right: list[float] = []
    for scene, likely in zip(scenes_of(wish, ranked, dossier), ranked, strict=True):
        common = sentence(scene)
        worth = 1.0 if _is_gold(row, dossier, likely.place) else _ELSEWHERE
        for each in candidates(scene.tree):
            summed: Counter[str] = Counter()
            for feature, value in (*common, *features(scene, each)):
                summed[feature] += value  # type: ignore[assignment]  # a Counter of floats
            rows.append(summed)
            start, end = scene.tree.tokens[each.first].start, scene.tree.tokens[each.last].end
            right.append(worth * best_f1(dossier.article.text[start:end], row["answers"]))
    fold = int(sha256(row["text"].encode()).hexdigest(), 16) % FOLDS
    answers = tuple(row["answers"])
    return Example(row.get("source", name), fold, answers, wish, ranked, dossier, tuple(rows), tuple(right))


def _is_gold(row: Mapping[str, Any], dossier: Dossier, place: int) -> bool:
    """Whether a sentence is one that answers; where no offsets are given, the first that holds the answer."""
    text, spans = dossier.article.text, dossier.reading.sentences
    said = text[spans[place].start : spans[place].end]
    if "sentences" in row:
        return any(
            row["text"][start:end].strip() in said or said in row["text"][start:end] for start, end in row["sentences"]
        )
    return any(answer.lower() in said.lower() for answer in row["answers"])


def best_f1(said: str, answers: Sequence[str]) -> float:
    """F1 of the words, without marks and articles, with the gold answer that is most like it."""
    return max((_f1(_words(said), _words(answer)) for answer in answers), default=0.0)


def _words(text: str) -> list[str]:
    return [word for word in _MARKS.sub("", text.lower()).split() if word not in _ARTICLES]


def _f1(one: list[str], other: list[str]) -> float:
    common = sum((Counter(one) & Counter(other)).values())
    return 2 * common / (len(one) + len(other)) if common else 0.0
