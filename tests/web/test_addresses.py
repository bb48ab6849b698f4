"""An address without https:// in front is an address; what is none stays as it was typed."""

from __future__ import annotations

import pytest

from magdit.web.addresses import with_scheme


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("www.delinde.nl/nieuws", "https://www.delinde.nl/nieuws"),
        (" delinde.nl ", "https://delinde.nl"),
        ("delinde.nl:8080/a?b=c#d", "https://delinde.nl:8080/a?b=c#d"),
        ("http://delinde.nl/", "http://delinde.nl/"),
        ("HTTPS://delinde.nl", "HTTPS://delinde.nl"),
    ],
)
def test_what_a_browser_would_fill_in(typed, meant):
    assert with_scheme(typed) == meant


@pytest.mark.parametrize("typed", ["", "de site", "javascript:alert(1)", "noor@delinde.nl", "docs/uitleg.md", "//x.nl"])
def test_what_is_no_address_stays(typed):
    assert with_scheme(typed) == typed
