"""The choice: what the marks hold, whose words they are, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log

from eipe.quotes.beliefs import Heard
from eipe.quotes.features import Asked
from eipe.quotes.place import Place
from eipe.quotes.results import Candidate
from eipe.scoring import Features, Weights, score, scores, shares, weights

__all__ = ["KINDS", "Chooser", "calibrated", "likeliest"]

KINDS = ("term", "speech", "fragment")
#: How much less may speak for a candidate's cue and words than for the best ones.
HOPELESS = 4.0


class Chooser:
    """Chooses by learnt weights; those of the column "network" where the network has been heard, else "rules"."""

    def kind(self, features: Features, heard: Heard | None, rules: str) -> list[float]:
        """The probability of a term, of speech, of a fragment; ``rules``: what the ordered rules take it for."""
        tables = [weights("kinds", f"{column(heard)} {kind}") for kind in KINDS]
        return shares([score(features, table) for table in tables])

    def candidate(self, place: Place, found: Sequence[Candidate], asked: Asked) -> tuple[Candidate, float]:
        """The best candidate and its probability."""
        return likeliest(found, asked, weights("speakers", column(place.heard)))

    def confidence(self, quotation: float, candidate: float, heard: Heard | None) -> float:
        """The calibrated probability that it is a quotation and its speaker is right."""
        return calibrated(quotation * candidate, weights("calibration", column(heard)))


def likeliest(found: Sequence[Candidate], asked: Asked, table: Weights) -> tuple[Candidate, float]:
    """The best candidate by the weights of a table, and its probability.

    Candidates whose cue and words are hopeless beside the best are not asked who their speaker is.
    """
    if len(found) == 1:
        return found[0], 1.0
    near = [asked.near(candidate) for candidate in found]
    beside = scores([(part,) for part in near], table)
    least = max(beside) - HOPELESS
    left = [candidate for candidate, value in zip(found, beside, strict=True) if value >= least]
    probabilities = shares(scores([asked.parts(candidate) for candidate in left], table))
    best = max(range(len(left)), key=probabilities.__getitem__)
    return left[best], probabilities[best]


def column(heard: Heard | None) -> str:
    """Which weights are asked."""
    return "rules" if heard is None else "network"


def calibrated(share: float, table: Weights) -> float:
    """A probability set right by two numbers (Platt 1999)."""
    share = min(max(share, 1e-6), 1 - 1e-6)
    odds = table.get("slope", 0.0) * log(share / (1 - share)) + table.get("shift", 0.0)
    return 1 / (1 + exp(-odds))
