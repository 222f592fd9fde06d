"""What was taken out of a list: which tasks, and what the list was asked for, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from luoshi.records.register.models import Task
from luoshi.web.desk.asked import FORMER, GROUP_NAMES, ORDER_NAMES
from luoshi.web.desk.tasks import Listing

Facts = list[tuple[str, str]]

_PART, _SEARCH = "part", "搜"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The tasks of a list, or those of them that were picked."""

    listing: Listing
    tasks: Sequence[Task]
    is_picked: bool

    @property
    def is_sorted(self) -> bool:
        """Whether they stand in another order than the document's."""
        return self.listing.asked.order != FORMER

    @property
    def heads(self) -> str:
        """What they stand under, beside their parts."""
        group = self.listing.asked.group
        return "" if group == _PART else group

    @property
    def facts(self) -> Facts:
        """What was asked for: 搜, 筛选, 分组, 排序, and how many tasks that gave."""
        asked = self.listing.asked
        held = [f"{name}：{words}" for name, words, _ in self.listing.filters if name != _SEARCH]
        return [
            ("筛选", "；".join(held) or "全部"),
            (_SEARCH, asked.sieve.words),
            ("分组", GROUP_NAMES.get(asked.group, "不分组")),
            ("排序", ORDER_NAMES[asked.order]),
            ("项数", f"{'勾选的 ' if self.is_picked else ''}{len(self.tasks)} 项"),
        ]

    @property
    def words(self) -> str:
        """The same on a line, below a title."""
        return "　".join(f"{name}：{words}" for name, words in self.facts if words)
