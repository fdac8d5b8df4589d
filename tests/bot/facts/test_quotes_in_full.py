"""Direct speech in whole sentences: around the attribution, over sentences and paragraphs, in all marks."""

from __future__ import annotations

import pytest

from tests.bot.facts.conftest import Find

# text, then each of its quotations with its speaker
AROUND = [
    (
        '"The dam will hold," said Ingrid Solheim, "and we will watch it all night."',
        [("The dam will hold", "Ingrid Solheim"), ("and we will watch it all night.", "Ingrid Solheim")],
    ),
    (
        '"We lost," Tomas Varga said. "It happens."',
        [("We lost", "Tomas Varga"), ("It happens.", "Tomas Varga")],
    ),
    (
        '"If they come," Captain Leon Marsh told his crew, "we go below."',
        [("If they come", "Leon Marsh"), ("we go below.", "Leon Marsh")],
    ),
    (
        '"I counted forty trucks," said Amal Haddad, who runs a bakery by the bridge. "Then I stopped counting."',
        [("I counted forty trucks", "Amal Haddad"), ("Then I stopped counting.", "Amal Haddad")],
    ),
    (
        '"No," the mayor, Petra Nowak, answered. "Not this year."',
        [("Not this year.", "Petra Nowak")],
    ),
    (
        'Petra Nowak looked up. "Not this year," she said, and went back to her papers. "Ask me in the spring."',
        [("Not this year", "Petra Nowak"), ("Ask me in the spring.", "Petra Nowak")],
    ),
    (
        '"We closed the gates at noon," said the harbour master, Jonas Lund.',
        [("We closed the gates at noon", "Jonas Lund")],
    ),
    (
        '"We closed the gates at noon," Jonas Lund, the harbour master, told a news conference on Friday.',
        [("We closed the gates at noon", "Jonas Lund")],
    ),
    (
        '"We closed the gates at noon," Jonas Lund, a retired pilot and former head of the port authority, wrote.',
        [("We closed the gates at noon", "Jonas Lund")],
    ),
    (
        'Asked about the gates, Jonas Lund replied: "We closed them at noon."',
        [("We closed them at noon.", "Jonas Lund")],
    ),
    (
        'And then, said Jonas Lund, "the water came over the wall".',
        [("the water came over the wall", "Jonas Lund")],
    ),
    (
        'Speaking in Bergen on Tuesday, Jonas Lund warned: "This is only the first wave."',
        [("This is only the first wave.", "Jonas Lund")],
    ),
    (
        'Jonas Lund said: "This is only the first wave. There will be others. Stay at home."',
        [("This is only the first wave. There will be others. Stay at home.", "Jonas Lund")],
    ),
    (
        '"Why now?" asked Miriam Okello. "Why not in June?" she added.',
        [("Why now?", "Miriam Okello"), ("Why not in June?", "Miriam Okello")],
    ),
    pytest.param(
        '"Stop the train!" cried one of the guards, Peter Hale.',
        [("Stop the train!", "Peter Hale")],
        marks=pytest.mark.xfail(strict=True, reason='the parser hangs the name on the plural, not on "one"'),
    ),
    (
        '"Stop the train!" cried a guard, Peter Hale.',
        [("Stop the train!", "Peter Hale")],
    ),
    (
        '"It is over." Emil Roth said in tears.',
        [("It is over.", "Emil Roth")],
    ),
    (
        '"It was dark for an hour." Miriam Okello said the lights came back at nine.',
        [("It was dark for an hour.", None)],
    ),
    (
        '"We saw it coming..." said Miriam Okello.',
        [("We saw it coming...", "Miriam Okello")],
    ),
    (
        "“My first thought was, ‘Oh no, not again,’ ” said Miriam Okello.",
        [("My first thought was, ‘Oh no, not again,’", "Miriam Okello")],
    ),
    (
        'It was hard to "put yourself out there and wait"\nMiriam Okello said nothing about it.',
        [("put yourself out there and wait", None)],
    ),
    (
        'She named a report that found the roof was weak. "I do not believe a word of it."',
        [("I do not believe a word of it.", None)],
    ),
    (
        "'All is clear now' A spokesman for the port said there was no smoke.",
        [("All is clear now", "spokesman for the port")],
    ),
    (
        '"There are ships that nobody counts," noted one young Holm bond trader.',
        [("There are ships that nobody counts", "young Holm bond trader")],
    ),
    (
        '"Some ships nobody counts, allegedly that of Otto Kaas," Jonas Lund, a pilot and aide to Ada Berg, wrote.',
        [("Some ships nobody counts, allegedly that of Otto Kaas", "Jonas Lund")],
    ),
    (
        'Later that day: "There are ships that nobody counts."',
        [("There are ships that nobody counts.", None)],
    ),
    (
        '"We saw it coming" — Miriam Okello, survivor.',
        [("We saw it coming", "Miriam Okello")],
    ),
]

PARAGRAPHS = [
    (
        'Ingrid Solheim told the council: "The dam will hold.\n\n"We will watch it all night.\n\n"Go home."',
        [
            ("The dam will hold.", "Ingrid Solheim"),
            ("We will watch it all night.", "Ingrid Solheim"),
            ("Go home.", "Ingrid Solheim"),
        ],
    ),
    (
        "Ingrid Solheim told the council: “The dam will hold.\n“We will watch it all night.”",
        [("The dam will hold.", "Ingrid Solheim"), ("We will watch it all night.", "Ingrid Solheim")],
    ),
    (
        '"The dam will hold," Ingrid Solheim said.\n\n"We will watch it all night."',
        [("The dam will hold", "Ingrid Solheim"), ("We will watch it all night.", "Ingrid Solheim")],
    ),
    (
        'Ingrid Solheim went on the radio at six.\n\n"The dam will hold," she told listeners.',
        [("The dam will hold", "Ingrid Solheim")],
    ),
    (
        'Ingrid Solheim wrote to her tenants on Monday.\n\nShe said:\n\n"The dam will hold."',
        [("The dam will hold.", "Ingrid Solheim")],
    ),
    (
        '"The dam will hold," Ingrid Solheim said.\n\nTomas Varga did not believe her.\n\n"Sell your boats," he said.',
        [("The dam will hold", "Ingrid Solheim"), ("Sell your boats", "Tomas Varga")],
    ),
]

MARKS = [
    '"Nobody slept," said Miriam Okello.',
    "“Nobody slept,” said Miriam Okello.",
    "‘Nobody slept,’ said Miriam Okello.",
    "'Nobody slept,' said Miriam Okello.",
    "«Nobody slept,» said Miriam Okello.",
    "„Nobody slept,“ said Miriam Okello.",
    "``Nobody slept,'' said Miriam Okello.",
    "''Nobody slept,'' said Miriam Okello.",
    "‹Nobody slept,› said Miriam Okello.",
    "“Nobody slept”, said Miriam Okello.",
    'Miriam Okello said: " Nobody slept," and left.',
]


@pytest.mark.parametrize(("text", "spoken"), [*AROUND, *PARAGRAPHS])
def test_every_part_has_its_words_and_speaker(find: Find, text: str, spoken: list[tuple[str, str | None]]) -> None:
    """Wherever the attribution stands, and however many sentences or paragraphs long the speech is."""
    assert [(quote.words, quote.speaker) for quote in find(text).quotes] == spoken


@pytest.mark.parametrize("text", MARKS)
def test_all_marks_open_and_close(find: Find, text: str) -> None:
    """As typewriters, printers and other countries have them, and with a blank inside."""
    assert [(quote.words, quote.speaker) for quote in find(text).quotes] == [("Nobody slept", "Miriam Okello")]
