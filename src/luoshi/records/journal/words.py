"""What the journal says, in words: every action, field and value that it keeps, and what the actions are about."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from luoshi.records.journal.models import Entry

# Each verb that an action gives to `did` (a test looks through the code for them)
ACTIONS: Final[Mapping[str, str]] = {
    "sign_in": "登录",
    "sign_out": "退出",
    "sign_in_failed": "登录失败",
    "lock_out": "连错锁定",
    "wrong_code": "动态口令错误",
    "tie_identity": "绑定统一身份认证",
    "set_second_factor": "设置动态口令",
    "drop_second_factor": "停用动态口令",
    "make_recovery_codes": "生成备用码",
    "change_password": "改密码",
    "open_account": "开账号",
    "close_account": "停用账号",
    "reopen_account": "启用账号",
    "reset_password": "重置密码",
    "reset_second_factor": "解除动态口令",
    "grant_role": "授予角色",
    "withdraw_role": "收回角色",
    "open_government": "设立政府",
    "place_government": "归到上级政府",
    "set_rules": "改研判规则",
    "open_unit": "新增单位",
    "close_unit": "停用单位",
    "reopen_unit": "启用单位",
    "drop_name": "删去单位名称",
    "add_name": "增加单位名称",
    "rename_unit": "单位更名",
    "gather": "调整单位组",
    "open_post": "设立岗位",
    "hand_over": "岗位交接",
    "charge": "调整分管单位",
    "import_plan": "导入文件",
    "correct_draft": "核对时改正",
    "accept_draft": "核对确认",
    "accept_alike": "整类确认",
    "undo_draft": "撤销改动",
    "merge_drafts": "并入上一项",
    "split_draft": "拆成两项",
    "discard_import": "作废导入",
    "issue_plan": "责任分解入册",
    "issue_task": "立项入册",
    "link_district": "对应下级政府",
    "unlink_district": "解除对应下级政府",
    "share_out": "分配任务数",
    "hand_down": "向下级下达",
    "receive_task": "上级下达",
    "pass_on": "向下级转达更正",
    "adjust_task": "上级更正下达",
    "revise_plan": "按更正文件更正",
    "revise_task": "按更正文件更正",
    "end_task": "按更正文件终止",
    "renumber_task": "按更正文件改序号",
    "relate_import": "改定更正哪一份",
    "correct_wording": "更正文字",
    "correct_units": "更正单位",
    "correct_figures": "更正指标",
    "replace_unit": "替换单位",
    "settle_flag": "核对存疑",
    "open_round": "开放填报期",
    "take_progress": "导入进展",
    "correct_round": "按更正的进展表更正",
    "correct_report": "按更正的进展表更正填报",
    "send_report": "填报进展",
    "send_again": "退回后重报",
    "lay_before": "提交签发",
    "sign_report": "签发填报",
    "refuse_report": "没有签发",
    "accept_report": "审核通过填报",
    "return_report": "退回填报",
    "judge_again": "重新研判",
    "serve_notice": "发督查单",
    "receive_notice": "签收督查单",
    "lay_answer": "答复提交签发",
    "refuse_answer": "没有签答复",
    "answer_notice": "答复督查单",
    "sign_answer": "签发答复",
    "return_answer": "退回答复",
    "close_notice": "督查单办结",
    "escalate_notice": "督查单升级",
    "withdraw_notice": "撤回督查单",
    "export_tasks": "导出任务",
    "export_journal": "导出审计日志",
}

# In the order in which a reader is told of them, as a database keeps the fields of an entry in none
FIELDS: Final[Mapping[str, str]] = {
    "name": "名称",
    "title": "标题",
    "username": "登录名",
    "number": "序号",
    "numbers": "序号",
    "lines": "任务",
    "text": "原文",
    "second": "拆出的一项",
    "part": "部分",
    "section": "领域",
    "id": "编号",
    "task": "任务编号",
    "tied": "记到",
    "filled": "拟填",
    "leaders": "牵头领导",
    "role": "角色",
    "kind": "类别",
    "sort": "性质",
    "level": "层级",
    "holder": "任职人",
    "since": "起",
    "until": "止",
    "government": "政府",
    "sender": "下达方",
    "rules": "研判规则",
    "unit": "单位",
    "units": "单位",
    "members": "成员",
    "targets": "指标",
    "due": "时限",
    "allocation": "分县任务数",
    "shares": "分县任务数",
    "year": "年度",
    "period": "填报期",
    "cutoff": "截至",
    "matter": "督查事项",
    "urgency": "级别",
    "grounds": "督查缘由",
    "demand": "办理要求",
    "answer_by": "答复期限",
    "follows": "接哪一张",
    "answer": "答复",
    "notice": "督查单",
    "progress": "进展情况",
    "judged": "研判",
    "report": "填报",
    "state": "状态",
    "task_state": "任务状态",
    "accepted": "已确认",
    "active": "在用",
    "first": "首次密码",
    "doubt": "存疑",
    "reason": "理由",
    "file": "文件",
    "revises": "更正哪一份",
    "approved": "采纳处数",
    "left_out": "未采纳处数",
    "sha256": "文件指纹",
    "rows": "行数",
    "unmatched": "对不上的行",
    "tasks": "任务数",
    "entries": "条数",
    "form": "格式",
    "asked": "条件",
}
_PLACES: Final = {name: place for place, name in enumerate(FIELDS)}

SUBJECTS: Final[Mapping[str, str]] = {
    "account": "账号",
    "government": "政府",
    "unit": "单位",
    "post": "岗位",
    "import": "导入的文件",
    "drafttask": "核对中的任务",
    "plan": "责任分解",
    "task": "任务",
    "round": "填报期",
    "notice": "督查单",
}
# Longer than this a value is cut where nobody reads it whole: a fingerprint of a file, figures as JSON
_LONG = 200


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that an action changed, in words; empty where there was nothing, or is nothing any more."""

    field: str
    before: str
    after: str


