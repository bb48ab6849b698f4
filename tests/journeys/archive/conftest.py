"""A site on this computer, and manners that never wait for real."""

from dataclasses import dataclass, field

import pytest

from magdit.journeys.archive.fetching import Manners
from tests.journeys.archive.loopback import serving


@pytest.fixture
def site():
    with serving() as up:
        yield up


@dataclass
class Clock:
    """Time that passes when somebody waits."""

    now: float = 1_000.0
    waited: list[float] = field(default_factory=list)

    def wait(self, seconds: float) -> None:
        self.waited.append(seconds)
        self.now += seconds


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def manners(clock):
    return Manners(pace=1.0, private=True, wait=clock.wait, clock=lambda: clock.now)
