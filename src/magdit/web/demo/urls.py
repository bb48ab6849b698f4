"""Addresses of this room."""

from django.urls import path

from magdit.web.demo import views

app_name = "demo"
urlpatterns = [path("", views.people, name="people")]
