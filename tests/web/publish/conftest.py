"""The posts of the story of publishing, seen through the pages."""

from tests.areas.consent.conftest import *  # noqa: F403  (every fixture of consents)
from tests.journeys.publish.conftest import *  # noqa: F403  (every fixture of publishing)
