"""What the labels of responsibility lines, clauses and table columns mean, by the words they are made of."""

import re
from enum import Enum, auto
from functools import lru_cache


class Field(Enum):
    """What stands behind a label or under a column heading."""

    NUMBER = auto()
    SECTION = auto()
    NAME = auto()
    TASK = auto()
    LEADER = auto()
    LEAD = auto()
    RESPONSIBLE = auto()
    COOPERATING = auto()
    GUIDING = auto()
    DUE = auto()
    TOTAL = auto()
    FIGURE = auto()
    MEASURE = auto()
    PROGRESS = auto()
    REMARK = auto()

    # Each member is there once, and stands in many tables.
    __hash__ = object.__hash__


UNIT_FIELDS = frozenset({Field.LEAD, Field.RESPONSIBLE, Field.COOPERATING, Field.GUIDING})
ANSWERING_FIELDS = UNIT_FIELDS | {Field.LEADER}
CLAUSE_FIELDS = ANSWERING_FIELDS | {Field.DUE}
SUBJECT_FIELDS = frozenset({Field.TASK, Field.NAME})

# A label names a kind of body (单位) or person (领导, but not 联系人) and says what it does for the task (牵头).
_PERSON = "领导|责任人|负责人|牵头人|领衔人|局长|秘书长|指挥长|总指挥|组长|链长|召集人"
_CONTACT = "联系人|联络人|联络员|联系电话|联系方式|电话"
_BODY = "单位|部门|厅局|司局|委局|主体|处室|科室|股室|机构|站所|办所|站办|线办|村社|镇街|乡镇"
_PART_TAKING = "成员|配合|协办|会办|协同|协助|协作|参与|参加|支持"
_GUIDANCE = "指导|督导|监督|督查|督办|数据提供"
_LEADERSHIP = "牵头|主办|第一责任|主责|总负责|汇总|首要责任|主要责任|组长"
_DUTY = "责任|负责|落实|承办|实施|主管|具体|承担|办理|推进|执行"
_TIME = "时限|时间|期限|节点|进度安排|进度要求|进度计划|完成日期"

_CLAUSE_LABELS: tuple[tuple[Field, re.Pattern[str]], ...] = (
    (Field.LEADER, re.compile(rf"^(?!.*(?:{_BODY})).*(?:{_PERSON})$")),
    (Field.COOPERATING, re.compile(rf"(?:{_PART_TAKING}).*(?:{_BODY})")),
    (Field.GUIDING, re.compile(rf"(?:{_GUIDANCE}).*(?:{_BODY})")),
    (Field.LEAD, re.compile(rf"(?:{_LEADERSHIP}).*(?:{_BODY})")),
    (Field.RESPONSIBLE, re.compile(rf"(?:{_DUTY}).*(?:{_BODY})|^(?:单位|部门)$")),
    (Field.COOPERATING, re.compile(r"^(?:配合|协办|协同)(?:村|社区|镇|乡|街道)$")),
    (Field.RESPONSIBLE, re.compile(r"^(?:责任|落实|包抓)(?:村|社区|镇|乡|街道)$")),
    (Field.LEAD, re.compile(r"^(?:牵头|主办)$")),
    (Field.RESPONSIBLE, re.compile(r"^(?:责任|负责|责任分工|任务分工|职责分工)$")),
    (Field.COOPERATING, re.compile(r"^(?:配合|协办|参与)$")),
    (Field.DUE, re.compile(rf"(?:{_TIME})")),
    (Field.REMARK, re.compile(rf"^(?:{_CONTACT}|备注)$")),
)

# 主抓单位, 责任局, 归口部门 — any word of a duty before any word of a body
_OFFICE = r"(?:单位|部门|厅局|局|厅|科室|科|处室|处|股室|股|站|所|主体|机构|机关)(?:名称|名单)?$"
_DUTY_LABELS: tuple[tuple[Field, re.Pattern[str]], ...] = (
    (Field.COOPERATING, re.compile(rf"(?:{_PART_TAKING}|联办|联动|会同|参建|支撑|辅助|协力).{{0,4}}{_OFFICE}")),
    (Field.LEAD, re.compile(rf"(?:{_LEADERSHIP}|领办|领衔|主抓|抓总|首责|主推|主攻).{{0,4}}{_OFFICE}")),
    (
        Field.RESPONSIBLE,
        re.compile(rf"(?:责任|负责|承办|归口|承接|认领|经办|攻坚|帮扶|挂钩|[包挂][保联抓挂点]).{{0,4}}{_OFFICE}"),
    ),
    (
        Field.LEADER,
        re.compile(
            r"(?:分管|牵头|责任|主管|负责|领衔|主抓|督办|攻坚|挂帅|联系|[包挂][保联抓挂点案]).{0,4}"
            r"(?:同志|人|人员|常委|[省市县区州旗镇乡局校院队]长)$"
        ),
    ),
)

