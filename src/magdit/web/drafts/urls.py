"""Addresses of this room."""

from django.urls import path

from magdit.web.drafts import faces, pictures, uploads, views

app_name = "drafts"
urlpatterns = [
    path("", views.drafts, name="drafts"),
    path("nieuw/", views.begin, name="begin"),
    path("<uuid:draft>/", views.draft, name="draft"),
    path("<uuid:draft>/delen/", uploads.start, name="upload"),
    path("<uuid:draft>/delen/<uuid:upload>/", uploads.piece, name="piece"),
    path("<uuid:draft>/beeld/<uuid:picture>/", pictures.preview, name="picture"),
    path("<uuid:draft>/beeld/<uuid:picture>/blad/<int:number>/", pictures.sheet, name="sheet"),
    path("<uuid:draft>/beeld/<uuid:picture>/gezicht/<slug:face>/", faces.whose, name="face"),
]
