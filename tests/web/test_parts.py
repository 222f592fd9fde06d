"""Tags that pages are made of, each with what it draws."""

import re
from types import SimpleNamespace

import pytest
from django.template import Context, Template

from luoshi.records.register.models import TaskUnit
from luoshi.web.desk.passages import Piece

SAID = {
    "task": SimpleNamespace(number=12, sub=None),
    "row": SimpleNamespace(number=12, sub=3),
    "added": Piece("1<2", "ins"),
    "gone": Piece("6所", "del"),
    "left": Piece("新建"),
    "pairs": [("", "全部"), ("behind", "欠进度")],
}
# An icon, whose address depends on the installation
ICON = re.compile(r'<svg class="i" aria-hidden="true"><use href="[^"]*#(?P<name>[\w-]+)"/></svg>')


def draw(template: str) -> str:
    return ICON.sub(r"(\g<name>)", Template("{% load register %}" + template).render(Context(SAID)))


@pytest.mark.parametrize(
    ("template", "drawn"),
    [
        ('{% judged "behind" "橙·警示" %}', '<span class="v v-yellow">(d2)欠进度·橙·警示</span>'),
        ('{% judged "on_track" "蓝·临期" %}', '<span class="v v-on">(check)达进度·蓝·临期</span>'),
        ('{% judged "behind" "黄" %}', '<span class="v v-yellow">(d2)欠进度·黄</span>'),
        ('{% chip "done" icon="check" %}已确认{% endchip %}', '<span class="v v-done">(check)已确认</span>'),
        (
            '{% chip "wait" icon="x" more="ms-auto" %}已作废{% endchip %}',
            '<span class="v v-wait ms-auto">(x)已作废</span>',
        ),
        (
            '{% note "bad" %}<p>没有保存</p>{% endnote %}',
            '<div class="note note-bad mb-3" role="alert">(alert-circle)<div><p>没有保存</p></div></div>',
        ),
        (
            '{% note "good" icon="lock" role="status" below="" %}好{% endnote %}',
            '<div class="note note-good" role="status">(lock)<div>好</div></div>',
        ),
        (
            '{% blank "没有这样的单位" icon="users" %}<p>换个写法</p>{% endblank %}',
            '<div class="blank">(users)<h2>没有这样的单位</h2><p>换个写法</p></div>',
        ),
        (
            '{% options pairs "behind" %}',
            '<option value="">全部</option><option value="behind" selected>欠进度</option>',
        ),
        ("{{ task|numbered }}、{{ row|numbered }}", "12、12-3"),
        ("{{ left|marked }}{{ gone|marked }}{{ added|marked }}", "新建<del>6所</del><ins>1&lt;2</ins>"),
    ],
)
def test_a_part_is_drawn(template: str, drawn: str) -> None:
    assert draw(template) == drawn


def test_the_lead_bears_its_mark_among_the_roles() -> None:
    drawn = draw('{% role_options "cooperating" %}')
    assert f'<option value="lead">▲{TaskUnit.Role.LEAD.label}</option>' in drawn
    assert re.findall(r'value="(\w+)" selected', drawn) == ["cooperating"]


@pytest.mark.parametrize(("doubt", "is_checked"), [("", True), (" is_doubtful=True", False)])
def test_what_is_doubtful_is_approved_by_a_person(doubt: str, is_checked: bool) -> None:  # noqa: FBT001 (a table)
    drawn = draw('{% facet "3-units" "单位"' + doubt + " %}<p>教育局</p>{% endfacet %}")
    assert (" checked>" in drawn) is is_checked
    assert '<label for="k-3-units">单位</label><p>教育局</p></div>' in drawn
