"""What the journal's verbs are called on a page."""

ACTIONS = {
    # Documents and plans
    "import_plan": "导入文件",
    "correct_draft": "核对时改正",
    "accept_draft": "核对确认",
    "merge_drafts": "并入上一项",
    "split_draft": "拆成两项",
    "discard_import": "作废导入",
    "issue_plan": "责任分解入册",
    "issue_task": "立项入册",
    "correct_wording": "更正文字",
    "correct_units": "更正单位",
    "settle_flag": "核对存疑",
    "export_tasks": "导出任务",
    # Rounds and reports
    "open_round": "开放填报期",
    "take_progress": "导入进展",
    "accept_report": "审核通过填报",
    "return_report": "退回填报",
    # Governments, units, posts
    "open_government": "设立政府",
    "open_unit": "登记单位",
    "add_name": "登记别名",
    "rename_unit": "单位更名",
    "gather": "调整单位组",
    "open_post": "设立职务",
    "hand_over": "职务交接",
    "charge": "调整分管单位",
    # Accounts
    "open_account": "开立账号",
    "close_account": "停用账号",
    "reopen_account": "恢复账号",
    "grant_role": "授予角色",
    "withdraw_role": "收回角色",
    "change_password": "修改密码",
    "reset_password": "重置密码",
    "reset_second_factor": "重置二次验证",
    "sign_in_failed": "登录失败",
}


def action_words(action: str) -> str:
    """更正文字 for correct_wording; a verb that nobody has named yet as it is."""
    return ACTIONS.get(action, action)
