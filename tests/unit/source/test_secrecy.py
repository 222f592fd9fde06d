"""A document that bears a secrecy mark is refused."""

import pytest

from luoshi.errors import Classified
from luoshi.source import open_bytes

TASK = "1.新建公办幼儿园6所。（责任单位：▲县教育局、县财政局）"


@pytest.mark.parametrize("mark", ["机密★10年", "秘密", "绝　密", "密级：秘密", "机密☆长期"])
def test_marked_document_is_refused(mark: str) -> None:
    with pytest.raises(Classified, match="不得在本系统中处理"):
        open_bytes(f"{mark}\n云泽县人民政府办公室文件\n{TASK}\n".encode(), name="任务.txt")


@pytest.mark.parametrize("line", ["做好机密文件管理。", "商业秘密保护基地3个", "2.秘密"])
def test_words_about_secrecy_are_no_mark(line: str) -> None:
    assert open_bytes(f"{line}\n{TASK}\n".encode(), name="任务.txt").blocks
