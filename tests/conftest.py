"""Property tests draw the same examples at every run, so that a red build is somebody's doing; to look for new
ones: HYPOTHESIS_PROFILE=explore python -m pytest tests/robustness."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("explore", max_examples=3000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))
