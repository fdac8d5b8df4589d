"""Who speaks when the attribution has no full name: pronouns, surnames, roles, epithets, firms, statements."""

from __future__ import annotations

import pytest

from tests.bot.facts.conftest import Find

PRONOUNS = [
    ('Anna Brandt met Karl Osei at the gate. "Come in," she said. "It is cold."', "Anna Brandt"),
    ('Anna Brandt met Karl Osei at the gate. "I have no key," he said.', "Karl Osei"),
    ('Anna Brandt is 54. She runs a ferry. She has never sunk one. "Not yet, anyway," she said.', "Anna Brandt"),
    (
        (
            "Anna Brandt ran the count. She pleaded with voters to come out for Maria Weiss as it got late. "
            '"There is still time," she said.'
        ),
        "Anna Brandt",
    ),
    (
        (
            "Anna Brandt said her parents had left. Her parents, Lars and Maria Brandt, are farmers. "
            '"We still eat at one table," she said.'
        ),
        "Anna Brandt",
    ),
    ('"The ice is thin," Anna Brandt warned. Police closed the lake. "Stay off it," she added.', "Anna Brandt"),
    ('The winner was Karl Osei. "I did not expect this," he said.', "Karl Osei"),
    ('Anna Brandt, who was arrested with Karl Osei, was freed on Monday. "I slept well," she said.', "Anna Brandt"),
    ('The firm was founded by Karl Osei. He sold it last year. "It was time to go," he said.', "Karl Osei"),
    ('Karl Osei\'s wife, Anna Brandt, waited outside. "He will be back," she said.', "Anna Brandt"),
    ('A doctor examined the boy. "He was lucky to live," she said.', "doctor"),
    ('One manufacturer said orders had stopped. "We have nothing to do," he added.', "manufacturer"),
    ('Two men came to the door. "Who are you and what do you want?" she asked.', None),
    ('It rained all day. "We should go home now," he said.', None),
]

NAMES = [
    ('Anna Brandt arrived at nine. "It is late," Brandt said.', "Anna Brandt"),
    ('Anna Brandt arrived at nine. "It is late," said Ms Brandt.', "Anna Brandt"),
    ('Dr Anna Brandt arrived at nine. "It is late," Dr Brandt said.', "Anna Brandt"),
    ('Anna Brandt and her brother Lukas Brandt arrived at nine. "It is late," Ms Brandt said.', "Anna Brandt"),
    ('Lukas Brandt and Anna Brandt arrived at nine. "It is late," Mr Brandt said.', "Lukas Brandt"),
    ('Xu Lan waited outside. "It is late," Ms. Xu, a nurse, said.', "Xu Lan"),
    ('Fiona Hill testified on Monday. "It is late," Hill said.', "Fiona Hill"),
]

ROLES = [
    ('Actress Lena Horvath came home on Friday. "I missed the snow," the actress said.', "Lena Horvath"),
    ('The minister, Lena Horvath, came home on Friday. "I missed the snow," the minister said.', "Lena Horvath"),
    (
        'Prime Minister Lena Horvath met Finance Minister Otto Kaas. "It is done," the prime minister said.',
        "Lena Horvath",
    ),
    (
        'Prime Minister Lena Horvath met Finance Minister Otto Kaas. "It is done," the finance minister said.',
        "Otto Kaas",
    ),
    ('Lena Horvath came home on Friday. "I missed the snow," the Silent Harbour singer said.', "Lena Horvath"),
    ('Otto Kaas scored twice for Holm. "I was lucky," the 24-year-old striker said.', "Otto Kaas"),
    ('Lena Horvath went home. The Silent Harbour singer was tired. "I missed the snow," she said.', "Lena Horvath"),
    ('A police spokesman spoke at noon. "Nobody is missing," the spokesman said.', "police spokesman"),
    ('A police spokesman spoke at noon. "We are," another spokesman said.', "another spokesman"),
    ('The chairman of the Holm Port Authority, Otto Kaas, said: "The gates are shut."', "Otto Kaas"),
    ('The father of the girl, Otto Kaas, said: "She is safe at home."', "Otto Kaas"),
    ('"The gates are shut," said a former director of the port, Otto Kaas.', "Otto Kaas"),
    ('"The gates are shut," said tearful engineer Otto Kaas.', "Otto Kaas"),
    ('The former Holm mayor Otto Kaas said: "The gates are shut."', "Otto Kaas"),
]

BODIES = [
    ('Norvik Foods shut its plant on Monday. "Costs have doubled," the company said.', "Norvik Foods"),
    ('Norvik Foods shut its plant on Monday. "Costs have doubled," it said.', "Norvik Foods"),
    ('Norvik Foods has shut its plant. In a statement, the owner said: "Costs have doubled."', "Norvik Foods"),
    ('"Costs have doubled," a spokeswoman for Norvik Foods said.', "spokeswoman for Norvik Foods"),
    ('Norvik Foods said in a statement that it was sorry. "Costs have doubled," the statement said.', "Norvik Foods"),
    ('Norvik Foods issued a statement on Monday. "Costs have doubled," the statement read.', "Norvik Foods"),
    ('"Costs have doubled," said a statement from Norvik Foods. "We are sorry," the statement added.', "Norvik Foods"),
    ('Otto Kaas said the letter was late. "Costs have doubled," the letter read.', "Otto Kaas"),
    ('Friends came with flowers. One wrote: "We will not forget you."', "Friends"),
    ('Fans waited in the rain. "It was worth it," said one. "I would do it again," said another.', "Fans"),
    ('Several residents said they had no water. "We drink from the river," they said.', "Several residents"),
    ('"We drink from the river," residents said.', "residents"),
    ('"We will strike on Monday," said the Dockers\' Union.', "Dockers' Union"),
    ('"The line must not be crossed," the People\'s Daily wrote.', "People's Daily"),
    (
        '"We will strike on Monday," said the Holm Dockers Union (HDU). "No ship will leave," the HDU said.',
        "Holm Dockers Union",
    ),
]


@pytest.mark.parametrize(("text", "speaker"), [*PRONOUNS, *NAMES, *ROLES, *BODIES])
def test_everything_is_said_by_one(find: Find, text: str, speaker: str | None) -> None:
    """The full name where the article has it; nobody where it doesn't tell."""
    assert {quote.speaker for quote in find(text).quotes} == {speaker}
