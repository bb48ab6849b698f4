"""What the surroundings say: where the data lies, which database, which secrets. Reads no more than that."""

from __future__ import annotations

import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

PORT = "_MAGDIT_PORT"  # `magdit serve` tells its own process where it listens; nobody sets it
# What we make in the data folder that nobody else may read. It may lie among other things, which we leave alone.
OURS = (
    "magdit.sqlite3", "magdit.sqlite3-wal", "magdit.sqlite3-shm", "bestanden", "journaal", "post", "back-ups",
    "sessies", "sleutels", "tellers",
)  # fmt: skip
THIS_COMPUTER = ("localhost", "127.0.0.1", "[::1]")


def data_folder() -> Path:
    """Where everything a school keeps lies: database, keys, scans and marks of the journal (`MAGDIT_DATA`).

    Made when it is not there, for us alone.
    """
    given = os.environ.get("MAGDIT_DATA")
    home = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    folder = Path(given).expanduser().resolve() if given else Path(home) / "magdit"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def keep_private(folder: Path) -> None:
    """From now on this process makes nothing that others can read; what an earlier one left open is closed."""
    os.umask(0o077)
    for path in (folder / name for name in OURS):
        with suppress(OSError):  # not there, gone meanwhile, or of somebody else: the doctor tells
            mode = stat.S_IMODE(path.lstat().st_mode)
            if mode & 0o077 and not path.is_symlink():
                path.chmod(mode & 0o700)


def hosts() -> list[str]:
    """The names under which browsers find us (`MAGDIT_HOSTS`, with commas); without any, this computer alone."""
    given = [name.strip() for name in os.environ.get("MAGDIT_HOSTS", "").split(",")]
    return [name for name in given if name] or list(THIS_COMPUTER)


def over_https() -> bool:
    """Whether everything goes over https: so unless only this computer can come (or `MAGDIT_HTTPS` says ja or nee)."""
    said = os.environ.get("MAGDIT_HTTPS", "").strip().lower()
    return said != "nee" if said else not set(hosts()) <= set(THIS_COMPUTER)


def origins() -> list[str]:
    """The addresses that a form may come from, when a proxy stands in front of us."""
    return [f"https://{'*' if name.startswith('.') else ''}{name}" for name in hosts() if name != "*"]


def public_address() -> str:
    """Where people find us, as it stands in letters and links (`MAGDIT_ADDRESS`), without a bar at the end."""
    said = os.environ.get("MAGDIT_ADDRESS", "").strip().rstrip("/")
    if said and not said.startswith(("https://", "http://")):
        raise ImproperlyConfigured("MAGDIT_ADDRESS: https://magdit.uwschool.nl")
    first = next((name for name in hosts() if name != "*" and not name.startswith(".")), "localhost")
    return said or (f"https://{first}" if over_https() else f"http://{first}:{os.environ.get(PORT) or 8000}")


def for_show() -> bool:
    """Whether this is a demo, in which anyone may be anyone (`MAGDIT_DEMO=ja`). Only where nobody else can come."""
    said = os.environ.get("MAGDIT_DEMO", "").strip().lower() == "ja"
    if said and not set(hosts()) <= set(THIS_COMPUTER):
        raise ImproperlyConfigured("MAGDIT_DEMO: alleen op deze computer, dus zonder MAGDIT_HOSTS")
    return said


def own_packs() -> list[str]:
    """The folders with protocols of the board's own (`MAGDIT_PACKS`), parted as in PATH."""
    return [folder for folder in os.environ.get("MAGDIT_PACKS", "").split(os.pathsep) if folder]


def takedown_hours() -> int:
    """Within how many hours something must be down after a no (`MAGDIT_TAKEDOWN_HOURS`, 1 to 720)."""
    said = os.environ.get("MAGDIT_TAKEDOWN_HOURS", "24").strip()
    if not (said.isascii() and said.isdigit() and 1 <= int(said) <= 720):
        raise ImproperlyConfigured("MAGDIT_TAKEDOWN_HOURS: een aantal uren van 1 tot en met 720, zoals 24")
    return int(said)


def back_days() -> int:
    """For how many days a takedown can be undone (`MAGDIT_BACK_DAYS`, 0 to 90)."""
    said = os.environ.get("MAGDIT_BACK_DAYS", "7").strip()
    if not (said.isascii() and said.isdigit() and int(said) <= 90):
        raise ImproperlyConfigured("MAGDIT_BACK_DAYS: een aantal dagen van 0 tot en met 90, zoals 7")
    return int(said)


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
    # Two processes may start at once. Whoever links the file first decides, and nobody reads half a secret.
    ready = path.with_name(f"{path.name}.{os.getpid()}")
    handle = os.open(ready, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secret)
    try:
        os.link(ready, path)
    except FileExistsError:
        return
    finally:
        ready.unlink()
