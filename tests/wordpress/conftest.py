"""A real WordPress, started by scripts/wordpress.sh: `make test-wordpress`. Without it these tests are not collected.

Asked for by name (`pytest tests/wordpress`) pytest then finds no test, which is a failure, not a pass.
"""

from __future__ import annotations

import os

import pytest

from magdit.connectors.connector import Way
from magdit.connectors.limits import Limits
from magdit.connectors.wordpress import WordPress
from magdit.connectors.wordpress_site import Site
from tests.areas.conftest import *  # noqa: F403  (the cast as rows)
from tests.areas.consent.conftest import website as website
from tests.journeys.hand_in.conftest import own_folder as own_folder
from tests.journeys.publish.conftest import agreed as agreed
from tests.journeys.publish.conftest import begins as begins
from tests.journeys.publish.conftest import with_noor as with_noor

ADDRESS = os.environ.get("WORDPRESS_ADDRESS", "")
LIMITS = Limits(private=("127.0.0.1",))

collect_ignore_glob = [] if ADDRESS else ["test_*.py"]


@pytest.fixture
def connector() -> WordPress:
    return WordPress(lambda: LIMITS)


@pytest.fixture
def way() -> Way:
    secret = {"password": os.environ["WORDPRESS_PASSWORD"]}
    return Way(ADDRESS, {"user": os.environ["WORDPRESS_USER"]}, secret)


@pytest.fixture
def site(way: Way) -> Site:
    """The site as its own REST tells it."""
    return Site.of(way.address, str(way.settings["user"]), way.secret["password"], LIMITS)
