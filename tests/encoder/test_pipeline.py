"""The packaged pipeline: what stands on the Doc, for any text, however it is run."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, DocBin, Span

import eipe
from eipe.encoder.component import Encoder

MODEL = Path(eipe.__file__).parent / "el_eipe_news"
TEXTS = [
    "Η Μαρία Δημητρίου μίλησε χθες στη Θεσσαλονίκη. «Δεν φεύγω», είπε.",
    "Ο δήμαρχος της Πάτρας, Νίκος Παπαδόπουλος, υποδέχθηκε τον πρέσβη της Γαλλίας.\n\nΒρέχει.",
    "",
    "Χωρίς τελεία",
    "Ο Γιώργος Σεφέρης γεννήθηκε στη Σμύρνη. " * 30,
]
STRANGE = [
    "",
    " ",
    "\n",
    " \n\t \n",
    "\n\nΑθήνα\n",
    "\x00\x01",
    "«»",
    "...!!!;;;",
    "😀👩‍👩‍👧 ναι",
    "北京 москва عربي",
    "Καλημε\u0301ρα",
    "α" * 5000,
    "\u200b\u200d",
    "a\r\nb\u2028c\x85d",
    "᾽Εν ἀρχῇ ἦν ὁ λόγος",
]


@pytest.fixture(scope="module")
def nlp():
    return spacy.load(MODEL)


def facts(doc):
    return [
        (t.text, t.pos_, str(t.morph), t.lemma_, t.head.i, t.dep_, t.is_sent_start, t.ent_iob_, t.ent_type_)
        for t in doc
    ]


def check(doc):
    """The annotation is complete and the trees are well formed."""
    assert all(t.pos_ and t.dep_ and (t.lemma_ or not t.text) for t in doc)
    if len(doc):
        assert "".join(s.text_with_ws for s in doc.sents) == doc.text
    for sentence in doc.sents:
        roots = [t for t in sentence if t.head == t]
        assert len(roots) == 1
        assert roots[0].dep_ == "ROOT"
        assert all(t.head in sentence for t in sentence)
    for ent in doc.ents:
        assert ent.text.strip() == ent.text


def test_reads_a_sentence(nlp):
    doc = nlp(TEXTS[0])
    assert [(e.text, e.label_) for e in doc.ents][:2] == [("Μαρία Δημητρίου", "PERSON"), ("χθες", "DATE")]
    assert ("Θεσσαλονίκη", "GPE") in [(e.text, e.label_) for e in doc.ents]
    assert next(doc.sents).text == "Η Μαρία Δημητρίου μίλησε χθες στη Θεσσαλονίκη."
    spoke = next(t for t in doc if t.text == "μίλησε")
    assert (spoke.pos_, spoke.dep_, spoke.lemma_) == ("VERB", "ROOT", "μιλώ")
    maria = doc[1]
    assert (maria.head, maria.dep_, maria.morph.get("Case")) == (spoke, "nsubj", ["Nom"])


@pytest.mark.parametrize("text", STRANGE)
def test_any_text_passes(nlp, text):
    check(nlp(text))


@pytest.mark.parametrize("text", TEXTS)
def test_trees_are_whole(nlp, text):
    check(nlp(text))


def test_very_long_text_without_a_full_stop(nlp):
    check(nlp("ένα δύο τρία " * 2000))


def test_a_paragraph_is_read_by_itself(nlp):
    alone = facts(nlp(TEXTS[0]))
    doc = nlp("Τίτλος\n" + TEXTS[0] + "\nΚάτι άλλο.")
    start = 2
    shifted = [(*f[:4], f[4] + start, *f[5:]) for f in alone]
    assert facts(doc)[start : start + len(alone)] == shifted


def test_same_result_in_any_batch(nlp):
    expected = [facts(nlp(text)) for text in TEXTS]
    for size in (1, 2, 100):
        assert [facts(doc) for doc in nlp.pipe(TEXTS, batch_size=size)] == expected
    assert [facts(doc) for doc in nlp.pipe(TEXTS[::-1])] == expected[::-1]


def test_same_result_on_any_number_of_threads(nlp):
    other = spacy.load(MODEL, config={"components": {"eipe_encoder": {"threads": 3}}})
    assert other.get_pipe("eipe_encoder").threads == 3
    assert [facts(other(text)) for text in TEXTS] == [facts(nlp(text)) for text in TEXTS]


def test_same_result_in_other_processes(nlp):
    expected = [facts(nlp(text)) for text in TEXTS]
    assert [facts(doc) for doc in nlp.pipe(TEXTS, n_process=2, batch_size=2)] == expected


def test_survives_disk_bytes_and_pickle(nlp, tmp_path):
    expected = facts(nlp(TEXTS[0]))
    nlp.to_disk(tmp_path / "model")
    assert facts(spacy.load(tmp_path / "model")(TEXTS[0])) == expected
    bare = spacy.blank("el")
    bare.add_pipe("eipe_encoder")
    copy = bare.from_bytes(nlp.to_bytes())
    assert facts(copy(TEXTS[0])) == expected
    assert facts(pickle.loads(pickle.dumps(nlp))(TEXTS[0])) == expected


def test_docs_survive_docbin(nlp):
    doc = nlp(TEXTS[0])
    again = next(iter(DocBin(docs=[doc]).get_docs(nlp.vocab)))
    assert facts(again) == facts(doc)


def test_names_that_stand_on_the_doc_stay(nlp):
    doc = nlp.make_doc("Ο Νίκος Παπαδόπουλος ζει στην Πάτρα.")
    doc.ents = [Span(doc, 1, 2, label="PRODUCT")]
    nlp.get_pipe("eipe_encoder")(doc)
    assert [(e.text, e.label_) for e in doc.ents] == [("Νίκος", "PRODUCT"), ("Πάτρα", "GPE")]


def test_gold_tokens_may_have_any_spacing(nlp):
    words = ["Η", "Άννα", "είπε", ":", "«", "Ναι", "»", "."]
    spaced, glued = Doc(nlp.vocab, words), Doc(nlp.vocab, words, [False] * len(words))
    encoder = nlp.get_pipe("eipe_encoder")
    assert facts(encoder(spaced)) == facts(encoder(glued))


def test_the_pipeline_says_what_it_writes(nlp):
    assert nlp.pipe_names == ["eipe_encoder"]
    assert {"doc.ents", "token.dep", "token.pos", "token.lemma"} <= set(nlp.get_pipe_meta("eipe_encoder").assigns)
    assert nlp.analyze_pipes()["problems"]["eipe_encoder"] == []
    assert {"PERSON", "GPE", "LOC", "FAC", "ORG", "NORP"} <= set(nlp.get_pipe("eipe_encoder").labels)


def test_without_weights_it_says_so():
    with pytest.raises(ValueError, match="no weights"):
        Encoder(spacy.blank("el").vocab)(spacy.blank("el")("ναι"))


def test_the_factory_loads_nothing_heavy():
    code = "import eipe.encoder.component, sys; print({'onnxruntime', 'tokenizers'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_the_package_is_small_and_says_where_it_comes_from(nlp):
    assert sum(f.stat().st_size for f in MODEL.rglob("*") if f.is_file()) < 45e6
    assert {"elNER-18", "UD_Greek-GDT 2.17", "UD_Greek-GUD 2.17"} <= {s["name"] for s in nlp.meta["sources"]}
    assert "NC-SA" in (MODEL / "LICENSE").read_text(encoding="utf8")
    assert nlp.meta["performance"]


GLUED = [
    ("είπε:«Ναι».Και έφυγε", ["είπε", ":", "«", "Ναι", "»", ".", "Και", "έφυγε"]),
    ("“Όχι”,είπε", ["“", "Όχι", "”", ",", "είπε"]),
    ("„Ίσως“…", ["„", "Ίσως", "“", "…"]),
    ('"Ναι",λέει', ['"', "Ναι", '"', ",", "λέει"]),
    ("τέλος.Αρχή", ["τέλος", ".", "Αρχή"]),
    ("σ’ αυτό κι' εγώ απ' όλα", ["σ’", "αυτό", "κι'", "εγώ", "απ'", "όλα"]),
    ("ό,τι πει", ["ό,τι", "πει"]),
    ("το 2:3, 12,5% και 1.500 €", ["το", "2:3", ",", "12,5%", "και", "1.500", "€"]),
    ("ο κ. Παππάς, 5 εκατ. ευρώ", ["ο", "κ.", "Παππάς", ",", "5", "εκατ.", "ευρώ"]),
    ("Κιμ Τσονγκ-ουν", ["Κιμ", "Τσονγκ-ουν"]),
    ("–Τι; –Τίποτα!", ["–", "Τι", ";", "–", "Τίποτα", "!"]),
]


@pytest.mark.parametrize(("text", "tokens"), GLUED)
def test_marks_stand_alone(nlp, text, tokens):
    assert [t.text for t in nlp.make_doc(text)] == tokens
