"""The server's settings without what makes SQLite wait its turn: to show what that does."""

from magdit.server.settings import *  # noqa: F403  (the server's, with one difference)
from magdit.server.settings import DATA

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATA / "magdit.sqlite3",
        "OPTIONS": {"timeout": 20, "init_command": "PRAGMA journal_mode=WAL"},
    }
}
