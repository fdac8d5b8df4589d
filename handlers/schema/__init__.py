"""JSON Schemas of what the command line writes, kept with the package so that programs can check against them."""

from importlib.resources import files


def output() -> str:
    """The schema of one object of output, as JSON text (draft 2020-12)."""
    return files(__name__).joinpath("output.schema.json").read_text(encoding="utf-8")
