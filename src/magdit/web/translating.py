"""Sentences that reach a page by a variable: made in Dutch below this floor, put into English here by gettext.

`gettext(sentence)` hides from whoever collects sentences which ones may come. This names them all, so that
scripts/english.py can collect them and a test can see that none stays Dutch on an English page.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Field

from magdit.areas.people.imports.fields import FIELDS as COLUMNS
from magdit.areas.people.models import Group, Guardianship, Membership
from magdit.areas.registers.models import ArchiveTask, Breach, ChannelAccount, Hold
from magdit.wording import connectors, findings, imports, troubles
from magdit.wording.archive_levels import LEVELS
from magdit.wording.refusals import SENTENCES
from magdit.wording.verdicts import SAID
from magdit.words.states import CONSENT_STATES

# Of which a page shows what was chosen from a list of the row's own.
CHOSEN = (Group, Guardianship, Membership, ChannelAccount, Breach, ArchiveTask, Hold)


def by_variable() -> Iterator[str]:
    """Every Dutch sentence that a page may turn into English without having written it itself."""
    yield from SENTENCES.values()
    yield from troubles.SENTENCES.values()
    yield from connectors.spoken()
    yield from (state.dutch for state in CONSENT_STATES)
    yield from (part for said in SAID.values() for part in (said.word, said.sentence))
    yield from findings.KINDS.values()
    yield from (part for level in LEVELS.values() for part in (level.title, level.do) if part)
    yield from _of_lists()
    for model in CHOSEN:
        for field in model._meta.get_fields():
            if isinstance(field, Field) and field.choices:
                yield from (str(label) for _code, label in field.flatchoices)


def _of_lists() -> Iterator[str]:
    """What is said about a list that someone handed in."""
    yield from (sentence for code, sentence in imports.PROBLEMS.items() if code not in imports.ON_PAGE)
    for told in (imports.ON_PAGE, imports.REMARKS, imports.WHOSE):
        yield from told.values()
    for columns in COLUMNS.values():
        for field in columns:
            plain = next((field.removeprefix(one) for one in imports.WHOSE if field.startswith(one)), field)
            yield imports.FIELDS.get(plain, plain)
