"""What hostile or broken servers and people send: pages as bytes with a header, pasted texts, addresses.

Three kinds of pages: bytes of any kind; HTML put together from what pages consist of, with data and dates of every
malformed kind; and a page as outlets have it, with parts cut, doubled, overwritten or encoded otherwise.
"""

from __future__ import annotations

import json
from typing import NamedTuple

from hypothesis import strategies as st

from tests.bench.fuzz_words import CHARSETS, DATES, ELEMENTS, HEADERS, KEYS, METAS, ODD, PAGE, PLACES, SENTENCES, TYPES


class Sent(NamedTuple):
    """What a server sent: the header's type, the bytes, and the address at which they were found."""

    content_type: str
    body: bytes
    url: str


class Pasted(NamedTuple):
    """What a person pasted, with what goes with it."""

    text: str
    title: str | None
    published: str | None


def _often(good: st.SearchStrategy[str], odd: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(good, good, good, odd)


_odd = st.one_of(st.sampled_from(ODD), st.sampled_from(DATES), st.text(max_size=12))
_said = _often(st.sampled_from(SENTENCES), _odd)
_prose = st.lists(_said, min_size=2, max_size=14).map(" ".join)
_repeated = st.builds(lambda words, times: words * times, st.sampled_from((*ODD, *SENTENCES)), st.integers(1, 400))
_text = st.lists(st.one_of(_prose, _prose, _repeated, _odd), max_size=9).map("\n\n".join)
_date = _often(st.sampled_from(DATES), st.text(max_size=25))

_scalar = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), _date, _odd, st.sampled_from(SENTENCES))
_name = _often(st.sampled_from(KEYS), st.text(max_size=8))
_json = st.recursive(
    _scalar | st.sampled_from(TYPES),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_name, inner, max_size=6),
    max_leaves=14,
)
_typed = st.builds(
    lambda kind, rest: {**rest, "@type": kind}, _often(st.sampled_from(TYPES), _odd), st.dictionaries(_name, _json)
)
_data = st.builds(
    lambda value, cut: f'<script type="application/ld+json">{json.dumps(value)[: cut or None]}</script>',
    st.one_of(
        _typed, st.lists(_typed, max_size=3), st.fixed_dictionaries({"@graph": st.lists(_typed, max_size=3)}), _json
    ),
    st.sampled_from((0, 0, 0, -1, -4, 40)),
)
_meta = st.builds(lambda meta, value: meta.format(value.replace("'", "")), st.sampled_from(METAS), _date | _said)
_time = st.builds(lambda date, words: f"<time datetime='{date}'>{words}</time>", _date, _odd)
_element = st.builds(lambda shape, inner: shape.format(inner), st.sampled_from(ELEMENTS), _prose)
_piece = st.one_of(_element, _element, _element, _time, _odd, _repeated)
_html = st.builds(
    lambda start, head, body: f"<html>{start}<head>{''.join(head)}</head><body>{''.join(body)}",
    st.sampled_from((" " * 512, " " * 512, "")),  # what the first 512 bytes are made of decides whether it is a page
    st.lists(_meta | _data, max_size=6),
    st.lists(_piece, min_size=2, max_size=14),
)


def _changed(page: bytes, edits: list[tuple[int, int, bytes]]) -> bytes:
    """Parts of a page overwritten: at a place, so many bytes, by others."""
    for at, many, new in edits:
        place = at % (len(page) + 1)
        page = page[:place] + new + page[place + many :]
    return page


_bits = st.one_of(
    st.binary(max_size=6),
    st.sampled_from(ODD).map(lambda words: words.encode("utf-8", "surrogatepass")),
    _data.map(str.encode),
    _piece.map(lambda words: words.encode("utf-8", "surrogatepass")),
)
_edits = st.lists(st.tuples(st.integers(0, 10_000), st.sampled_from((0, 0, 1, 9, 200)), _bits), max_size=8)
_coded = st.builds(
    lambda page, charset: page.encode(charset, "replace"),
    st.one_of(_html, _html, st.just(PAGE), st.just(PAGE), _text),
    st.sampled_from(CHARSETS),
)
_body = st.one_of(
    st.binary(max_size=300),
    st.builds(_changed, _coded, _edits),
    st.builds(_changed, _coded, _edits),
    _coded,
    _coded,
    st.builds(lambda page, cut: page[:cut], _coded, st.integers(0, 2_000)),
)
_header = st.one_of(
    *[st.just("text/html; charset=utf-8")] * 4, st.just("text/html"), st.sampled_from(HEADERS), st.text()
)
_address = st.sampled_from(PLACES)
pages: st.SearchStrategy[Sent] = st.builds(Sent, _header, _body, _address)
texts: st.SearchStrategy[Pasted] = st.builds(
    Pasted,
    st.one_of(_text, _text, st.text()),
    st.none() | _said | st.sampled_from(ODD),
    st.one_of(st.none(), st.just("2025-03-05"), st.just("2025-03-05"), st.sampled_from(DATES)),
)
addresses: st.SearchStrategy[str] = st.one_of(
    st.text(),
    st.builds(
        lambda start, parts: start + "".join(parts),
        st.sampled_from(("", "http://", "https://", "HTTPS:", "<https://", "//", "ftp://", " https://a.example/")),
        st.lists(
            st.sampled_from((*PLACES, *ODD, *"[]@:/?#%.&=-_~", "%00", "%zz", "xn--", "\uff1a", "\u3002", "0x7f.1"))
            | st.text(max_size=6),
            max_size=9,
        ),
    ),
)
