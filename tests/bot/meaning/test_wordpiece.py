from __future__ import annotations

import pytest

from bot.meaning.wordpiece import VOCABULARY, WordPieces

CLS, SEP, UNK = 101, 102, 100


@pytest.fixture(scope="module")
def pieces() -> WordPieces:
    """The tokeniser, for texts of any usual length."""
    return WordPieces(128)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        # What the tokeniser of the model's authors makes of them.
        ("Hello, world!", (7592, 1010, 2088, 999)),
        ("The ferry sails.", (1996, 7115, 17553, 1012)),
        ("Hjelmeland", (1044, 6460, 13728, 25689)),
        ("Élysée  café", (20779, 19763, 7668)),
        ("$5 <x>", (1002, 1019, 1026, 1060, 1028)),
        ("日本", (1864, 1876)),
        ("zero\u200bwidth\x00", (5717, 9148, 11927, 2232)),
        ("", ()),
    ],
)
def test_a_text_becomes_the_pieces_that_the_model_knows(pieces: WordPieces, text: str, ids: tuple[int, ...]) -> None:
    """Lower case, without accents and what is invisible; marks alone; rare words in parts."""
    assert pieces.encode(text) == [CLS, *ids, SEP]


@pytest.mark.parametrize("word", ["x" * 101, "\U0001f9ff"])
def test_what_is_no_word_is_unknown(pieces: WordPieces, word: str) -> None:
    """Something endless, and a sign that nobody wrote about when the vocabulary was made."""
    assert pieces.encode(f"a {word}") == [CLS, 1037, UNK, SEP]


def test_a_long_text_is_cut_between_its_marks() -> None:
    """The model takes no more pieces, and wants its end mark."""
    assert WordPieces(4).encode("one two three four") == [CLS, 2028, 2048, SEP]


def test_the_licence_of_the_vocabulary_goes_with_it() -> None:
    """It is another project's work: Apache-2.0 asks for a copy of the licence."""
    assert "Apache License" in VOCABULARY.with_name("vocabulary_licence.txt").read_text(encoding="utf-8")
