"""The demo city's offices: units that the reform renamed, groups with their members, posts with who holds them."""

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from luoshi.records.people.models import Post
    from luoshi.records.register.models import Government, Unit

# The reform of 2025, in effect before that year's breakdown was issued
REFORM = date(2025, 1, 10)
RENAMED = {"行政执法局": "综合执法局", "数管中心": "数据局"}
STREETS = ("青渡街道", "映塔街道", "柳栅街道")
TOWNS = ("石笕镇", "白苇镇", "梅背镇", "桑隐镇", "云碓镇")
GROUPS = {"各街道": STREETS, "各镇街": (*STREETS, *TOWNS)}
# Post → who holds it today; 竺一鸣 handed one of them over
POSTS = {
    "市长": "闻柏舟",
    "常务副市长": "邬景行",
    "副市长（工业、科技）": "蔺书禾",
    "副市长（建设、交通）": "褚望山",
    "副市长（商务、文旅）": "竺一鸣",
    "副市长（农业、环境）": "戚若川",
    "副市长（民生）": "桂安澜",
}
HANDED_OVER = ("副市长（商务、文旅）", "温以宁", date(2026, 1, 20))


def reform(city: "Government", year: int) -> None:
    """Give the units their new names once the breakdown of the year before the reform is in."""
    from luoshi.records.people.actor import operator
    from luoshi.records.register.actions.governments import rename_unit

    if year == REFORM.year - 1:
        for before, name in RENAMED.items():
            rename_unit(actor=operator(), unit=_unit(city, before), name=name, holds_from=REFORM)


def fill_offices(city: "Government") -> None:
    """Gather the groups and fill the posts; each is in charge of the units that lead its holder's tasks."""
    from luoshi.records.people.actor import operator
    from luoshi.records.register.actions.governments import gather

    for group, members in GROUPS.items():
        gather(actor=operator(), group=_unit(city, group), members=[_unit(city, name) for name in members])
    posts = {title: _fill_post(city, title, holder) for title, holder in POSTS.items()}
    _hand_over(posts)


def _fill_post(city: "Government", title: str, holder: str) -> "Post":
    from luoshi.records.people.actions import charge, open_post
    from luoshi.records.people.actor import operator
    from luoshi.records.register.models import TaskUnit, Unit

    post = open_post(actor=operator(), government=city, title=title, holder=holder)
    answering = HANDED_OVER[1] if title == HANDED_OVER[0] else holder
    led = TaskUnit.objects.filter(role=TaskUnit.Role.LEAD, task__plan__year=2026, task__leaders=answering)
    charge(actor=operator(), post=post, units=Unit.objects.filter(government=city, pk__in=led.values("unit")))
    return post


def _hand_over(posts: "dict[str, Post]") -> None:
    from luoshi.records.people.actions import hand_over
    from luoshi.records.people.actor import operator
    from luoshi.records.people.models import Holding

    title, holder, since = HANDED_OVER
    # The demo's posts are opened today; their holders are older than that
    Holding.objects.filter(post__in=posts.values()).update(holds_from=date(2022, 4, 1))
    hand_over(actor=operator(), post=posts[title], holder=holder, holds_from=since)


def _unit(city: "Government", name: str) -> "Unit":
    from luoshi.records.register.models import UnitName

    return UnitName.objects.select_related("unit").get(government=city, name=name).unit
