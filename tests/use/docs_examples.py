"""The fenced examples of the docs, run: pycon and console blocks print what they say, python blocks work.

    python tests/use/docs_examples.py --write      puts in what they print now
    python tests/use/docs_examples.py              says where the docs are wrong

The blocks of a page run in order, in one namespace and one folder that holds ``article.txt``, ``articles/``,
``week/`` and ``crawl.jsonl``. Blocks marked ``bash`` are for the reader's machine (installing) and are not run.
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
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from eipe import EipeWarning
from eipe.cli import app

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
#: The one page that may show how Python reports an error.
ERRORS = DOCS / "errors.md"
TRACEBACK = "Traceback (most recent call last):"
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


class FailingExampleError(Exception):
    """An example fails on a page that is not about errors."""


def rewrite(page: Path) -> bool:
    """Writes what the page's examples print now; whether anything has changed.

    Raises:
        FailingExampleError: If an example fails where it would be shown as a result.
    """
    before, now = page.read_text(encoding="utf8"), refreshed(page)
    if TRACEBACK in now and page != ERRORS:
        failure = next(line for line in now.partition(TRACEBACK)[2].splitlines() if line[:1].strip())
        raise FailingExampleError(f"an example fails with {failure}")
    page.write_text(now, encoding="utf8")
    return now != before


@contextlib.contextmanager
def workplace() -> Iterator[None]:
    """A folder with articles, for the time of a page."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        shutil.copytree(DOCS / "articles", work / "articles")
        shutil.copytree(DOCS / "week", work / "week")
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
    with contextlib.redirect_stdout(printed), warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always", EipeWarning)
        try:
            exec(compile(source, "<docs>", "single"), namespace)
        except Exception as error:
            last = "".join(traceback.format_exception_only(error))
            print(f"{TRACEBACK}\n  ...\n{last}", end="")
    told = (f"<stdin>:1: EipeWarning: {w.message}\n" for w in warned if w.category is EipeWarning)
    return "".join(told) + printed.getvalue()


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
    failed = False
    for path in pages():
        name = path.relative_to(ROOT)
        try:
            changed = rewrite(path) if "--write" in sys.argv else refreshed(path) != path.read_text(encoding="utf8")
        except ImportError as error:
            print(f"{name}: left out, {error}")
        except FailingExampleError as error:
            failed = True
            print(f"{name}: not written, {error}")
        else:
            if changed:
                print(name)
    sys.exit(failed)
