"""What the README shows is what happens."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from eipe.cli import app

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf8")
EXAMPLES = re.findall(r"```python\n(.*?)```\n\n```text\n(.*?)```", README, re.DOTALL)


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 2


@pytest.mark.parametrize(("code", "printed"), EXAMPLES)
def test_example(code: str, printed: str) -> None:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, "README.md", "exec"), {})
    assert out.getvalue() == printed


def test_the_seed_article_comes_out_as_shown() -> None:
    article = next((ROOT / "seeds").glob("*.txt"))
    shown = README.split("```text\n", 1)[1].split("```", 1)[0]
    result = CliRunner().invoke(app, ["show", str(article)], terminal_width=80)
    assert result.exit_code == 0
    for part in shown.split("...\n"):
        assert part.strip() in result.output
