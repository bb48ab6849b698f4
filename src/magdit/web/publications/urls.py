"""Addresses of this room."""

from django.urls import path

from magdit.web.publications import pictures, views
from magdit.web.publications.tracing import trace

app_name = "publications"
urlpatterns = [
    path("", views.publications, name="publications"),
    path("spoor/", trace, name="trace"),
    path("<uuid:publication>/", views.publication, name="publication"),
    path("<uuid:publication>/beeld/<uuid:picture>/", pictures.picture, name="picture"),
    path("<uuid:publication>/bewijs/", pictures.proof, name="proof"),
]
