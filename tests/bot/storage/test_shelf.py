from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.errors import HttpStatus, Internal, NoArticle, Timeout
from bot.storage import keys
from bot.storage.codec import VECTORS
from tests.bot.storage.values import EDITION, PAGE, dossier, embedded

if TYPE_CHECKING:
    from bot.storage.memory import Client
    from bot.storage.store import Store


async def test_a_public_article_is_remembered_for_everybody(store: Store) -> None:
    """What one workspace had digested, another gets without work: the article, its digest and its grammar."""
    kept = dossier()
    await store.keep(EDITION, PAGE, None, kept)
    for workspace in (None, "T1", "T2"):
        assert await store.recall(EDITION, PAGE, workspace) == (kept.article, kept.digest)
        assert await store.reading(EDITION, PAGE, workspace) == kept.reading


async def test_a_private_article_never_leaves_its_workspace(store: Store) -> None:
    """A pasted text is found again by those who pasted it, and by nobody else."""
    kept = dossier()
    await store.keep(EDITION, PAGE, "T1", kept)
    assert await store.recall(EDITION, PAGE, "T1") == (kept.article, kept.digest)
    for stranger in (None, "T2", "T", "T11", "*", "T1}:article", "t1"):
        assert await store.recall(EDITION, PAGE, stranger) is None
        assert await store.reading(EDITION, PAGE, stranger) is None


async def test_the_private_shelf_comes_first(store: Store) -> None:
    """A workspace that sees more of a page than anonymous visitors gets its own version back."""
    mine, theirs = dossier("Ferry to Runde returns, subscribers learn"), dossier()
    await store.keep(EDITION, PAGE, None, theirs)
    await store.keep(EDITION, PAGE, "T1", mine)
    assert await store.recall(EDITION, PAGE, "T1") == (mine.article, mine.digest)
    assert await store.recall(EDITION, PAGE, "T2") == (theirs.article, theirs.digest)


async def test_another_edition_does_not_serve_old_digests(store: Store) -> None:
    """After a change of rules or model the article is read anew."""
    await store.keep(EDITION, PAGE, None, dossier())
    assert await store.recall("e2", PAGE, None) is None
    assert await store.reading("e2", PAGE, None) is None


async def test_what_sentences_mean_is_kept_from_the_first_question_on(store: Store, redis: Client) -> None:
    """An article that was kept without vectors is read all the same; they come later, and live as long as it does."""
    await store.keep(EDITION, PAGE, None, dossier())
    assert await store.grammar(EDITION, PAGE, "T1") == (dossier().reading, None)
    await store.keep_vectors(EDITION, PAGE, "T1", embedded())
    assert await store.grammar(EDITION, PAGE, "T2") == (dossier().reading, embedded().vectors)
    names = [kind(EDITION, PAGE, None) for kind in (keys.reading, keys.vectors)]
    assert abs(await redis.ttl(names[0]) - await redis.ttl(names[1])) <= 1


async def test_vectors_go_with_the_text_that_they_are_of(store: Store) -> None:
    """Somebody supplies the whole text of a page: the vectors of the old one are gone, and are not put to the new."""
    longer = dossier("Ferry to Runde returns after a year in dock")
    await store.keep(EDITION, PAGE, "T1", dossier())
    await store.keep_vectors(EDITION, PAGE, "T1", embedded())
    await store.keep(EDITION, PAGE, "T1", longer)
    await store.keep_vectors(EDITION, PAGE, "T1", embedded())
    assert await store.grammar(EDITION, PAGE, "T1") == (longer.reading, None)


async def test_vectors_of_another_number_of_sentences_are_not_used(store: Store, redis: Client) -> None:
    """Bytes that can't belong to the grammar beside them count as not remembered."""
    await store.keep(EDITION, PAGE, None, dossier())
    vectors = (*(embedded().vectors or ()), *(embedded().vectors or ()))
    await redis.set(keys.vectors(EDITION, PAGE, None), VECTORS.encode(vectors), ex=60)
    assert await store.grammar(EDITION, PAGE, None) == (dossier().reading, None)


async def test_broken_private_bytes_do_not_hide_the_public_digest(store: Store, redis: Client) -> None:
    """What can't be read counts as not remembered, and the next shelf is looked at."""
    await store.keep(EDITION, PAGE, None, dossier())
    await redis.set(keys.article(EDITION, PAGE, "T1"), b"0:from another time", ex=60)
    assert await store.recall(EDITION, PAGE, "T1") == (dossier().article, dossier().digest)


