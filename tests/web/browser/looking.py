"""What is asked of every page: no fault that axe knows, nothing beside a narrow screen, light in weight, named.

Pictures are kept where MAGDIT_SHOTS says, to be looked at by a person: at 390 and 1280 pixels, and in the dark.
"""

from __future__ import annotations

import os
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

AXE = Axe()
ALL = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}  # all that the dark changes
RUNS = "rules => 'axe' in window ? axe.run(document, {runOnly: rules}).then(told => told.violations) : null"
MOST_BYTES = 100_000
NARROW, PHONE, DESK = 320, 390, 1280


def look(page: Page, name: str) -> None:
    """Look at the page that stands open, in light and dark, narrow and wide; fails with everything that is wrong."""
    wrong = [f"no language: {name}"] if page.locator("html").get_attribute("lang") not in {"nl", "en"} else []
    wrong += [] if page.locator("h1").count() == 1 else [f"not one heading: {page.locator('h1').count()}"]
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        for width in (PHONE, DESK):
            page.set_viewport_size({"width": width, "height": 844})
            rules = ALL if scheme == "light" else COLOURS
            wrong += [f"{scheme} {width}: {fault}" for fault in faults(page, rules)]
            keep(page, f"{name}-{width}-{scheme}")
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": NARROW, "height": 640})
    wide = page.evaluate("document.documentElement.scrollWidth")
    wrong += [f"{wide} pixels wide on a screen of {NARROW}"] if wide > NARROW else []
    weight = _weight(page)
    wrong += [f"weighs {weight} bytes"] if weight > MOST_BYTES else []
    page.set_viewport_size({"width": PHONE, "height": 844})
    assert not wrong, f"{name}: " + "\n".join(wrong)


def faults(page: Page, rules: dict[str, object] = ALL) -> list[str]:
    """What axe finds, each with the place. Axe is large: it goes into a page once, by the shortest way."""
    found = page.evaluate(RUNS, rules)
    if found is None:
        wire = page.context.new_cdp_session(page)
        wire.send("Runtime.evaluate", {"expression": AXE.axe_script})
        wire.detach()
        found = page.evaluate(RUNS, rules)
    return [f"{one['id']}: {one['help']} ({one['nodes'][0]['html'][:200]})" for one in found]


def _weight(page: Page) -> int:
    """The page with everything that it loads, photos left out, before anything is packed for the road."""
    sizes = """performance.getEntries().filter(one => ["navigation", "resource"].includes(one.entryType))
        .filter(one => one.initiatorType !== "img").reduce((sum, one) => sum + one.decodedBodySize, 0)"""
    return int(page.evaluate(sizes))


def keep(page: Page, name: str) -> None:
    """A picture, where MAGDIT_SHOTS says."""
    folder = os.environ.get("MAGDIT_SHOTS")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)
