"""What the surroundings say: where the data lies, which database, which secrets. Reads no more than that."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

NAMES = ("MAGDIT_DATA", "MAGDIT_SECRET", "MAGDIT_HOSTS", "MAGDIT_MAIL", "MAGDIT_FROM", "DATABASE_URL")


def data_folder() -> Path:
    """Where everything a school keeps lies: database, keys, scans and heads of the journal (`MAGDIT_DATA`)."""
    given = os.environ.get("MAGDIT_DATA")
    home = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(given).expanduser().resolve() if given else Path(home) / "magdit"


def kept_secret(folder: Path, name: str, variable: str) -> str:
    """A secret from the environment, or else one that was made the first time and kept where only we can read it."""
    given = os.environ.get(variable)
    if given:
        return given
    path = folder / "sleutels" / name
    if not path.exists():
        _keep(path, secrets.token_urlsafe(48))
    return path.read_text(encoding="ascii").strip()


def _keep(path: Path, secret: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    # Two processes may start at once: whoever makes the file first decides.
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secret)
