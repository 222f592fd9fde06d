"""The app's name."""

from django.apps import AppConfig


class SupervisionConfig(AppConfig):
    """Supervision."""

    name = "luoshi.records.supervision"
    default_auto_field = "django.db.models.BigAutoField"
