"""What a reader says was wrong, as the tests of bad files ask it."""

from __future__ import annotations

import pytest

from magdit.areas.people.imports.oneroster import read_oneroster
from magdit.areas.people.imports.problems import NotTaken
from magdit.wording.imports import problem_sentence
from tests.areas.people.imports.invented import AS_OF
from tests.areas.people.imports.test_readers import LINDE, oneroster


def told(read, *args, **more):
    """Everything that was wrong, by code, file, line and column; each has a sentence that can be made."""
    more = {"as_of": AS_OF} | more
    with pytest.raises(NotTaken) as refused:
        read(*args, **more)
    for one in refused.value.problems:
        assert problem_sentence(one.code, one.facts, file=one.at.file, line=one.at.line, column=one.at.column)
    return [(one.code, one.at.file, one.at.line, one.at.column) for one in refused.value.problems]


def codes(read, *args, **more):
    return {code for code, *_ in told(read, *args, **more)}


def in_oneroster(folder, **changed):
    return told(read_oneroster, oneroster(folder, **changed), LINDE)
