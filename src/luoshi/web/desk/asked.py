"""What the address of a list asks for, and addresses that ask for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from luoshi.records.register.queries.sieve import Sieve
from luoshi.records.register.queries.tasks import GROUPS, ORDERS

GROUP_NAMES = {"leader": "牵头领导", "section": "领域", "part": "部分"}
ORDER_NAMES = {"order": "文件序号", "verdict": "研判从弱到强", "due": "时限从近到远", "doubts": "存疑从多到少"}
FORMER = "order"
"""The order of the document; addresses need not say it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which tasks, how grouped and in which order; `plan` is empty for the latest."""

    sieve: Sieve
    plan: str
    group: str
    order: str

    @property
    def query(self) -> str:
        """What the address says behind its question mark, without the plan: what can be kept as a view."""
        return urlencode(self.sieve.parameters | self._arranged)

    @property
    def here(self) -> str:
        """The address that asks for just this."""
        return self.address(self.sieve)

    @property
    def onward(self) -> str:
        """The same, to be continued: a page, a format."""
        return self.here + ("&" if self.here != "?" else "")

    def address(self, sieve: Sieve) -> str:
        """The address of another choice, in the same plan and arrangement."""
        return "?" + urlencode(self.kept | sieve.parameters | self._arranged)

    def without(self, *names: str) -> str:
        """The address that asks for the same whatever these say."""
        kept = {name: value for name, value in self.sieve.parameters.items() if name not in names}
        return self.address(Sieve.read(kept))

    @property
    def kept(self) -> dict[str, str]:
        """The plan, where the address names one."""
        return {"plan": self.plan} if self.plan else {}

    @property
    def _arranged(self) -> dict[str, str]:
        order = {} if self.order == FORMER else {"order": self.order}
        return ({"group": self.group} if self.group else {}) | order


def read_asked(parameters: Mapping[str, str]) -> Asked:
    """What an address asks for; what makes no sense is left out."""
    group, order = parameters.get("group", ""), parameters.get("order", "")
    return Asked(
        Sieve.read(parameters),
        plan if (plan := parameters.get("plan", "")).isdecimal() else "",
        group if group in GROUPS else "",
        order if order in ORDERS else FORMER,
    )
