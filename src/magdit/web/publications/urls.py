"""Addresses of this room."""

from django.urls import path

from magdit.web.publications import archive, pictures, views
from magdit.web.publications.held import held
from magdit.web.publications.tracing import trace

app_name = "publications"
urlpatterns = [
    path("", views.publications, name="publications"),
    path("spoor/", trace, name="trace"),
    path("archief/", archive.tasks, name="archive"),
    path("archief/<uuid:task>/", archive.task, name="archive_task"),
    path("vastgehouden/<uuid:draft>/", held, name="held"),
    path("<uuid:publication>/", views.publication, name="publication"),
    path("<uuid:publication>/beeld/<uuid:picture>/", pictures.picture, name="picture"),
    path("<uuid:publication>/bewijs/", pictures.proof, name="proof"),
]
