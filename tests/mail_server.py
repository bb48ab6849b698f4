"""A mail server in a process of its own, on loopback: TLS, a name and a password, and a folder for what arrives.

Run by the fixture in tests/smtp.py:  python tests/mail_server.py FOLDER NAME PASSWORD  prints its port, and stays until
its input closes.
"""

from __future__ import annotations

import asyncio
import hmac
import ssl
import sys
from pathlib import Path

from aiosmtpd.handlers import Mailbox
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword


async def serve(folder: Path, name: str, password: str) -> None:
    def knows(_server: object, _session: object, _envelope: object, _way: str, given: object) -> AuthResult:
        said = given.login + b"\0" + given.password if isinstance(given, LoginPassword) else b""
        right = hmac.compare_digest(said, f"{name}\0{password}".encode())
        return AuthResult(success=right, handled=False)

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    box = Mailbox(str(folder / "post"))

    def met() -> SMTP:
        return SMTP(
            box, hostname="localhost", tls_context=context, require_starttls=True, authenticator=knows,
            auth_required=True, loop=asyncio.get_running_loop(),
        )  # fmt: skip

    server = await asyncio.get_running_loop().create_server(met, "127.0.0.1", 0)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await asyncio.to_thread(sys.stdin.read)
    server.close()


if __name__ == "__main__":
    asyncio.run(serve(Path(sys.argv[1]), sys.argv[2], sys.argv[3]))
