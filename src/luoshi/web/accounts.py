"""The addresses of signing in: of those that the library has, the ones that an office needs."""

from allauth.account import views as account
from allauth.socialaccount import views as single
from django.urls import include, path

from luoshi.web.single_sign_on import come_back, go_there

urlpatterns = [
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/change/", account.password_change, name="account_change_password"),
    path("2fa/", include("allauth.mfa.urls")),
    path("3rdparty/login/cancelled/", single.login_cancelled, name="socialaccount_login_cancelled"),
    path("3rdparty/login/error/", single.login_error, name="socialaccount_login_error"),
    path("oidc/<str:provider_id>/login/", go_there, name="openid_connect_login"),
    path("oidc/<str:provider_id>/login/callback/", come_back, name="openid_connect_callback"),
]
