"""The project names no package registry, no download address and nobody's machine: it works wherever it is cloned."""

from __future__ import annotations

import re

from tests.habits.project import files, name

# Put together here, so that this file does not name them either.
REGISTRIES = tuple(
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("deb", "debian", "org"),
        ("security", "debian", "org"),
        ("anaconda", "org"),
    )
)
FORBIDDEN = {
    "a package registry": re.compile("|".join(re.escape(host) for host in REGISTRIES)),
    "a download address": re.compile(r"(?:https?|ftp|file)://\S+\.(?:whl|tar\.gz|tgz|zip|deb|rpm|exe|dmg|pkg)\b"),
    "an index of packages": re.compile(r"^\s*-(?:i|f)\s|--(?:extra-)?index-url[ =]|--find-links[ =]", re.MULTILINE),
    "somebody's machine": re.compile(r"(?<![\w./-])/(?:work|farm|root|home/[a-z]\w*|Users/\w+)/"),
}


def test_no_file_names_a_registry_a_download_or_a_machine() -> None:
    """Every text file of the project, requirement files included, is free of them."""
    found = [
        f"{name(path)}: {what}: {match.group()}"
        for path in files()
        for what, pattern in FORBIDDEN.items()
        if (match := pattern.search(path.read_bytes().decode("utf-8", "replace")))
    ]
    assert found == []
