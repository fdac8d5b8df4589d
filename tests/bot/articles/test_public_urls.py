from __future__ import annotations

import pytest

from bot.articles.urls.links import parse
from bot.articles.web.fetch import Web
from bot.errors import Unreachable
from tests.bot.articles.resolvers import Names
from tests.bot.articles.sockets import recorded
from tests.bot.articles.urls_public import LITERAL, NAMED

PUBLIC = "93.184.216.34"


@pytest.mark.parametrize(("url", "asked"), [pytest.param(*row, id=f"{row[0]!a:.60}") for row in NAMED])
async def test_a_public_host_is_asked_for_by_its_name_and_dialled(url: str, asked: str) -> None:
    """No odd spelling of host, path or query keeps a page of the public internet from being opened."""
    names = Names((PUBLIC,))
    with recorded(closed=True) as tried:
        async with Web(lookup=names) as web:
            with pytest.raises(Unreachable):  # the line is cut behind the socket
                await web.get(parse(url))
    assert names.asked == [asked]
    assert tried == [(PUBLIC, int(asked.rpartition(":")[2]))]


@pytest.mark.parametrize(("url", "dialled"), LITERAL)
async def test_a_public_address_is_dialled_as_it_stands(url: str, dialled: str) -> None:
    """The neighbours of every private block too, and the spellings that browsers take for addresses."""
    names = Names(("10.0.0.1",))
    with recorded(closed=True) as tried:
        async with Web(lookup=names) as web:
            with pytest.raises(Unreachable):
                await web.get(parse(url))
    assert names.asked == []
    assert [f"{host}:{port}" for host, port in tried] == [dialled]


async def test_each_public_answer_is_tried_in_turn() -> None:
    """A host of several addresses is dialled at one after the other, and at no more than eight."""
    answers = tuple(f"151.101.1.{host}" for host in range(1, 30))
    with recorded(closed=True) as tried:
        async with Web(lookup=Names((*answers, *answers))) as web:
            with pytest.raises(Unreachable):
                await web.get(parse("https://example.com/"))
    assert tuple(dict.fromkeys(tried)) == tuple((answer, 443) for answer in answers[:8])