def action_words(action: str) -> str:
    """更正文字 for correct_wording; a verb that nobody has named yet as it is."""
    return ACTIONS.get(action, action)


def differences(entry: Entry) -> list[Difference]:
    """What it changed, field by field."""
    before, after = entry.before, entry.after
    changed = sorted(before.keys() | after.keys(), key=lambda name: (_PLACES.get(name, len(_PLACES)), name))
    return [
        Difference(FIELDS.get(name, name), _told(name, before.get(name)), _told(name, after.get(name)))
        for name in changed
    ]


def _told(field: str, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list):
        return "、".join(filter(None, (_told(field, each) for each in value))) or "无"
    if isinstance(value, dict):
        shown = value.get("name") or value.get("quote") or value.get("text")
        return str(shown) if shown else _cut(json.dumps(value, ensure_ascii=False))
    return _cut(_values().get((field, str(value)), str(value)))


def _cut(text: str) -> str:
    return text if len(text) <= _LONG else f"{text[:_LONG]}…"


@cache
def _values() -> dict[tuple[str, str], str]:
    """What a field's values are called, by field and value."""
    from luoshi.records.people.roles import Role
    from luoshi.records.register.models import Import, Unit, UnitName
    from luoshi.records.register.models.governments import Level
    from luoshi.records.register.models.plans import State
    from luoshi.records.reporting.models import Report
    from luoshi.records.supervision.models import State as NoticeState
    from luoshi.records.supervision.models import Step

    choices = {
        "role": Role.choices,
        "kind": Unit.Kind.choices,
        "sort": UnitName.Sort.choices,
        "level": Level.choices,
        "state": Import.State.choices,
        "report": Report.State.choices,
        "task_state": State.choices,
        "notice": NoticeState.choices,
        "urgency": Step.choices,
    }
    return {(field, value): str(label) for field, pairs in choices.items() for value, label in pairs}
