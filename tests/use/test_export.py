"""The formats of other tools, each read back: by its own library where one is kept, else by its documented form."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy import displacy
from spacy.training.converters import conll_ner_to_docs
from test_cli import run
from use_examples import FIRE, MARKUP, SCHOOLS, read

import eipe
from eipe import Extraction, Mention, Organization, Person, Place, Quote, Source
from eipe.cli import export as command
from eipe.formats.documents import graph
from eipe.formats.labelstudio import CONFIG
from eipe.formats.registry import FORMATS, FormatName
from eipe.naming import entity_ids

#: A quotation over paragraphs, Windows line ends, a character of two UTF-16 units, one that XML cannot hold.
ODD = (
    "😀 Ανακοίνωση της Άννας Ρήγα\r\n\r\n«Δεν φεύγουμε & δεν ξεχνάμε\r\n\r\n«Μένουμε εδώ», "
    "δήλωσε στη Λάρισα η\x07 Άννα Ρήγα."
)
TEXTS = [FIRE, SCHOOLS, MARKUP, ODD, "", "\n", "«", "α\ud800β «γ\u2028δ» ε\x0bζ", "Ο Νίκος Παπ\u00adπάς στον Βόλο."]
TEI = {"": "http://www.tei-c.org/ns/1.0"}
FEW = settings(max_examples=50)
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def fit(text: str) -> str:
    """``text`` as XML can hold it."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "\ufffd", text)


def span(text: str, start: int, end: int) -> dict[str, Any]:
    return {"start": start, "end": end, "text": text[start:end]}


def hand_built(text: str, quotes: list[tuple[int, int]], names: list[tuple[int, int]]) -> Extraction:
    """An extraction of any stretches: every other name is a place's, every other quotation is hers."""
    mentions = [Mention(**span(text, *at)) for at in sorted(names)]
    person = Person(name="Άννα", ascii="Anna", latin="Anna", mentions=tuple(mentions[::2]))
    place = Place(name="Βόλος", ascii="Volos", latin="Volos", mentions=tuple(mentions[1::2]))
    said = (
        Quote(**span(text, *at), kind="speech", speaker=None if n % 2 else person, rule="r", confidence=0.5)
        for n, at in enumerate(sorted(quotes))
    )
    return Extraction(text=text, people=(person,), places=(place,), quotes=tuple(said))


@st.composite
def extractions(draw: st.DrawFn) -> Extraction:
    text = draw(st.text(st.sampled_from("αΆω «»&<\n\r\t\x00\x85\u2028😀\ud800"), max_size=30))
    stretch = st.tuples(*[st.integers(0, len(text))] * 2).map(lambda ends: (min(ends), max(ends)))
    return hand_built(text, draw(st.lists(stretch, max_size=4)), draw(st.lists(stretch, max_size=4)))


# --- CoNLL-U


def brackets(rows: list[dict[str, Any]], field: str) -> Iterator[tuple[list[str], int, int]]:
    """What the brackets of a field of MISC hold: the fields of each, and where in the text it starts and ends."""
    opened: dict[str, list[tuple[list[str], int]]] = {}
    for row in rows:
        misc = row["misc"]
        for opening, name, rest, closing in re.findall(r"(\()?(\w+)((?:-[\w]+)*)(\))?", misc.get(field) or ""):
            if opening:
                opened.setdefault(name, []).append(([name, *rest.split("-")[1:]], int(misc["start_char"])))
            if closing:
                fields, start = opened[name].pop()
                yield fields, start, int(misc["end_char"])
    assert not any(opened.values()), "every bracket is closed"


