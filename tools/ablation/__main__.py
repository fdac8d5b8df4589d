"""`python -m tools.ablation FILE…`: on how many articles each rule acts, and what the figures are without it."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

import spacy

from bot.articles.paste.pasted import read_text
from bot.settings import DEFAULT_MODEL
from tools.ablation.house import House, Rule
from tools.ablation.network import Network
from tools.ablation.scores import Gold
from tools.ablation.trial import Court, Verdict

if TYPE_CHECKING:
    from bot.model import Article

KINDS = ("row", "list", "pattern", "predicate", "term", "number")
FINE = ("alternative", "branch", "condition", "filter")  # in number four times the others
HEAD = ("acts", "asked", "findings", "moved", "kind", "file", "line", "rule", "articles", "note")


def main() -> None:
    """A table to stdout, the rules that act on the fewest articles first; each row to stderr as soon as it is known."""
    wishes = _wishes()
    articles = {key: article for path in wishes.files for key, article in _articles(path)}
    house = House(Network(spacy.load(DEFAULT_MODEL)))
    gold = tuple(Gold(path, command) for path, command in wishes.gold)
    court = Court(house, articles, gold)
    rows = []
    for number, rule in enumerate(house.rules):
        named = f"{rule.file} {rule.site.label}"
        if rule.site.kind in wishes.kinds and any(word in named for word in wishes.only):
            verdict = court.judge(number)
            line = row(rule, verdict, verdict.fault or court.idle(number))
            rows.append((bool(verdict.fault), len(verdict.shown), verdict.found, line))
            sys.stderr.write(line + "\n")
    print("\t".join(HEAD), *(line for *_, line in sorted(rows)), sep="\n")


def _wishes() -> Namespace:
    parser = ArgumentParser(prog="python -m tools.ablation", description=__doc__)
    parser.add_argument("files", nargs="+", help="articles, one JSON object a line: id, text; title, published")
    parser.add_argument(
        "--gold", nargs=2, action="append", default=[], metavar=("FILE", "SCORER"), help="one of the files, its scorer"
    )
    parser.add_argument(
        "--kinds", nargs="+", choices=(*KINDS, *FINE), default=KINDS, help="default: all but the finest"
    )
    parser.add_argument("--only", nargs="+", default=[""], help="rules whose file or words hold one of these")
    return parser.parse_args()


def _articles(path: str) -> list[tuple[str, Article]]:
    records = (json.loads(line) for line in Path(path).read_text("utf-8").splitlines() if line.strip())
    return [
        (each["id"], read_text(each["text"], each.get("title"), published=each.get("published"))) for each in records
    ]


def row(rule: Rule, verdict: Verdict, note: str) -> str:
    """A rule's line in the table."""
    moved = " ".join(f"{key}{by:+.3f}" for key, by in verdict.moved.items())
    counts = (len(verdict.shown), verdict.asked, verdict.found)
    few = " ".join(list(verdict.shown)[:3])
    return "\t".join(map(str, (*counts, moved, rule.site.kind, rule.file, rule.site.line, rule.site.label, few, note)))


if __name__ == "__main__":
    main()
