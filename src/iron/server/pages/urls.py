"""Addresses of the pages."""

from __future__ import annotations

from django.urls import path

from iron.server.pages import views

urlpatterns = [path("", views.landing, name="landing")]