@pytest.mark.parametrize("text", TEXTS)
def test_conllu_holds_tokens_trees_entities_and_quotations(text: str) -> None:
    conllu = pytest.importorskip("conllu")
    result = read(text)
    sentences = conllu.parse(result.export("conllu", id="a/1"))
    rows = [row for sentence in sentences for row in sentence]
    shown = "".join(text.split())
    for sentence in sentences:
        assert [row["id"] for row in sentence] == list(range(1, len(sentence) + 1))
        assert [row["head"] for row in sentence].count(0) == 1
        assert sentence.to_tree() is not None
        glued = "".join(row["form"] + " " * ((row["misc"] or {}).get("SpaceAfter") != "No") for row in sentence)
        assert glued.strip() == sentence.metadata["text"]
    for row in rows:
        start, end = int(row["misc"]["start_char"]), int(row["misc"]["end_char"])
        assert text[start:end].replace("\u00ad", "").replace("\ud800", "\ufffd") == row["form"]
    if "\u00ad" not in text and "\ud800" not in text:
        assert "".join(row["form"] for row in rows) == shown
    if not rows:
        return
    about = sentences[0].metadata
    assert about["newdoc id"] == "a/1" and "/" not in about["sent_id"]
    names = {key.removeprefix("name "): name for key, name in about.items() if key.startswith("name ")}
    assert list(names.values()) == [entity.name for entity in result.entities]
    found = {(names[fields[0]], fields[1], text[start:end]) for fields, start, end in brackets(rows, "Entity")}
    assert found == {(e.name, e.type, mention.text) for e in result.entities for mention in e.mentions}
    quotes = [(f[1], names.get(f[2]), text[start:end]) for f, start, end in brackets(rows, "Quote")]
    assert quotes == [(q.kind, q.speaker and q.speaker.name, q.text) for q in result.quotes]
    cues = {(fields[0], text[start:end]) for fields, start, end in brackets(rows, "Cue")}
    assert cues == {(f"d1q{n}", q.cue.text) for n, q in enumerate(result.quotes, start=1) if q.cue}


def test_conllu_of_entities_in_each_other() -> None:
    text = "Η Νέα Δημοκρατία Βόλου."
    party = Organization(name="ΝΔ", ascii="", latin="", mentions=(Mention(**span(text, 2, 22)),))
    place = Place(name="Βόλος", ascii="", latin="", mentions=(Mention(**span(text, 17, 22)),))
    lines = Extraction(text=text, places=(place,), organizations=(party,)).export("conllu").splitlines()
    fields = [line.split("\t")[9] for line in lines if line[:1].isdigit()]
    assert fields[1].startswith("Entity=(d1organization1-organization-")
    assert re.match(r"Entity=\(d1place1-place-1\)d1organization1\)\|", fields[3])


def test_the_tokens_are_those_of_the_doc_that_is_given() -> None:
    doc = eipe.load().nlp(FIRE)
    assert doc._.eipe.export("conllu", doc=doc) == read(FIRE).export("conllu")
    blank = spacy.blank("el")
    with pytest.raises(ValueError, match="no sentences: its pipeline needs a 'parser'"):
        read(FIRE).export("iob", doc=blank(FIRE))
    blank.add_pipe("sentencizer")
    rows = [line.split("\t") for line in read(FIRE).export("conllu", doc=blank(FIRE)).splitlines() if "\t" in line]
    assert {tuple(row[2:9]) for row in rows} == {("_",) * 7}, "no tags and no tree"
    with pytest.raises(ValueError, match="another text: 'Άλλο', not 'Στο νοσοκομείο"):
        read(FIRE).export("conllu", doc=blank("Άλλο"))


def test_a_long_text_is_read_part_by_part() -> None:
    conllu = pytest.importorskip("conllu")
    text = "\n".join([FIRE] * 60)
    assert len(text) > 20_000
    rows = [row for sentence in conllu.parse(Extraction(text=text).export("conllu")) for row in sentence]
    assert all(text[int(r["misc"]["start_char"]) : int(r["misc"]["end_char"])] == r["form"] for r in rows)
    once = [row for sentence in conllu.parse(Extraction(text=FIRE).export("conllu")) for row in sentence]
    assert [row["form"] for row in rows] == [row["form"] for row in once] * 60


