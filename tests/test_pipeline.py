"""``Extractor``: what it takes, what it refuses, and that batches, threads and processes change nothing."""

from __future__ import annotations

import gc
import itertools
import multiprocessing
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import eipe
from eipe import Extractor
from eipe.text import PART

sys.path.append(str(Path(__file__).parent / "robustness"))

from small import extractor, pipeline

ARTICLE = """«Θα έρθω αύριο», είπε ο Νίκος Παππάς στην Αθήνα.

Η Άννα Βέργου δήλωσε: «Δεν το ήξερα. Θα το δούμε». Ο Παππάς πρόσθεσε ότι «όλα πάνε καλά»."""
TEXTS = [ARTICLE, "", "«Ναι», είπε ο Παππάς.", "Τίποτα.", "\x00\ud800«", "«Όχι», τόνισε η Βέργου.\r\n" * 5] * 4


@pytest.mark.parametrize("text", [None, 5, b"text", ["text"], ("text", 1), Path("text")])
def test_a_text_is_a_str(text: object) -> None:
    with pytest.raises(TypeError, match=type(text).__name__):
        extractor().extract(text)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=type(text).__name__):
        eipe.extract(text)  # type: ignore[arg-type]


def test_pipe_refuses_a_single_text_at_once() -> None:
    with pytest.raises(TypeError, match="extract"):
        extractor().pipe("text")


@pytest.mark.parametrize("options", [{"batch_size": 0}, {"batch_size": -1}, {"n_process": 0}, {"n_process": -2}])
def test_pipe_refuses_senseless_numbers_at_once(options: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=next(iter(options))):
        extractor().pipe(["text"], **options)


def test_a_text_beyond_the_limit_is_refused_with_the_limit() -> None:
    small = Extractor(pipeline())
    small.nlp.max_length = 10
    assert small.extract("α" * 10).text == "α" * 10
    with pytest.raises(ValueError, match=r"11 characters.*limit is 10.*max_length"):
        small.extract("α" * 11)
    with pytest.raises(ValueError, match="max_length"):
        list(small.pipe(["α", "α" * 11]))


@pytest.mark.parametrize("name", ["no_such_model", "no/such/folder", "", ".", "a\x00b", "..", "el core", "."])
def test_unknown_models(name: str) -> None:
    with pytest.raises(eipe.ModelNotFoundError):
        eipe.load(name)


@pytest.mark.parametrize("model", [5, b"x", ["el"]])
def test_what_is_no_model(model: object) -> None:
    with pytest.raises(TypeError, match=type(model).__name__):
        eipe.load(model)  # type: ignore[arg-type]


def test_a_pipeline_that_lacks_something_is_refused() -> None:
    with pytest.raises(ValueError, match=r"entity recognizer.*parser"):
        eipe.load(spacy.blank("el"))
    nlp = pipeline()
    nlp.remove_pipe("entity_ruler")
    with pytest.raises(ValueError, match="entity recognizer"):
        eipe.load(nlp)


def test_a_pipeline_with_other_cues_is_refused() -> None:
    nlp = pipeline()
    nlp.add_pipe("eipe", config={"cues": ["τουιτάρω"]})
    assert Extractor(nlp, cues=["τουιτάρω"])
    assert Extractor(nlp)
    with pytest.raises(ValueError, match="τουιτάρω"):
        Extractor(nlp, cues=["σχολιάζω"])


def test_indirect_may_be_wished_of_a_pipeline_that_is_there() -> None:
    text = "Ο Νίκος Παππάς είπε ότι θα έρθει αύριο."
    nlp = pipeline()
    plain, wished = Extractor(nlp), Extractor(nlp, indirect=True)
    assert wished.extract(text) == plain.extract(text, indirect=True)
    assert wished.extract(text, indirect=False) == plain.extract(text)


def test_min_confidence_leaves_out_the_less_sure() -> None:
    quotes = extractor().extract(ARTICLE).quotes
    bar = max(quote.confidence for quote in quotes)
    assert extractor().extract(ARTICLE, min_confidence=bar).quotes == tuple(q for q in quotes if q.confidence >= bar)


def test_pipe_is_extract_in_order() -> None:
    expected = [extractor().extract(text) for text in TEXTS]
    for size in (1, 3, 100):
        assert list(extractor().pipe(TEXTS, batch_size=size)) == expected


