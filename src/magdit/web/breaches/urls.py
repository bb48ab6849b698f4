"""Addresses of this room."""

from django.urls import path

from magdit.web.breaches import handling, letters, reporting, views

app_name = "breaches"
urlpatterns = [
    path("", views.breaches, name="breaches"),
    path("melden/<slug:code>/", reporting.report_at, name="report_at"),
    path("melden/<slug:kind>/<uuid:subject>/", reporting.report, name="report"),
    path("<uuid:breach>/", views.breach, name="breach"),
    path("<uuid:breach>/aanvullen/", handling.more, name="more"),
    path("<uuid:breach>/besluit/", handling.decide, name="decide"),
    path("<uuid:breach>/gemeld/", handling.reported, name="reported"),
    path("<uuid:breach>/ingelicht/", handling.told, name="told"),
    path("<uuid:breach>/formulier/", letters.authority, name="authority"),
    path("<uuid:breach>/brief/", letters.concerned, name="concerned"),
]
