"""The WSGI application that granian serves."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

from iron.server.home import make_home

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "iron.server.settings")
make_home()
application = get_wsgi_application()
