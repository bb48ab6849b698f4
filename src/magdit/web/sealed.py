"""What someone typed, enciphered before it lies in a session: sessions are files, and go along in a copy of the disk.

The key comes from the secret of the server, which lies elsewhere; with another secret, nothing opens any more.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from hashlib import sha256
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings


def seal(value: Any) -> str:
    """Plain data as something that only this server can read."""
    return box("magdit.web.sealed").encrypt(json.dumps(value).encode()).decode("ascii")


def unseal(sealed: object) -> Any:
    """What was sealed; None when it was not sealed here."""
    try:
        return json.loads(box("magdit.web.sealed").decrypt(str(sealed).encode()))
    except (InvalidToken, ValueError):
        return None


def box(purpose: str) -> MultiFernet:
    """What seals and opens for one purpose; what was sealed under an earlier secret opens still."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(urlsafe_b64encode(sha256(f"{purpose}:{key!s}".encode()).digest())) for key in keys])
