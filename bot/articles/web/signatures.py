"""Files by their first bytes and by their names, in a reader's words. Pure.

Sources: the WHATWG's MIME Sniffing standard, and the formats' own specifications.
"""

from __future__ import annotations

import re

_MAGIC = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
    (b"\0\0\x01\0", "a picture"),
    (b"8BPS", "a picture"),
    (b"%!PS", "a print file"),
    (b"\x1f\x8b", "an archive"),
    (b"7z\xbc\xaf", "an archive"),
    (b"Rar!", "an archive"),
    (b"BZh", "an archive"),
    (b"\xfd7zXZ", "an archive"),
    (b"\x28\xb5\x2f\xfd", "an archive"),
    (b"ID3", "a recording"),
    (b"\xff\xfb", "a recording"),
    (b"fLaC", "a recording"),
    (b"OggS", "a recording"),
    (b"MThd", "a recording"),
    (b"#EXTM3U", "a video"),
    (b"FLV\x01", "a video"),
    (b"\x1aE\xdf\xa3", "a video"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\0asm", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document"),
    (b"{\\rtf", "an office document"),
    (b"SQLite format 3\0", "data"),
    (b"BEGIN:VCALENDAR", "a calendar"),
    (b"BEGIN:VCARD", "a contact card"),
)
_PDF = re.compile(rb"(?:\A|[\r\n])%PDF-\d")  # Acrobat reads it with rubbish of up to 1,024 bytes in front
_ZIP = b"PK\x03\x04"
_OFFICE = re.compile(rb"\[Content_Types\]\.xml|\b(?:word|xl|ppt)/|mimetypeapplication/vnd\.oasis")
_BOOK = b"mimetypeapplication/epub"
_RIFF = {b"WEBP": "a picture", b"WAVE": "a recording"}
_BRANDS = (
    (re.compile(rb"avi[fs]|he[iv][cfmsx]|mif1|msf1"), "a picture"),
    (re.compile(rb"M4[AB] "), "a recording"),
)
_NAMES = (
    ("application/pdf", "a PDF"),
    ("image/", "a picture"),
    ("video/", "a video"),
    ("application/vnd.apple.mpegurl", "a video"),
    ("audio/", "a recording"),
    ("font/", "a font"),
    ("application/rss", "a feed"),
    ("application/atom", "a feed"),
    ("application/rdf", "a feed"),
    ("application/feed", "a feed"),
    ("application/epub", "a book"),
    ("application/msword", "an office document"),
    ("application/rtf", "an office document"),
    ("text/rtf", "an office document"),
    ("application/vnd.ms-", "an office document"),
    ("application/vnd.openxmlformats", "an office document"),
    ("application/vnd.oasis", "an office document"),
    ("text/calendar", "a calendar"),
    ("text/vcard", "a contact card"),
    ("text/css", "a style sheet"),
    ("text/csv", "data"),
    ("application/zip", "an archive"),
    ("application/gzip", "an archive"),
    ("application/x-7z", "an archive"),
    ("application/x-tar", "an archive"),
)
_WITHIN = (
    (re.compile(r"json\b|\+json\b"), "data"),
    (re.compile(r"javascript|ecmascript"), "a program"),
)


def by_start(body: bytes) -> str | None:
    """What a file is by its first kilobyte; None where it may be a page or a text."""
    if _PDF.search(body):
        return "a PDF"
    start = body.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(_ZIP):
        return "a book" if _BOOK in start else "an office document" if _OFFICE.search(start) else "an archive"
    if start.startswith(b"RIFF"):
        return _RIFF.get(start[8:12], "a video")
    if body[4:8] == b"ftyp":
        return next((name for brand, name in _BRANDS if brand.match(body, 8)), "a video")
    return next((name for magic, name in _MAGIC if start.startswith(magic) or body.startswith(magic)), None)


def by_type(mime: str) -> str:
    """What a file is by its media type: "a file" where that says nothing to a reader."""
    for start, name in _NAMES:
        if mime.startswith(start):
            return name
    return next((name for pattern, name in _WITHIN if pattern.search(mime)), "a file")
