"""Ways in which a photo could slip out, or be seen by who it is not for. Found by an examiner; each is shut."""

from tests.areas.conftest import *  # noqa: F403
from tests.areas.consent.conftest import *  # noqa: F403
from tests.journeys.hand_in.conftest import eyes, own_folder  # noqa: F401
from tests.journeys.publish.conftest import *  # noqa: F403
from tests.web.conftest import _on_the_day_of_the_cast, at, visits  # noqa: F401  (fixtures)
