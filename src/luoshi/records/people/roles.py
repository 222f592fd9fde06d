"""Who may do what: the table that every action and every page asks."""

from django.db.models import TextChoices


class Role(TextChoices):
    """What a person is to a government, or to one of its units."""

    SUPERVISOR = "supervisor", "督查室"
    UNIT_LIAISON = "unit_liaison", "单位联络员"
    UNIT_APPROVER = "unit_approver", "单位审签人"
    DISTRICT_LIAISON = "district_liaison", "区县联络员"
    CITY_LEADER = "city_leader", "市领导"
    DEPUTY = "deputy", "人大代表"
    SYSTEM_ADMIN = "system_admin", "系统管理员"
    SECURITY_ADMIN = "security_admin", "安全管理员"
    AUDIT_ADMIN = "audit_admin", "审计管理员"


class Right(TextChoices):
    """Something that not everybody may do."""

    READ_REGISTER = "read_register", "看全部台账"
    READ_OWN_TASKS = "read_own_tasks", "看本单位的任务"
    IMPORT_DOCUMENT = "import_document", "导入文件、核对"
    ISSUE_PLAN = "issue_plan", "立项入册"
    CORRECT_TASK = "correct_task", "更正任务"
    HAND_DOWN = "hand_down", "向下级下达"
    WRITE_REPORT = "write_report", "填报进展"
    SIGN_REPORT = "sign_report", "审签进展"
    REVIEW_REPORT = "review_report", "审核进展"
    READ_NOTICES = "read_notices", "看督查单"
    SERVE_NOTICE = "serve_notice", "发督查单、定答复"
    ANSWER_NOTICE = "answer_notice", "签收、答复督查单"
    SIGN_ANSWER = "sign_answer", "审签督查单的答复"
    EXPORT_REGISTER = "export_register", "导出"
    MANAGE_UNITS = "manage_units", "管理单位和别名"
    MANAGE_ACCOUNTS = "manage_accounts", "开立、停用账号"
    GRANT_ROLES = "grant_roles", "授予、收回角色"
    RESET_SECOND_FACTOR = "reset_second_factor", "解除动态口令"
    READ_JOURNAL = "read_journal", "看审计日志"


_OWN = frozenset({Right.READ_OWN_TASKS, Right.READ_NOTICES, Right.EXPORT_REGISTER})

# The three administrators have nothing to do with the work, and none of them with what the others do.
RIGHTS: dict[Role, frozenset[Right]] = {
    Role.SUPERVISOR: frozenset(
        {
            Right.READ_REGISTER,
            Right.IMPORT_DOCUMENT,
            Right.ISSUE_PLAN,
            Right.CORRECT_TASK,
            Right.HAND_DOWN,
            Right.REVIEW_REPORT,
            Right.READ_NOTICES,
            Right.SERVE_NOTICE,
            Right.EXPORT_REGISTER,
            Right.MANAGE_UNITS,
        }
    ),
    Role.UNIT_LIAISON: _OWN | {Right.WRITE_REPORT, Right.ANSWER_NOTICE},
    Role.UNIT_APPROVER: _OWN | {Right.SIGN_REPORT, Right.SIGN_ANSWER},
    Role.DISTRICT_LIAISON: _OWN | {Right.WRITE_REPORT, Right.ANSWER_NOTICE},
    Role.CITY_LEADER: frozenset({Right.READ_REGISTER, Right.READ_NOTICES, Right.EXPORT_REGISTER}),
    Role.DEPUTY: frozenset({Right.READ_REGISTER}),
    Role.SYSTEM_ADMIN: frozenset({Right.MANAGE_ACCOUNTS}),
    Role.SECURITY_ADMIN: frozenset({Right.GRANT_ROLES, Right.RESET_SECOND_FACTOR}),
    Role.AUDIT_ADMIN: frozenset({Right.READ_JOURNAL}),
}

# Roles that are held in a unit; the others are held in the government as a whole.
OF_UNIT = frozenset({Role.UNIT_LIAISON, Role.UNIT_APPROVER, Role.DISTRICT_LIAISON})
# Nobody holds two of these at a time.
SEPARATE = frozenset({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN})
# Those who could do most harm sign in with a second factor where the installation asks for it.
GUARDED = SEPARATE | {Role.SUPERVISOR}
