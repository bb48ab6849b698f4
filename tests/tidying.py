"""Python's own tidying up (`gc`) in a long run of tests: what was read to begin with is not looked through each time.

Tens of thousands of tests, each with its cases, stand in memory for the whole run; going through them took a third of
the processor's time. What a test itself leaves is still tidied up.
"""

from __future__ import annotations

import gc
from collections.abc import Generator

import pytest

# So many new things before Python looks which of them can go; its own 700 suits a small program.
NEW = 20_000


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """While the tests are read nothing of size goes; from then on only what they make is looked through."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.set_threshold(NEW, *gc.get_threshold()[1:])
        gc.enable()