def test_pairs_come_back_as_pairs() -> None:
    context = object()  # need not be picklable
    results = list(extractor().pipe([(ARTICLE, context), (ARTICLE, None)]))
    assert results == [(extractor().extract(ARTICLE), context), (extractor().extract(ARTICLE), None)]


def test_pipe_is_lazy() -> None:
    endless = extractor().pipe(itertools.repeat(ARTICLE), batch_size=2)
    assert len(list(itertools.islice(endless, 5))) == 5


@pytest.mark.parametrize("processes", [1, 2])
def test_all_texts_may_be_one_batch(processes: int) -> None:
    assert len(list(extractor().pipe(TEXTS, batch_size=10**30, n_process=processes))) == len(TEXTS)


def test_an_exception_in_the_users_iterator_comes_out() -> None:
    def texts() -> Iterator[str]:
        yield ARTICLE
        raise KeyError("mine")

    stream = extractor().pipe(texts(), batch_size=1)
    assert next(stream) == extractor().extract(ARTICLE)
    with pytest.raises(KeyError, match="mine"):
        next(stream)


def test_texts_that_an_error_handler_leaves_out_shift_nothing() -> None:
    nlp = pipeline()
    seen: list[Exception] = []
    small = Extractor(nlp)
    nlp.set_error_handler(lambda name, proc, docs, error: seen.append(error))
    component = nlp.get_pipe("eipe")
    process = component.process

    def fail(doc: Doc, **wanted: bool) -> eipe.Extraction:
        if doc.text == "2":
            raise RuntimeError("two")
        return process(doc, **wanted)

    component.process = fail
    results = list(small.pipe([(str(number), number) for number in range(5)]))
    assert [(result.text, number) for result, number in results] == [(str(n), n) for n in (0, 1, 3, 4)]
    assert len(seen) == 1


def test_a_component_behind_eipe_sees_what_was_found() -> None:
    """Where none stands behind it, nothing is written that nobody reads."""
    seen: list[int] = []

    def count(doc: Doc) -> Doc:
        seen.append(len(doc._.eipe.quotes))
        return doc

    Language.component("counts_quotes", func=count)
    nlp = pipeline()
    alone = Extractor(nlp)
    found = [alone.extract(ARTICLE), *alone.pipe([ARTICLE]), alone.extract(ARTICLE, indirect=True)]
    nlp.add_pipe("counts_quotes", last=True)
    behind = Extractor(nlp)
    assert [behind.extract(ARTICLE), *behind.pipe([ARTICLE]), behind.extract(ARTICLE, indirect=True)] == found
    assert seen == [len(found[0].quotes)] * 3
    assert seen[0] > 0


# Long texts


def test_a_long_text_is_read_part_by_part_and_nothing_is_lost() -> None:
    times = 3 * PART // len(ARTICLE)
    text = "\n".join([ARTICLE] * times)
    assert len(text) > 2 * PART
    result = extractor().extract(text)
    one = extractor().extract(ARTICLE)
    assert result.text == text
    assert len(result.quotes) == times * len(one.quotes)
    assert [person.name for person in result.people] == [person.name for person in one.people]
    assert list(extractor().pipe([ARTICLE, text, ARTICLE])) == [one, result, one]
    for quote in result.quotes:
        assert text[quote.start : quote.end] == quote.text


