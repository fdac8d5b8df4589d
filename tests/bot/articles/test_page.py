from __future__ import annotations

from bot.articles.html import page

STORY = "<p class=a>The lock was opened on Tuesday.</p>"


def _names(html: str) -> set[str]:
    tree = page.parse(html)
    assert tree is not None
    return {str(name) for element in tree.iter() for name in (element.tag, *element.attrib)}


def test_a_page_has_so_many_names_and_no_more() -> None:
    """The parser keeps every name of a tag or an attribute as long as the worker lives."""
    attributes = "".join("<p " + " ".join(f"a{tag}x{name}" for name in range(900)) + ">" for tag in range(60))
    tags = "".join(f"<t{number}></u{number}>" for number in range(5_000))
    for waste in (attributes, tags):
        found = _names(f"<html><body>{STORY}{waste}{STORY}</body></html>")
        assert {"p", "class"} < found
        assert len(found) <= page.MOST_NAMES + 3  # html, body, and the line breaks


def test_programs_are_no_names() -> None:
    """What looks like tags in a script costs a page none of its own."""
    script = (
        "<script>" + "".join(f"if (a<b{number} && c{number}) {{ d('>'); }}" for number in range(3_000)) + "</script>"
    )
    tree = page.parse(f"<html><body>{script}{STORY}</body></html>")
    assert tree is not None
    assert [element.get("class") for element in tree.iter("p")] == ["a"]


def test_comments_and_entities_of_a_large_page_are_bounded() -> None:
    """A comment that ends is left out, whatever is in it; the text after very many entities is not read."""
    comments = "<!-- <p class=b> -- > -->" * 40_000
    tree = page.parse(f"<html><body>{comments}{STORY}</body></html>")
    assert tree is not None
    assert [element.get("class") for element in tree.iter("p")] == ["a"]
    entities = page.parse(f"<html><body>{STORY}<p>{'&x' * 100_000}</p></body></html>")
    assert entities is not None
    assert len("".join(entities.itertext())) < 2 * page.MOST_ENTITIES + 100