async def test_an_address_of_any_length_and_content_is_a_good_identity(store: Store, redis: Client) -> None:
    """Keys stay short, and an address that carries a secret is in no key's name."""
    secret = "https://wire.example/" + "ø€\ud800?*[" * 900 + "token=hunter2"
    await store.keep(EDITION, secret, "T1", dossier())
    assert await store.recall(EDITION, secret, "T1")
    for key in await redis.keys("*"):
        assert b"hunter2" not in key
        assert len(key) < 200


async def test_a_failure_is_remembered_for_ten_minutes(store: Store, redis: Client) -> None:
    """A link that gave 404 is not fetched again at once: the same sentence comes back."""
    assert await store.recall_refusal(PAGE) is None
    await store.keep_refusal(PAGE, HttpStatus("The site answered 404: check the link.", status=404))
    again = await store.recall_refusal(PAGE)
    assert isinstance(again, HttpStatus)
    assert (again.message, again.status) == ("The site answered 404: check the link.", 404)
    assert 0 < await redis.ttl(keys.refusal(PAGE)) <= 600


async def test_the_latest_failure_counts(store: Store) -> None:
    """The page came up in the meantime, but holds no article."""
    await store.keep_refusal(PAGE, HttpStatus("The site answered 503.", status=503))
    await store.keep_refusal(PAGE, NoArticle("There is no article on this page."))
    assert isinstance(await store.recall_refusal(PAGE), NoArticle)


async def test_a_fault_of_ours_is_remembered_for_a_moment(store: Store, redis: Client) -> None:
    """Those who wait for the same link do not run into it as well; the next try may well succeed."""
    await store.keep_refusal(PAGE, Internal("Something went wrong here; try again."))
    assert isinstance(await store.recall_refusal(PAGE), Internal)
    assert 0 < await redis.ttl(keys.refusal(PAGE)) <= 30


async def test_a_remembered_failure_says_how_long(store: Store) -> None:
    """So that somebody who asks again can be told when it is tried anew."""
    fresh = Timeout("It took too long.")
    await store.keep_refusal(PAGE, fresh)
    again = await store.recall_refusal(PAGE)
    assert again
    assert fresh.left == 0
    assert 595 < again.left <= 600


async def test_the_failure_of_a_secret_link_is_its_workspaces_own(store: Store) -> None:
    """Neither another workspace nor the shared shelf knows that somebody had tried it; uninstalling forgets it."""
    await store.keep_refusal(PAGE, Timeout("It took too long."), "T1")
    assert await store.recall_refusal(PAGE, "T1")
    assert not await store.recall_refusal(PAGE, "T2")
    assert not await store.recall_refusal(PAGE)
    await store.forget_workspace("T1")
    assert not await store.recall_refusal(PAGE, "T1")


@pytest.mark.parametrize("case", [(None, None, None), (None, "T1", "T1"), ("T1", None, "T1"), ("T1", "T1", "T1")])
async def test_an_article_is_remembered_under_another_address(
    store: Store, case: tuple[str | None, str | None, str]
) -> None:
    """Where it lies, or closer: what one workspace alone may know is never put on the shared shelf."""
    source, shelf, reader = case
    other = f"{PAGE}-short"
    await store.keep(EDITION, PAGE, source, dossier())
    await store.keep_as(EDITION, other, "T1", PAGE, shelf)
    assert await store.recall(EDITION, other, reader) == (dossier().article, dossier().digest)
    assert await store.reading(EDITION, other, reader) == dossier().reading
    assert bool(await store.recall(EDITION, other, "T2")) == (source is shelf is None)


async def test_what_is_not_known_is_not_remembered_under_another_address(store: Store, redis: Client) -> None:
    """It may have been forgotten in the meantime."""
    await store.keep_as(EDITION, f"{PAGE}-short", "T1", PAGE, None)
    assert await redis.dbsize() == 0


@pytest.mark.parametrize("workspace", [None, "T1"])
async def test_remembering_again_starts_the_time_anew(store: Store, redis: Client, workspace: str | None) -> None:
    """A digest lives for the whole retention time after it was last made."""
    await store.keep(EDITION, PAGE, workspace, dossier())
    key = keys.article(EDITION, PAGE, workspace)
    await redis.expire(key, 5)
    await store.keep(EDITION, PAGE, workspace, dossier())
    assert await redis.ttl(key) > 29 * 24 * 3600
