"""Every reason for which a piece of an archive is not read has a sentence of its own."""

import ast
import re

from magdit.wording.archive_missed import NOT_READ
from tests.wording.codes import SOURCE, codes

FOLDERS = ("check/archive", "journeys/archive")
CODE = re.compile(r"[a-z]+(?:_[a-z]+)*")


def named_in(calls):
    """The codes that stand in calls of these names, in the source of the archive."""
    for folder in FOLDERS:
        for path in sorted((SOURCE / folder).glob("*.py")):
            for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(call, ast.Call) and getattr(call.func, "id", "") in calls:
                    for given in call.args[calls[call.func.id] :]:
                        yield from (one.value for one in ast.walk(given) if isinstance(one, ast.Constant))


def test_every_reason_has_a_sentence():
    told = {code for code in named_in({"NotReadable": 0, "Missed": 1, "unread": 1}) if isinstance(code, str)}
    told = {code for code in told if CODE.fullmatch(code)}

    assert len(told) > 25
    assert sorted(told - set(NOT_READ)) == []


def test_every_reason_for_which_a_photo_is_refused_has_a_sentence():
    photos = codes(
        "Refused",
        among=("check/images/intake", "check/images/reading", "check/images/containers", "check/images/decode"),
    )

    assert sorted(photos - set(NOT_READ)) == []
