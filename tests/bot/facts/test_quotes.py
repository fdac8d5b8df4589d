"""Direct speech: what was said, by whom, and through which outlet."""

from __future__ import annotations

import pytest

from tests.bot.facts.conftest import Find

# text, the words of its first quotation, the speaker, the outlet
SPOKEN = [
    ('"The bridge is safe," Maria Lindqvist said.', "The bridge is safe", "Maria Lindqvist", None),
    ('"The bridge is safe," said Maria Lindqvist.', "The bridge is safe", "Maria Lindqvist", None),
    ('Maria Lindqvist said: "The bridge is safe."', "The bridge is safe.", "Maria Lindqvist", None),
    ("“The bridge is safe,” Maria Lindqvist said.", "The bridge is safe", "Maria Lindqvist", None),
    ("‘The bridge is safe,’ Maria Lindqvist said.", "The bridge is safe", "Maria Lindqvist", None),
    ("'The bridge is safe,' said Maria Lindqvist.", "The bridge is safe", "Maria Lindqvist", None),
    ("«The bridge is safe,» Maria Lindqvist said.", "The bridge is safe", "Maria Lindqvist", None),
    ("„The bridge is safe,” Maria Lindqvist said.", "The bridge is safe", "Maria Lindqvist", None),
    ('"Is the bridge safe?" asked Peter Hale.', "Is the bridge safe?", "Peter Hale", None),
    ('"We will not wait!" Peter Hale shouted.', "We will not wait!", "Peter Hale", None),
    ('Peter Hale tweeted: "We will not wait."', "We will not wait.", "Peter Hale", None),
    ('Peter Hale wrote on Facebook: "We will not wait."', "We will not wait.", "Peter Hale", None),
    ('Peter Hale told reporters that the plan was "a serious mistake".', "a serious mistake", "Peter Hale", None),
    ('Peter Hale called the plan "a serious mistake".', "a serious mistake", "Peter Hale", None),
    ('Peter Hale described the plan as "a serious mistake".', "a serious mistake", "Peter Hale", None),
    ('The plan was described by Peter Hale as "a serious mistake".', "a serious mistake", "Peter Hale", None),
    ('The plan was "a serious mistake", according to Peter Hale.', "a serious mistake", "Peter Hale", None),
    ('According to Peter Hale, the plan was "a serious mistake".', "a serious mistake", "Peter Hale", None),
    ('The minister, Ana Duarte, said: "Nobody was hurt."', "Nobody was hurt.", "Ana Duarte", None),
    ('"Nobody was hurt," the health minister, Ana Duarte, told parliament.', "Nobody was hurt", "Ana Duarte", None),
    ('"Nobody was hurt," said Health Minister Ana Duarte.', "Nobody was hurt", "Ana Duarte", None),
    ('A government spokesman said: "Nobody was hurt."', "Nobody was hurt.", "government spokesman", None),
    ('"Nobody was hurt," a government spokesman said.', "Nobody was hurt", "government spokesman", None),
    ('A police spokesman: "Nobody was hurt."', "Nobody was hurt.", "police spokesman", None),
    ('A statement from the Hale family read: "We miss him every day."', "We miss him every day.", "Hale family", None),
    ('"We are counting on rain": Peter Hale looks at the sky', "We are counting on rain", "Peter Hale", None),
    ('"Nobody was hurt," Ana Duarte told Reuters.', "Nobody was hurt", "Ana Duarte", "Reuters"),
    (
        'Ana Duarte said there was "no reason for alarm", Reuters reported.',
        "no reason for alarm",
        "Ana Duarte",
        "Reuters",
    ),
    (
        'Xinhua quoted Ana Duarte as saying there was "no reason for alarm".',
        "no reason for alarm",
        "Ana Duarte",
        "Xinhua",
    ),
    ('Ana Duarte saw "no reason for alarm," said Peter Hale.', "no reason for alarm", "Peter Hale", None),
    ('Peter Hale laughed, adding: "Ask me again tomorrow."', "Ask me again tomorrow.", "Peter Hale", None),
    ('Peter Hale spoke on the steps, saying: "Ask me again tomorrow."', "Ask me again tomorrow.", "Peter Hale", None),
    (
        'Residents told how they heard "screaming and breaking glass".',
        "screaming and breaking glass",
        "Residents",
        None,
    ),
    ('The company said it had "no plans to close the plant".', "no plans to close the plant", "company", None),
    ("'It's the children's school,' said Peter Hale.", "It's the children's school", "Peter Hale", None),
    ("'The farmers' union lost,' said Peter Hale.", "The farmers' union lost", "Peter Hale", None),
    ("\"The sign said 'closed' all week,\" said Peter Hale.", "The sign said 'closed' all week", "Peter Hale", None),
]

