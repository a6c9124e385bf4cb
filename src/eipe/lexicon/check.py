"""Checks the tables, or puts them in order: ``python -m eipe.lexicon.check [--write]``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from eipe.lexicon.schema import SCHEMA, problems, put_in_order

__all__ = ["check", "main"]

TABLES = Path(__file__).parent / "tables"


def check(folder: Path = TABLES, *, write: bool = False) -> list[str]:
    """What is wrong with the tables in ``folder``, a line each; with ``write`` they are put in order first."""
    found: list[str] = []
    for path in sorted(folder.glob("*.tsv")):
        if path.stem not in SCHEMA:
            found.append(f"{path}:1: the schema has no such table; add it to eipe/lexicon/schema.py")
            continue
        text = path.read_text(encoding="utf8")
        ordered = put_in_order(path.stem, text)
        if write and ordered != text:
            path.write_text(ordered, encoding="utf8", newline="\n")
            text = ordered
        found += [f"{path}:{line}: {problem}" for line, problem in problems(path.stem, text)]
    found += [f"{folder}: {name}.tsv is missing" for name in SCHEMA if not (folder / f"{name}.tsv").is_file()]
    return found


def main(arguments: list[str] | None = None) -> int:
    """Prints what is wrong; 1 if anything is."""
    parser = argparse.ArgumentParser(prog="python -m eipe.lexicon.check", description="Checks the tables of words.")
    parser.add_argument("--write", action="store_true", help="put rows and words in order first")
    found = check(write=parser.parse_args(arguments).write)
    print("\n".join(found) or f"{len(SCHEMA)} tables are in order")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
