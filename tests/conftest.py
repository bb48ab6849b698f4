"""How long the property tests look. Shared fixtures of the school live in tests/cast.py, not here."""

import os

from hypothesis import HealthCheck, settings

from tests.chromium import browser as browser
from tests.flushing import allow_flush
from tests.no_power_cut import never_wait_for_the_disk
from tests.smtp import smtp_process as smtp_process
from tests.smtp import smtp_server as smtp_server
from tests.tidying import pytest_collection as pytest_collection
from tests.workers import pytest_xdist_auto_num_workers as pytest_xdist_auto_num_workers
from tests.workers import pytest_xdist_setupnodes as pytest_xdist_setupnodes

# The same examples on every machine and every run: a red test is then always the change's own doing.
settings.register_profile(
    "short", max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
# Looks further than yesterday; what it finds prints a blob that brings the example back.
settings.register_profile(
    "full", max_examples=1500, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("MAGDIT_TESTS", "short"))
allow_flush()
never_wait_for_the_disk()
