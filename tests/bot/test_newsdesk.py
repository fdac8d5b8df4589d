"""The newsdesk: one article is read once, and what belongs to one workspace stays there."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from bot.articles.web.fetch import Page
from bot.editor import Editor
from bot.errors import HttpStatus, Internal, TooShort, Unreachable
from bot.model import Article, Dossier, Link, Question, Receipt, Submission
from bot.newsdesk import Newsdesk, identify
from bot.storage import keys
from bot.storage.memory import Client
from bot.storage.store import Store
from tests.bot.newsdesks import URL, Pages, html, submission
from tests.handlers.payloads import ARTICLE
from tests.stories.pages import TITLE, page


async def test_an_article_is_fetched_and_read_once(editor: Editor, store: Store, thread: ThreadPoolExecutor) -> None:
    """Whoever asks again, in whatever workspace, gets what is remembered."""
    web = Pages(a=html("a"))
    desk = Newsdesk(web, editor, store, thread)
    both = await asyncio.gather(desk.digest(submission("a")), desk.digest(submission("a?utm_source=x", "T2")))
    assert [each.digest.headline for each in both] == [TITLE, TITLE]
    assert sorted(each.remembered for each in both) == [False, True]
    assert len(web.asked) == 1


async def test_another_edition_reads_it_again(editor: Editor, store: Store, thread: ThreadPoolExecutor) -> None:
    """So that no edited rule serves an old digest."""
    web = Pages(a=html("a"))
    await Newsdesk(web, editor, store, thread).digest(submission("a"))
    newer = Editor(editor._reader, "another edition")
    assert not (await Newsdesk(web, newer, store, thread).digest(submission("a"))).remembered
    assert len(web.asked) == 2


async def test_where_a_redirect_ends_is_who_the_article_is(
    editor: Editor, store: Store, thread: ThreadPoolExecutor
) -> None:
    """Both addresses lead to it from then on."""
    web = Pages(short=html("a"), a=html("a"))
    desk = Newsdesk(web, editor, store, thread)
    first = await desk.digest(submission("short"))
    second = await desk.digest(submission("a"))
    again = await desk.digest(submission("short"))
    assert first.identity == second.identity == again.identity == "https://wire.example/a"
    assert (second.remembered, again.remembered) == (True, True)


async def test_a_page_that_names_another_of_its_site_is_that_one(
    editor: Editor, store: Store, thread: ThreadPoolExecutor
) -> None:
    """A print view of something that was read already is not read again."""
    text = page(head='<link rel="canonical" href="https://wire.example/a">')
    web = Pages(a=html("a", text), print=html("print", text))
    desk = Newsdesk(web, editor, store, thread)
    await desk.digest(submission("a"))
    assert (await desk.digest(submission("print"))).remembered


async def test_a_failure_is_remembered_for_a_while(editor: Editor, store: Store, thread: ThreadPoolExecutor) -> None:
    """The site is not asked again at once; the sentence is the same."""
    web = Pages(a=HttpStatus("It is gone.", 404))
    desk = Newsdesk(web, editor, store, thread)
    for _ in range(2):
        with pytest.raises(HttpStatus, match="It is gone"):
            await desk.digest(submission("a"))
    assert len(web.asked) == 1


@pytest.mark.parametrize("private", [True, False])
async def test_what_is_not_public_stays_in_its_workspace(
    editor: Editor, store: Store, thread: ThreadPoolExecutor, *, private: bool
) -> None:
    """A page that says it is private, and one whose address carries a token."""
    name = "a" if private else "a?access_token=s3cr3t-s3cr3t-s3cr3t"
    web = Pages(a=html("a", private=private))
    web.pages[submission(name).link.canonical] = html("a", private=private)  # type: ignore[union-attr]  # it has one
    desk = Newsdesk(web, editor, store, thread)
    await desk.digest(submission(name, "T1"))
    assert (await desk.digest(submission(name, "T1"))).remembered
    assert not (await desk.digest(submission(name, "T2"))).remembered


async def test_a_pasted_text_is_its_workspaces_own(editor: Editor, store: Store, thread: ThreadPoolExecutor) -> None:
    """By its words, its title and its day."""
    desk = Newsdesk(Pages(), editor, store, thread)
    paste = Submission(text=ARTICLE, published="2025-03-04", workspace="T1")
    first = await desk.digest(paste)
    assert first.identity == identify(paste)
    assert first.article.receipt.kind == "pasted"
    assert (await desk.digest(paste)).remembered
    for other in (replace(paste, workspace="T2"), replace(paste, published="2025-03-05"), replace(paste, title="X")):
        assert not (await desk.digest(other)).remembered


async def test_a_text_that_gives_no_digest_is_refused(editor: Editor, store: Store, thread: ThreadPoolExecutor) -> None:
    """With the judge's sentence."""
    with pytest.raises(TooShort):
        await Newsdesk(Pages(), editor, store, thread).digest(Submission(text="Two ministers met in Moyale today."))


async def test_plain_text_from_the_web_was_read_in_full(
    editor: Editor, store: Store, thread: ThreadPoolExecutor
) -> None:
    """It is not pasted."""
    web = Pages(a=Page("https://wire.example/a", ARTICLE, "text", private=False))
    found = await Newsdesk(web, editor, store, thread).digest(submission("a"))
    assert found.article.receipt.kind == "full"


async def test_a_fault_of_ours_is_run_into_once(
    editor: Editor, store: Store, redis: Client, thread: ThreadPoolExecutor
) -> None:
    """It gets a sentence, also those who waited for the same page; a moment later the next try is a new one."""

    class Broken(Editor):
        def compile(self, article: Article) -> Dossier:
            raise ZeroDivisionError(article.title)

    web = Pages(a=html("a"))
    broken = Newsdesk(web, Broken(editor._reader, editor.version), store, thread)
    outcomes = await asyncio.gather(*(broken.digest(submission("a")) for _ in range(3)), return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [Internal] * 3
    assert TITLE not in str(outcomes[0])
    assert len(web.asked) == 1
    await redis.delete(keys.refusal(submission("a").link.canonical))  # type: ignore[union-attr]  # it has one
    assert (await Newsdesk(web, editor, store, thread).digest(submission("a"))).digest.headline == TITLE


async def test_the_failure_of_an_address_with_a_token_stays_in_its_workspace(
    editor: Editor, store: Store, thread: ThreadPoolExecutor
) -> None:
    """There it is remembered; another workspace would learn that somebody had tried it."""
    web = Pages()
    web.pages[URL] = Unreachable("It does not answer.")
    desk = Newsdesk(web, editor, store, thread)
    for workspace in ("T1", "T1", "T2"):
        with pytest.raises(Unreachable):
            await desk.digest(Submission(link=Link(URL, URL, secret=True), workspace=workspace))
    assert await store.recall_refusal(URL) is None
    assert len(web.asked) == 2


def test_a_question_is_answered_or_declined_with_what_comes_nearest(editor: Editor) -> None:
    """By the words of the article alone."""
    article = Article(None, None, None, None, (), None, "en", ARTICLE, Receipt("pasted", 147))
    dossier = editor.compile(article)
    found = editor.answer(Question("How many lorries were waiting?"), dossier)
    assert found.words == "About 600"
    assert "600 lorries" in found.evidence[0].sentence
    declined = editor.answer(Question("Who is the president of France?"), dossier)
    assert (declined.answerable, declined.words) == (False, None)
    assert declined.confidence < 0.5
