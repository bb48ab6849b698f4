"""The demo of the web application, started once for all tests that visit it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.demo.serving import free_port, start, wait


@pytest.fixture(scope="session")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Where the demo listens."""
    number = free_port()
    running = start(tmp_path_factory.mktemp("web") / "demo", number)
    try:
        wait(running, number)
        yield number
    finally:
        running.terminate()
        running.wait(30)
