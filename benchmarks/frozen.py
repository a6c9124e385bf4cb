"""Freezes what eipe extracts from many texts, and compares two such freezes.

    python -m benchmarks.frozen freeze before.jsonl TEXTS.jsonl ... [--model NAME] [--every N] [--capitals]
    python -m benchmarks.frozen compare before.jsonl after.jsonl

A text is read with and without reported speech that has no marks. A change of the code that should change no output
is right if ``compare`` prints nothing and exits with 0; of any other change it lists every difference, so that
each can be judged.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import eipe

#: What is frozen of a text, and how it is asked for.
MODES = {"marked": False, "indirect": True}


def texts(files: list[Path], every: int, capitals: bool) -> Iterator[tuple[str, str]]:
    """Each ``every``-th record of the files as (id, text); with ``capitals`` once more, printed in capitals."""
    for path in files:
        records = [json.loads(line) for line in path.read_text(encoding="utf8").splitlines() if line.strip()]
        for record in records[::every]:
            name = f"{path.stem}/{record['id']}"
            yield name, record["text"]
            if capitals:
                yield f"{name}/capitals", record["text"].upper()


def freeze(out: Path, files: list[Path], model: str | None, every: int, capitals: bool) -> None:
    extractor = eipe.load(model)
    with out.open("w", encoding="utf8") as frozen:
        for name, text in texts(files, every, capitals):
            found = {mode: extractor.extract(text, indirect=wanted).to_dict() for mode, wanted in MODES.items()}
            frozen.write(json.dumps({"id": name, **found}, ensure_ascii=False) + "\n")


def facts(extraction: dict[str, Any]) -> Counter[str]:
    """The parts of an extraction, one line each, so that one that is added or gone leaves the others as they are."""
    lines: Counter[str] = Counter()
    text = extraction["text"]
    for key, value in extraction.items():
        for item in value if isinstance(value, list) else [value]:
            if key == "text":
                item = text[:40]
            elif isinstance(item, dict) and "mentions" in item:
                for mention in item["mentions"]:
                    lines[f"{key} {item['name']}: {json.dumps(mention, ensure_ascii=False)}"] += 1
                item = {name: one for name, one in item.items() if name != "mentions"}
            lines[f"{key} {json.dumps(item, ensure_ascii=False)}"] += 1
    return lines


def differences(before: dict[str, Any], after: dict[str, Any]) -> Iterator[str]:
    """What differs between two frozen records of one text, a line each: gone (-) or new (+)."""
    for mode in MODES:
        if json.dumps(before[mode]) == json.dumps(after[mode]):
            continue
        old, new = facts(before[mode]), facts(after[mode])
        yield from (f"{before['id']} {mode} - {line}" for line in (old - new).elements())
        yield from (f"{before['id']} {mode} + {line}" for line in (new - old).elements())
        if old == new:
            yield f"{before['id']} {mode} the same in another order"


def compare(before: Path, after: Path) -> int:
    """Prints every difference; returns how many texts differ."""
    old, new = ({(r := json.loads(line))["id"]: r for line in path.open(encoding="utf8")} for path in (before, after))
    differing = 0
    for name in old | new:
        if name not in old or name not in new:
            lines = [f"{name} only in {before if name in old else after}"]
        else:
            lines = list(differences(old[name], new[name]))
        print("\n".join(lines), end="\n" if lines else "")
        differing += bool(lines)
    print(f"{differing} of {len(old | new)} texts differ", file=sys.stderr)
    return differing


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    make = commands.add_parser("freeze")
    make.add_argument("out", type=Path)
    make.add_argument("files", nargs="+", type=Path, help="jsonl files with an id and a text a line")
    make.add_argument("--model", help="name or path of a Greek spaCy pipeline; by default the embedded one")
    make.add_argument("--every", type=int, default=1, help="take only each N-th record of a file")
    make.add_argument("--capitals", action="store_true", help="read each text in capitals too")
    both = commands.add_parser("compare")
    both.add_argument("before", type=Path)
    both.add_argument("after", type=Path)
    wanted = parser.parse_args()
    if wanted.command == "freeze":
        freeze(wanted.out, wanted.files, wanted.model, wanted.every, wanted.capitals)
        return 0
    return 1 if compare(wanted.before, wanted.after) else 0


if __name__ == "__main__":
    sys.exit(main())
