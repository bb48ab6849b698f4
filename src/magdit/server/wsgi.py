"""What a web server calls: `gunicorn magdit.server.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "magdit.server.settings")
application = get_wsgi_application()
