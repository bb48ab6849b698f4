"""Addresses of this room."""

from django.urls import path

from magdit.web.classes import views

app_name = "classes"
urlpatterns = [path("", views.classes, name="classes")]
