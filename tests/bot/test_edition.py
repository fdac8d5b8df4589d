"""The version that digests are kept under."""

from pathlib import Path

from bot.edition import edition


def test_any_change_of_code_data_or_model_is_another_edition(tmp_path: Path) -> None:
    """Bytecode is none."""
    room = tmp_path / "bot" / "facts"
    room.mkdir(parents=True)
    (room / "who.py").write_text("one")
    (room / "words.tsv").write_text("a\tb")
    first = edition("model 1", tmp_path)
    assert first == edition("model 1", tmp_path)
    (room / "__pycache__").mkdir()
    (room / "__pycache__" / "who.pyc").write_bytes(b"x")
    assert edition("model 1", tmp_path) == first
    assert edition("model 2", tmp_path) != first
    (room / "words.tsv").write_text("a\tc")
    changed = edition("model 1", tmp_path)
    assert changed != first
    (room / "who.py").rename(room / "whom.py")
    assert edition("model 1", tmp_path) not in {first, changed}


def test_our_own_edition_is_short_and_the_same_each_time() -> None:
    """Sixteen hexadecimal digits."""
    assert edition("m") == edition("m")
    assert len(edition("m")) == 16
    assert int(edition("m"), 16) >= 0