# --- IOB


@pytest.mark.parametrize("text", [FIRE, SCHOOLS, ODD])
def test_iob_is_read_by_spacys_converter(text: str) -> None:
    result = read(text)
    (doc,) = conll_ner_to_docs(result.export("iob"), no_print=True)
    labels = {"person": "PERSON", "organization": "ORG", "source": "SOURCE"}
    names = [
        (mention.text, entity.kind.upper() if isinstance(entity, Place) else labels[entity.type])
        for entity in result.entities
        for mention in entity.mentions
        if mention.kind == "name"
    ]
    assert sorted((ent.text, ent.label_) for ent in doc.ents) == sorted(names) and names
    quoted = [line.split(" ")[2] for line in result.export("iob").splitlines() if line]
    assert sum(tag.startswith("B-") for tag in quoted) == len(result.quotes)


# --- UIMA CAS


@pytest.mark.parametrize("text", [*TEXTS[:6], TEXTS[8]])
def test_xmi_is_read_by_cassis(text: str, tmp_path: Path) -> None:
    cassis = pytest.importorskip("cassis")
    result = read(text)
    eipe.export([(result, "a.txt")], tmp_path / "cas", "xmi")
    assert sorted(path.name for path in (tmp_path / "cas").iterdir()) == ["TypeSystem.xml", "a.xmi"]
    with (tmp_path / "cas" / "TypeSystem.xml").open("rb") as stream:
        types = cassis.load_typesystem(stream)
    with (tmp_path / "cas" / "a.xmi").open("rb") as stream:
        cas = cassis.load_cas_from_xmi(stream, typesystem=types)
    assert cas.sofa_string == fit(text) and cas.document_language == "el"
    assert cas.typecheck() == []
    mentions = [(m.name, m.label, m.kind, m.begin, m.end) for m in cas.select("webanno.custom.Mention")]
    wanted = [(e.name, e.type, m.kind, m.start, m.end) for e in result.entities for m in e.mentions]
    assert set(wanted) <= set(mentions)
    quotes = list(cas.select("webanno.custom.Quotation"))
    assert [(q.begin, q.end, q.kind, q.speakerName) for q in quotes] == [
        (q.start, q.end, q.kind, q.speaker and q.speaker.name) for q in result.quotes
    ]
    for quote, written in zip(result.quotes, quotes, strict=True):
        assert written.confidence == pytest.approx(quote.confidence)
        (link,) = written.cue.elements
        assert quote.cue and (link.role, link.target.get_covered_text()) == ("cue", quote.cue.text)
        (link,) = written.speaker.elements
        assert quote.speaker and link.target.name == quote.speaker.name


def test_xmi_counts_as_uima_does() -> None:
    pytest.importorskip("cassis")
    written = read(ODD).export("xmi")
    start = ODD.index("Λάρισα")
    assert f'begin="{start + 1}" end="{start + 7}"' in written, "the emoji counts for two"


def test_a_missing_library_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "cassis", None)
    with pytest.raises(ModuleNotFoundError, match=r"cassis.*pip install 'eipe\[xmi\]'"):
        read(FIRE).export("xmi")
    (tmp_path / "a.txt").write_text(FIRE, encoding="utf8")
    status, _, errors = run("export", str(tmp_path / "a.txt"), "--to", "xmi", "-o", str(tmp_path / "cas"))
    assert status == 2 and "pip install" in errors and not (tmp_path / "cas").exists()


# --- annotation tools