# The speaker stands in an earlier sentence: pronouns, surnames, roles.
RESOLVED = [
    ('Maria Lindqvist arrived late. "The bridge is safe," she said.', "Maria Lindqvist"),
    ('Peter Hale met Maria Lindqvist in the hall. "The bridge is safe," she said.', "Maria Lindqvist"),
    ('Maria Lindqvist arrived late. "The bridge is safe," Lindqvist said.', "Maria Lindqvist"),
    ('Maria Lindqvist arrived late. "The bridge is safe," Ms Lindqvist said.', "Maria Lindqvist"),
    ('Singer Dora Quill arrived late. "I came by train," the singer said.', "Dora Quill"),
    ('Dora Quill, a singer, arrived late. "I came by train," the singer said.', "Dora Quill"),
    ('A company spokesman came out. "We are sorry," the spokesman said.', "company spokesman"),
    ('Peter Hale, 54, is a farmer. He said: "We are counting on rain."', "Peter Hale"),
    ('Acme Corp closed the plant. "We regret the decision," it said.', "Acme Corp"),
    ('"It is late," Peter Hale said. "We should all go home."', "Peter Hale"),
    ('Peter Hale said: "It is late.\n\n"We should all go home."', "Peter Hale"),
]

SILENT = [
    'The ship is known as "The Old Lady" in town.',
    'She sang "Blue Moon Over Bergen" twice.',
    'Marchers held up signs reading "No More Coal".',
    'He held up a sign that read: "We want our river back."',
    'The "smart" meter failed.',
    'His "all clear" message came too late.',
    'The law, dubbed "Fairness First", passed.',
    'The film, titled "A Long Winter Night", opened.',
]


@pytest.mark.parametrize(("text", "words", "speaker", "via"), SPOKEN)
def test_speech_has_its_words_speaker_and_outlet(
    find: Find, text: str, words: str, speaker: str | None, via: str | None
) -> None:
    """Before, behind or around the attribution, in any marks."""
    quote = find(text).quotes[0]
    assert (quote.words, quote.speaker, quote.via) == (words, speaker, via)


@pytest.mark.parametrize(("text", "speaker"), RESOLVED)
def test_a_speaker_has_his_full_name(find: Find, text: str, speaker: str) -> None:
    """Pronouns, surnames and roles lead back to whom the article introduced."""
    assert {quote.speaker for quote in find(text).quotes} == {speaker}


@pytest.mark.parametrize("text", SILENT)
def test_names_titles_signs_and_scare_quotes_are_no_speech(find: Find, text: str) -> None:
    """What merely stands between marks is not quoted."""
    assert find(text).quotes == ()


def test_the_parts_of_a_long_quotation_are_each_one_with_one_speaker(find: Find) -> None:
    """Printers open the marks again with every paragraph and close them once."""
    found = find('Peter Hale said: "It is late.\n\n"We should all go home."').quotes
    assert [(quote.words, quote.speaker) for quote in found] == [
        ("It is late.", "Peter Hale"),
        ("We should all go home.", "Peter Hale"),
    ]


def test_words_that_return_in_a_longer_quotation_take_its_speaker(find: Find) -> None:
    """A subhead's quotation is explained below."""
    found = find("'Sorry for the noise' Work went on all night. 'We are sorry for the noise,' said Peter Hale.").quotes
    assert {quote.speaker for quote in found} == {"Peter Hale"}
