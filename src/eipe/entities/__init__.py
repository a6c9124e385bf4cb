from dataclasses import dataclass
from unidecode import unidecode
from eipe.greek.latin import latin
from eipe.records import *
from eipe.greek.letters import fold


@dataclass
class Entities:
    people: tuple
    places: tuple
    organizations: tuple


def find_entities(doc):
    kinds = {"PERSON": Person, "GPE": Place, "LOC": Place, "FAC": Place, "ORG": Organization}
    groups = []
    for e in sorted(
        (e for e in doc.ents if e.label_ in kinds and "\n" not in e.text), key=lambda e: -len(e.text)
    ):
        T = kinds[e.label_]
        m = Mention(start=e.start_char, end=e.end_char, text=e.text)
        key = [w[:4] for w in fold(e.text).split()]
        for g in groups:
            if g[0] is T and (set(key) <= set(g[3])):
                g[2].append(m)
                break
        else:
            groups.append([T, e.text, [m], key])
    out = []
    seen = set()
    for T, n, ms, _ in groups:
        if (T, n) in seen:
            continue
        seen.add((T, n))
        out.append(
            T(name=n, ascii=unidecode(n), latin=latin(n), mentions=tuple(sorted(ms, key=lambda m: m.start)))
        )
    pick = lambda T: tuple(sorted((x for x in out if type(x) is T), key=lambda x: x.mentions[0].start))
    return Entities(pick(Person), pick(Place), pick(Organization))
