"""The README's command line is the one that is installed."""

from __future__ import annotations

import re
import subprocess
import sys

from tests.habits.project import ROOT, read


def test_the_readme_has_every_command_and_no_other() -> None:
    """What `dateline --help` lists is what the README's table explains."""
    code = "import sys, app; sys.argv = ['dateline', '--help']; app.main()"
    done = subprocess.run((sys.executable, "-c", code), cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    listed = re.findall(r"^[│| ]+([a-z]+) {2,}\S", done.stdout, re.MULTILINE)
    explained = re.findall(r"^\| `dateline ([a-z]+)", read("README.md"), re.MULTILINE)
    assert sorted(explained) == sorted(listed)
