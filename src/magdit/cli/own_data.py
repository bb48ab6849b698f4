"""Text files that a command is given: a post, or what the school itself makes public. Stops with a sentence."""

from __future__ import annotations

from pathlib import Path

from magdit.check.text.allow import AllowList
from magdit.cli.outcome import Stop

LONGEST = 50_000  # signs: ten pages; no post is longer
TOO_LONG = f"dit bericht is langer dan {LONGEST:,} tekens. Knip het in stukken.".replace(",", ".")


def no_longer(text: str) -> str:
    """This text, unless it is longer than any post."""
    if len(text) > LONGEST:
        raise Stop(TOO_LONG[0].upper() + TOO_LONG[1:])
    return text


def text_in(path: Path) -> str:
    """The words in this file."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError:
        raise Stop(f"Het bestand '{path}' is niet te openen. Controleer de naam.") from None
    except UnicodeDecodeError:
        raise Stop(f"'{path}' is geen tekst in UTF-8. Bewaar het opnieuw als UTF-8.") from None


def own_data(path: Path | None) -> AllowList:
    """The school's own number, address, site or account, a line each; without a file there are none."""
    return AllowList() if path is None else AllowList.written(text_in(path))
