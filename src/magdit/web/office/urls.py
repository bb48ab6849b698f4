"""Addresses of this room."""

from django.urls import path

from magdit.web.office import desk, paper

app_name = "office"
urlpatterns = [
    path("", desk.desk, name="desk"),
    path("papier/", paper.paper_find, name="paper_find"),
    path("papier/<uuid:person>/", paper.paper, name="paper"),
    path("papier/<uuid:person>/bewaard/<uuid:scan>/", paper.paper_kept, name="paper_kept"),
]
