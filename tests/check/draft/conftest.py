"""The school of these tests, with its own folder for every test."""

import pytest
from tests.check.draft.school import School

from magdit.protocols.library import Library


@pytest.fixture(scope="session")
def library():
    return Library()


@pytest.fixture
def school(tmp_path, library):
    return School(tmp_path, library)
