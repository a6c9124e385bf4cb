"""Docs built by hand, so that a rule's test does not move when the model is retrained.

    build("«Θα έρθω/V», είπε/V χθες ο [Νίκος Παππάς] στη {GPE Βουλή}.")

A word's tag stands behind a slash: V (finite verb, Vp plural), N, A with a case letter (Nn nominative, Ng genitive,
Na accusative; Nnp plural), T (participle in -οντας); articles, prepositions and particles are known by their form.
Names in brackets are people, in braces entities with their label in front; {GPE Βόλου/g} has a
case. There is no tree: what the tests show
is what the endings alone tell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import spacy
from spacy.tokens import Doc, Span

from eipe.quotes.choose import KINDS, Chooser
from eipe.quotes.results import Candidate

VOCAB = spacy.blank("el").vocab
CASES = {"n": "Nom", "g": "Gen", "a": "Acc"}
KNOWN = {
    **dict.fromkeys(("ο", "η", "οι", "ένας"), ("DET", "Case=Nom")),
    **dict.fromkeys(("του", "της", "των"), ("DET", "Case=Gen")),
    **dict.fromkeys(("τον", "την", "τη", "τους", "τις"), ("DET", "Case=Acc")),
    **dict.fromkeys(("το", "τα", "ένα", "μια"), ("DET", "Case=Acc")),
    **dict.fromkeys(
        ("στον", "στην", "στη", "στο", "στα", "στους", "σε", "για", "από", "με", "κατά", "προς"), ("ADP", "")
    ),
    **dict.fromkeys(("να", "θα", "ας"), ("AUX", "")),
    **dict.fromkeys(("έχει", "είχε", "έχουν", "είχαν"), ("AUX", "VerbForm=Fin|Person=3|Number=Sing")),
    **dict.fromkeys(("δεν", "μην"), ("PART", "")),
    **dict.fromkeys(("και", "αλλά", "ή"), ("CCONJ", "")),
    **dict.fromkeys(("ότι", "πως", "ενώ", "όπως", "αν", "όταν"), ("SCONJ", "")),
    "που": ("PRON", ""),
}
TOKEN = re.compile(r"\[[^\]]+\]|\{[A-Z]+ [^}]+\}|[\w’'.%-]*[\w%](?:/[A-Za-z]+)?|\s+|[^\w\s]")


def build(marked: str) -> Doc:
    """The Doc that ``marked`` describes."""
    words: list[str] = []
    spaces: list[bool] = []
    pos: list[str] = []
    morphs: list[str] = []
    entities: list[tuple[int, int, str]] = []
    for match in TOKEN.finditer(marked):
        piece = match.group()
        if piece.isspace():
            if "\n" in piece:
                words.append(piece.strip(" "))
                spaces.append(False)
                pos.append("SPACE")
                morphs.append("")
            elif spaces:
                spaces[-1] = True
            continue
        if piece[0] in "[{":
            label, name = ("PERSON", piece[1:-1]) if piece[0] == "[" else piece[1:-1].split(" ", 1)
            parts = name.split(" ")
            entities.append((len(words), len(words) + len(parts), label))
            words += [part.partition("/")[0] for part in parts]
            spaces += [True] * (len(parts) - 1) + [False]
            pos += ["PROPN"] * len(parts)
            morphs += [f"Case={CASES[part[-1]]}|Number=Sing" if "/" in part else "" for part in parts]
            continue
        word, _, tag = piece.partition("/")
        words.append(word)
        spaces.append(False)
        known = KNOWN.get(word.lower(), ("ADV", ""))
        if tag.startswith("V"):
            number = "Plur" if "p" in tag else "Sing"
            known = ("VERB", f"Number={number}|Person=3|VerbForm=Fin")
        elif tag == "T":
            known = ("VERB", "VerbForm=Conv")
        elif tag[:1] in ("N", "A"):
            number = "Plur" if tag.endswith("p") else "Sing"
            known = ("NOUN" if tag[0] == "N" else "ADJ", f"Case={CASES[tag[1]]}|Number={number}")
        elif not any(c.isalnum() for c in word):
            known = ("PUNCT", "")
        pos.append(known[0])
        morphs.append(known[1])
    doc = Doc(VOCAB, words=words, spaces=spaces, pos=pos, morphs=morphs)
    doc.set_ents([Span(doc, start, end, label=label) for start, end, label in entities])
    return doc


class Unweighed(Chooser):
    """Takes what the ordered rules say, whatever the weights: to see the rules by themselves."""

    def kind(self, features: object, heard: object, rules: str) -> list[float]:
        return [float(kind == rules) for kind in KINDS]

    def candidate(self, place: object, found: Sequence[Candidate], features: object) -> tuple[Candidate, float]:
        return found[0], 1.0

    def confidence(self, quotation: float, candidate: float, heard: object) -> float:
        return quotation * candidate
