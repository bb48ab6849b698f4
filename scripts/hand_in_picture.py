"""Draw docs/mag-dit.png: the main page as it stands in a demo. Needs one that runs (`make demo`)."""

from __future__ import annotations

import io
import shutil
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, ViewportSize, sync_playwright

TARGET = Path(__file__).parents[1] / "docs" / "mag-dit.png"
HERE = "http://localhost:8000"
COLOURS = 128
SCREEN: ViewportSize = {"width": 1280, "height": 1000}


def main(args: list[str]) -> int:
    """Be a teacher of the demo, open the post about the beach, and take a picture of what stands on the screen."""
    target = Path(args[1]) if len(args) > 1 else TARGET
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"))
        page = browser.new_page(viewport=SCREEN, base_url=args[0] if args else HERE, locale="nl-NL")
        _open(page)
        seen = Image.open(io.BytesIO(page.screenshot()))
        browser.close()
    seen.convert("RGB").quantize(COLOURS).save(target, optimize=True)
    print(f"Getekend: {target.name}")
    return 0


def _open(page: Page) -> None:
    page.goto("/demo/")
    page.get_by_role("button", name="leerkracht of docent van klas").first.click()
    page.get_by_role("link", name="Mag dit?").first.click()
    page.get_by_role("link", name="Wat een dag op het strand").click()
    page.locator(".canvas img").first.wait_for()
    page.wait_for_load_state("networkidle")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
