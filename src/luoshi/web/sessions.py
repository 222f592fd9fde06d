"""Who is signed in: the session and the account that every page asks for, by questions that Django writes once."""

from datetime import datetime
from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from luoshi.records.people.models import Account
from luoshi.records.prepared import ask


class SessionStore(db.SessionStore):
    """Django's sessions in the database (SESSION_ENGINE)."""

    def load(self) -> dict[str, Any]:
        """What is kept of a session, as long as it holds."""
        for (kept,) in ask(_sessions, self.session_key, timezone.now()):
            return self.decode(kept)
        self._session_key = None
        return {}


class AccountBackend(AuthenticationBackend):  # type: ignore[misc]  # allauth has no stubs
    """The library's way of signing in by name and password (AUTHENTICATION_BACKENDS)."""

    def get_user(self, user_id: int) -> Account | None:
        """The account of a session, as long as it is active."""
        account = next(iter(ask(_accounts, user_id)), None)
        return account if account and self.user_can_authenticate(account) else None


def _sessions(key: str, now: datetime) -> QuerySet[Session, tuple[str]]:
    return Session.objects.filter(session_key=key, expire_date__gt=now).values_list("session_data")


def _accounts(account: int) -> QuerySet[Account]:
    return Account.objects.filter(pk=account)
