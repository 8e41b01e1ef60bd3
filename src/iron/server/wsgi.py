"""The WSGI application that granian serves."""

from __future__ import annotations

import os
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from iron.server.home import make_home

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "iron.server.settings")
make_home()
application = get_wsgi_application()
# Django reads the addresses, and with them every type of the API, at the first request. That would be in threads.
import_module(settings.ROOT_URLCONF)
