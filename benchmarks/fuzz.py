"""Coverage-guided fuzzing: marks, JSON reader, names, letters, zones, rows of words, annotated records, exports.

    python -m pip install atheris
    python benchmarks/fuzz.py marks|json|names|letters|clean|zones|words|gold|export CORPUS_FOLDER -max_total_time=3600

libFuzzer prints how many executions it made. An input that breaks something is left as a file crash-*. For json, gold
and export, put some extractions into the folder first (one article's Extraction.to_json() a file): from an empty one
hundreds of millions of executions find no valid JSON.
"""

from __future__ import annotations

import json
import sys

import atheris

with atheris.instrument_imports(include=["eipe"]):
    import eipe.interchange  # noqa: F401  (read on first use, and so not instrumented elsewhere)
    from eipe import Extraction
    from eipe.article.marks import DEEPEST, find_marks
    from eipe.article.zones import find_zones
    from eipe.evaluation.scores import score
    from eipe.formats.registry import FORMATS
    from eipe.greek.declension import nominative_name, nominative_word
    from eipe.greek.latin import latin
    from eipe.greek.sound import skeleton
    from eipe.greek.truecasing import shipped
    from eipe.lexicon.own_words import KINDS, parse
    from eipe.records import Span
    from eipe.text import UNSEEN as UNSEEN_PATTERN
    from eipe.text import CleanText

#: What no span begins or ends with.
UNSEEN = "".join(filter(UNSEEN_PATTERN.match, map(chr, range(1 << 16))))
ALPHABET = "«»‹›„“”\"‘’' \n\r.,:;!5αΒεόΣς(–"
#: What lines around a text are made of.
LINES = (
    *("Του ", "ΓΡΑΦΕΙ: ", "Νίκος Παππάς", "12.10.2025", "21:47", "Διαβάστε επίσης", ":", "- ", "• ", "@pappas"),
    *("Tags: ", "Φωτογραφία: ", "ΑΠΕ", "«", "»", "Share", " > ", " | ", " ", "είπε", ", ", ".", "1"),
    *("\n", "\n\n", "\r", "\u2028"),
)
CELLS = (
    *("\t", "\t", "\n", ",", "#", " ", "\0", "λέω", "βροντοφωνάζω", "Παππάς", "η", "say", "gpe", "m", "office"),
    *KINDS,
)
#: Formats that need neither a pipeline nor another library.
PLAIN = ("labelstudio", "doccano", "tei", "displacy")
NAMES = "αάβγδεέζηήθικλμνοόπρσςτυφχψωΑΆΜΠΝΤΓΚΟΥΣ-. '’aZé"


def marks(data: bytes) -> None:
    text = "".join(ALPHABET[byte % len(ALPHABET)] for byte in data)
    found = find_marks(text)
    used: list[int] = []
    for index, mark in enumerate(found):
        assert 0 <= mark.start <= mark.end <= len(text)
        assert mark.parent < index
        used += [at for at in (mark.open, mark.close) if at >= 0]
        depth, at = 0, index
        while at >= 0:
            at, depth = found[at].parent, depth + 1
        assert depth <= DEEPEST
    assert len(used) == len(set(used)), "a mark in two pairs"


def read(data: bytes) -> None:
    try:
        record = json.loads(data)
    except (ValueError, RecursionError):
        return
    try:
        result = Extraction.from_dict(record)
    except ValueError:
        return
    assert Extraction.from_dict(result.to_dict()) == result


def names(data: bytes) -> None:
    if len(data) < 2:
        return
    words = "".join(NAMES[byte % len(NAMES)] if byte < 230 else " " for byte in data[2:]).split()
    if not words:
        return
    kind = ("person", "place", "organization")[data[0] % 3]
    case = (None, "Nom", "Gen", "Acc", "Voc")[data[1] % 5]
    gender = (None, "m", "f", "n", "mn")[data[1] // 5 % 5]
    number = (None, "Sing", "Plur")[data[1] // 25 % 3]
    name = nominative_name(words, kind=kind, case=case, gender=gender, number=number, seen=frozenset(words[:1]))
    assert name
    latin(name), skeleton(name)
    nominative_word(words[0], pos=("NOUN", "ADJ", "")[data[0] // 3 % 3], gender=gender, number=number)


def letters(data: bytes) -> None:
    words = "".join(map(chr, memoryview(data[: len(data) // 2 * 2]).cast("H"))).split(" ")
    printed = shipped()(words)
    assert len(printed) == len(words)
    assert list(shipped()(words)) == list(printed)


def clean(data: bytes) -> None:
    text = data.decode("utf-16-le", "surrogatepass") if len(data) % 2 == 0 else data.decode("latin-1")
    given = CleanText(text)
    whole = Extraction(text=given.text, terms=(Span(start=0, end=len(given.text), text=given.text),))
    (term,) = given.restore(whole).terms
    assert term.text == text[term.start : term.end] == text.strip(UNSEEN)


def zones(data: bytes) -> None:
    text = "".join(LINES[byte % len(LINES)] for byte in data)
    before = 0
    for zone in find_zones(text):
        assert before <= zone.start < zone.end <= len(text), "zones in order"
        assert not set("\r\n") & set(text[zone.start : zone.end]), "a zone within its line"
        before = zone.end


def words(data: bytes) -> None:
    text = "".join(CELLS[byte % len(CELLS)] for byte in data)
    try:
        found = parse(text.split("\n"))
    except ValueError:
        return
    assert [row.cells for row in parse(found.lines()).rows] == [row.cells for row in found.rows]


def gold(data: bytes) -> None:
    try:
        record = json.loads(data)
    except (ValueError, RecursionError):
        return
    try:
        told = score([record], [record])
    except ValueError:
        return
    assert json.dumps(told.to_dict()) and str(told)


def export(data: bytes) -> None:
    try:
        result = Extraction.from_dict(json.loads(data))
    except (ValueError, RecursionError):
        return
    for name in PLAIN:
        assert name in FORMATS
        result.export(name).encode("utf8")


TARGETS = {"marks": marks, "json": read, "names": names, "letters": letters, "clean": clean}
TARGETS |= {"zones": zones, "words": words, "gold": gold, "export": export}

if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        sys.exit(__doc__)
    atheris.Setup([sys.argv[0], *sys.argv[2:]], TARGETS[sys.argv[1]])
    atheris.Fuzz()
