"""What was read, on the Doc: tags, lemmas, trees and names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from spacy.tokens import Doc, Span, SpanGroup

from eipe.article.marks import Marks
from eipe.encoder.iob import spans
from eipe.encoder.voices import Belief, Pair

if TYPE_CHECKING:
    from eipe.encoder.reader import Reading

__all__ = ["GROUP", "paragraphs", "tell", "write"]

#: The span group in which beliefs stand: see `eipe.quotes.beliefs`.
GROUP = "eipe_voices"

NEWLINES = frozenset("\n\r\x0b\x0c\x85\u2028\u2029")


def paragraphs(doc: Doc) -> list[list[int]]:
    """The places of the words of every paragraph; tokens of white space are no words."""
    out: list[list[int]] = [[]]
    for i, blank in enumerate(doc.to_array("IS_SPACE").tolist()):
        if not blank:
            out[-1].append(i)
        elif out[-1] and not NEWLINES.isdisjoint(doc[i].text):
            out.append([])
    return [places for places in out if places]


def write(doc: Doc, texts: Sequence[str], parts: list[tuple[list[int], Reading]]) -> None:
    """Write what was read on the Doc. White space hangs on the word before it, as in spaCy's pipelines.

    `texts`: the text of every token. Making a token anew for each question took a twelfth of the time.
    """
    if not len(doc):
        return
    size = len(doc)
    spaces = doc.to_array("IS_SPACE").tolist()
    pos = ["SPACE" if blank else "X" for blank in spaces]
    morphs, names = [""] * size, ["O"] * size
    lemmas = list(texts)
    deps = ["dep"] * size
    words = [i for i, blank in enumerate(spaces) if not blank]
    anchor = words[0] if words else 0
    heads = []
    for i, blank in enumerate(spaces):
        anchor = anchor if blank else i
        heads.append(anchor)
    if not words:
        deps[0] = "ROOT"
    for places, reading in parts:
        for n, i in enumerate(places):
            pos[i], morphs[i], lemmas[i] = reading.pos[n], reading.morphs[n], reading.lemmas[n]
            heads[i], deps[i] = places[reading.heads[n]], reading.deps[n]
            names[i] = reading.names[n]
            if names[i][0] == "I":  # white space inside a name is part of it
                names[places[n - 1] + 1 : i] = [names[i]] * (i - places[n - 1] - 1)
    add, morph = doc.vocab.strings.add, doc.vocab.morphology.add
    columns = {
        "POS": [add(p) for p in pos],
        "MORPH": [morph(m) for m in morphs],
        "LEMMA": [add(lemma) for lemma in lemmas],
        "HEAD": [(head - i) % 2**64 for i, head in enumerate(heads)],
        "DEP": [add(dep) for dep in deps],
    }
    keep = list(doc.ents)
    if not keep:
        columns["ENT_IOB"] = [{"B": 3, "I": 1, "O": 2}[name[0]] for name in names]
        columns["ENT_TYPE"] = [add(name[2:]) if name != "O" else 0 for name in names]
    doc.from_array(list(columns), np.array(list(columns.values()), dtype=np.uint64).T)  # type: ignore[arg-type]
    if keep:
        taken = {i for ent in keep for i in range(ent.start, ent.end)}
        found = [Span(doc, *ent) for ent in spans(names) if taken.isdisjoint(range(*ent[:2]))]
        doc.ents = [*keep, *found]


def tell(
    doc: Doc, words: Sequence[int], marks: Sequence[Marks], pairs: Sequence[Pair], found: Sequence[Belief]
) -> None:
    """Writes the beliefs on the Doc as a span group with plain numbers; `words`: the token of each word."""
    spans, rows = [], []
    for mark, pair, belief in zip(marks, pairs, found, strict=True):
        span = Span(doc, words[pair.first], words[pair.last] + 1)
        base = span.start_char
        flat = [
            [x for k, share in pointed for x in (doc[words[k]].idx - base if k >= 0 else None, round(share, 4))]
            for pointed in (belief.cue, belief.who, belief.name)
        ]
        spans.append(span)
        rows.append([mark.start - base, [round(share, 4) for share in belief.kind], *flat])
    doc.spans[GROUP] = SpanGroup(doc, name=GROUP, spans=spans, attrs={"beliefs": rows})
