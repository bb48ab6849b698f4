"""The school of the draft tests: what is told here, is told about its posts."""

import pytest

from magdit.protocols.library import Library
from tests.check.draft.school import School


@pytest.fixture(scope="session")
def library():
    return Library()


@pytest.fixture
def school(tmp_path, library):
    return School(tmp_path, library)
