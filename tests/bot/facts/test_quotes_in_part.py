"""Direct speech inside a sentence of the reporter's: parts, one quotation in another, posts, captions, claims."""

from __future__ import annotations

import pytest

from tests.bot.facts.conftest import Find

PARTS = [
    (
        'Dora Quill said the plan was "a gift to the rich" and "an insult to everybody else".',
        [("a gift to the rich", "Dora Quill"), ("an insult to everybody else", "Dora Quill")],
    ),
    (
        'Dora Quill said that the city "cannot wait", that the money "is there" and that she would vote for it.',
        [("cannot wait", "Dora Quill"), ("is there", "Dora Quill")],
    ),
    ('Dora Quill denied that she had been "bought by the lobby".', [("bought by the lobby", "Dora Quill")]),
    ('Dora Quill accused the board of "playing with our lives".', [("playing with our lives", "Dora Quill")]),
    ('Dora Quill, who called the plan "a bad joke", left early.', [("a bad joke", "Dora Quill")]),
    ('The plan, which Dora Quill called "a bad joke", failed.', [("a bad joke", "Dora Quill")]),
    ('Dora Quill branded it an "outrage and a shame".', [("outrage and a shame", "Dora Quill")]),
    ('It was "a bad joke", said Dora Quill.', [("a bad joke", "Dora Quill")]),
    ('It was "a bad joke," Dora Quill told the radio.', [("a bad joke", "Dora Quill")]),
    ('Dora Quill promised to "open every book".', [("open every book", "Dora Quill")]),
    ('Dora Quill insisted the vote had been "free and fair".', [("free and fair", "Dora Quill")]),
    ('He was described by neighbours as "a quiet man".', [("a quiet man", "neighbours")]),
    ('The fire was "under control" by noon, according to the fire brigade.', [("under control", "fire brigade")]),
    ('Dora Quill\'s claim of a "stolen season" was laughed at.', [("stolen season", "Dora Quill")]),
    ('Members were moved by Dora Quill\'s call for "calm and patience".', [("calm and patience", "Dora Quill")]),
    (
        'The committee said it was tired of Dora Quill\'s warnings that "the roof will fall".',
        [("the roof will fall", "Dora Quill")],
    ),
    (
        'The club heard Dora Quill\'s call for the old stand to be saved, and "nobody clapped at all".',
        [("nobody clapped at all", None)],
    ),
    (
        'The family got a letter saying "he is alive and well".',
        [("he is alive and well", "letter")],
    ),
    (
        'Dora Quill\'s letter said the season was "beyond saving".',
        [("beyond saving", "Dora Quill")],
    ),
    (
        'Dora Quill said the season was lost, according to the BBC, and that there was "no way back".',
        [("no way back", "Dora Quill")],
    ),
    (
        'Dora Quill said the owners reject "any talk of a sale".',
        [("any talk of a sale", "Dora Quill")],
    ),
    (
        'Dora Quill said her brother had called the sale "a theft".',
        [("a theft", "her brother")],
    ),
    (
        'Kofi Mensah said the sale was off, but Dora Quill called this "a lie from start to end".',
        [("a lie from start to end", "Dora Quill")],
    ),
    (
        'Kofi Mensah called the sale "dead and buried" and Dora Quill said it was "only asleep".',
        [("dead and buried", "Kofi Mensah"), ("only asleep", "Dora Quill")],
    ),
]

NESTED = [
    (
        "\"He told me 'go home and wait' and hung up,\" Kofi Mensah said.",
        [("He told me 'go home and wait' and hung up", "Kofi Mensah")],
    ),
    (
        "“She said ‘never again’ and meant it,” said Kofi Mensah.",
        [("She said ‘never again’ and meant it", "Kofi Mensah")],
    ),
    (
        "‘She said “never again” and meant it,’ said Kofi Mensah.",
        [("She said “never again” and meant it", "Kofi Mensah")],
    ),
    (
        "Kofi Mensah said: “My father always told us, ‘Count the boats.’”",
        [("My father always told us, ‘Count the boats.’", "Kofi Mensah")],
    ),
]

POSTS = [
    ('Kofi Mensah tweeted: "Boats are safe. Thank you all."', [("Boats are safe. Thank you all.", "Kofi Mensah")]),
    (
        'Kofi Mensah wrote on Twitter: "Boats are safe."\n\n"Thank you all," he added in another post.',
        [("Boats are safe.", "Kofi Mensah"), ("Thank you all", "Kofi Mensah")],
    ),
    (
        'Kofi Mensah posted a picture of the quay with the caption: "Boats are safe tonight."',
        [("Boats are safe tonight.", "Kofi Mensah")],
    ),
    (
        'Kofi Mensah posted a map of the coast saying "boats are safe here".',
        [("boats are safe here", "Kofi Mensah")],
    ),
    (
        'Kofi Mensah took to Facebook to say "boats are safe".',
        [("boats are safe", "Kofi Mensah")],
    ),
    (
        '"Boats are safe," Kofi Mensah posted on his page.',
        [("Boats are safe", "Kofi Mensah")],
    ),
    (
        'A user called seadog77 wrote: "Where are the boats now?"',
        [("Where are the boats now?", "seadog77")],
    ),
    (
        '@seadog77 tweeted: "Where are the boats now?"',
        [("Where are the boats now?", "@seadog77")],
    ),
    (
        '"Where are the boats now?": Kofi Mensah asks for help',
        [("Where are the boats now?", "Kofi Mensah")],
    ),
]


@pytest.mark.parametrize(("text", "spoken"), [*PARTS, *NESTED, *POSTS])
def test_each_part_has_its_speaker(find: Find, text: str, spoken: list[tuple[str, str | None]]) -> None:
    """The outer quotation holds the inner one; who is merely told of does not speak."""
    assert [(quote.words, quote.speaker) for quote in find(text).quotes] == spoken
