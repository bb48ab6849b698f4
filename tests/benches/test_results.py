"""The page of results: a bench that ran again replaces its own rows, and says when."""

from datetime import date

from bench.__main__ import RESULTS, with_rows


def test_a_bench_that_ran_again_replaces_its_own_rows_alone():
    before = RESULTS.read_text(encoding="utf-8")

    after = with_rows(before, "draft", ["| draft | iets | – | 1 | – |"], day=date(2027, 1, 2))

    assert "draft 2027-01-02" in after
    assert [line for line in after.splitlines() if line.startswith("| draft |")] == ["| draft | iets | – | 1 | – |"]
    assert [line for line in before.splitlines() if line.startswith("| verdict |")] == [
        line for line in after.splitlines() if line.startswith("| verdict |")
    ]


def test_the_page_begins_with_the_first_bench_on_an_empty_page():
    page = with_rows("", "text", ["| text | iets | – | 1 | – |"], day=date(2027, 1, 2))

    assert "Measured: text 2027-01-02." in page
    assert page.endswith("| text | iets | – | 1 | – |\n")