def test_label_studio_tasks_have_the_documented_form() -> None:
    labels = set(re.findall(r'<Label value="(\w+)"', CONFIG))
    relations = set(re.findall(r'<Relation value="(\w+)"', CONFIG))
    assert ElementTree.fromstring(CONFIG).find("Text").attrib == {"name": "text", "value": "$text"}  # type: ignore[union-attr]
    for text in TEXTS[:5]:
        result = read(text)
        (task,) = json.loads(result.export("labelstudio", id="a"))
        assert task["data"] == {"text": text, "id": "a"}
        (prediction,) = task["predictions"]
        assert prediction["model_version"] == f"eipe {eipe.__version__}"
        regions = {item["id"]: item for item in prediction["result"] if item["type"] == "labels"}
        for item in regions.values():
            value = item["value"]
            assert (item["from_name"], item["to_name"]) == ("label", "text")
            assert text[value["start"] : value["end"]] == value["text"]
            assert set(value["labels"]) <= labels and len(value["labels"]) == 1
        links = [item for item in prediction["result"] if item["type"] == "relation"]
        assert len(links) + len(regions) == len(prediction["result"])
        said = []
        for link in links:
            assert set(link["labels"]) <= relations and link["direction"] == "right"
            if link["labels"] == ["speaker"]:
                quote, speaker = regions[link["from_id"]], regions[link["to_id"]]
                assert quote["value"]["labels"][0] in ("SPEECH", "FRAGMENT")
                said.append((quote["value"]["text"], *speaker["meta"]["text"]))
        assert said == [(q.text, q.speaker.name) for q in result.quotes if q.speaker]


def test_doccano_lines_have_the_form_that_its_import_takes() -> None:
    for text in TEXTS[:5]:
        result = read(text)
        line = result.export("doccano", id="a")
        assert line.endswith("}\n") and line.count("\n") == 1
        record = json.loads(line)
        assert record["text"] == text
        entities = {entity["id"]: entity for entity in record["entities"]}
        assert len(entities) == len(record["entities"])
        for entity in entities.values():
            assert isinstance(entity["id"], int) and entity["label"]
            assert 0 <= entity["start_offset"] < entity["end_offset"] <= len(text)
        found = [(e["start_offset"], e["end_offset"]) for e in entities.values()]
        assert {(q.start, q.end) for q in result.quotes} <= set(found)
        for relation in record["relations"]:
            assert relation["type"] in ("speaker", "addressee", "cue")
            assert {relation["from_id"], relation["to_id"]} <= entities.keys()
        assert sum(r["type"] == "speaker" for r in record["relations"]) == sum(bool(q.speaker) for q in result.quotes)


def test_a_speaker_is_pointed_at_by_the_words_beside_the_cue_or_else_by_the_nearest() -> None:
    text = "Άννα ... Άννα «ναι» ... υπουργός «όχι», είπε, Άννα"
    places = [found.span() for found in re.finditer("Άννα", text)]
    anna = Person(name="Άννα", ascii="", latin="", mentions=tuple(Mention(**span(text, *at)) for at in places))
    beside = Mention(**span(text, 24, 32), kind="nominal")
    yes = Quote(**span(text, 15, 18), kind="speech", speaker=anna, rule="", confidence=1)
    no = Quote(**span(text, 34, 37), kind="speech", speaker=anna, speaker_mention=beside, rule="", confidence=1)
    unheard = replace(yes, speaker=Source(name="κάποιος", ascii="", latin=""))
    result = Extraction(text=text, people=(anna,), sources=(unheard.speaker,), quotes=(yes, no, unheard))  # type: ignore[arg-type]
    pointed = [(link.quote.span.text, link.target.span) for link in graph(result).relations]
    assert pointed == [("ναι", anna.mentions[1]), ("όχι", beside)]


# --- TEI


def tei(result: Extraction) -> ElementTree.Element:
    return ElementTree.fromstring(result.export("tei", id="<a>").encode("utf8"))


