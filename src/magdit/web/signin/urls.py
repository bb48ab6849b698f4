"""Addresses of coming in."""

from django.urls import include, path

urlpatterns = [path("inloggen/", include("allauth.urls"))]
