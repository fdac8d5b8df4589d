from __future__ import annotations

import pytest

from bot.articles.about import language
from bot.articles.judge import check
from bot.articles.paste.pasted import read_text
from bot.articles.story.extract import read_html
from bot.errors import BadInput, Blocked, Language, NoArticle, Refusal, TooShort

SENTENCE = "The ministry opened the bridge on Monday after a year of work, officials said in a statement. "
GERMAN = "Das Ministerium hat die Brücke am Montag nach einem Jahr Bauzeit wieder geöffnet, sagte ein Sprecher. "
PIDGIN = "Di govment don open di bridge again for Monday, na wetin dem tok for one statement wey dem put out. "


def test_an_article_passes() -> None:
    """Forty words of English are enough."""
    check(read_text(SENTENCE * 3))


@pytest.mark.parametrize("given", ["", "   \n\t "])
@pytest.mark.parametrize("title", [None, "Ministry opens bridge"])
def test_no_text(given: str, title: str | None) -> None:
    """It is told that there is none, and what to do; a title is no text."""
    with pytest.raises(BadInput, match=r"^There is no text"):
        check(read_text(given, title))


def test_a_text_in_another_language_is_named() -> None:
    """By its English name, in a sentence."""
    with pytest.raises(Language, match="seems to be German; only English is read") as refused:
        check(read_text(GERMAN * 3))
    assert refused.value.language == "de"


@pytest.mark.parametrize(
    "given",
    [GERMAN * 2, "外務省は月曜日に橋を再び開通させたと発表した。", "Министерство открыло мост", "다리가 다시 열렸다"],
)
def test_a_short_text_in_another_language_is_named_too(given: str) -> None:
    """Where there are words enough to tell it by, or letters that English doesn't have."""
    with pytest.raises(Language):
        check(read_text(given))


@pytest.mark.parametrize(
    "given",
    ["in de bank", "Dar es Salaam, Lilongwe", "Kari Solheim, Jens Overgaard\N{REPLACEMENT CHARACTER} 😀", "123 😀"],
)
def test_a_few_words_are_short_before_they_are_foreign(given: str) -> None:
    """Nobody can tell a language by a few names, and the advice to translate them would be wrong."""
    with pytest.raises(TooShort):
        check(read_text(given))


@pytest.mark.parametrize(("given", "said"), [("Bridge", "only one word"), (SENTENCE, "only 17 words")])
def test_a_text_under_forty_words(given: str, said: str) -> None:
    """It is told how many there are."""
    with pytest.raises(TooShort, match=said):
        check(read_text(given))


def test_a_page_without_a_story() -> None:
    """Nothing on it, or only the entries of an index; the host is named where it is known."""
    for html in ("", "<html></html>", "<p></p>"):
        with pytest.raises(NoArticle, match=r"^There is no article on this page: "):
            check(read_html(html))
        with pytest.raises(NoArticle, match=r"^There is no article on this page at www\.example\.com: "):
            check(read_html(html, "https://www.example.com/a"))
    entries = "".join(f"<p>Entry number {n} of it</p>" for n in range(20))
    with pytest.raises(NoArticle, match=r"^There is no running text on this page at www\.example\.com: "):
        check(read_html(f"<html><body><article>{entries}</article></body></html>", "https://www.example.com/"))


def test_a_page_with_little_text_is_too_short() -> None:
    """A story of one sentence is a story, but none to digest."""
    with pytest.raises(Refusal) as refused:
        check(read_html(f"<html><body><article><h1>Bridge</h1><p>{SENTENCE}</p></article></body></html>"))
    assert refused.value.kind == "too_short"


@pytest.mark.parametrize(
    "shown",
    [
        "Please verify you are a human by completing the action below.",
        "Activate and hold the button to confirm that you’re human. Thank you!",
        "The requested URL was rejected. Your support ID is: 1234567.",
        "Please turn off your ad blocker to continue to our site.",
        "A required part of this site couldn’t load. Please try another browser.",
        "You have sent too many requests in a given amount of time.",
    ],
)
def test_a_check_for_robots(shown: str) -> None:
    """It is told, with what to do."""
    with pytest.raises(Blocked, match="check for robots instead of the article: open the page yourself"):
        check(read_html(f"<html><body><h1>One moment</h1><p>{shown}</p></body></html>"))


@pytest.mark.parametrize(
    ("words", "attribute", "code"),
    [
        (SENTENCE, "de", "en"),
        (GERMAN, "en", "de"),
        ("Ministère de la culture", "fr-FR", "fr"),
        ("Bridge opens", None, "en"),
        ("", "pt", "pt"),
        ("", "nonsense!", "no"),
        ("", "x", "en"),
        ("12345", None, "en"),
        ("Мост открыли вчера", None, "ru"),
        (PIDGIN * 2, None, "en"),
        ("Olaf Scholz, Robert Habeck and Christian Lindner of the Bundesregierung met in Berlin", None, "en"),
        ("Kari Solheim, Jens Overgård og Mette Løkke møttes i Oslo, sa en talsmann for departementet", None, "no"),
    ],
)
def test_the_language_of_a_text(words: str, attribute: str | None, code: str) -> None:
    """By its words; the page's attribute helps only where they are few."""
    assert language.of(words, attribute) == code


@pytest.mark.parametrize(("code", "name"), [("de", "German"), ("zh", "Chinese"), ("xx", "xx"), ("", ""), ("e_", "e_")])
def test_the_name_of_a_language(code: str, name: str) -> None:
    """In English; a code without a name is its own."""
    assert language.name(code) == name
