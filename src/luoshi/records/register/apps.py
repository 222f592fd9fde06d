"""The app's name."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """Register."""

    name = "luoshi.records.register"
    default_auto_field = "django.db.models.BigAutoField"
