"""Sentences that no rule reads right: what a rule for them would have to earn. One that is read right is noticed."""

from __future__ import annotations

from pathlib import Path

import pytest
from documents import marked

from eipe.entities import find_entities

TABLE = Path(__file__).parent / "cases/known_misses_names.tsv"
CASES = [line.split("\t") for line in TABLE.read_text("utf8").splitlines()[2:]]


def answer(kind: str, text: str, tags: str) -> str:
    """What is found of one kind: names, or titles and pronouns with whom they mean, or genders, or roles."""
    pos = dict(tag.split("=") for tag in tags.split())
    found = find_entities(marked(text.replace("\\n", "\n"), pos=pos))
    if kind == "nominals":
        told = [(m.text, one.name) for one in found.people for m in one.mentions if m.kind == "nominal"]
        return "; ".join(f"{title} = {name}" for title, name in told)
    if kind == "gender":
        return "; ".join(f"{one.name} = {one.gender}" for one in found.people)
    if kind == "roles":
        return "; ".join(f"{one.name} = {role}" for one in found.people for role in one.roles)
    return "; ".join(one.name for one in getattr(found, kind))


@pytest.mark.parametrize(("kind", "text", "tags", "wanted"), CASES, ids=[row[1] for row in CASES])
def test_it_is_still_missed(kind: str, text: str, tags: str, wanted: str) -> None:
    assert answer(kind, text, tags) != wanted, "it is found now: move the row to the tests of the rule that finds it"
