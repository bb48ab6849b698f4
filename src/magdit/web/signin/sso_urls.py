"""Addresses of signing in through the school's own system."""

from django.urls import path

from magdit.web.signin import sso_views as views

urlpatterns = [
    path("mislukt/", views.failed, name="sso_failed"),
    path("<slug:source>/", views.start, name="sso_start"),
    path("<slug:source>/terug/", views.callback, name="sso_callback"),
    path("<slug:source>/antwoord/", views.acs, name="sso_acs"),
    path("<slug:source>/klaar/", views.finish, name="sso_finish"),
    path("<slug:source>/metadata/", views.metadata, name="sso_metadata"),
]
