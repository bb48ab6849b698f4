"""`smtp_server`: mail goes over a real line to a real server on this computer, as it would at a school, and arrives."""

from __future__ import annotations

import mailbox
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import pytest

from magdit.server.mail import mail
from tests.certificates import self_signed

NAME, PASSWORD = "magdit@school", "een heel-lang wachtwoord"


@dataclass(frozen=True)
class SmtpServer:
    """Where it is, as MAGDIT_MAIL says it, and what arrived."""

    address: str
    folder: Path

    def arrived(self) -> list[EmailMessage]:
        """Every mail that came in, in the order in which it came."""
        files = (self.folder / "post" / "new").iterdir()
        return [_read(file.read_bytes()) for file in sorted(files, key=lambda file: file.stat().st_mtime_ns)]

    def empty(self) -> None:
        mailbox.Maildir(str(self.folder / "post")).clear()


@pytest.fixture(scope="session")
def smtp_process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmtpServer]:
    """One server for all tests of a worker."""
    folder = tmp_path_factory.mktemp("mail")
    self_signed(folder, "localhost")
    command = [sys.executable, "-P", str(Path(__file__).with_name("mail_server.py")), str(folder), NAME, PASSWORD]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        port = process.stdout.readline().strip()
        assert port.isdigit(), "the mail server did not start"
        yield SmtpServer(f"smtp://magdit%40school:een%20heel-lang%20wachtwoord@localhost:{port}", folder)
        assert process.stdin is not None
        process.stdin.close()  # it goes by itself


@pytest.fixture
def smtp_server(smtp_process: SmtpServer, settings: Any, monkeypatch: pytest.MonkeyPatch) -> SmtpServer:
    """From here on mail leaves as with MAGDIT_MAIL set to this server, which is trusted by its certificate."""
    smtp_process.empty()
    monkeypatch.setenv("SSL_CERT_FILE", str(smtp_process.folder / "cert.pem"))
    for name, value in mail(smtp_process.address, smtp_process.folder).items():
        setattr(settings, name, value)
    return smtp_process


def _read(raw: bytes) -> EmailMessage:
    message = message_from_bytes(raw, policy=default)
    assert isinstance(message, EmailMessage)
    return message
