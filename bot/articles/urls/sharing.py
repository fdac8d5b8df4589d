"""Hosts whose links are the key to what somebody shared: documents, files, boards, recordings, pastes. Pure."""

from __future__ import annotations

import re

# Host, and everything below it -> what a path of a shared thing looks like there.
_ANY = r"/."
_SERVICES: dict[str, str] = {
    "docs.google.com": _ANY,
    "drive.google.com": _ANY,
    "sites.google.com": _ANY,
    "calendar.google.com": _ANY,
    "photos.app.goo.gl": _ANY,
    "forms.gle": _ANY,
    "storage.googleapis.com": _ANY,
    "dropbox.com": r"/(?:s|sh|scl|t|l|paper|request)/",
    "dropboxusercontent.com": _ANY,
    "sharepoint.com": _ANY,
    "onedrive.live.com": _ANY,
    "1drv.ms": _ANY,
    "box.com": r"/(?:s|v|shared|file|folder)/",
    "icloud.com": _ANY,
    "icloud-content.com": _ANY,
    "we.tl": _ANY,
    "wetransfer.com": r"/downloads/",
    "mega.nz": _ANY,
    "pcloud.link": _ANY,
    "mediafire.com": r"/(?:file|folder)/",
    "notion.so": _ANY,
    "notion.site": _ANY,
    "figma.com": r"/(?:file|design|proto|board|slides)/",
    "miro.com": r"/app/",
    "airtable.com": r"/(?:app\w+/)?shr",
    "coda.io": r"/d/",
    "overleaf.com": r"/(?:read/|\d)",
    "canva.com": r"/design/",
    "loom.com": r"/share/",
    "zoom.us": r"/(?:rec|j|s|my)/",
    "meet.google.com": _ANY,
    "chat.whatsapp.com": _ANY,
    "discord.gg": _ANY,
    "discord.com": r"/invite/",
    "cdn.discordapp.com": _ANY,
    "media.discordapp.net": _ANY,
    "t.me": r"/(?:\+|joinchat/)",
    "slack-files.com": _ANY,
    "files.slack.com": _ANY,
    "join.slack.com": _ANY,
    "paste.ee": _ANY,
    "privatebin.net": _ANY,
    "gist.github.com": r"/[\w-]+/[0-9a-f]{20,}",
    "gist.githubusercontent.com": _ANY,
    "archive.today": r"/wip/",
    "amazonaws.com": _ANY,
    "blob.core.windows.net": _ANY,
    "chatgpt.com": r"/share/",
    "claude.ai": r"/(?:share|public)/",
}
_PATHS = {host: re.compile(path) for host, path in _SERVICES.items()}


def opens_documents(host: str, path: str) -> bool:
    """Whether a link of this host and path is how things are shared there: unlisted, for whoever has it."""
    labels = host.split(".")
    known = (_PATHS.get(".".join(labels[start:])) for start in range(len(labels)))
    return any(pattern.match(path) for pattern in known if pattern)
