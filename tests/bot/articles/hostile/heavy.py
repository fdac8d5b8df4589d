"""Pages that are made to be slow to read, or large: by tags, by data, by text."""

from __future__ import annotations

import json
from collections.abc import Callable

from bot.errors import Consent, Language, NoArticle, TooLarge
from tests.bot.articles.hostile.behaviour import READ, STORY, Behaviour, Outcome, article, packed, page

LINE = STORY.replace("\n", " ") + " "
DATA = '<script type="application/ld+json">{}</script>'


def _after(waste: Callable[[], str]) -> Behaviour:
    """The story, and the waste behind it: it is read all the same."""
    return Behaviour(packed(lambda: article(after=waste())), READ)


def _inside(waste: Callable[[], str], outcome: Outcome = READ) -> Behaviour:
    """The story inside the waste, or the waste alone."""
    return Behaviour(packed(waste), outcome)


def _laughs() -> str:
    """The billion laughs."""
    entities = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))
    return f"<!DOCTYPE html [<!ENTITY l0 'ha'>{entities}]>" + article(before="<p>&l9;</p>")


HEAVY = {
    "200,000 tags in each other": _after(lambda: "<div>" * 200_000),
    "200,000 tags in each other, closed": _after(lambda: "<div>" * 200_000 + "</div>" * 200_000),
    "200,000 tags around the story": _inside(lambda: "<html><body>" + "<b>" * 200_000 + article(), NoArticle),
    "a million tags side by side": _after(lambda: "<p>" * 1_000_000),
    "lists in lists": _after(lambda: "<ul><li>text " * 60_000),
    "tables in tables": _after(lambda: "<table><tr><td>" * 60_000),
    "quotes in quotes": _after(lambda: "<blockquote>words " * 60_000),
    "forms, frames and fonts in each other": _after(lambda: "<form><font><select><option>" * 40_000),
    "formatting that is never closed": _after(lambda: "<p><b><i><u><s><a>" * 40_000),
    "a table of 100,000 cells": _after(lambda: "<table>" + ("<tr>" + "<td>a 1" * 100) * 1_000 + "</table>"),
    "a table with a cell of a million columns": _after(
        lambda: "<table><tr><td colspan=1000000 rowspan=65534>x</table>"
    ),
    "a list of 100,000 items": _after(lambda: "<ul>" + "<li>item one</li>" * 100_000 + "</ul>"),
    "100,000 links": _after(lambda: "".join(f"<a href=/a{n}>Story {n}</a> " for n in range(100_000))),
    "100,000 headings": _after(lambda: "<h2>A heading of some words</h2>" * 100_000),
    "100,000 bylines": _after(lambda: '<span class="byline author">By A B</span>' * 60_000),
    "bylines in bylines": _after(lambda: ('<div class="byline author newsletter">By A B' + "x " * 2_000) * 250),
    "100,000 pictures": _after(lambda: "<div><img src=x>A short caption</div>" * 80_000),
    "pictures in one block": _after(lambda: "<div>" + "<img src=x><h2>words</h2>" * 100_000 + "</div>"),
    "a million line ends": _after(lambda: "<br>" * 1_000_000),
    "breaks in a paragraph": _after(lambda: "<p>" + "a few words<br>" * 200_000),
    "a million entities": _after(lambda: "<p>" + "&amp;" * 900_000),
    "entities that are none": _after(lambda: "<p>" + "&x" * 1_500_000),
    "numbered entities": _after(lambda: "<p>" + "&#x10ffff;&#0;&#xd800;&#99999999999;" * 100_000),
    "a line of 4 MB": _after(lambda: "<p>" + LINE * 4_500),
    "a word of 4 MB": _after(lambda: "<p>" + "a" * 4_000_000),
    "a word of a megabyte": _after(lambda: "<p>" + "a" * 1_000_000),
    "a megabyte of full stops": _after(lambda: "<p>" + "." * 1_000_000),
    "a megabyte of blanks": _after(lambda: "<p>a" + " " * 1_000_000 + "b"),
    "a megabyte of line breaks": _after(lambda: "<pre>" + "a\n" * 500_000),
    "a megabyte of digits": _after(lambda: "<p>" + "2024-01-01 " * 90_000),
    "a megabyte of addresses": _after(lambda: "<p>" + "a@a.a " * 170_000),
    "nothing but emoji": _inside(lambda: "<p>" + "😀" * 1_000_000, NoArticle),
    "nothing but accents": _inside(lambda: "<p>a" + "\u0301" * 600_000, (NoArticle, Language)),
    "accents in every order": _inside(lambda: "<p>a" + "\u0301\u0323" * 300_000, (NoArticle, Language)),
    "nothing but ligatures": _inside(lambda: "<p>" + "\ufdfa" * 400_000, (NoArticle, Language)),
    "nothing but marks of direction": _inside(lambda: "<p>" + "\u202e\u2066\u200b" * 400_000, NoArticle),
    "nothing but halves of letters": _inside(lambda: "<p>" + "\ud800" * 400_000, NoArticle),
    "nothing but open brackets": _inside(lambda: "<" * 4_900_000, NoArticle),
    "nothing but closed tags": _inside(lambda: "</p>" * 1_200_000, NoArticle),
    "nothing but tags half open": _inside(lambda: "<style " * 700_000, NoArticle),
    "nothing but scripts half open": _inside(lambda: "<script>" * 600_000, NoArticle),
    "nothing but text, 4 MB of it": _inside(lambda: (LINE + "\n") * 4_500),
    "a comment of 4 MB": _after(lambda: "<!--" + "x" * 4_000_000 + "-->"),
    "a comment that never ends": _after(lambda: "<!--" + "-" * 4_000_000),
    "a million comments": _after(lambda: "<!---->" * 680_000),
    "processing instructions": _after(lambda: "<?php x?>" * 400_000),
    "a script that never ends": _after(lambda: "<script>" + "x = '<p>';" * 400_000),
    "a style that never ends": _after(lambda: "<style>" + "p { } " * 600_000),
    "a title of 4 MB": Behaviour(packed(lambda: article("<title>" + "a | " * 1_000_000 + "</title>")), NoArticle),
    "a heading of 3 MB": Behaviour(packed(lambda: article(before="<h1>" + "a word " * 430_000 + "</h1>")), NoArticle),
    "a meta tag of 4 MB": Behaviour(
        packed(lambda: article("<meta property=og:title content='" + "a - " * 1_000_000 + "'>")), NoArticle
    ),
    "50,000 meta tags": Behaviour(
        packed(lambda: article("".join(f"<meta name=author{n} content=x>" for n in range(50_000)))), NoArticle
    ),
    "5 MB of attributes": _after(lambda: "<p " + " ".join(f"a{n}=1" for n in range(440_000)) + ">"),
    "5 MB of attributes in quotes": _after(lambda: "<p " + " ".join(f'b{n}=">"' for n in range(380_000)) + ">"),
    "one attribute of 4 MB": _after(lambda: "<p class='" + "newsletter " * 360_000 + "'>"),
    "an attribute that never ends": _after(lambda: "<p class='" + "<p>" * 1_300_000),
    "the same attribute again and again": _after(lambda: "<p " + "a=1 " * 1_000_000 + ">"),
    "a tag of a megabyte": _after(lambda: f"<{'a' * 1_000_000}>"),
    "100,000 tags that nobody knows": _after(lambda: "".join(f"<x-{n}>" for n in range(100_000))),
    "pictures in data": _after(lambda: "<img src='data:image/png;base64," + "QUJD" * 900_000 + "'>"),
    "a set of 100,000 pictures": _after(lambda: "<img srcset='" + "/a.png 1x, " * 300_000 + "'>"),
    "data 20,000 deep": Behaviour(packed(lambda: article(DATA.format('{"a":' * 20_000 + "1" + "}" * 20_000))), READ),
    "lists of data a million deep": Behaviour(packed(lambda: article(DATA.format("[" * 1_000_000))), NoArticle),
    "50,000 scripts of data": Behaviour(
        packed(lambda: article(DATA.format('{"@type":"NewsArticle"}') * 50_000)), NoArticle
    ),
    "one script of 4 MB of data": Behaviour(
        packed(lambda: article(DATA.format(json.dumps([{"@type": "NewsArticle", "headline": "x"}] * 90_000)))),
        NoArticle,
    ),
    "data with 100,000 authors": Behaviour(
        packed(lambda: article(DATA.format(json.dumps({"@type": "NewsArticle", "author": ["A B"] * 50_000})))), READ
    ),
    "data with a number of 300,000 digits": Behaviour(
        packed(lambda: article(DATA.format('{"@type":"Article","headline":' + "9" * 300_000 + "}"))), READ
    ),
    "the billion laughs": Behaviour(page(_laughs), READ),
    "a doctype of a megabyte": Behaviour(packed(lambda: f"<!DOCTYPE html {'x' * 1_000_000}>{article()}"), NoArticle),
    "a drawing of 4 MB": _after(lambda: "<svg>" + "<path d='M0 0'/>" * 250_000 + "</svg>"),
    "a formula of a megabyte": _after(lambda: "<math>" + "<mrow>" * 150_000),
    "a sheet of frames": _inside(lambda: "<frameset>" + "<frame src=x>" * 300_000, NoArticle),
    "a template in a template": _after(lambda: "<template>" * 300_000),
    "plain text inside": _after(lambda: "<plaintext>" + "<p>" * 600_000),
    "4 MB, not packed": Behaviour(page(lambda: article(after="<p>" + LINE * 4_500)), TooLarge),
    "a page of 2.9 MB, not packed": Behaviour(page(lambda: article(after="<p>" + LINE * 3_600)), READ),
    "half a megabyte of paragraphs": _after(lambda: f"<p>{LINE}</p>" * 600),
    "related stories without end": _after(lambda: "<p><a href=x>Read more: a headline of six words</a></p>" * 50_000),
    "calls to subscribe without end": Behaviour(
        packed(lambda: article(after="<p>Subscribe to our partners and cookies " * 100_000)), Consent
    ),
    "a wall of consent": _after(lambda: "<p>We and our partners use cookies. Accept all? " * 60_000),
}
