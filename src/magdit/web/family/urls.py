"""Addresses of this room."""

from django.urls import path

from magdit.web.family import views

app_name = "family"
urlpatterns = [path("", views.people, name="people")]
