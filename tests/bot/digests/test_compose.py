"""From findings to a digest: the best first, nothing twice, within the caps."""

from __future__ import annotations

from bot.digests import compose
from bot.model import Article, Digest, Evidence, Fact, Findings, Quote, Receipt, Slot, Source

NONE = Evidence(0, 0, "", "")


def fact(slot: Slot, words: str, score: float = 1.0, at: int = 0, date: str | None = None) -> Fact:
    """A fact whose sentence is its words."""
    return Fact(slot, words, Evidence(at, at + len(words), words, words), score=score, date=date)


def quote(words: str, speaker: str | None = None, at: int = 0) -> Quote:
    """A quotation."""
    return Quote(words, Evidence(at, at + len(words), words, words), speaker)


def digest(
    *facts: Fact,
    title: str | None = None,
    text: str = "One. Two.",
    quotes: tuple[Quote, ...] = (),
    sources: tuple[Source, ...] = (),
) -> Digest:
    """The digest of an article with these facts."""
    article = Article(None, None, None, title, (), None, "en", text, Receipt("pasted", 2))
    return compose(article, Findings(facts, quotes, sources), (), "v1")


def test_three_answers_the_best_first_and_none_far_behind() -> None:
    """No answer beats a wrong one."""
    scored = zip("ABCDE", (1.9, 3.0, 2.0, 1.8, 0.4), strict=True)
    found = digest(*(fact("who", name, score, at=9 * at) for at, (name, score) in enumerate(scored)))
    assert [one.words for one in found.who] == ["B", "C", "A"]
    assert [one.words for one in digest(fact("who", "A", 3.0), fact("who", "B", 0.4, at=9)).who] == ["A"]


def test_words_that_a_better_answer_holds_are_not_repeated() -> None:
    """A city says nothing beside the same city with its country."""
    found = digest(fact("where", "Turin, Italy", 3.0), fact("where", "Turin", 2.5, 30), fact("where", "Milan", 2.0, 60))
    assert [one.words for one in found.where] == ["Turin, Italy", "Milan"]


def test_two_answers_at_one_place_are_one() -> None:
    """A piece of a name is the name; of two wordings of a reason, or of a name with and without "the", the better."""
    names = (fact("who", "Union", 3.0, at=4), fact("who", "Union Bank", 2.0, at=4), fact("who", "Ada Lund", 2.5, at=40))
    assert [one.words for one in digest(*names).who] == ["Union Bank", "Ada Lund"]
    places = (
        fact("where", "Peru", 3.0, at=6),
        fact("where", "Lima, Peru", 2.0, at=0),
        fact("where", "Cusco", 2.5, at=90),
    )
    assert [one.words for one in digest(*places).where] == ["Lima, Peru", "Cusco"]
    reasons = (
        fact("why", "keep the bridge open", 3.0, at=8),
        fact("why", "helping to keep the bridge open", 2.0, at=0),
    )
    assert [one.words for one in digest(*reasons).why] == ["keep the bridge open"]
    assert [
        one.words for one in digest(fact("who", "Red Cross", 3.0), fact("who", "The Red Cross", 2.0, at=50)).who
    ] == ["Red Cross"]


def test_two_words_for_one_day_are_one_time() -> None:
    """Yesterday was Tuesday."""
    times = (fact("when", "Tuesday", 3.0, date="2025-03-11"), fact("when", "yesterday", 2.0, date="2025-03-11"))
    assert [one.words for one in digest(*times).when] == ["Tuesday"]


def test_key_facts_repeat_neither_each_other_nor_the_headline() -> None:
    """Three to five, each with something new."""
    found = digest(
        fact("key", "The council of Turin closed the old Rossi bridge.", 3.0, at=0),
        fact("key", "Engineers found deep cracks in two of its pillars.", 2.5, at=100),
        fact("key", "In two of the pillars engineers found deep cracks.", 2.4, at=200),
        fact("key", "About 30,000 cars a day will take another route.", 2.0, at=300),
        fact("key", "Schools on the far side open an hour later.", 1.5, at=400),
        title="Turin council closes old Rossi bridge",
    )
    assert [one.evidence.start for one in found.key_facts] == [100, 300, 400]


def test_at_most_five_key_facts_and_five_announcements_and_eight_sources() -> None:
    """The contract's caps."""
    words = ("alpha beta", "gamma delta", "epsilon zeta", "eta theta", "iota kappa", "lambda mu", "nu xi")
    found = digest(
        *(fact("key", one, 1.0, at=9 * index) for index, one in enumerate(words)),
        *(fact("upcoming", one, 1.0, at=9 * index) for index, one in enumerate(words)),
        sources=tuple(Source(str(number), "person", NONE) for number in range(12)),
    )
    assert (len(found.key_facts), len(found.upcoming), len(found.sourcing)) == (5, 5, 8)


def test_all_quotations_are_kept_once_those_with_a_speaker_first() -> None:
    """The same words twice are one quotation, by whoever is known to have said them."""
    found = digest(
        quotes=(
            quote("nobody knows who", at=0),
            quote("we are very sorry for the noise", at=20),
            quote("We are very sorry for the noise!", "Peter Hale", at=60),
        )
    )
    assert [(one.words, one.speaker) for one in found.quotes] == [
        ("We are very sorry for the noise!", "Peter Hale"),
        ("nobody knows who", None),
    ]


def test_the_headline_is_the_title_else_the_sentence_that_tells_the_event() -> None:
    """Verbatim; for a text in which nothing happens, its best or its first line."""
    assert digest(fact("what", "closed the bridge"), title="Bridge closed").headline == "Bridge closed"
    assert digest(fact("what", "Turin closed the bridge.")).headline == "Turin closed the bridge."
    assert digest(fact("key", "Turin is old.")).headline == "Turin is old."
    assert digest(text="\nA first line\nand another").headline == "A first line"


def test_a_digest_of_nothing_is_empty_and_no_error() -> None:
    """Words without content count for nothing."""
    found = digest(fact("key", "…"), fact("who", "…"))
    assert (found.key_facts, found.who, found.version) == ((), (), "v1")


def test_one_number_of_one_thing_is_one_figure() -> None:
    """More than 600,000 emails are the 600,000 emails of before; two ranges are two."""
    figures = (
        Fact("figure", words, Evidence(at, at + 9, words, words), score=score, value=value, unit=unit)
        for at, (words, score, value, unit) in enumerate(
            [
                ("600,000 emails", 3.0, 6e5, "emails"),
                ("more than 600,000 internal emails", 2.0, 6e5, "emails"),
                ("one email", 1.5, 1.0, "email"),
                ("3% to 4%", 1.0, None, "%"),
                ("5% to 6%", 0.5, None, "%"),
            ]
        )
    )
    assert [one.words for one in digest(*figures).figures] == ["600,000 emails", "one email", "3% to 4%", "5% to 6%"]
