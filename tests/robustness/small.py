"""A Greek pipeline without a trained model, made in a moment: names by a list, trees and tags by rote.

It reads nobody's grammar well, and that is not asked of it: what must hold here holds for any pipeline.
"""

from __future__ import annotations

import functools
import unicodedata

import numpy
import spacy
from spacy.attrs import DEP, HEAD
from spacy.language import Language
from spacy.tokens import Doc

from eipe import Extractor

PEOPLE = ("Νίκος Παππάς", "Παππάς", "Άννα Βέργου", "Βέργου", "Ιωάννης Ξένος", "του Ξένου", "Rubio")
PLACES = ("Αθήνα", "Βόλος", "Ρωσία")
ORGANIZATIONS = ("ΝΑΤΟ", "Google", "Κομισιόν")

TAGS = {
    **dict.fromkeys(
        ("είπε", "δήλωσε", "τόνισε", "χαρακτήρισε", "απάντησε", "ρώτησε", "πρόσθεσε"),
        ("VERB", "VerbForm=Fin|Number=Sing|Person=3|Tense=Past", "ROOT"),
    ),
    **dict.fromkeys(("ο", "η", "ένας"), ("DET", "Case=Nom|Number=Sing", "det")),
    **dict.fromkeys(("τον", "την", "το"), ("DET", "Case=Acc|Number=Sing", "det")),
    **dict.fromkeys(("του", "της"), ("DET", "Case=Gen|Number=Sing", "det")),
    **dict.fromkeys(("ότι", "που", "να", "πως"), ("SCONJ", "", "mark")),
    **dict.fromkeys(("με", "στον", "από", "σε", "κατά"), ("ADP", "", "case")),
    **dict.fromkeys(("και", "αλλά"), ("CCONJ", "", "cc")),
    **dict.fromkeys(("πρόεδρος", "υπουργός", "κάτοικος"), ("NOUN", "Case=Nom|Gender=Masc|Number=Sing", "nsubj")),
}


@Language.component(
    "small_trees", assigns=["token.dep", "token.head", "token.pos", "token.morph", "token.lemma"], retokenizes=False
)
def small_trees(doc: Doc) -> Doc:
    """Every token hangs on the first one of its twenty."""
    heads, deps = [], []
    for token in doc:
        word = unicodedata.normalize("NFC", token.lower_)
        pos, morph, dep = TAGS.get(word, ("PUNCT", "", "punct") if token.is_punct else ("NOUN", "Case=Nom", "obj"))
        token.pos_, token.lemma_ = pos, word
        token.set_morph(morph)
        heads.append(-(token.i % 20) % (1 << 64))
        deps.append(doc.vocab.strings.add(dep if token.i % 20 else "ROOT"))
    return doc.from_array([HEAD, DEP], numpy.array([heads, deps], dtype="uint64").T) if heads else doc


@functools.cache
def extractor() -> Extractor:
    return Extractor(pipeline())


def pipeline() -> Language:
    nlp = spacy.blank("el")
    nlp.add_pipe("small_trees")
    ruler = nlp.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"})
    ruler.add_patterns(
        [
            {"label": label, "pattern": name}
            for label, names in (("PERSON", PEOPLE), ("GPE", PLACES), ("ORG", ORGANIZATIONS))
            for name in names
        ]
    )
    return nlp
