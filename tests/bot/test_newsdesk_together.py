"""Several workers with the same article at the same time: it is fetched and read once, and fails once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from bot.articles.web.fetch import Page
from bot.editor import Editor
from bot.errors import HttpStatus, NoArticle, Refusal, Timeout, Unreachable
from bot.model import Article, Briefing, Dossier, Link, Submission
from bot.newsdesk import Newsdesk
from bot.storage.memory import Client
from bot.storage.store import Store
from tests.bot.newsdesks import URL, Pages, html, submission
from tests.stories.pages import page

Outcome = Briefing | BaseException


class Counting(Editor):
    """An editor that counts what it compiles."""

    compiled = 0

    def compile(self, article: Article) -> Dossier:
        """One more."""
        self.compiled += 1
        return super().compile(article)


class Workers:
    """Three workers, each with its own connection to what is remembered."""

    def __init__(self, web: Pages, editor: Editor, redis: Client, thread: ThreadPoolExecutor) -> None:
        self.editor = Counting(editor._reader, editor.version)
        stores = [Store(redis, timedelta(days=30)) for _ in range(3)]
        self._desks = [Newsdesk(web, self.editor, store, thread) for store in stores]

    async def digest(self, submissions: Sequence[Submission]) -> list[Outcome]:
        """All at once, each by another worker."""
        desks = [self._desks[number % 3] for number in range(len(submissions))]
        return await asyncio.gather(
            *(desk.digest(each) for desk, each in zip(desks, submissions, strict=True)), return_exceptions=True
        )


@pytest.fixture
def workers(editor: Editor, redis: Client, thread: ThreadPoolExecutor) -> Callable[[Pages], Workers]:
    """The workers before a web of some pages."""
    return lambda web: Workers(web, editor, redis, thread)


def identities(outcomes: Sequence[Outcome]) -> set[str]:
    """What the articles are remembered by."""
    return {outcome.identity for outcome in outcomes if isinstance(outcome, Briefing)}


def secret(workspace: str) -> Submission:
    """A link whose address carries a token."""
    return Submission(link=Link(URL, URL, secret=True), workspace=workspace)


async def test_many_spellings_are_one_article(workers: Callable[[Pages], Workers]) -> None:
    """With tracking, on a phone, in two workspaces: one fetch."""
    web = Pages(a=html("a"))
    team = workers(web)
    names = ("a", "a?utm_source=x", "a#top", "a?fbclid=1", "a?utm_medium=y", "a")
    outcomes = await team.digest([submission(name, f"T{number % 2}") for number, name in enumerate(names)])
    assert identities(outcomes) == {"https://wire.example/a"}
    assert (len(web.asked), team.editor.compiled) == (1, 1)


async def test_short_links_and_their_target_at_the_same_time(workers: Callable[[Pages], Workers]) -> None:
    """Each address is asked for once, since only its answer tells where it leads; the article is read once."""
    web = Pages(short=html("a"), other=html("a"), a=html("a"))
    team = workers(web)
    names = ("short", "a", "other", "short", "a", "other")
    assert identities(await team.digest([submission(name) for name in names])) == {"https://wire.example/a"}
    assert (sorted(web.asked), team.editor.compiled) == (
        [f"https://wire.example/{n}" for n in ("a", "other", "short")],
        1,
    )


async def test_a_short_link_to_what_is_known_is_looked_up_once(workers: Callable[[Pages], Workers]) -> None:
    """From then on it is known itself, in the workspace where it was posted and in others."""
    web = Pages(short=html("a"), a=html("a"))
    team = workers(web)
    await team.digest([submission("a")])
    await team.digest([submission("short")])
    again = await team.digest([submission("short"), submission("short", "T2")])
    assert [outcome.remembered for outcome in again if isinstance(outcome, Briefing)] == [True, True]
    assert (len(web.asked), team.editor.compiled) == (2, 1)


async def test_a_page_that_names_another_is_known_from_then_on(workers: Callable[[Pages], Workers]) -> None:
    """A print view is looked at once."""
    text = page(head='<link rel="canonical" href="https://wire.example/a">')
    web = Pages(a=html("a", text), print=html("print", text))
    team = workers(web)
    for name in ("a", "print", "print"):
        await team.digest([submission(name)])
    assert (len(web.asked), team.editor.compiled) == (2, 1)


@pytest.mark.parametrize(
    "refusal",
    [Timeout("Too slow."), Unreachable("Broken off."), HttpStatus("A fault.", 503), HttpStatus("Gone.", 404)],
    ids=["timeout", "unreachable", "503", "404"],
)
async def test_a_fetch_that_fails_fails_for_all_who_wait(workers: Callable[[Pages], Workers], refusal: Refusal) -> None:
    """And for who comes within ten minutes, with the same sentence and how long it stands."""
    web = Pages(a=refusal)
    team = workers(web)
    outcomes = await team.digest([submission("a", f"T{number}") for number in range(6)])
    later = await team.digest([submission("a")])
    assert {(type(each), str(each)) for each in (*outcomes, *later)} == {(type(refusal), str(refusal))}
    assert isinstance(later[0], Refusal)
    assert 590 < later[0].left <= 600
    assert len(web.asked) == 1


async def test_a_page_without_an_article_is_looked_at_once(workers: Callable[[Pages], Workers]) -> None:
    """What its text was refused for is remembered as well."""
    web = Pages(a=Page("https://wire.example/a", "<html><body><p>Hello.</p></body></html>", "html", private=False))
    outcomes = await workers(web).digest([submission("a")] * 4)
    assert {type(outcome) for outcome in outcomes} == {NoArticle}
    assert len(web.asked) == 1


@pytest.mark.parametrize("found", [html("2025/03/04/moyale", private=True), Timeout("Too slow.")], ids=["read", "not"])
@pytest.mark.parametrize("case", [(("T1", "T1", "T1"), 1), (("T1", "T2", "T1"), 2)])
async def test_a_secret_link_is_each_workspaces_own(
    workers: Callable[[Pages], Workers], case: tuple[tuple[str, ...], int], found: Page | Refusal
) -> None:
    """Fetched once in each, whether it works or not."""
    workspaces, fetched = case
    web = Pages()
    web.pages[URL] = found
    await workers(web).digest([secret(workspace) for workspace in workspaces])
    assert len(web.asked) == fetched
