"""The fenced examples of the docs, run: pycon and console blocks print what they say, python blocks work.

    python tests/use/docs_examples.py --write      puts in what they print now
    python tests/use/docs_examples.py              says where the docs are wrong

The blocks of a page run in order, in one namespace and one folder that holds ``article.txt``, ``articles/``
and ``crawl.jsonl``. Blocks marked ``bash`` are for the reader's machine (installing) and are not run.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from eipe.cli import app

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
_FENCE = re.compile(r"^```(pycon|python|console)[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def pages() -> list[Path]:
    """The pages with examples."""
    found = [*sorted(DOCS.rglob("*.md")), ROOT / "README.el.md"]
    return [page for page in found if page.exists() and _FENCE.search(page.read_text(encoding="utf8"))]


def refreshed(page: Path) -> str:
    """The page with what its examples print when they are run now."""
    namespace: dict[str, Any] = {"__name__": "__main__"}
    with workplace():
        return _FENCE.sub(
            lambda match: match[0].replace(match[2], _run(match[1], match[2], namespace)),
            page.read_text(encoding="utf8"),
        )


@contextlib.contextmanager
def workplace() -> Iterator[None]:
    """A folder with articles, for the time of a page."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        shutil.copytree(DOCS / "articles", work / "articles")
        files = sorted((work / "articles").iterdir())
        shutil.copy(files[0], work / "article.txt")
        lines = (json.dumps({"id": f.stem, "text": f.read_text(encoding="utf8")}, ensure_ascii=False) for f in files)
        (work / "crawl.jsonl").write_text("\n".join(lines), encoding="utf8")
        os.chdir(work)
        try:
            yield
        finally:
            os.chdir(before)


def _run(language: str, block: str, namespace: dict[str, Any]) -> str:
    if language == "console":
        return "".join(_command(line) for line in block.splitlines() if line.startswith("$ "))
    if language == "python":
        exec(compile(block, "<docs>", "exec"), namespace)
        return block
    out = []
    for piece in doctest.DocTestParser().parse(block):
        if isinstance(piece, str):  # what was printed behind an empty line
            continue
        first, *rest = piece.source.splitlines()
        out.append("\n".join([f">>> {first}", *(f"... {line}".rstrip() for line in rest)]) + "\n")
        out.append(_statement(piece.source, namespace))
    return "".join(out)


def _statement(source: str, namespace: dict[str, Any]) -> str:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        try:
            exec(compile(source, "<docs>", "single"), namespace)
        except Exception as error:
            last = "".join(traceback.format_exception_only(error))
            print(f"Traceback (most recent call last):\n  ...\n{last}", end="")
    return printed.getvalue()


def _command(line: str) -> str:
    if line.startswith("$ eipe ") and not set(line) & set(";|<>&"):
        # In this process, which has everything loaded.
        printed = CliRunner().invoke(app, shlex.split(line)[2:], prog_name="eipe", terminal_width=80).output
        return f"{line}\n{printed}"
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    done = subprocess.run(
        line[2:],
        shell=True,
        check=False,
        env={**os.environ, "PATH": path, "COLUMNS": "80"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf8",
    )
    return f"{line}\n{done.stdout}" + ("" if done.stdout.endswith("\n") or not done.stdout else "\n")


if __name__ == "__main__":
    for path in pages():
        try:
            text = refreshed(path)
        except ImportError as error:
            print(f"{path.relative_to(ROOT)}: left out, {error}")
            continue
        if text != path.read_text(encoding="utf8"):
            print(path.relative_to(ROOT))
            if "--write" in sys.argv:
                path.write_text(text, encoding="utf8")
