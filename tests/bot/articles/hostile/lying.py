"""Content types that lie, and charsets that do."""

from __future__ import annotations

import io
import json
import zipfile

from bot.errors import Language, NoArticle, NotHtml
from tests.bot.articles.hostile.behaviour import PARAGRAPHS, READ, STORY, Behaviour, article, page, sends
from tests.fakes.web import response

RSS = "<?xml version='1.0'?><rss version='2.0'><channel><title>News</title></channel></rss>"
ATOM = "<feed xmlns='http://www.w3.org/2005/Atom'><title>News</title></feed>"
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"
TEXT = "text/html; charset="


def _office() -> bytes:
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w:document/>")
    return body.getvalue()


def _book() -> bytes:
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
    return body.getvalue()


def _types(*types: str) -> bytes:
    lines = "".join(f"Content-Type: {each}\r\n" for each in types)
    return f"HTTP/1.1 200 OK\r\n{lines}\r\n".encode() + article().encode()


FILES: dict[str, str | bytes] = {
    "a PDF": PDF,
    "a PDF behind blanks": b"\n\n" + PDF,
    "a PDF behind rubbish": b"rubbish of a mail program\n" + PDF,
    "a JPEG": b"\xff\xd8\xff\xe0\0\x10JFIF",
    "a PNG": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "a WebP": b"RIFF\x24\0\0\0WEBPVP8 ",
    "an AVIF": b"\0\0\0\x20ftypavif\0\0\0\0",
    "an SVG": "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>",
    "a video": b"\0\0\0\x18ftypmp42",
    "a recording": b"ID3\4\0\0\0\0\0\0",
    "a zip archive": b"PK\3\4\x14\0\0\0",
    "a document of Word": _office(),
    "an old document of Word": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 80,
    "a book": _book(),
    "a feed": RSS,
    "a feed behind a comment": f"<!-- a <html> of our own --> {RSS}",
    "a feed with a doctype": RSS.replace("<rss", "<!DOCTYPE rss [<!ENTITY a 'b'>]><rss"),
    "a feed behind a mark": f"\ufeff{ATOM}",
    "a feed behind a long comment": f"<!--{'x' * 3_000}-->{ATOM}",
    "a feed in JSON": json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": []}),
    "a site map": "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url/></urlset>",
    "data": json.dumps({"article": STORY}),
    "data in a list": json.dumps([{"article": STORY}] * 9),
    "a calendar": "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n",
    "a visiting card": "BEGIN:VCARD\r\nVERSION:4.0\r\nEND:VCARD\r\n",
}

LYING = {
    **{f"{name} as a page": Behaviour(page(body, Content_Type="text/html"), NotHtml) for name, body in FILES.items()},
    "a feed as text": Behaviour(page(RSS, Content_Type="text/plain"), NotHtml),
    "a feed as XML": Behaviour(page(RSS, Content_Type="text/xml"), NotHtml),
    "a zip archive as text": Behaviour(page(b"PK\3\4\x14\0\0\0", Content_Type="text/plain"), NotHtml),
    "data by its name": Behaviour(page(article(), Content_Type="application/json"), NotHtml),
    "a picture by its name": Behaviour(page(article(), Content_Type="image/png"), NotHtml),
    "a page as text": Behaviour(page(article(), Content_Type="text/plain"), READ),
    "a page as bytes": Behaviour(page(article(), Content_Type="application/octet-stream"), READ),
    "a page as XML": Behaviour(page(article(), Content_Type="application/xml"), READ),
    "a page without a type": Behaviour(page(article(), Content_Type=""), READ),
    "a page of a type nobody knows": Behaviour(page(article(), Content_Type="unknown/unknown"), READ),
    "a page of a type of rubbish": Behaviour(page(article(), Content_Type="\xff;;;===;"), NotHtml),
    "a page of two types": Behaviour(sends(_types("text/html", "image/png")), READ),
    "a page of two types, the other first": Behaviour(sends(_types("image/png", "text/html")), NotHtml),
    "a type of 8,000 characters": Behaviour(page(article(), Content_Type="text/html; a=" + "b" * 7_900), READ),
    "text as text": Behaviour(page(STORY, Content_Type="text/plain"), READ),
    "text as a page": Behaviour(page(STORY), READ),
    "nothing as text": Behaviour(page("", Content_Type="text/plain"), NoArticle),
    "null bytes in a page": Behaviour(page(article().replace(" ", " \0")), NotHtml),
    "null bytes far down in a page": Behaviour(page(article(before="<i></i>" * 90).replace("lock", "lo\0ck")), READ),
    "a charset nobody knows": Behaviour(page(article(), Content_Type=f"{TEXT}klingon-7"), READ),
    "UTF-7": Behaviour(page(article(before="+ADw-script+AD4-"), Content_Type=f"{TEXT}utf-7"), READ),
    "a charset that is a packing": Behaviour(page(article(), Content_Type=f"{TEXT}zlib_codec"), READ),
    "a charset that is a program": Behaviour(page(article(), Content_Type=f"{TEXT}unicode_escape"), READ),
    "UTF-16 without a mark": Behaviour(page(article().encode("utf-16-le"), Content_Type=f"{TEXT}utf-16le"), READ),
    "UTF-16 that is none": Behaviour(page(article(), Content_Type=f"{TEXT}utf-16"), (NoArticle, Language)),
    "UTF-32": Behaviour(page(article().encode("utf-32"), Content_Type=f"{TEXT}utf-32"), READ),
    "a meta tag that lies": Behaviour(page(article("<meta charset=shift_jis>").encode()), READ),
    "a mark against the header": Behaviour(
        page(b"\xef\xbb\xbf" + article().encode(), Content_Type=f"{TEXT}koi8-r"), READ
    ),
    "Latin-1 that says UTF-8": Behaviour(page(article().encode("cp1252"), Content_Type=f"{TEXT}utf-8"), READ),
    "Latin-1 and UTF-8 mixed": Behaviour(page(article().encode("cp1252") + article().encode()), READ),
    "EBCDIC": Behaviour(
        page(article().encode("cp037", "replace"), Content_Type=f"{TEXT}cp037"), (NotHtml, NoArticle, Language)
    ),
    "nothing but broken UTF-8": Behaviour(
        page(lambda: b"<p>" + b"\xff" * 2_900_000, Content_Type=f"{TEXT}utf-8"), (NoArticle, Language)
    ),
    "nothing but bytes outside of Windows-1252": Behaviour(
        page(lambda: b"<p>" + b"\x81" * 2_900_000, Content_Type=f"{TEXT}windows-1252"), (NoArticle, Language)
    ),
    "nothing but halves of UTF-16": Behaviour(
        page(lambda: b"\xff\xfe" + b"\x00\xd8" * 1_400_000), (NoArticle, Language)
    ),
    "nothing but broken Japanese": Behaviour(
        page(lambda: b"<p>" + b"\xff" * 2_900_000, Content_Type=f"{TEXT}shift_jis"), (NoArticle, Language)
    ),
    "nothing but broken Chinese": Behaviour(
        page(lambda: b"<p>" + b"\xff" * 2_900_000, Content_Type=f"{TEXT}gb18030"), (NoArticle, Language)
    ),
    "only the paragraphs": Behaviour(page(PARAGRAPHS), READ),
    "a page cut in a letter": Behaviour(sends(response((article() + "é").encode()[:-1])), READ),
}