@pytest.mark.parametrize("text", TEXTS)
def test_tei_says_who_said_what(text: str) -> None:
    result, root = read(text), tei(read(text))
    assert root.find(".//titleStmt/title", TEI).text == "<a>"  # type: ignore[union-attr]
    ids = [element.get(XML_ID) for element in root.iter() if element.get(XML_ID)]
    assert len(ids) == len(set(ids))
    listed = {}
    for kind in ("person", "place", "org"):
        for entry in root.findall(f"teiHeader//{kind}", TEI):
            listed[f"#{entry.get(XML_ID)}"] = entry[0].text
    assert set(listed.values()) == {fit(entity.name) for entity in result.entities}
    starts = [said for said in root.iter(f"{{{TEI['']}}}said") if not said.get("prev")]
    for quote, said in zip(result.quotes, starts, strict=True):
        assert listed.get(said.get("who", "")) == (quote.speaker and fit(quote.speaker.name))
        assert (said.get("ana"), said.get("direct")) == (f"#{quote.kind}", "true")
        pieces, target = ["".join(said.itertext())], said.get("next")
        while target:
            (part,) = (e for e in root.iter() if f"#{e.get(XML_ID)}" == target)
            pieces, target = [*pieces, "".join(part.itertext())], part.get("next")
        assert pieces == [fit(line) for line in re.split(r"[\r\n]+", quote.text)]
    for element in root.iter():
        for key in ("who", "toWhom", "ref", "corresp", "ana", "next", "prev"):
            assert element.get(key, "#").removeprefix("#") in ("", *ids), "no pointer leads nowhere"
    names = [
        "".join(e.itertext())
        for kind in ("persName", "placeName", "orgName")
        for e in root.findall(f".//p//{kind}", TEI)
    ]
    assert sorted(names) == sorted(
        fit(m.text) for e in result.entities if e.type != "source" for m in e.mentions if m.kind == "name"
    )


@FEW
@given(extractions())
def test_tei_holds_the_text_of_any_extraction(result: Extraction) -> None:
    root = tei(result)
    lines = ["".join(p.itertext()) for p in root.findall("text/body/p", TEI)]
    assert lines == (re.findall(r"[^\r\n]+", fit(result.text)) or [""])
    ids = {element.get(XML_ID) for element in root.iter()}
    for said in root.iter(f"{{{TEI['']}}}said"):
        assert all(said.get(key, "#").removeprefix("#") in {"", *ids} for key in ("next", "prev"))


@FEW
@given(extractions())
def test_regions_and_relations_of_any_extraction_fit(result: Extraction) -> None:
    found = graph(result)
    assert all(0 <= region.span.start < region.span.end <= len(result.text) for region in found.regions)
    assert [region.id for region in found.regions] == list(range(len(found.regions)))
    wanted = {(q.start, q.end) for q in result.quotes if q.start < q.end}
    assert {(r.span.start, r.span.end) for r in found.regions if r.label == "SPEECH"} == wanted


# --- displaCy


@FEW
@given(extractions())
def test_displacy_draws_any_extraction(result: Extraction) -> None:
    (drawn,) = json.loads(result.export("displacy"))
    ents = drawn["ents"]
    assert all(a["end"] <= b["start"] for a, b in pairwise(ents)), "names do not overlap"
    assert not any(any(char.isspace() for char in token) for token in drawn["tokens"])
    for at in drawn["spans"]:
        assert 0 <= at["start_token"] < at["end_token"] <= len(drawn["tokens"])
    assert sorted("".join(drawn["tokens"][at["start_token"] : at["end_token"]]) for at in drawn["spans"]) == sorted(
        filter(None, ("".join(region.span.text.split()) for region in graph(result).regions))
    )
    displacy.render([drawn], style="ent", manual=True, jupyter=False)
    displacy.render([drawn], style="span", manual=True, jupyter=False)


def test_displacy_draws_names_and_quotations() -> None:
    drawn = json.loads(read(f"{FIRE}\n{MARKUP}").export("displacy", id="<i>"))
    for style, labels in (("ent", {"PERSON", "GPE"}), ("span", {"PERSON", "GPE", "SPEECH", "FRAGMENT", "CUE"})):
        html = displacy.render(drawn, style=style, manual=True, jupyter=False)
        assert all(label in html for label in labels)
        assert "<script" not in html and "<i>" not in html


