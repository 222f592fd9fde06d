"""What is done with accounts, roles and posts; each by the administrator whose duty it is."""

from luoshi.records.people.actions.accounts import (
    change_password,
    choose_large,
    close_account,
    open_account,
    reopen_account,
    reset_password,
    reset_second_factor,
)
from luoshi.records.people.actions.grants import grant_role, withdraw_role
from luoshi.records.people.actions.posts import charge, hand_over, open_post

__all__ = [
    "change_password",
    "charge",
    "choose_large",
    "close_account",
    "grant_role",
    "hand_over",
    "open_account",
    "open_post",
    "reopen_account",
    "reset_password",
    "reset_second_factor",
    "withdraw_role",
]
