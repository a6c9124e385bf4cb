"""Which spaCy pipeline a name, a path or an object is, and what to do if it is none."""

from __future__ import annotations

import logging
from difflib import get_close_matches
from importlib.util import find_spec
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["EMBEDDED", "OWN_MODEL", "ModelNotFoundError", "check_pipeline", "lacks", "open_pipeline"]

_LOG = logging.getLogger(__name__)

EMBEDDED = Path(__file__).parent / "el_eipe_news"
if not EMBEDDED.is_dir():
    raise ImportError(
        f"eipe lies in {EMBEDDED.parent}, which is no folder but inside a zip file or a wheel; its model and tables "
        "are files, so it has to be installed: pip install the wheel, on a cluster for every worker"
    )
#: How messages tell to take the embedded model; the command line says it in its own words.
OWN_MODEL: Final = "eipe.load()"
#: The Greek pipelines that spaCy offers.
_OFFERED: Final = ("el_core_news_sm", "el_core_news_md", "el_core_news_lg")
#: What makes a folder a pipeline.
_FILES: Final = ("meta.json", "config.cfg")


class ModelNotFoundError(OSError):
    """The pipeline that was asked for is not installed."""

    __module__ = "eipe"


def open_pipeline(model: str | Path | Language | None) -> Language:
    """The pipeline that ``model`` is.

    Args:
        model: As in ``eipe.load``.

    Raises:
        ModelNotFoundError: If there is no such pipeline.
        TypeError: If ``model`` is none of these.
    """
    import spacy
    from spacy.language import Language

    if isinstance(model, Language):
        return model
    if model is not None and not isinstance(model, str | Path):
        raise TypeError(f"a model is a pipeline's name or path, or a spaCy pipeline, not {type(model).__name__}")
    where = EMBEDDED if model is None else _find(model)
    if where is None:
        raise ModelNotFoundError(f"{_reason(str(model))}\nThe model that comes with eipe: {OWN_MODEL}")
    begin = monotonic()
    try:
        nlp = spacy.load(where)
    except OSError as error:
        raise ModelNotFoundError(str(error)) from error
    _LOG.info("loaded %s in %.1f s", where, monotonic() - begin)
    return nlp


def check_pipeline(nlp: Any) -> None:
    """Names what the pipeline lacks, by what its components say they assign.

    Raises:
        TypeError: If it is no pipeline.
        ValueError: If it lacks something.
    """
    from spacy.language import Language

    if not isinstance(nlp, Language):
        hint = f"; eipe.load({nlp!r}) takes a name" if isinstance(nlp, str) else ""
        raise TypeError(f"an Extractor is made of a spaCy pipeline, not {type(nlp).__name__}{hint}")
    problem = lacks(nlp)
    if problem:
        raise ValueError(f"{problem}; eipe needs both. The model that comes with eipe has them: {OWN_MODEL}")


def lacks(nlp: Language) -> str:
    """What the rules need and no component says that it assigns; empty if nothing."""
    given = {assigned for name in nlp.pipe_names for assigned in nlp.get_pipe_meta(name).assigns}
    wanted = {
        "doc.ents": "an entity recognizer (component 'ner' or 'entity_ruler')",
        "token.dep": "a dependency parser (component 'parser')",
    }
    missing = [text for key, text in wanted.items() if key not in given]
    return f"the pipeline ({', '.join(nlp.pipe_names) or 'empty'}) lacks {' and '.join(missing)}" if missing else ""


def _find(model: str | Path) -> str | Path | None:
    """The name of a package, or a folder, that holds a pipeline; a package goes before a folder, as in spaCy."""
    package = _package(str(model))
    if package is not None and (package / "meta.json").is_file():
        return _module(str(model))
    folder = Path(model)
    if str(model) and all(_is_file(folder / name) for name in _FILES):
        return folder
    return EMBEDDED if _module(str(model)) == EMBEDDED.name else None


def _module(name: str) -> str:
    """el-core-news-md -> el_core_news_md: packages are installed by the one, and imported by the other."""
    return name.replace("-", "_")


def _package(name: str) -> Path | None:
    """The folder of the Python package of this name."""
    if not _module(name).isidentifier():
        return None
    try:
        spec = find_spec(_module(name))
    except ValueError:  # __main__ has none
        return None
    folders = (spec and spec.submodule_search_locations) or ()
    return next(map(Path, folders), None)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (ValueError, OSError):  # a name that no file can have
        return False


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (ValueError, OSError):
        return False


def _reason(model: str) -> str:
    """Why there is no pipeline ``model``, and which one may be meant."""
    if not model:
        return "the pipeline's name is empty"
    if _is_file(Path(model)):
        hint = "; an article is read with extract" if model.endswith(".txt") else ""
        return f"{model!r} is a file, and a pipeline on disk is a folder{hint}"
    if _is_folder(Path(model)):
        return f"the folder {model!r} holds no spaCy pipeline (there is no {' and no '.join(_FILES)} in it)"
    if _package(model) is not None:
        return f"the Python package {model!r} is no spaCy pipeline (there is no {_FILES[0]} in it)"
    if "/" in model or "\\" in model:
        return f"there is no folder {model!r}"
    missing = f"no spaCy pipeline {model!r} is installed and no such folder exists"
    name = _module(model).lower()
    near = get_close_matches(name, _OFFERED, n=1, cutoff=0.75)
    if not near:
        return f"{missing}. spaCy's Greek ones are {', '.join(_OFFERED)}:\n    python -m spacy download {_OFFERED[1]}"
    meant = "" if near[0] == name else f" Did you mean {near[0]!r}?"
    if _package(near[0]) is not None:
        return f"{missing}.{meant} That one is installed."
    return f"{missing}.{meant} Install it with\n    python -m spacy download {near[0]}"