# --- schema.org


def test_the_page_holds_quotations_as_data() -> None:
    result = read(f"{MARKUP}\n\n{FIRE}")
    html = result.to_html(title="</script><b>")
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    article = json.loads(data)
    assert (article["@context"], article["@type"], article["name"]) == (
        "https://schema.org",
        "NewsArticle",
        "</script><b>",
    )
    things = {thing["@id"]: thing for thing in article["mentions"]}
    quoted = [(part["text"], things[part["creator"]["@id"]]["name"]) for part in article["hasPart"]]
    assert quoted == [(quote.text, quote.speaker.name) for quote in result.quotes if quote.speaker] and quoted
    for part in article["hasPart"]:
        assert part["@type"] == "Quotation" and f'id="{part["@id"][1:]}"' in html, "it leads to its place in the page"
    assert {(t["@type"], t["name"]) for t in things.values()} == {
        *(("Person", person.name) for person in result.people),
        *(("Place", place.name) for place in result.places),
        *(("Organization", body.name) for body in result.organizations),
    }


def test_a_speaker_that_is_no_creator_is_credited() -> None:
    source = Source(name="κάτοικος", ascii="", latin="")
    quote = Quote(start=0, end=1, text="α", kind="speech", speaker=source, rule="", confidence=1)
    html = Extraction(text="α", sources=(source,), quotes=(quote,)).to_html()
    assert '"creditText": "κάτοικος"' in html and "creator" not in html


# --- many articles, and the command


