"""The server's own settings, with data in a folder of the test run and quick passwords."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

if "MAGDIT_DATA" not in os.environ:
    atexit.register(shutil.rmtree, Path(tempfile.gettempdir()) / f"magdit-tests-{os.getpid()}", ignore_errors=True)
os.environ.setdefault("MAGDIT_DATA", str(Path(tempfile.gettempdir()) / f"magdit-tests-{os.getpid()}"))

from magdit.server.settings import *  # noqa: F403  (the settings are the server's; the folder comes first)

# In memory, in each worker by itself: pytest-django knows only Django's own SQLite, and would name a file for each.
if not os.environ.get("DATABASE_URL"):
    DATABASES["default"]["TEST"] = {"NAME": ":memory:"}  # noqa: F405  (as above)

MIDDLEWARE = ["tests.one_request.in_turn", *MIDDLEWARE]  # noqa: F405  (the server's, as above)
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405  (whitenoise warns without)
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Nobody collected the style sheets; tests/server/test_serve.py tries them the way a school has them.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
