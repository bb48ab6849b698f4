"""What a browser would load or run for a page: styles and scripts in it, and addresses it asks for."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlsplit

LOADS = {"src", "srcset", "action", "formaction", "poster", "data"}


@dataclass
class Page(HTMLParser):
    """Reads a page; `inline` is what a policy without unsafe-inline would stop, `elsewhere` what is on another host."""

    inline: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    sheets: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """One tag with its attributes."""
        given = {name: value or "" for name, value in attrs}
        runs = tag == "script" and "src" not in given and given.get("type") != "application/json"
        if tag == "style" or runs or "style" in given or any(name.startswith("on") for name in given):
            self.inline.append(self.get_starttag_text() or tag)
        if given.get("href", "").startswith("javascript:"):
            self.inline.append(given["href"])
        loads = LOADS | ({"href"} if tag in {"link", "a", "base", "image", "use"} else set())
        self.elsewhere += [value for name, value in given.items() if name in loads and urlsplit(value).netloc]
        if tag == "link" and given.get("rel") == "stylesheet":
            self.sheets.append(given["href"])


def read(response) -> Page:
    """The page of an answer of Django's test client."""
    page = Page()
    page.feed(response.content.decode())
    return page
