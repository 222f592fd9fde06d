"""The tables of the register, by what they hold."""

from luoshi.records.register.models.drafts import DraftTask, Import
from luoshi.records.register.models.files import SourceFile
from luoshi.records.register.models.governments import Government, Membership, Unit, UnitName
from luoshi.records.register.models.plans import (
    Kin,
    Plan,
    Share,
    Target,
    Task,
    TaskFlag,
    TaskUnit,
    TaskWording,
    Unrelated,
)
from luoshi.records.register.models.views import SavedView

__all__ = [
    "DraftTask",
    "Government",
    "Import",
    "Kin",
    "Membership",
    "Plan",
    "SavedView",
    "Share",
    "SourceFile",
    "Target",
    "Task",
    "TaskFlag",
    "TaskUnit",
    "TaskWording",
    "Unit",
    "UnitName",
    "Unrelated",
]
