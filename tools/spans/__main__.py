"""`python -m tools.spans FILE.jsonl … [--write]`: F1 of the chosen stretch, cross-validated by article, by set.

With ``--write`` the weights are fitted to all of it and written beside `bot.answers.spans.weights`.
"""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from collections import defaultdict
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING

from bot.answers.spans import weights
from bot.answers.spans.choose import choose
from bot.articles.paste.pasted import read_text
from bot.editor import Editor
from bot.facts.reader import SpacyReader
from bot.meaning.embedder import MiniLM
from bot.settings import DEFAULT_MODEL
from tools.spans.examples import FOLDS, Example, best_f1, read
from tools.spans.fit import fit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NOTE = """\
# Weights of the features of spans (bot/answers/spans/features.py), fitted by `python -m tools.spans`: a conditional
# logit over the candidates of the three likeliest sentences of each question of chat_dev (written for Dateline) and
# ask_dev (QAMR over Wikinews, XQuAD and SQuAD 2.0, whose licences allow it). Grammar and little words, no text.
"""


def main() -> None:
    """Figures to stdout, one line a set."""
    parser = ArgumentParser(prog="python -m tools.spans", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    examples = _examples(given.files)
    for group, scores in sorted(_validated(examples).items()):
        sys.stdout.write(f"{group}\t{len(scores)}\t{fmean(scores):.3f}\n")
    if given.write:
        lines = (f"{name}\t{weight:.2f}\n" for name, weight in sorted(fit(examples).items()))
        Path(weights.__file__).with_suffix(".tsv").write_text(NOTE + "".join(lines), encoding="utf-8")


def _examples(files: Sequence[Path]) -> list[Example]:
    reader, embedder = SpacyReader(DEFAULT_MODEL), MiniLM()
    editor = Editor(reader, "", embedder)
    rows = [json.loads(line) for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    texts = list(dict.fromkeys(row["text"] for row in rows))
    compiled = editor.compile_many(read_text(text) for text in texts)
    dossiers = {text: editor.embed(dossier) for text, dossier in zip(texts, compiled, strict=True)}
    return [example for path in files for example in read(path, reader, embedder, dossiers)]


def _validated(examples: Sequence[Example]) -> Mapping[str, list[float]]:
    """F1 of each question with weights that have not seen its article, by set."""
    found = defaultdict(list)
    for fold in range(FOLDS):
        fitted = fit([each for each in examples if each.fold != fold])
        for each in (each for each in examples if each.fold == fold):
            chosen = choose(each.wish, each.ranked, each.dossier, fitted)
            found[each.group].append(best_f1(chosen[0].evidence.words, each.answers) if chosen else 0.0)
    return found


if __name__ == "__main__":
    main()
