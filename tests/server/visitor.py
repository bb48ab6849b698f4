"""Someone with a browser that runs nothing: asks for pages, fills in forms, and keeps how long each answer took."""

from __future__ import annotations

import http.client
import time
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlencode
from uuid import uuid4

PATIENCE = 300


@dataclass
class Fields(HTMLParser):
    """Fields of the forms of a page that are sent to the page itself, with what stands in them."""

    values: dict[str, str] = field(default_factory=dict)
    answers: list[str] = field(default_factory=list)
    here: bool = False

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.here = "action" not in given
        if self.here and tag == "input" and given.get("type") == "hidden":
            self.values[given["name"]] = given["value"]
        if (
            self.here
            and given.get("type") == "radio"
            and given["name"].startswith("answer.")
            and "disabled" not in given
        ):
            self.answers.append(given["name"].removeprefix("answer."))


@dataclass
class Visitor:
    """One of them; `told` holds of every request what it was, the status and the seconds."""

    port: int
    cookie: str
    told: list[tuple[str, int, float]] = field(default_factory=list)
    marks: dict[str, str] = field(default_factory=dict)

    def get(self, path: str) -> str:
        return self._ask("GET", path, None, {})[1]

    def sends(self, path: str, fields: dict[str, str], *, file: tuple[str, bytes] | None = None) -> str:
        """Send a form of that page, with its marks; answers where to go next."""
        filled = Fields()
        filled.feed(self.get(path))
        values = {name: filled.values[name] for name in ("csrfmiddlewaretoken", "van")} | fields
        if file is None:
            return self._ask(
                "POST", path, urlencode(values).encode(), {"Content-Type": "application/x-www-form-urlencoded"}
            )[2]
        edge = uuid4().hex
        body = b"".join(
            f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
            for name, value in values.items()
        )
        name, data = file
        body += f'--{edge}\r\nContent-Disposition: form-data; name="{name}"; filename="e.zip"\r\n\r\n'.encode()
        body += data + f"\r\n--{edge}--\r\n".encode()
        return self._ask("POST", path, body, {"Content-Type": f"multipart/form-data; boundary={edge}"})[2]

    def answers(self, path: str, said: str) -> None:
        """Answer the first question of a page with ja or nee."""
        filled = Fields()
        filled.feed(self.get(path))
        key = filled.answers[0]
        names = ("csrfmiddlewaretoken", "van", f"text.{key}", f"number.{key}")
        values = {name: filled.values[name] for name in names} | {f"answer.{key}": said}
        self._ask("POST", path, urlencode(values).encode(), {"Content-Type": "application/x-www-form-urlencoded"})

    def _ask(self, how: str, path: str, body: bytes | None, headers: dict[str, str]) -> tuple[int, str, str]:
        began = time.monotonic()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        cookie = "; ".join([self.cookie, *(f"{name}={value}" for name, value in self.marks.items())])
        connection.request(how, path, body, {**headers, "Cookie": cookie, "Accept-Language": "nl"})
        answer = connection.getresponse()
        page = answer.read().decode(errors="replace")
        for line in answer.headers.get_all("Set-Cookie", []):
            name, _, value = line.partition(";")[0].partition("=")
            if value and name == "csrftoken":
                self.marks[name] = value
        connection.close()
        self.told.append((f"{how} {path}", answer.status, time.monotonic() - began))
        return answer.status, page, answer.headers.get("Location", "")
