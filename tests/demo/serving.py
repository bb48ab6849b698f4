"""The demo of the web application, as `make demo` starts it, and a visitor of it."""

from __future__ import annotations

import http.cookiejar
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import pytest

SOON = 180  # seconds in which the five schools must stand, on a busy computer


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


def start(folder: Path, port: int, **more: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "magdit.demo.web", str(folder)],
        env={"PATH": os.environ["PATH"], "PORT": str(port), **more},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip


class Visitor:
    """A browser without JavaScript, with cookies of its own."""

    def __init__(self, port: int) -> None:
        self.root = f"http://localhost:{port}"
        jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.opener = urllib.request.build_opener(jar)

    def get(self, path: str) -> str:
        with self.opener.open(self.root + path, timeout=30) as answer:
            return answer.read().decode()

    def become(self, person: str) -> str:
        page = self.get("/demo/")
        token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', page).group(1)
        told = urllib.parse.urlencode({"csrfmiddlewaretoken": token, "person": person}).encode()
        with self.opener.open(self.root + "/demo/", told, timeout=30) as answer:
            return answer.read().decode()


def wait(running: subprocess.Popen[str], port: int) -> None:
    until = time.monotonic() + SOON
    while time.monotonic() < until:
        assert running.poll() is None, running.stdout.read()
        try:
            return Visitor(port).get("/gezond") and None
        except urllib.error.URLError:
            time.sleep(0.5)
    pytest.fail("the demo did not start")
