"""Addresses of magdit as an app on a phone."""

from django.urls import path

from magdit.web.drafts import installed

app_name = "installed"
urlpatterns = [
    path("manifest.webmanifest", installed.manifest, name="manifest"),
    path("worker.js", installed.worker, name="worker"),
    path("gedeeld/", installed.shared, name="shared"),
]
