from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Blocked, HttpStatus, Language, Refusal
from bot.model import Vector
from bot.storage.codec import ENTRY, FAILURE, FORMAT, POST, READING, VECTORS, Entry, Failure
from tests.bot.storage.values import ARTICLES, DIGESTS, POSTS, READINGS, dossier, post

if TYPE_CHECKING:
    from bot.model import Article, Digest, Post, Reading


@given(ARTICLES, DIGESTS)
def test_a_digest_is_read_back_as_it_was(article: Article, digest: Digest) -> None:
    """Whatever stands in an article and its digest, all of it comes back, tuples as tuples."""
    entry = Entry(article, digest)
    assert ENTRY.decode(ENTRY.encode(entry)) == entry


@given(READINGS)
def test_a_reading_is_read_back_as_it_was(reading: Reading) -> None:
    """The grammar of any text comes back whole."""
    assert READING.decode(READING.encode(reading)) == reading


@given(st.integers(0, 9).flatmap(lambda width: st.lists(st.binary(min_size=width, max_size=width))))
def test_vectors_are_read_back_as_they_were(numbers: list[bytes]) -> None:
    """Whatever their bytes are, those of a colon too."""
    vectors = tuple(map(Vector, numbers))
    assert VECTORS.decode(VECTORS.encode(vectors)) == vectors


@pytest.mark.parametrize("blob", [None, b"", b"0:1:1:x", b"1:", b"1:2:3:xxxxx", b"1:two:3:xxx", b"1:-1:-3:xxx"])
def test_vectors_of_other_bytes_are_not_remembered(blob: bytes | None) -> None:
    """Another format, a part of them, or no vectors at all."""
    assert VECTORS.decode(blob) is None


@given(POSTS)
def test_a_post_is_read_back_as_it_was_and_written_the_same_again(post: Post) -> None:
    """A post can be found in a list by its bytes."""
    assert POST.decode(POST.encode(post)) == post
    assert POST.encode(post) == POST.encode(post)


@pytest.mark.parametrize(
    "refusal",
    [
        Blocked("The site turns programs away: paste the text instead."),
        HttpStatus("The site answered 404: check the link.", status=404),
        Language("This text is Norwegian; I read English.", language="no"),
    ],
)
def test_a_refusal_is_read_back_as_it_was(refusal: Refusal) -> None:
    """The kind, the sentence and what else it carries come back, as an exception of the same class."""
    refusal.add_note("what somebody noted while it was raised stays behind")
    failure = FAILURE.decode(FAILURE.encode(Failure.of(refusal)))
    assert failure
    again = failure.refusal()
    assert type(again) is type(refusal)
    assert str(again) == str(refusal)
    assert vars(again) == {name: value for name, value in vars(refusal).items() if name != "__notes__"}


@pytest.mark.parametrize("failure", [Failure("no_such_kind", {"message": "x"}), Failure("http_status", {"code": 404})])
def test_a_refusal_of_another_edition_is_not_remembered(failure: Failure) -> None:
    """A kind that is gone, or that takes other fields by now, counts as no failure."""
    assert failure.refusal() is None


def test_another_format_is_not_remembered() -> None:
    """What an older or newer bot wrote is passed over, not misread."""
    blob = POST.encode(post())
    assert POST.decode(blob.replace(b"%d:" % FORMAT, b"%d:" % (FORMAT + 1), 1)) is None
    assert POST.decode(blob.partition(b":")[2]) is None


def test_a_value_of_another_shape_is_not_remembered() -> None:
    """Bytes of one type are no bytes of another."""
    reading = dossier().reading
    assert ENTRY.decode(READING.encode(reading)) is None
    assert READING.decode(b"%d:%b" % (FORMAT, zlib.compress(b'{"sentences": [[1, 2]]}'))) is None


@given(st.binary(max_size=40), st.integers(0, 200))
def test_broken_bytes_are_not_remembered_and_raise_nothing(noise: bytes, cut: int) -> None:
    """Cut off, overwritten or made of noise: it is as if nothing were there."""
    whole = READING.encode(dossier().reading)
    assert READING.decode(whole[: min(cut, len(whole) - 1)]) is None
    assert READING.decode(b"%d:%b" % (FORMAT, noise)) is None
    assert POST.decode(b"%d:%b" % (FORMAT, noise)) is None
    assert POST.decode(None) is None
