"""Python's own tidying up (`gc`) in a long run of tests: what was read to begin with is not looked through each time.

Tens of thousands of tests, each with its cases, stand in memory for the whole run; going through them took a quarter of
the processor's time. What a test itself leaves is still tidied up.
"""

from __future__ import annotations

import gc
from collections.abc import Generator

import pytest

# Rounds past the young things before Python goes through the old ones too (its own number is 10). The young ones keep
# Python's own 700: measured, more of them at a time is slower, as they no longer fit in the processor's own memory.
ROUNDS = 500


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """While the tests are read nothing of size goes; from then on only what they make is looked through."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.set_threshold(*gc.get_threshold()[:2], ROUNDS)
        gc.enable()
