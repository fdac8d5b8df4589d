"""Stories as an outlet serves them: some 110 kB and 800 elements, of which the story is a small part.

The furniture is what a reader has to see through: navigation, scripts, captions, related links between paragraphs, the
most read, comments, a newsletter, a footer. Size and elements are the median of real news pages. Of two pages one has
lists and sections, the other nothing but ``div``: what is pruned early, and so the time, differs most between these.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from tests.bench.newswire import PUBLISHED, SITE, Story, stories

SECTIONS = "World Politics Business Science Health Climate Culture Sport Opinion Video Podcasts Weather".split()
TOPICS = "Today Analysis Maps Data Letters Archive".split()
SCRIPTS, SCRIPT_BYTES, STYLE_RULES = 12, 5_000, 400
MODERN = re.compile(r"<(/?)(?:nav|footer|button)\b")
PLAIN = re.compile(r"<(/?)(?:nav|header|footer|aside|section|main|ul|ol|li|button)\b")
RELATED_AFTER = (3, 6)  # paragraphs after which related stories stand in the text


def page(story: Story, number: int = 0) -> str:
    """The page of a story; with another ``number`` it links to other stories, and odd ones have the plain markup."""
    around = stories(70 + number)[number:]
    body = (PLAIN if number % 2 else MODERN).sub(r"<\1div", _top() + _story(story, around) + _bottom(around))
    return f"<!doctype html><html lang='en'>{_head(story)}<body class='article theme-light'>{body}</body></html>"


def pages(count: int) -> tuple[str, ...]:
    """So many pages, each with another story and other furniture."""
    return tuple(page(story, number) for number, story in enumerate(stories(count)))


def long_page(text: str, title: str) -> str:
    """A page with a text of any length, its paragraphs between empty lines."""
    return page(Story(title, tuple(text.split("\n\n"))))


def _head(story: Story) -> str:
    known = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.title,
        "datePublished": f"{PUBLISHED}T09:30:00Z",
        "author": [{"@type": "Person", "name": "Miriam Castell"}],
        "publisher": {"@type": "Organization", "name": SITE, "logo": {"@type": "ImageObject", "url": "/logo.png"}},
    }
    rules = "".join(f".c{n}{{margin:{n % 7}px;color:#{n:03x};display:block}}" for n in range(STYLE_RULES))
    scripts = "".join(f"<script>window.q{n}=[{'0,' * (SCRIPT_BYTES // 2)}0];</script>" for n in range(SCRIPTS))
    links = "".join(f"<link rel='preload' href='/static/{n}.js' as='script'>" for n in range(20))
    return (
        f"<head><meta charset='utf-8'><title>{story.title} | {SITE}</title>"
        f"<meta property='og:title' content='{story.title}'><meta property='og:site_name' content='{SITE}'>"
        f"<meta property='og:type' content='article'>"
        f"<meta property='article:published_time' content='{PUBLISHED}T09:30:00Z'>"
        f"<meta name='description' content='{story.paragraphs[0][:150]}'>{links}<style>{rules}</style>{scripts}"
        f"<script type='application/ld+json'>{json.dumps(known)}</script></head>"
    )


def _top() -> str:
    sections = "".join(
        f"<li class='nav-item'><a href='/{name.lower()}'>{name}</a><ul class='sub-menu'>{_links(name)}</ul></li>"
        for name in SECTIONS
    )
    return (
        f"<div id='consent' class='modal' hidden><p>We use cookies.</p><button>Accept</button></div>"
        f"<header class='masthead'><a href='/'>{SITE}</a><nav><ul>{sections}</ul></nav></header>"
    )


def _story(story: Story, around: tuple[Story, ...]) -> str:
    return (
        f"<main><div class='grid'><article class='story'><header><h1>{story.title}</h1>"
        f"<p class='byline'>By <a href='/by/miriam-castell'>Miriam Castell</a></p>"
        f"<time datetime='{PUBLISHED}T09:30:00Z'>5 March 2025</time>{_shares()}</header>"
        f"{_picture(story)}<div class='story-body'>{''.join(_paragraphs(story, around))}</div>{_shares()}"
        f"<div class='newsletter'><h3>Our morning briefing</h3><p>Sign up for the stories that matter.</p>"
        f"<form><input type='email'><button>Sign up</button></form></div></article>"
        f"<aside class='sidebar'><h2>Most read</h2><ol>{_cards(around[8:28])}</ol></aside></div></main>"
    )


def _bottom(around: tuple[Story, ...]) -> str:
    more = "".join(f"<div class='column'><h5>{name}</h5><ul>{_links(name)}</ul></div>" for name in SECTIONS[:8])
    return (
        f"<section id='comments' class='comments'><h2>Comments</h2>{_comments(around[28:40])}</section>"
        f"<section class='latest'><h2>Latest</h2><ul>{_cards(around[40:70])}</ul></section>"
        f"<footer class='site-footer'>{more}<p>© 2025 {SITE}. All rights reserved.</p></footer>"
    )


def _links(section: str) -> str:
    return "".join(f"<li><a href='/{section.lower()}/{topic.lower()}'>{topic}</a></li>" for topic in TOPICS)


def _paragraphs(story: Story, around: tuple[Story, ...]) -> Iterable[str]:
    for number, paragraph in enumerate(story.paragraphs):
        first, space, rest = paragraph.partition(". ")
        linked = f"<a href='/topic/{number}'>{first}</a>{space}{rest}" if number == 1 else paragraph
        yield f"<p class='c{number % STYLE_RULES}'>{linked}</p>"
        if number in RELATED_AFTER:
            yield f"<div class='related'><h4>Read more</h4><ul>{_cards(around[number : number + 2])}</ul></div>"


def _picture(story: Story) -> str:
    return (
        f"<figure><picture><source srcset='/1.webp'><img src='/1.jpg' alt='{story.title}'></picture>"
        f"<figcaption>People on a street after the news. Photograph: Ana Duarte/{SITE}</figcaption></figure>"
    )


def _shares() -> str:
    places = ("mail", "chat", "print", "copy")
    drawing = "<svg><path d='M0 0h9v9'/></svg>"
    buttons = (f"<li><button class='share {name}'>{drawing}{name}</button></li>" for name in places)
    return f"<ul class='share-tools'>{''.join(buttons)}</ul>"


def _cards(linked: Iterable[Story]) -> str:
    return "".join(
        f"<li class='card'><a href='/2025/03/{number}'><img src='/{number}.jpg' alt=''><span>{story.title}</span></a>"
        f"<span class='kicker'>{SECTIONS[number % len(SECTIONS)]}</span></li>"
        for number, story in enumerate(linked)
    )


def _comments(around: Iterable[Story]) -> str:
    return "".join(
        f"<div class='comment'><div class='comment-author'><a href='/u/{number}'>reader{number}</a></div>"
        f"<div class='comment-text'><p>I read this twice. {story.paragraphs[2][:200]} And so on.</p></div>"
        f"<button>Reply</button><button>Like</button></div>"
        for number, story in enumerate(around)
    )
