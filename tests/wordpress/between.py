"""A line to the real site that breaks when told to: before a call is passed on, or only the answer."""

from __future__ import annotations

import http.client
from urllib.parse import urlsplit

from tests.connectors.fakes import Fake, Heard, Reply


class Between(Fake):
    """Passes every call on to the site. A late mishap strikes when the site has done its work."""

    def __init__(self, address: str) -> None:
        self._there = urlsplit(address).netloc
        self.real = address
        super().__init__()

    def answer(self, heard: Heard) -> Reply:
        line = http.client.HTTPConnection(self._there, timeout=60)
        headers = {name: value for name, value in heard.headers.items() if name not in ("host", "connection")}
        line.request(heard.method, heard.target, heard.body, headers)
        answer = line.getresponse()
        return Reply(answer.status, body=answer.read(), headers={"Location": answer.headers.get("Location") or ""})
