"""What offices of governments do: a text → the kinds of office whose business it is; a name → its office."""

from luoshi.language.duties.offices import Office, office_of
from luoshi.language.duties.tables import Kind, list_kinds
from luoshi.language.duties.weighing import find_duties, weigh_duties, weigh_words

__all__ = ["Kind", "Office", "find_duties", "list_kinds", "office_of", "weigh_duties", "weigh_words"]