# Column headings that are no labels of a clause. The first that fits decides.
_OWN_COLUMN_LABELS: tuple[tuple[Field, re.Pattern[str]], ...] = (
    (Field.NUMBER, re.compile(r"^(?:任务|项目)?(?:序号|编号|项次|序列|序)$")),
    (Field.LEADER, re.compile(r"^(?:[省市县区]?(?:级|委|政府)?领导|包[联保抓]领导)?姓名$")),
    (Field.MEASURE, re.compile(r"^(?:计量|数量|计数)单位$")),
    (
        Field.REMARK,
        re.compile(
            r"^(?:任务|事项|督办|流程|工单|当前|审核)状态$|(?:反馈|更新|填报|录入|创建|签收|接收|上报)(?:时间|日期)$"
        ),
    ),
    (
        Field.REMARK,
        re.compile(
            rf"备注|说明|任务来源|工作依据|会议(?:名称|届次)|{_CONTACT}|(?:存在|主要)(?:的)?(?:问题|困难)|困难|下一?步|计划打算|整改(?!.*(?:单位|部门|责任|[时期]限|措施|任务|目标|要求|内容|领导|人$))|原因"
        ),
    ),
    (Field.TASK, re.compile(r"形象进度.*(?:目标|计划|要求|安排)|(?:目标|计划).*形象进度")),
    (
        Field.PROGRESS,
        re.compile(
            r"(?:进展|完成|落实|推进|办理|执行|工作|实施|建设)(?:工作)?(?:情况|进度|成效)|进展|最新动态|形象进度|完成进度"
        ),
    ),
    (Field.TOTAL, re.compile(r"^(?:合计|总计|小计|总数|总量|目标数|任务数|计划数|总任务|总任务数)$")),
    (Field.TOTAL, re.compile(r"^全[省市县区州旗镇乡]$")),
    (Field.TOTAL, re.compile(r"^全[省市县区州旗镇](?:目标)?(?:任务|合计|总数|任务数|目标|目标数|计划|总任务)")),
)
# … and those that a heading may hold beside a word of a clause's label
_SUBJECT_LABELS: tuple[tuple[Field, re.Pattern[str]], ...] = (
    (Field.SECTION, re.compile(r"类别|分类|领域|板块|方面|类型|所属|^类$|条线|专题|维度")),
    (Field.NAME, re.compile(r"(?:项目|工程|行动|实事)(?:名称|内容)?$|^(?:事项|名称|一级任务|重点项目)$")),
    (
        Field.TASK,
        re.compile(
            r"任务|目标|内容|事项|重点工作|举措|措施|要点|承诺|指标|工作安排|工作名称|政府工作报告(?:原文|表述)?|名称|标题|案由|(?:具体|主要|年度)工作$"
        ),
    ),
)
# 责任单位（★为牵头单位） | 责任单位（第一个为牵头单位） — a note about marks, or about the first
_MARK_NOTE = re.compile(
    r"[（(](?:[^（()）]{0,4}[▲△▴★☆※●◆][^（()）]{0,14}"
    r"|[列排]?(?:在|名|序)?(?:第一|首)[位个家]?[^（()）]{0,6}[为是][^（()）]{0,4}(?:牵头|主办)[^（()）]{0,8})[）)]"
)
_BLANK = re.compile(r"[\s（）()\[\]［］〔〕【】:：、/／]")
_LONGEST_LABEL = 16


@lru_cache(maxsize=4096)
def clause_field(label: str) -> Field | None:
    """The field that a label such as 牵头（责任）单位 introduces, or None when it is no label of a clause."""
    bare = _BLANK.sub("", _MARK_NOTE.sub("", label))
    if not bare or len(bare) > _LONGEST_LABEL:
        return None
    return _first_field(_CLAUSE_LABELS, bare) or _first_field(_DUTY_LABELS, bare)


@lru_cache(maxsize=4096)
def column_field(heading: str) -> Field | None:
    """The field of a table's column, or None when its heading says nothing (a district's name, say)."""
    bare = _BLANK.sub("", _MARK_NOTE.sub("", heading))
    if not bare or len(bare) > _LONGEST_LABEL:
        return None
    own = _first_field(_OWN_COLUMN_LABELS, bare)
    return own or clause_field(bare) or _first_field(_SUBJECT_LABELS, bare)


def _first_field(labels: tuple[tuple[Field, re.Pattern[str]], ...], bare: str) -> Field | None:
    return next((field for field, pattern in labels if pattern.search(bare)), None)
