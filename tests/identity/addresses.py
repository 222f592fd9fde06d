"""What the identity server answers: the protocol, and a door that asks for no password."""

from django.contrib.auth import get_user_model, login
from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def enter(request: HttpRequest, name: str) -> HttpResponse:
    """Sign somebody in under a name."""
    person, _ = get_user_model().objects.get_or_create(username=name)
    login(request, person, backend="django.contrib.auth.backends.ModelBackend")
    return HttpResponse(status=204)


urlpatterns = [
    path("enter/<str:name>/", enter),
    path("accounts/", include("allauth.account.urls")),
    path("", include("allauth.idp.urls")),
]
