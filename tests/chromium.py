"""Debian's Chromium, driven by playwright: one browser for all tests of a run, wherever they stand.

Playwright keeps a loop for as long as it runs, so there can be only one of it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# That loop in this thread makes Django think that we are asynchronous. We are not.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
QUIET = ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", "--disable-quic", "--no-sandbox"]  # fmt: skip


def chromium() -> str:
    """Where the browser is; scripts/browser.sh installs it."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.fail("Chromium is not here. Run scripts/browser.sh, which installs it.")
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a run."""
    from playwright.sync_api import sync_playwright  # most runs need none

    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=chromium(), args=QUIET)
        yield started
        started.close()
