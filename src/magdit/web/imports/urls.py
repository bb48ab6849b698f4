"""Addresses of this room."""

from django.urls import path

from magdit.web.imports import columns, views

app_name = "imports"
urlpatterns = [
    path("", views.lists, name="lists"),
    path("nieuw/", views.hand_in, name="hand_in"),
    path("<uuid:intake>/", views.one, name="one"),
    path("<uuid:intake>/kolommen/", columns.columns, name="columns"),
    path("<uuid:intake>/<slug:part>/", views.part, name="part"),
]