@pytest.mark.parametrize("unit", ["α", "α ", "α. ", "α\n", "α\r", "«", " ", "\n", "🙂", "α\u0301"])
def test_long_texts_of_any_grain(unit: str) -> None:
    text = unit * (2 * PART // len(unit) + 7)
    assert extractor().extract(text).text == text


# Threads and processes


def test_eight_threads_on_one_extractor() -> None:
    small = Extractor(pipeline())
    expected = [extractor().extract(text) for text in TEXTS]
    with ThreadPoolExecutor(8) as pool:
        for _ in range(3):
            assert list(pool.map(small.extract, TEXTS)) == expected


def test_eight_threads_on_the_embedded_model() -> None:
    texts = [f"{ARTICLE}\n\nΟ Λάκης Ζ{'αβγδεζηθ'[n]}νίδης είπε «ναι{n}»." for n in range(8)]
    expected = [eipe.extract(text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(eipe.extract, texts * 3)) == expected * 3


def test_the_embedded_model_is_loaded_once_for_all_threads() -> None:
    code = (
        "import eipe, threading, eipe.pipeline as p; loads = []; read = p.open_pipeline;"
        "p.open_pipeline = lambda model: loads.append(model) or read(model);"
        "threads = [threading.Thread(target=eipe.extract, args=('Ναι.',)) for _ in range(8)];"
        "[t.start() for t in threads]; [t.join() for t in threads]; print(len(loads))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert result.stdout.strip() == "1", result.stderr


def test_two_extractors_at_once() -> None:
    one, other = Extractor(pipeline()), Extractor(pipeline(), indirect=True)
    expected = one.extract(ARTICLE), other.extract(ARTICLE)
    for pair in zip(one.pipe([ARTICLE] * 5, batch_size=2), other.pipe([ARTICLE] * 5, batch_size=3), strict=True):
        assert pair == expected


def test_two_processes() -> None:
    expected = [eipe.extract(text) for text in TEXTS]
    assert list(eipe.load().pipe(TEXTS, batch_size=2, n_process=2)) == expected


def test_a_pipe_over_processes_may_be_abandoned_and_fail() -> None:
    before = set(multiprocessing.active_children())
    stream = extractor().pipe(itertools.chain(TEXTS, TEXTS), batch_size=1, n_process=2)
    next(stream)
    stream.close()  # type: ignore[attr-defined]

    def texts() -> Iterator[str]:
        yield from TEXTS
        raise KeyError("mine")

    with pytest.raises(KeyError, match="mine"):
        list(extractor().pipe(texts(), batch_size=1, n_process=2))
    gc.collect()
    for child in set(multiprocessing.active_children()) - before:
        child.join(10)
    assert set(multiprocessing.active_children()) == before


class Unportable(Exception):
    """What many libraries' errors are: not to be carried to another process."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(f"{one} {two}")


@pytest.mark.parametrize("error", [Unportable("no", "good"), BrokenPipeError("mine"), KeyError("mine")], ids=repr)
def test_an_error_in_a_process_comes_behind_what_was_before_it(error: Exception) -> None:
    nlp = pipeline()

    def fails(doc: Doc) -> Doc:
        if "stop" in doc.text:
            raise error
        return doc

    Language.component(f"fails_{type(error).__name__}", func=fails)
    nlp.add_pipe(f"fails_{type(error).__name__}", last=True)
    stream = Extractor(nlp).pipe(["Ναι.", "Όχι.", "stop", "Ίσως."], batch_size=3, n_process=2)
    assert [next(stream).text, next(stream).text] == ["Ναι.", "Όχι."]
    with pytest.raises((type(error), RuntimeError), match=str(error)) as raised:
        next(stream)
    assert not isinstance(raised.value, BrokenExecutor)
    assert "in fails" in str(raised.value.__cause__)


def test_a_process_that_is_killed_is_told_and_leaves_no_other() -> None:
    """As a system does it whose memory runs out. (spaCy's own processes would be waited for, for ever.)"""
    before = set(multiprocessing.active_children())
    stream = extractor().pipe(itertools.cycle(TEXTS), batch_size=1, n_process=2)
    next(stream)
    next(iter(set(multiprocessing.active_children()) - before)).kill()
    with pytest.raises(BrokenExecutor, match=r"ended before its time.*memory"):
        deque(stream, maxlen=0)
    assert set(multiprocessing.active_children()) == before


def run_as_file(folder: Path, code: str) -> subprocess.CompletedProcess[str]:
    """Runs a program that spawned processes can read again."""
    script = folder / "program.py"
    script.write_text(code, encoding="utf8")
    return subprocess.run([sys.executable, str(script)], capture_output=True, text=True, timeout=240)


def test_processes_that_cannot_begin_are_told(tmp_path: Path) -> None:
    """A component that a spawned process does not find, as one that is defined in a notebook."""
    code = """
import multiprocessing, sys
if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    import eipe
    from concurrent.futures import BrokenExecutor
    def mine(doc):
        return doc
    from spacy.language import Language
    Language.component("mine", func=mine)
    extractor = eipe.load()
    extractor.nlp.add_pipe("mine", first=True)
    try:
        list(extractor.pipe(["Ναι."] * 20, batch_size=1, n_process=2))
    except BrokenExecutor:
        print("told", len(multiprocessing.active_children()))
"""
    result = run_as_file(tmp_path, code)
    assert result.stdout.strip() == "told 0", result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_no_worker_outlives_a_parent_that_is_killed() -> None:
    code = """
import eipe, itertools
if __name__ == "__main__":
    for result in eipe.load().pipe(itertools.repeat("Ναι."), batch_size=1, n_process=2):
        print("reading", flush=True)
"""
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    assert process.stdout is not None and process.stdout.readline() == b"reading\n"
    process.kill()
    process.communicate(timeout=30)  # ends when nobody holds the pipe open: no worker either


def test_processes_work_inside_a_memory_zone() -> None:
    small = Extractor(pipeline())
    with small.nlp.memory_zone():
        results = list(small.pipe(TEXTS, batch_size=1, n_process=2))
    assert results == [small.extract(text) for text in TEXTS]


def test_spawned_processes(tmp_path: Path) -> None:
    code = """
import multiprocessing
if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    import eipe
    texts = ["«Ναι», είπε ο Νίκος Παππάς.", "«Όχι», είπε η Άννα Βέργου."] * 2
    extractor = eipe.load()
    expected = [extractor.extract(text) for text in texts]
    with extractor.nlp.memory_zone():
        assert list(extractor.pipe(texts, batch_size=1, n_process=2)) == expected
    assert expected[0].quotes
    print("equal")
"""
    result = run_as_file(tmp_path, code)
    assert result.stdout.strip() == "equal", result.stderr


def test_a_spawned_script_without_a_guard_is_told_what_to_write(tmp_path: Path) -> None:
    code = """
import multiprocessing
multiprocessing.set_start_method("spawn", force=True)
import eipe
list(eipe.load().pipe(["Ναι."] * 3, n_process=2))
"""
    result = run_as_file(tmp_path, code)
    assert result.returncode == 1
    wanted = 'what a script does stands under `if __name__ == "__main__":`'
    last = result.stderr.splitlines()[-1]
    assert "BrokenProcessPool" in last and wanted in last
    assert "start worker processes of its own; where processes are not forked (macOS, Windows)" in result.stderr


def test_a_pipe_left_half_way_closes_though_its_processes_have_more_to_say() -> None:
    """What waits in a pipe of the system's is larger than the pipe: nobody may wait for nobody to read it."""
    code = """
import multiprocessing, eipe
text = "«Θα έρθω αύριο στον Βόλο», είπε ο Νίκος Παππάς. " * 60
def broken():
    yield from [text] * 9
    raise KeyError("broken")
if __name__ == "__main__":
    extractor = eipe.load()
    left = extractor.pipe([text] * 40, n_process=2, batch_size=4)
    next(left)
    left.close()
    seen = 0
    try:
        for _ in extractor.pipe(broken(), n_process=2, batch_size=4):
            seen += 1
    except KeyError:
        print("told behind", seen, len(multiprocessing.active_children()))
"""
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert result.stdout.strip() == "told behind 9 0", result.stderr


# Memory


def test_a_memory_zone_gives_the_words_back_and_leaves_the_results() -> None:
    small = Extractor(pipeline())
    expected = small.extract(ARTICLE)
    texts = [f"«Η λέξη{number} είναι άλλη», είπε ο Νίκος Παππάς." for number in range(300)]
    before = len(small.nlp.vocab.strings)
    with small.nlp.memory_zone():
        results = list(small.pipe(texts))
    assert len(small.nlp.vocab.strings) == before
    assert results == [small.extract(text) for text in texts]
    assert small.extract(ARTICLE) == expected


def test_nothing_of_a_text_is_kept_when_its_result_is_gone() -> None:
    """References, not bytes: threads and caches hold no Doc and no Extraction."""
    from spacy.tokens import Doc

    small = Extractor(pipeline())

    def alive() -> int:
        gc.collect()
        return sum(type(thing) in (Doc, eipe.Extraction) for thing in gc.get_objects())

    list(small.pipe([ARTICLE] * 2))
    before = alive()
    for _ in small.pipe([ARTICLE] * 30):
        pass
    assert alive() <= before + 5  # not thirty
    assert threading.active_count() < 20
