"""Addresses of coming in."""

from django.urls import include, path

urlpatterns = [
    path("inloggen/school/", include("magdit.web.signin.sso_urls")),
    path("inloggen/", include("allauth.urls")),
]
