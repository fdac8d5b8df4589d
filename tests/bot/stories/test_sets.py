"""Sets of articles through the real pipeline: what is one story, and what the second article adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.stories import News, fingerprint, news
from tests.bot.stories.archive import Archive
from tests.bot.stories.told import Set, Told, sets

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.editor import Editor
    from bot.model import Evidence


def test_at_least_thirty_sets_of_two_to_four_articles(editor: Editor) -> None:
    """The sets are as many as promised, and of both kinds."""
    told = sets(editor)
    assert len(told) >= 30
    assert all(2 <= len(each.articles) <= 4 for each in told)
    assert sum(len(each.stories) > 1 for each in told) >= 10


def test_articles_about_one_event_are_one_story_and_others_are_not(editor: Editor) -> None:
    """Every set filed after the other in one archive: of the pairs within the sets at least 95 % are right."""
    archive, right, wrong = Archive(), 0, []
    for each in sets(editor):
        stories = [archive.file(fingerprint(told.article, told.digest)) for told in each.articles]
        for one, other in each.pairs():
            ids = each.articles[one].id, each.articles[other].id
            if (stories[one] == stories[other]) == each.together(*ids):
                right += 1
            else:
                wrong.append((each.name, *ids))
    assert right >= 0.95 * (right + len(wrong)), wrong


def test_articles_of_different_sets_are_never_one_story(editor: Editor) -> None:
    """No two sets share a story, though all lie in one archive."""
    archive, seen = Archive(), dict[int, str]()
    for each in sets(editor):
        for told in each.articles:
            assert seen.setdefault(archive.file(fingerprint(told.article, told.digest)), each.name) == each.name


def test_the_block_tells_exactly_what_is_new(editor: Editor) -> None:
    """Of an article's key facts, quotations and dates ahead those are told that stand in a sentence with news."""
    wrong = {}
    for each in sets(editor):
        for latest, known in each.later():
            found = _news(latest, known)
            if _told(found, latest) != _expected(latest) or (latest.new and not _told(found, latest)):
                wrong[each.name, latest.id] = _told(found, latest) ^ _expected(latest)
    assert wrong == {}


def test_figures_that_differ_are_told_both_each_with_its_outlet(editor: Editor) -> None:
    """Conflicting tolls, and nothing else, are conflicts."""
    for each in sets(editor):
        for latest, known in each.later():
            differing = _news(latest, known).conflicts
            told = {(latest.id, both.latest.fact.words, both.known.fact.words) for both in differing}
            assert told == {line for line in each.conflicts if line[0] == latest.id}, each.name
            assert {both.latest.outlet for both in differing} <= {latest.outlet}
            assert {both.known.outlet for both in differing} <= {other.outlet for other in known}


def test_no_sentence_is_told_twice_and_all_is_the_article_s_own(editor: Editor) -> None:
    """A block is made of the latest article's words only, each sentence once."""
    for each in sets(editor):
        for latest, known in each.later():
            places = _evidence(_news(latest, known))
            assert len({place.sentence for place in places}) == len(places)
            assert all(latest.article.text[place.start : place.end] == place.words for place in places)


def test_a_copy_has_nothing_new(editor: Editor) -> None:
    """The same wire report at another outlet, cut and with another headline: one story, and an empty block."""
    copies: list[Set] = [
        each
        for each in sets(editor)
        if each.name.startswith("wire-copy") and not any(told.new for told in each.articles)
    ]
    assert len(copies) >= 2
    for each in copies:
        assert [_news(*pair) for pair in each.later()] == [News()]


def _news(latest: Told, known: Iterable[Told]) -> News:
    before = tuple(known)
    digests = [(each.outlet, each.digest) for each in before]
    return news(digests, (latest.outlet, latest.digest), [each.article.text for each in before])


def _evidence(found: News) -> list[Evidence]:
    return [*(fact.evidence for fact in found.facts), *(quote.evidence for quote in found.quotes)]


def _told(found: News, latest: Told) -> set[str]:
    return _lines(_evidence(found), latest.lines)


def _expected(latest: Told) -> set[str]:
    """The new sentences of which the digest tells something: a fact, a quotation or a date ahead."""
    digest = latest.digest
    chosen = [fact.evidence for fact in (*digest.key_facts, *digest.upcoming)]
    chosen += [quote.evidence for quote in digest.quotes]
    return _lines(chosen, latest.lines) & set(latest.new)


def _lines(places: Iterable[Evidence], lines: Iterable[str]) -> set[str]:
    """The article's lines in which evidence stands."""
    sentences = {place.sentence for place in places}
    return {line for line in lines if any(sentence in line or line in sentence for sentence in sentences)}
