"""Which cue a quotation belongs to: an ordered chain of strategies, each of which may answer None.

The order is from the surest to the loosest reading of the writer's sentence around the marks:

1.  ``resumed``    «...», είπε ο Νίκος, «...»: the second half of a quotation that its verb has split.
2.  ``headline``   Παππάς: «...» στη Βουλή: a name and a colon right before the marks.
3.  ``inverted``   «...», είπε ο Νίκος. The verb stands right behind the marks; any verb between a comma and a person
                   will do («...», υπολογίζει ο Νίκος).
4.  ``according``  Η Μόσχα, κατά την οποία ... «...»: the antecedent of its clause.
5.  ``introduced`` Ο Νίκος είπε ότι «...»; χαρακτήρισε τη συμφωνία «...». A cue stands before the marks.
6.  ``closing``    Η 20ή Αυγούστου «είναι σημαντική μέρα», δήλωσε η καγκελάριος. With his own words before.
7.  ``trailing``   Οι κυρώσεις έχουν «πλήξει» την οικονομία, δηλώνει ο υπουργός. The cue ends the sentence.
8.  ``according``  Σύμφωνα με τον Νίκο ...; κατά τον Νίκο: the source of the whole sentence.
9.  ``headline``   Μήνυμα Παππά: Το «ευχαριστώ»: the same, with words of the writer between.
10. ``signature``  «...» — Νίκος Παππάς.
11. ``announced``  Αισιόδοξος εμφανίστηκε ο υπουργός: «...». A colon behind a verb that is no cue.

A quotation that none of them explains floats: the words of the last speaker go on. Headlines without a sayer are told
when the article has been read (``echo``).

``inverted`` comes before ``introduced`` because «Α», είπε, «Β», πρόσθεσε has a cue on both sides of Β's left
neighbor; ``according`` comes late because a verb nearer to the marks knows better whose words they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from eipe.quotes.clauses import Reading
from eipe.quotes.results import Link
from eipe.quotes.verbless import according, announced, headline, opening, relative_source, signature
from eipe.quotes.verbs import closing, introduced, inverted, resumed, trailing, unlisted
from eipe.quotes.words import Word

__all__ = ["answers"]


def answers(reading: Reading, k: int, first: bool, quoted: Sequence[Word]) -> Iterator[Link]:
    """What each strategy says of the quotation at ``k`` (``first``: its sentence opens a paragraph), in their order."""
    chain: tuple[Callable[[], Link | None], ...] = (
        lambda: resumed(reading, k),
        lambda: opening(reading, k, first),
        lambda: inverted(reading, k),
        lambda: unlisted(reading, k, quoted),
        lambda: relative_source(reading, k),
        lambda: introduced(reading, k),
        lambda: closing(reading, k, quoted),
        lambda: trailing(reading, k),
        lambda: according(reading, k, quoted),
        lambda: headline(reading, k, first),
        lambda: signature(reading, k),
        lambda: announced(reading, k, quoted),
    )
    for strategy in chain:
        found = strategy()
        if found is not None:
            yield found
