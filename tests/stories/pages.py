"""Pages for the stories, written for them."""

from tests.handlers.payloads import PARAGRAPHS

TITLE = "Kenya and Ethiopia reopen the Moyale crossing"


def page(title: str = TITLE, paragraphs: tuple[str, ...] = PARAGRAPHS, head: str = "") -> str:
    """An article's page: a heading, its paragraphs, and the furniture around them."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<!doctype html><html lang="en"><head><title>{title} - Example Wire</title>{head}'
        '<meta property="og:site_name" content="Example Wire">'
        '<meta property="article:published_time" content="2025-03-04T14:00:00Z"></head>'
        f"<body><nav><a href='/'>Home</a> <a href='/world'>World</a></nav><article><h1>{title}</h1>{body}</article>"
        "<footer>About us. Contact. Terms.</footer></body></html>"
    )
