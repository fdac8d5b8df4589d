"""`python -m tools.answers FILE.jsonl …`: cross-validated by article, how sentences are ranked and answers believed.

Lines: text, question, answerable, and sentences (offsets of those that answer) or answers. With ``--write`` the weights
are fitted to all of it and written. What is chosen of a sentence is chosen with the weights that `bot` has.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bot import settings
from bot.answers.confidence import doubt
from bot.answers.confidence.signs import signs
from bot.answers.ranking.rank import rank
from bot.answers.sense import sensible
from bot.answers.spans.choose import choose
from bot.articles.paste.pasted import read_text
from bot.editor import Editor
from bot.facts.reader import SpacyReader
from bot.meaning.embedder import MiniLM
from tools.answers import examples, figures, logit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.answers.spans.choose import Chosen, Likely
    from tools.answers.examples import Example

ROOM = Path(__file__).parents[2] / "bot" / "answers"
SEEN = 3
RIDGE_RANK, RIDGE_DOUBT = 1.0, 8.0
TYPED, TIDY = 3.0, 0.6
"""What a question counts: as people type them, for the ranker; of a set without any to decline, for the doubt."""


def main() -> None:
    """Print the figures; write the weights when asked to."""
    found = list(_load([Path(name) for name in sys.argv[1:] if not name.startswith("-")]))
    ranked = _ranked(found)
    _tell_ranked("BM25", found, [rank(each.field.table, {"bm25": 1.0}) for each in found])
    _tell_ranked("ranker", found, ranked)
    kept = [(each, likely) for each, likely in zip(found, ranked, strict=True) if likely]
    rows = [
        signs(each.field, each.dossier, likely, chosen) if (chosen := _chosen(each, likely)) else {"one": 1.0}
        for each, likely in kept
    ]
    _tell_doubt([each for each, _ in kept], rows)
    if "--write" in sys.argv:
        _write(ROOM / "ranking" / "weights.tsv", _fit_rank(found))
        _write(ROOM / "confidence" / "weights.tsv", _fit_doubt([each for each, _ in kept], rows))


def _load(files: Sequence[Path]) -> Iterator[Example]:
    reader, embedder = SpacyReader(settings.DEFAULT_MODEL), MiniLM()
    editor = Editor(reader, "", embedder)
    for file in files:
        texts = examples.texts(file)
        dossiers = {text: editor.embed(editor.compile(read_text(text))) for text in texts}
        yield from examples.read(file, reader, embedder, dossiers)


def _chosen(each: Example, likely: Sequence[Likely]) -> tuple[Chosen, ...]:
    wish = each.field.wish
    chosen = choose(wish, likely[:SEEN], each.dossier)
    return sensible(wish, chosen, each.dossier) or chosen


def _ranked(found: Sequence[Example]) -> list[tuple[Likely, ...]]:
    """By weights that were fitted without the article."""
    weights = [_fit_rank([each for each in found if each.fold != fold]) for fold in range(examples.FOLDS)]
    return [rank(each.field.table, weights[each.fold]) for each in found]


def _fit_rank(found: Sequence[Example]) -> dict[str, float]:
    telling = [each for each in found if 0 < len(each.right) < len(each.field.table)]
    names = sorted({name for each in telling for features in each.field.table for name in features})
    weights = logit.conditional(
        [logit.matrix(each.field.table, names) for each in telling],
        [np.array([float(at in each.right) for at in range(len(each.field.table))]) for each in telling],
        np.array([TYPED if each.typed else 1.0 for each in telling]),
        RIDGE_RANK,
    )
    return dict(zip(names, map(float, weights), strict=True))


def _fit_doubt(found: Sequence[Example], rows: Sequence[Mapping[str, float]]) -> dict[str, float]:
    names = sorted({name for row in rows for name in row})
    declining = {each.group: 2.0 if each.typed else 1.0 for each in found if not each.right}
    weights = logit.logistic(
        logit.matrix(rows, names),
        np.array([float(bool(each.right)) for each in found]),
        np.array([declining.get(each.group, TIDY) for each in found]),
        RIDGE_DOUBT,
    )
    return dict(zip(names, map(float, weights), strict=True))


def _tell_ranked(what: str, found: Sequence[Example], ranked: Sequence[Sequence[Likely]]) -> None:
    for group in dict.fromkeys(each.group for each in found):
        mine = [
            ([one.place for one in likely], each.right)
            for each, likely in zip(found, ranked, strict=True)
            if each.group == group and each.right
        ]
        first, three = (np.mean([figures.among(order, right, many) for order, right in mine]) for many in (1, SEEN))
        print(f"{what:8s}{group:16s} sentence@1 {first:.3f} sentence@3 {three:.3f}")


def _tell_doubt(found: Sequence[Example], rows: Sequence[Mapping[str, float]]) -> None:
    likely = np.zeros(len(found))
    folds = np.array([each.fold for each in found])
    for fold in range(examples.FOLDS):
        seen = [at for at in range(len(found)) if folds[at] != fold]
        weights = _fit_doubt([found[at] for at in seen], [rows[at] for at in seen])
        for at in map(int, np.flatnonzero(folds == fold)):
            likely[at] = doubt.probability(rows[at], weights)
    there = np.array([bool(each.right) for each in found])
    groups = np.array([each.group for each in found])
    for group in dict.fromkeys(groups):
        mine, said = likely[groups == group], there[groups == group]
        print(
            f"{group:16s} answered {np.mean(mine[said] >= doubt.LEAST):.3f} "
            f"balanced {figures.balanced(mine, said, doubt.LEAST):.3f} auroc {figures.auroc(mine, said):.3f}"
        )
    settled = np.array([doubt.settled(float(each)) for each in likely])
    for many, mean, share in figures.table(settled, there):
        print(f"{many:5d} confidence {mean:.2f} answerable {share:.2f}")
    print(f"expected calibration error {figures.expected_error(settled, there):.3f}")


def _write(target: Path, weights: Mapping[str, float]) -> None:
    lines = [f"{name}\t{weight:.2f}" for name, weight in sorted(weights.items())]
    target.write_text("\n".join(["# Fitted by tools/answers.", *lines, ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
