"""A new file written whole or not at all. Never over a file that is there: that one may be somebody's original."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from magdit.check.images.refusal import Refused

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextlib.contextmanager
def new_file(target: Path) -> Iterator[Path]:
    """Give a temporary path beside the target; when the block ends well it becomes the target, otherwise it goes."""
    if os.path.lexists(target):
        raise Refused("target_exists", path=target)
    if not target.parent.is_dir():
        raise Refused("no_such_folder", path=target.parent)
    temporary = target.with_name(f".{target.name[:80]}.{secrets.token_hex(4)}.deel")
    try:
        yield temporary
        _settle(temporary, target)
    except OSError as error:
        raise _cannot_write(target, error) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()


def ensure_folder(folder: Path) -> None:
    """Make the folder where new files go, if it is not there yet; raises Refused when that cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise Refused("no_such_folder", path=folder) from None
    except OSError as error:
        raise Refused("not_writable", path=folder, reason=error.strerror or "") from error


def plain_stem(path: Path) -> str:
    """The name of a file without its ending and without signs that nobody sees, for the file we make of it."""
    seen = (sign if sign.isprintable() else "_" for sign in path.stem)
    return "".join(seen)[:120] or "beeld"


def free_name(target: Path) -> Path:
    """Return this path, or the first of `naam-2.jpg`, `naam-3.jpg` ... that is not taken yet."""
    number, free = 1, target
    while os.path.lexists(free):
        number += 1
        free = target.with_name(f"{target.stem}-{number}{target.suffix}")
    return free


def _settle(temporary: Path, target: Path) -> None:
    """Bring the bytes to the disk, then give the file its name; a link fails where another got there first."""
    with temporary.open("rb+") as written:
        os.fsync(written.fileno())
    try:
        os.link(temporary, target)
    except FileExistsError as error:
        raise Refused("target_exists", path=target) from error
    except OSError:  # a memory stick knows no links
        if os.path.lexists(target):
            raise Refused("target_exists", path=target) from None
        os.replace(temporary, target)


def _cannot_write(target: Path, error: OSError) -> Refused:
    code = "disk_full" if error.errno in FULL else "not_writable"
    return Refused(code, path=target, reason=error.strerror or "")
