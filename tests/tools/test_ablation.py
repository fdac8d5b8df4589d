"""What a rule is worth is told by switching it off."""

from __future__ import annotations

import ast
import json
import sys
from pathlib import Path

import pytest
import spacy

from bot.articles.paste.pasted import read_text
from bot.settings import DEFAULT_MODEL
from tools.ablation.constants import constants
from tools.ablation.entries import idle
from tools.ablation.functions import functions
from tools.ablation.house import House
from tools.ablation.network import Network
from tools.ablation.patterns import without
from tools.ablation.scores import Gold
from tools.ablation.trial import Court

SPOKEN = """The harbour of Tallinn will stay closed until Friday after a crane fell on a pier, the port authority said.
“We have never seen such a storm,” said Maria Kask, the harbour master, on Tuesday. Nobody was hurt."""
UNSPOKEN = """A bakery in Lyon opened its doors again on Monday. It had been shut since a fire in March."""
# Counts the quotations that have a speaker: a scorer as its owner might write it.
SCORER = """
import json, sys
rows = [json.loads(line) for line in open(sys.argv[2], encoding="utf-8")]
print(json.dumps({"speakers": sum(bool(quote["speaker"]) for row in rows for quote in row["digest"]["quotes"])}))
"""
MODULE = """
LEAST, UPPER = 0.5, 3
_WORDS = frozenset("calm storm".split())
_SIGN = re.compile("a|b")
RULES = (by_day, by_week)

def is_near(page, place) -> bool:
    return place in page and page.clean

def score(near):
    total = 1.2 if near else 0.0
    total += 0.4 * near
    return total
"""


@pytest.fixture(scope="module")
def court(tmp_path_factory: pytest.TempPathFactory) -> Court:
    """Two articles, of which one is judged, by how many of its quotations have a speaker."""
    folder: Path = tmp_path_factory.mktemp("gold")
    (folder / "gold.jsonl").write_text(json.dumps({"id": "harbour"}), "utf-8")
    (folder / "scorer.py").write_text(SCORER, "utf-8")
    gold = Gold(str(folder / "gold.jsonl"), f"{sys.executable} {folder / 'scorer.py'}")
    articles = {"harbour": read_text(SPOKEN, "Storm closes harbour"), "bakery": read_text(UNSPOKEN)}
    return Court(House(Network(spacy.load(DEFAULT_MODEL))), articles, (gold,))


def _list(court: Court, name: str) -> int:
    return next(number for number, rule in enumerate(court.house.rules) if rule.file.endswith(f"/{name}"))


def test_without_the_verbs_of_speech_nobody_speaks(court: Court) -> None:
    """The rule acts on the article in which somebody is quoted, and its figure falls; the other stays as it was."""
    verdict = court.judge(_list(court, "speech_verbs.txt"))
    assert (verdict.asked, list(verdict.shown), verdict.moved) == (2, ["harbour"], {"speakers": -1.0})


def test_a_list_of_which_nothing_is_said_acts_on_nothing(court: Court) -> None:
    """Neither article speaks of kin: without these words both digests stay the same, and the words are idle."""
    number = _list(court, "kin_nouns.txt")
    assert not court.judge(number).shown
    words = court.house.rules[number].entries
    assert court.idle(number).startswith(f"{len(words)} of {len(words)}: ")


def test_nothing_of_a_trial_is_left_behind(court: Court) -> None:
    """The rooms that everybody else imports are those that were there."""
    from bot.facts.text import lexicon

    court.judge(_list(court, "speech_verbs.txt"))
    assert sys.modules["bot.facts.text.lexicon"] is lexicon
    assert "say" in lexicon.words("speech_verbs")


def test_a_module_has_its_rules_at_the_top_and_inside() -> None:
    """Weights, limits, lists, patterns, rows of tables; predicates, terms of a score, conditions."""
    tree = ast.parse(MODULE)
    found = [(site.kind, site.label) for site in (*constants(tree), *functions(tree))]
    assert found == [
        ("number", "LEAST = 0.5"),
        ("number", "UPPER = 3, now 0"),
        ("number", "UPPER = 3, now 1000000"),
        ("list", "_WORDS"),
        ("pattern", "_SIGN"),
        ("row", "RULES[0] by_day"),
        ("row", "RULES[1] by_week"),
        ("predicate", "is_near: return place in page and page.clean"),
        ("condition", "is_near: and place in page"),
        ("condition", "is_near: and page.clean"),
        ("term", "score: total += 0.4 * near"),
    ]


def test_a_rule_that_is_off_comes_back() -> None:
    """The tree is the same afterwards."""
    tree = ast.parse(MODULE)
    before = ast.unparse(tree)
    for site in (*constants(tree), *functions(tree)):
        with site.off():
            assert ast.unparse(tree) != before
        assert ast.unparse(tree) == before


def test_a_pattern_loses_one_alternative_after_the_other() -> None:
    """Those of a group and those of the whole; a bar in a class or behind a backslash parts nothing."""
    assert list(without(r"a|(?:b|c[|])\|")) == [
        ("b", r"a|(?:c[|])\|"),
        ("c[|]", r"a|(?:b)\|"),
        ("a", r"(?:b|c[|])\|"),
        (r"(?:b|c[|])\|", "a"),
    ]


def test_idle_words_are_counted_and_named() -> None:
    """A word that the text has in another form is known by its lemma; one of several words stands as it is."""
    assert idle(("say", "shout", "prime minister"), "the prime minister said", frozenset({"say"})) == "1 of 3: shout"
