"""The app's name."""

from django.apps import AppConfig


class ReportingConfig(AppConfig):
    """Reporting."""

    name = "luoshi.records.reporting"
    default_auto_field = "django.db.models.BigAutoField"
