"""A text that somebody pasted for a link which could not be read whole."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from bot.editor import Editor
from bot.errors import HttpStatus, TooShort
from bot.newsdesk import Newsdesk
from bot.storage.store import Store
from tests.bot.newsdesks import Pages, html, submission
from tests.handlers.payloads import ARTICLE
from tests.stories.pages import TITLE


async def test_a_text_pasted_for_a_link_is_its_workspaces_own(
    editor: Editor, store: Store, thread: ThreadPoolExecutor
) -> None:
    """It stands in for what the page held back, for whoever posts the link there, and for nobody else."""
    desk = Newsdesk(Pages(a=html("a")), editor, store, thread)
    await desk.digest(submission("a", "T2"))
    pasted = await desk.digest(replace(submission("a", "T1"), text=ARTICLE))
    again = await desk.digest(submission("a", "T1"))
    elsewhere = await desk.digest(submission("a", "T2"))
    assert pasted.article.receipt.kind == again.article.receipt.kind == "pasted"
    assert (pasted.identity, pasted.article.title, again.remembered) == ("https://wire.example/a", TITLE, True)
    assert elsewhere.article.receipt.kind == "full"


async def test_a_text_pasted_for_a_refused_link_is_read(
    editor: Editor, store: Store, thread: ThreadPoolExecutor
) -> None:
    """The remembered refusal does not stand in its way; a text too short is refused and nothing is kept."""
    desk = Newsdesk(Pages(a=HttpStatus("It turns programs away.", 403)), editor, store, thread)
    with pytest.raises(HttpStatus):
        await desk.digest(submission("a"))
    with pytest.raises(TooShort):
        await desk.digest(replace(submission("a"), text="Too few words."))
    assert (await desk.digest(replace(submission("a"), text=ARTICLE))).article.url == "https://wire.example/a"