@pytest.fixture
def records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with what ``eipe extract`` wrote, one name of it corrected by a person."""
    monkeypatch.chdir(tmp_path)
    fire = read(FIRE).to_dict()
    fire["people"][0]["name"] = "Ελένη Διορθωμένη"
    for quote in fire["quotes"]:
        if quote["speaker"] and quote["speaker"]["name"] == "Ελένη Καραγιάννη":
            quote["speaker"]["name"] = "Ελένη Διορθωμένη"
    lines = [{"id": "fire", **fire}, {"id": "ά/β", **read(SCHOOLS).to_dict()}]
    Path("records.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf8")
    return tmp_path


@pytest.mark.parametrize("to", ["tei", "labelstudio", "doccano", "displacy"])
def test_records_are_written_as_they_are_without_a_model(
    to: str, records: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("no model is needed")

    monkeypatch.setattr(command, "load", refuse)
    out = "out" + ("" if FORMATS[to].single else FORMATS[to].suffix)
    assert run("export", "records.jsonl", "-o", out, "--to", to) == (0, "", "")
    if to == "tei":
        assert sorted(path.name for path in Path(out).iterdir()) == ["fire.xml", "ά_β.xml"]
        assert "Ελένη Διορθωμένη" in Path(out, "fire.xml").read_text(encoding="utf8")
        return
    results = [Extraction.from_dict(json.loads(line)) for line in Path("records.jsonl").read_text().splitlines()]
    eipe.export(zip(["fire", "ά/β"], results, strict=True), "api", to)  # type: ignore[arg-type]
    assert Path("api").read_bytes() == Path(out).read_bytes()
    assert "Διορθωμένη" in Path(out).read_text(encoding="utf8") or to in ("doccano", "displacy")


@pytest.mark.parametrize("to", ["conllu", "iob"])
def test_texts_are_extracted_and_tokens_found(to: FormatName, records: Path) -> None:
    Path("fire.txt").write_text(FIRE, encoding="utf8")
    status, out, errors = run("export", "fire.txt", "--to", to)
    assert (status, errors) == (0, "") and out == read(FIRE).export(to, id="fire.txt")
    status, out, _ = run("export", "records.jsonl", "fire.txt", "--to", to)
    last = read(FIRE).export(to, id="fire.txt")
    assert status == 0 and out.endswith(re.sub(r"\bd1(?=[a-z]+\d)", "d3", last))
    assert out.count("# newdoc" if to == "conllu" else "-DOCSTART-") == 3
    # Readers of CorefUD take equal names of entities for one entity, across the articles of a file.
    names = re.findall(r"^# name (\w+) =", out, re.MULTILINE)
    assert len(names) == len(set(names)) and bool(names) == (to == "conllu")


def test_what_cannot_be_read_is_told_and_the_rest_is_written(records: Path) -> None:
    broken = json.loads(Path("records.jsonl").read_text().splitlines()[0])
    broken["quotes"][0]["start"] += 1
    with Path("records.jsonl").open("a", encoding="utf8") as stream:
        stream.write(json.dumps(broken) + "\n{oops\n")
    status, out, errors = run("export", "records.jsonl", "--to", "doccano")
    assert status == 1 and len(out.splitlines()) == 2
    assert [line.split(": ")[1] for line in errors.splitlines()] == ["records.jsonl:3", "records.jsonl:4"]
    assert "does not hold" in errors


def test_one_article_goes_into_a_file_and_several_into_a_folder(records: Path) -> None:
    Path("fire.txt").write_text(FIRE, encoding="utf8")
    assert run("export", "fire.txt", "-o", "fire.xml", "--to", "tei")[0] == 0
    assert Path("fire.xml").read_text(encoding="utf8") == read(FIRE).export("tei", id="fire.txt")
    for out in (["-o", "both.xml"], []):
        status, _, errors = run("export", "records.jsonl", *out, "--to", "tei")
        assert status == 2 and "give a folder" in " ".join(errors.replace("│", " ").split())
    assert not Path("both.xml").exists()
    with pytest.raises(ValueError, match="one article, and there are more: give a folder"):
        eipe.export([read(FIRE), read(SCHOOLS)], "both.xml", "tei")


def test_ids_that_are_alike_get_files_of_their_own(records: Path) -> None:
    eipe.export([(read(MARKUP), id) for id in ("a/b", "a?b", "A?B", "", "..", 7)], "out", "tei")
    wanted = ["7.xml", "A_B-3.xml", "a_b-2.xml", "a_b.xml", "article-2.xml", "article.xml"]
    assert sorted(path.name for path in Path("out").iterdir()) == wanted


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["records.jsonl", "--to", "brat"], "'conllu'"),
        (["records.jsonl", "-o", "records.jsonl", "--to", "doccano"], "one of the files to read"),
        (["records.jsonl", "-o", "missing/x.json", "--to", "labelstudio"], "there is no folder missing"),
        (["records.jsonl", "-o", ".", "--to", "conllu"], "is a folder"),
        (["records.jsonl", "-o", "records.jsonl/x", "--to", "tei"], "there is no folder"),
        (["records.jsonl", "-o", "there", "--to", "tei"], "is a file, and this format needs a folder"),
    ],
)
def test_mistakes_are_told_before_any_work(arguments: list[str], told: str, records: Path) -> None:
    Path("there").touch()
    before = Path("records.jsonl").read_bytes()
    status, _, errors = run("export", *arguments)
    assert status == 2 and told in " ".join(unescape(errors).replace("│", " ").split())
    assert Path("records.jsonl").read_bytes() == before


def test_an_unknown_format_is_told_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match=r"to is 'conllu' \(.*'displacy' \(spaCy's displaCy\), not 'brat'"):
        read(FIRE).export("brat")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="not NoneType"):
        eipe.export([], "out", None)  # type: ignore[arg-type]
    assert {choice.value for choice in command.To} == FORMATS.keys()


def test_entities_have_ids_of_their_own() -> None:
    result = read(FIRE)
    ids = entity_ids(result)
    assert list(ids) == list(result.entities) and len(set(ids.values())) == len(ids)
    assert ids[result.people[1]] == "person-2"
