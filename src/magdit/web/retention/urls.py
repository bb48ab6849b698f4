"""Addresses of this room."""

from django.urls import path

from magdit.web.retention import holds, views

app_name = "retention"
urlpatterns = [
    path("", views.schools, name="schools"),
    path("stop/<uuid:hold>/opheffen/", holds.lift, name="lift"),
    path("stop/<slug:kind>/<uuid:subject>/", holds.place, name="place"),
    path("<slug:code>/", views.calendar_of, name="calendar"),
    path("<slug:code>/termijnen/", views.terms, name="terms"),
    path("<slug:code>/bewijs/", views.proof, name="proof"),
]
