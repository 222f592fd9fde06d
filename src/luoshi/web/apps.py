"""The app's name."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages."""

    name = "luoshi.web"
