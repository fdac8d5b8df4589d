"""What stands between marks and is nobody's speech: names, titles, nicknames, signs, scare quotes, single words."""

from __future__ import annotations

import pytest

from tests.bot.facts.conftest import Find

SILENT = [
    'The film "The Last Ferry to Holm" opened on Friday.',
    'She wrote the novel "A House of Salt" in a year.',
    'The band played "Cold Water Morning" and "Rain on Tin".',
    'His song, "The Long Way Down", won the prize.',
    'The boat, named "Silver Tern", sank at noon.',
    'The ship "Silver Tern" sank at noon.',
    'A storm nicknamed "Big Otto" hit the coast.',
    'The smuggler, known as "the Baker", was caught.',
    'Anna "Sparrow" Brandt won the race.',
    'The so-called "ghost fleet" sailed again.',
    'He wore a cap that said "Make Holm Wet Again".',
    'Marchers carried a banner reading "Water Is Life".',
    'A sign on the door read: "Closed until further notice".',
    '"Closed until further notice", read a sign on the door.',
    'The operation, codenamed "Blue Anchor", took a year.',
    'The word "ferry" is of Norse origin.',
    'The term "grey rhino" comes from a book.',
    'The hashtag "#HolmIsWet" spread within hours.',
    'It was a "miracle".',
    'The "smart" lights went out.',
    'Critics doubt the "success" of the plan.',
    'The minister\'s "open door" policy failed.',
    'They used a "copy and paste" method, and it worked.',
    "The 'Old Mill' inn burned down.",
    'The game was called "Catch the Bear".',
    'Its slogan is "More Bread for Less".',
    "The city’s viral “Walk. Don’t run.” campaign cost a fortune.",
    "The agency made the campaign “Starts with soap.”",
    'The town joined the "100 Hours of Silence" programme.',
]


@pytest.mark.parametrize("text", SILENT)
def test_nobody_speaks(find: Find, text: str) -> None:
    """No quotation comes of it."""
    assert find(text).quotes == ()


ONLY = [
    (
        'Anna Brandt, who sang "Cold Water Morning" in 1999, said: "I still know every word."',
        [("I still know every word.", "Anna Brandt")],
    ),
    (
        'Anna Brandt called the "miracle" a fraud. "There never was any oil," she said.',
        [("There never was any oil", "Anna Brandt")],
    ),
    (
        'Under a sign reading "Water Is Life", Anna Brandt shouted: "Let us in!"',
        [("Let us in!", "Anna Brandt")],
    ),
    (
        'The ferry "Silver Tern" sank at noon. "We heard a bang," said Anna Brandt.',
        [("We heard a bang", "Anna Brandt")],
    ),
    (
        "It's the owners' fault, and the workers' too. 'We heard a bang,' said Anna Brandt.",
        [("We heard a bang", "Anna Brandt")],
    ),
    (
        "Rock 'n' roll came in the '60s. 'We danced till dawn,' said Anna Brandt.",
        [("We danced till dawn", "Anna Brandt")],
    ),
    (
        'The board is 6" wide. "It will not break," said Anna Brandt.',
        [("It will not break", "Anna Brandt")],
    ),
]


@pytest.mark.parametrize(("text", "spoken"), ONLY)
def test_only_the_speech_is_quoted(find: Find, text: str, spoken: list[tuple[str, str | None]]) -> None:
    """Beside names, signs, apostrophes and inches."""
    assert [(quote.words, quote.speaker) for quote in find(text).quotes] == spoken
