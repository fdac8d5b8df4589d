from __future__ import annotations

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from random import Random

import pytest

from bot.meaning import embedder
from bot.meaning.embedder import MiniLM
from bot.model import Vector
from tests.habits.project import ROOT

ARTICLE = (
    "The ferry to Runde sails again on Friday, the harbour master said.",
    "It had been in dock since a fire broke out in its engine room in November.",
    "Nobody was hurt, but 212 passengers had to be taken off by lifeboat.",
    "Repairs cost the county 14 million kroner.",
    "The hotel on the island has been closed all winter.",
    "“We lost a season,” said its owner, Ingrid Aase.",
)


@pytest.fixture(scope="module")
def minilm() -> MiniLM:
    """The embedder, loaded once."""
    return MiniLM()


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("when will the boat be back in service?", 0),
        ("where did the blaze begin?", 1),
        ("were there any injuries?", 2),
        ("how expensive was it to fix?", 3),
        ("where do tourists stay?", 4),
    ],
)
def test_the_sentence_that_means_the_same_is_the_nearest(minilm: MiniLM, question: str, sentence: int) -> None:
    """Other words, the same thing: that is what vectors are for."""
    asked, *sentences = minilm.embed((question, *ARTICLE))
    assert max(range(len(ARTICLE)), key=lambda at: asked.nearness(sentences[at])) == sentence


def test_what_stands_beside_a_sentence_never_changes_its_vector() -> None:
    """Alone, in any company, in any order, in another process's memory: the same bytes."""
    alone = {sentence: MiniLM().embed((sentence,))[0] for sentence in ARTICLE}
    crowd = [f"Line {number}: {word * (number % 40 + 1)}" for number, word in enumerate(("quay ", "rope, ") * 20)]
    for seed in range(3):
        together = [*ARTICLE, *crowd]
        Random(seed).shuffle(together)
        vectors = dict(zip(together, MiniLM().embed(together), strict=True))
        assert {sentence: vectors[sentence] for sentence in ARTICLE} == alone


def test_threads_that_ask_at_once_get_what_each_asked_for(minilm: MiniLM) -> None:
    """They take turns."""
    ready = threading.Barrier(4)

    def embed(sentence: str) -> Vector:
        ready.wait(10)
        return minilm.embed((sentence,))[0]

    with ThreadPoolExecutor(4) as threads:
        assert tuple(threads.map(embed, ARTICLE[:4])) == MiniLM().embed(ARTICLE[:4])


def test_only_so_many_sentences_are_remembered(minilm: MiniLM) -> None:
    """A worker does not grow with what it has read; what it forgot it embeds again."""
    first = minilm.embed(ARTICLE)
    minilm.embed([f"Number {number}." for number in range(embedder.REMEMBERED)])
    assert len(minilm._known) == embedder.REMEMBERED
    assert minilm.embed(ARTICLE) == first


@pytest.mark.parametrize("text", ["", " ", "\ud800", "\x00", "?" * 10_000, "word " * 10_000, "🧿"])
def test_any_text_has_a_vector(minilm: MiniLM, text: str) -> None:
    """Nothing that stands in an article or a question breaks it."""
    (vector,) = minilm.embed((text,))
    assert vector.nearness(vector) == pytest.approx(1)


def test_of_no_sentences_there_are_no_vectors(minilm: MiniLM) -> None:
    """An article may be empty."""
    assert minilm.embed(()) == ()


def test_neither_a_network_nor_a_second_runtime_is_loaded_for_it() -> None:
    """The weights are read from the disk: nothing could be fetched, and nobody told."""
    program = "import sys; from bot.meaning.embedder import MiniLM; MiniLM().embed(('x',)); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not {"socket", "ssl", "http.client", "onnxruntime", "spacy"} & set(loaded.stdout.split())
