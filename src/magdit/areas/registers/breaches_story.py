"""What was told of a possible data breach, in free words: enciphered under the key of that breach."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace

from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.journal.sealing import decipher, encipher
from magdit.areas.registers.models_breaches import Breach

MOST = 4000
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})


@dataclass(frozen=True, slots=True)
class Story:
    """What happened, whose data of which kind, how many, what came of it, what was done, and why it was decided so."""

    what: str = ""
    when: str = ""
    whose: str = ""
    many: str = ""
    kinds: str = ""  # of data
    consequences: str = ""
    measures: str = ""
    advice: str = ""  # what who is concerned can do
    why: str = ""  # of the decision
    number: str = ""  # under which the authority keeps it
    late: str = ""  # why it was reported after the term
    how: str = ""  # how who is concerned was told


PARTS = tuple(part.name for part in fields(Story))


def ref_of(breach: Breach) -> Ref:
    """A breach as the journal names it, and its key."""
    return Ref("datalek", str(breach.pk))


def story_of(breach: Breach) -> Story:
    """What was told; refused when its key is gone."""
    opened = decipher(breach.board_id, ref_of(breach), bytes(breach.sealed), label=_label(breach))
    if opened is None:
        raise Refused("file_gone")
    return Story(**json.loads(opened))


def sealed_story(doing: Doing, breach: Breach, story: Story) -> bytes:
    """The same as it is kept."""
    return encipher(doing, ref_of(breach), json.dumps(asdict(story)).encode(), label=_label(breach))


def told_more(story: Story, told: Mapping[str, str]) -> Story:
    """The story with these parts instead; refused when one is unknown or far too long."""
    unknown = sorted(set(told) - set(PARTS))
    if unknown:
        raise Refused("field_unknown", field=unknown[0])
    return replace(story, **{name: cleaned(text) for name, text in told.items()})


def cleaned(text: str) -> str:
    """What was typed, with its lines, without what nobody can see."""
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").split("\n")
    seen = ("".join(" " if sign.isspace() else sign for sign in line if _is_seen(sign)) for line in lines)
    kept = "\n".join(line.rstrip() for line in seen).strip()
    if len(kept) > MOST:
        raise Refused("text_too_long", most=MOST)
    return kept


def _is_seen(sign: str) -> bool:
    return sign.isspace() or unicodedata.category(sign) not in _UNSEEN


def _label(breach: Breach) -> str:
    return f"datalek|{breach.pk}"
