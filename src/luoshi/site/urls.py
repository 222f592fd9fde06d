"""Every address of the installation."""

from django.urls import URLPattern, URLResolver, include, path

handler500 = "luoshi.web.errors.server_error"

urlpatterns: list[URLPattern | URLResolver] = [
    path("accounts/", include("luoshi.web.accounts")),
    path("", include("luoshi.web.desk.addresses")),
]
