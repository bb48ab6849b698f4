"""Whatever the journal, its keys or a back-up refuse or find, there is a sentence for it."""

import re
from pathlib import Path

import pytest

import magdit
from magdit.wording.journal import MANY, WHAT, WHOLE, finding_sentence
from magdit.wording.refusals.journal import SENTENCES

SOURCE = Path(magdit.__file__).parent
FACTS = {
    "kind": "persoon", "key": "wie", "file": "sleutels/keten", "name": "a b", "engine": "sqlite", "here": "postgresql",
    "least": 12, "program": "pg_dump", "said": "nee",
}  # fmt: skip


def text() -> str:
    files = [*(SOURCE / "areas" / "journal").glob("*.py"), *(SOURCE / "journeys" / "backup").glob("*.py")]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def test_every_refusal_has_a_sentence_and_every_sentence_a_refusal() -> None:
    raised = set(re.findall(r'Refused\(\s*"(\w+)"', text()))
    raised |= {"passphrase_needed", "keys_needed"}  # chosen between, on one line

    assert raised == set(SENTENCES)


@pytest.mark.parametrize("code", SENTENCES)
def test_every_refusal_says_that_nothing_changed_or_what_to_do(code: str) -> None:
    said = SENTENCES[code].format(**FACTS)

    assert re.search(r"Er is niets veranderd|Er is geen back-up gemaakt|Neem er een", said)


def test_every_finding_has_a_sentence() -> None:
    found = set(re.findall(r'(?:Finding|_at)\("(\w+)"', text())) | {"key_gone", "key_back", "key_broken"}

    assert found == set(WHAT) | set(WHOLE)


@pytest.mark.parametrize("code", WHAT)
def test_a_finding_is_told_of_one_line_and_of_many(code: str) -> None:
    one = finding_sentence(code, first=3, last=3, facts={})
    many = finding_sentence(code, first=3, last=9, facts={})

    assert one == f"Regel 3 {WHAT[code]}."
    assert many.startswith(f"Regel 3 tot en met 9 {MANY[WHAT[code].split()[0]]} ")
