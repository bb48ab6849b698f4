"""Every example in docs/ runs, ends as it says, and shows what it says it shows."""

import pytest

from magdit.demo.photos_made import lay_out
from tests.docs.examples import ROOT, blocks_of, run, squeezed

PAGES = sorted(page for page in (ROOT / "docs").glob("*.md") if any(block.kind == "sh" for block in blocks_of(page)))
SAVED = {"csv", "toml", "jsonl", "txt"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_examples_of_a_page_run_one_after_the_other(page, tmp_path):
    lay_out(tmp_path)
    shown = ""

    for block in blocks_of(page):
        if block.kind == "sh":
            ran = run(block.text, tmp_path)
            shown = squeezed(ran.stdout + ran.stderr)
            assert ran.returncode == block.code, f"{page.name}:{block.line}\n{ran.stdout}\n{ran.stderr}"
            assert "Traceback" not in ran.stderr
        elif block.kind == "text":
            missing = [line for line in block.text.splitlines() if squeezed(line).strip() not in shown]
            assert missing == [], f"{page.name}:{block.line}\n{shown}"
        elif block.kind in SAVED and block.name:
            target = tmp_path / block.name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(block.text, encoding="utf-8")


def test_there_are_pages_with_examples():
    assert {"begin.md", "handeling.md", "oordeel.md", "beheer.md"} <= {page.name for page in PAGES}
