"""What to do about a file that could not be taken."""

from luoshi import errors

_EDITABLE = ("换成可编辑的原件", "docx、wps、xlsx、ofd，或由 Word 另存的 PDF，最准。")
_AGAIN = ("重新拿一份", "请发文件的人再发一次，或从原处重新下载。")

# Class of the error → sentences: what to do in bold, and how
_WAYS: dict[type[Exception], tuple[tuple[str, str], ...]] = {
    errors.Classified: (("不要再传", "涉密文件不能放在这个系统里。这份文件没有留存。"),),
    errors.Encrypted: (("去掉密码再传", "用 WPS 或 Word 打开，输入密码，另存一份不加密的。"),),
    errors.NoText: (_EDITABLE, ("先做文字识别", "只有扫描件时，先识别成文字，逐页核对后再传。")),
    errors.TooLarge: (
        ("删去图片再传", "文件里的大图、附件往往最占地方。"),
        ("拆成几份", "如按附件、按年度分开，一份一份导入。"),
    ),
    errors.Damaged: (("另存一份再传", "用 WPS 或 Word 打开，另存为 docx、xlsx。打不开就是文件坏了。"), _AGAIN),
    errors.MissingTool: (_EDITABLE, ("请系统管理员装上所缺的程序", "装好后同一份文件就能读。")),
    errors.UnknownFormat: (_EDITABLE, _AGAIN),
}
_OF_CONTENT = (
    ("看看是不是这三种文件", "责任分解、政府工作报告、进展情况汇总表，才能读进台账。"),
    ("看看标题和表头", "标题写明年度和文种，表头有“序号”“任务”“牵头单位”“进展情况”这样的字，才认得出。"),
)


def ways_out(error: errors.LuoshiError | None) -> tuple[tuple[str, str], ...]:
    """Ways out of a failed import, the best first; for no error, those of a file that is too large."""
    wanted = errors.TooLarge if error is None else type(error)
    return _WAYS.get(wanted, _OF_CONTENT)
