"""Stories are told about the same cast as the areas: these fixtures are theirs."""

from tests.areas.conftest import *  # noqa: F403  (every fixture of the cast, and nothing else, is what is wanted)
from tests.areas.consent.conftest import answers, website  # noqa: F401  (fixtures)
