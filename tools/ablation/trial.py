"""A rule on trial: the articles are digested without it, and what differs is counted."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NoReturn

from tools.ablation.entries import idle
from tools.ablation.hearing import Hearing
from tools.ablation.patterns import Alternative
from tools.ablation.scores import change

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.model import Article, Digest
    from tools.ablation.house import Digests, House
    from tools.ablation.scores import Gold

ENOUGH = 12  # changed digests that make a rule a common one: articles without gold answers are not asked any more
PATIENCE = 20  # seconds for an article: without the rule a loop may have no end


@dataclass(slots=True)
class Verdict:
    """Articles asked, those with other findings, those with another digest, figures that moved, and what broke."""

    asked: int = 0
    found: int = 0
    shown: dict[str, Digest] = field(default_factory=dict)
    moved: dict[str, float] = field(default_factory=dict)
    fault: str = ""


class Court:
    """Knows the digests and the figures with all rules on, and which rules have a say in which article."""

    def __init__(self, house: House, articles: Mapping[str, Article], gold: tuple[Gold, ...]) -> None:
        self.house = house
        self._gold = {each: each.ids() & articles.keys() for each in gold}
        self._judged = frozenset[str]().union(*self._gold.values())
        self._articles = dict(sorted(articles.items(), key=lambda item: item[0] not in self._judged))
        self._text = " ".join(article.text for article in articles.values()).lower()
        digest = house.whole()
        self._known = {key: digest(article) for key, article in self._articles.items()}
        self._figures = {each: each.figures(self._digests(each, {})) for each in gold}
        self._said = self._hear()

    def _hear(self) -> Mapping[str, set[str]]:
        hearing = Hearing()
        digest = self.house.heard(hearing.saw)
        for hearing.article, article in self._articles.items():
            digest(article)
        return hearing.said

    def judge(self, number: int) -> Verdict:
        """What the rule of that number is good for."""
        rule, verdict = self.house.rules[number], Verdict()
        try:
            self._ask(self.house.without(rule), self._concerned(number), verdict)
        except Exception as error:  # noqa: BLE001  what crippled code raises is anybody's guess, and the verdict
            verdict.fault = repr(error)
            return verdict
        for gold, ids in self._gold.items():
            if ids & verdict.shown.keys():
                verdict.moved |= change(self._figures[gold], gold.figures(self._digests(gold, verdict.shown)))
        return verdict

    def _concerned(self, number: int) -> frozenset[str]:
        """The articles in which a rule may matter."""
        site = self.house.rules[number].site
        if isinstance(site, Alternative):
            return frozenset(key for key, article in self._articles.items() if site.concerns(article.text))
        return frozenset(self._said.get(str(number), ())) if site.speaks else frozenset(self._articles)

    def idle(self, number: int) -> str:
        """How many words of a list stand in no article, and some of them."""
        entries = self.house.rules[number].entries
        return idle(entries, self._text, self.house.network.lemmas()) if entries else ""

    def _ask(self, digest: Digests, concerned: frozenset[str], verdict: Verdict) -> None:
        for key, article in self._articles.items():
            if len(verdict.shown) >= ENOUGH and key not in self._judged:
                break
            verdict.asked += 1
            if key in concerned:
                with _patience():
                    findings, said = digest(article)
                verdict.found += findings != self._known[key][0]
                if said != self._known[key][1]:
                    verdict.shown[key] = said

    def _digests(self, gold: Gold, changed: Mapping[str, Digest]) -> dict[str, Digest]:
        return {key: changed.get(key, self._known[key][1]) for key in sorted(self._gold[gold])}


@contextmanager
def _patience() -> Iterator[None]:
    signal.signal(signal.SIGALRM, _give_up)
    signal.alarm(PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)


def _give_up(*_: object) -> NoReturn:
    raise TimeoutError("does not end")
