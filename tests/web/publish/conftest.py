"""The posts of the story of publishing, seen through the pages."""

from tests.areas.consent.conftest import website  # noqa: F401  (a fixture)
from tests.journeys.publish.conftest import (  # noqa: F401  (fixtures)
    account,
    agreed,
    begins,
    own_folder,
    wall,
    with_noor,
    words_only,
)
