"""What is typed to come in: the name, and a password that will do."""

from allauth.account.forms import LoginForm
from django.contrib.auth.password_validation import MinimumLengthValidator

from luoshi.records.people.usernames import kept_username


class SignInForm(LoginForm):  # type: ignore[misc]  # allauth has no stubs
    """The library's form; a name typed in full width or in capitals is the same name (ACCOUNT_FORMS)."""

    @property
    def is_first(self) -> bool:
        """Nothing was sent yet: one begins with the name."""
        return not self.is_bound

    @property
    def is_again(self) -> bool:
        """It was the password that did not fit, nearly always."""
        return bool(self.is_bound)

    def clean_login(self) -> str:
        """The name as it is kept."""
        return kept_username(self.cleaned_data["login"])


class LengthValidator(MinimumLengthValidator):
    """Says in Chinese what is too short: Django has no translation of its sentence (AUTH_PASSWORD_VALIDATORS)."""

    def get_error_message(self) -> str:
        """The sentence beside the field."""
        return f"太短了，至少要 {self.min_length} 位。"
