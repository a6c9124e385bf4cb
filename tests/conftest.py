"""Property tests draw the same examples at every run, so that a red build is somebody's doing; to look for new
ones: HYPOTHESIS_PROFILE=explore python -m pytest tests/robustness."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

#: Folders and files whose tests load the model, start processes or measure time. `-m "not slow"` leaves them out.
SLOW = (
    "encoder/test_encoder_pipeline.py",
    "evaluation/test_score.py",
    "evaluation/test_score_command.py",
    "quotes/test_indirect_cases.py",
    "robustness/",
    "test_articles.py",
    "test_errors.py",
    "test_interchange.py",
    "test_letters.py",
    "test_loading.py",
    "test_logging.py",
    "test_pipeline.py",
    "test_readme.py",
    "test_schema.py",
    "test_thinning.py",
    "test_wheel.py",
    "use/",
)

settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("explore", max_examples=3000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks the slow tests, by where they stand."""
    for item in items:
        if item.path.relative_to(Path(__file__).parent).as_posix().startswith(SLOW):
            item.add_marker("slow")
