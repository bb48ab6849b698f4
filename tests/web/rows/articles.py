"""An article under an address of its own: for everyone who belongs to the school, parents and pupils too."""

from __future__ import annotations

from tests.web.row import Place, Row


def an_article(place: Place) -> dict[str, object]:
    """One of the law: that stands beside the protocol of every school."""
    return {"pack": "wet", "number": "AVG-6.1a"}


MADE = {"article": an_article}
ROWS = (Row("articles:article", "article", opens={"own": "all", "class": "all", "school": "fg cvb"}),)
