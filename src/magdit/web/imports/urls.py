"""Addresses of this room."""

from django.urls import path

from magdit.web.imports import views

app_name = "imports"
urlpatterns = [path("", views.lists, name="lists")]
