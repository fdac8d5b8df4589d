"""Articles for the stories of the command line, made up for them, and lines of JSON that hold them."""

from __future__ import annotations

import json

FERRY = """\
Norway and Denmark will restart the night ferry between Bergen and Hirtshals on June 2, their transport ministers said \
on Monday in Oslo. The line closed in January because its only ship failed a safety inspection.

“People on both coasts have waited long enough,” Norwegian Transport Minister Kari Solheim told reporters. She said \
the two countries would share costs of $12 million a year.

Danish Transport Minister Jens Overgaard said about 90,000 passengers used the line last year. The new ship will be \
inspected in Bergen on May 20."""

DAM = """\
Peru has asked Bolivia to delay the filling of a new dam on Lake Titicaca, the foreign ministry in Lima said on \
Wednesday. Farmers in the border region fear that their wells may run dry.

Bolivian officials rejected the request. “The dam takes no drop from anybody,” Energy Minister Rosa Quispe said, \
according to the state news agency ABI. The reservoir is to hold 40 million cubic metres of water.

Experts from both countries will meet in La Paz on March 3 to look at the figures, the ministry said."""

PAGE = """<!doctype html><html lang="en"><head><title>Night ferry to restart</title>
<meta property="og:site_name" content="Fjord Wire"><meta property="article:published_time" content="2025-04-28"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Night ferry to restart</h1>{}</article>
<footer>All rights reserved</footer></body></html>"""


def page(text: str = FERRY) -> str:
    """An article as the page of an outlet."""
    return PAGE.format("".join(f"<p>{paragraph}</p>" for paragraph in text.split("\n\n")))


def lines(*records: object) -> bytes:
    """Records as JSON Lines; bytes stand as they are."""
    return b"".join((each if isinstance(each, bytes) else json.dumps(each).encode()) + b"\n" for each in records)
