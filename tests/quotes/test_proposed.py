"""Who is proposed for a source without a name: whom an earlier sentence tells of; nobody known where it is new."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from build import Unweighed, build
from spacy.tokens import Doc, Span, SpanGroup

from eipe.encoder.writing import GROUP
from eipe.extraction import extract_doc
from eipe.quotes.cues import lexicon
from eipe.quotes.echoes import content, is_same
from eipe.quotes.results import Candidate


class Listening(Unweighed):
    """Writes down who was proposed, and whether by words beside the cue."""

    def __init__(self) -> None:
        self.speakers: list[set[tuple[bool, str]]] = []

    def candidate(self, place: object, found: Sequence[Candidate], features: object) -> tuple[Candidate, float]:
        self.speakers.append({(one.result.mention is not None, str(one.result.speaker)) for one in found})
        return super().candidate(place, found, features)


def proposed(doc: Doc) -> list[set[tuple[bool, str]]]:
    listening = Listening()
    extract_doc(doc, lexicon(), chooser=listening)
    return listening.speakers


@pytest.mark.parametrize("source", ["ένας διαδηλωτής/Nn", "κάποιος γείτονας/Nn", "μια κυρία/Nn"])
def test_somebody_new_is_nobody_who_was_named(source: str) -> None:
    front = "Ο βουλευτής/Nn [Νίκος Παππάς] ήρθε/V. "
    (new,) = proposed(build(f"{front}«Ντροπή σας», φώναξε/V {source}."))
    assert (True, "Νίκος Παππάς") not in new
    (known,) = proposed(build(f"{front}«Ντροπή σας», φώναξε/V ο διαδηλωτής/Nn."))
    assert (True, "Νίκος Παππάς") in known


def pointing(text: str, word: str) -> Doc:
    """A Doc whose network takes a word for the source of its last pair of marks."""
    doc = build(text)
    opens = max(token.i for token in doc if token.text == "«")
    closes = max(token.i for token in doc if token.text == "»")
    span = Span(doc, opens + 1, closes)
    at = next(token.idx for token in doc if token.text == word) - span.start_char
    row = [0, [0.0, 1.0, 0.0], [None, 1.0], [None, 1.0], [at, 0.9, None, 0.1]]
    doc.spans[GROUP] = SpanGroup(doc, name=GROUP, spans=[span], attrs={"beliefs": [row]})
    return doc


def test_a_phrase_that_the_network_points_at_may_speak() -> None:
    text = "Χθες ήρθε/V το πόρισμα/Nn των ελεγκτών/Ngp. Το διάβασε/V ο [Νίκος Παππάς]. «Δεν αντέχει/V άλλο», λέει/V."
    (found,) = proposed(pointing(text, "πόρισμα"))
    assert (False, "πόρισμα των ελεγκτών") in found
    (found,) = proposed(pointing(text, "Παππάς"))
    assert (False, "πόρισμα των ελεγκτών") not in found and (False, "Νίκος Παππάς") in found


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Αδειάζετε το νησί", "Αδειάζετε το νησί και το λέτε ανάπτυξη", True),
        ("Δεν ήξερα τίποτα", "Δεν ήξερα απολύτως τίποτα", True),
        ("Αδειάζετε το νησί", "Αδειάζετε την πόλη", False),
        ("Ναι", "Ναι", False),  # one word is anybody's
        ("Θα έρθω αύριο", "Θα φύγω μεθαύριο με το πλοίο", False),
    ],
)
def test_what_is_said_twice(one: str, other: str, same: bool) -> None:
    assert is_same(content(one), content(other)) is is_same(content(other), content(one)) is same
