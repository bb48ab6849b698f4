"""Addresses of this room."""

from django.urls import path

from magdit.web.tasks import views

app_name = "tasks"
urlpatterns = [path("", views.tasks, name="tasks")]
