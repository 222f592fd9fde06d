"""A Word document → PDF: LibreOffice prints the very file that is signed, in the fonts that are at hand."""

from typing import Final
from xml.sax.saxutils import escape

from luoshi.errors import NotPrinted, SourceError
from luoshi.source.libreoffice import Conversion, convert, find_program

# The fonts of the standard, each with what may stand in for it: its other names, then free ones. The first that is
# installed is taken.
FALLBACKS: Final = {
    "方正小标宋简体": ("方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "华文中宋", "STZhongsong", "Noto Serif CJK SC"),
    "仿宋_GB2312": ("仿宋", "FangSong", "华文仿宋", "STFangsong", "FandolFang", "Noto Serif CJK SC"),
    "楷体_GB2312": ("楷体", "KaiTi", "华文楷体", "STKaiti", "FandolKai", "LXGW WenKai", "Noto Serif CJK SC"),
    "黑体": ("SimHei", "华文黑体", "STHeiti", "FandolHei", "Noto Sans CJK SC", "WenQuanYi Zen Hei"),
    "宋体": ("SimSun", "华文宋体", "STSong", "FandolSong", "Noto Serif CJK SC"),
    "Times New Roman": ("Liberation Serif", "Tinos"),
}
BOLD: Final = ("方正小标宋简体",)
"""Fonts whose stand-ins come nearest to them in bold."""

_ALIAS: Final = '<alias binding="same"><family>{name}</family><accept>{families}</accept></alias>'
_HEAVY: Final = (
    '<match target="pattern"><test name="family"><string>{name}</string></test>'
    '<edit name="weight" mode="assign" binding="strong"><const>bold</const></edit></match>'
)
_CONFIGURATION: Final = (
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
    '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>{rules}</fontconfig>'
)


def print_pdf(document: bytes) -> bytes:
    """The pages of a .docx file as PDF, its headings as bookmarks.

    Raises `NotPrinted` where LibreOffice is not installed or gives nothing.
    """
    program = find_program()
    if program is None:
        raise NotPrinted(
            "写 PDF 需要 LibreOffice，请安装 libreoffice-writer-nogui；也可以写成 .docx，用 Word、WPS 导出。"
        )
    conversion = Conversion(
        "given.docx",
        "MS Word 2007 XML",
        "pdf",
        "writer_pdf_Export",
        beside={"fonts.conf": font_configuration()},
        environment={"FONTCONFIG_FILE": "{folder}/fonts.conf"},
    )
    try:
        printed = convert(program, document, conversion)
    except SourceError:
        printed = None
    if printed is None:
        raise NotPrinted("LibreOffice 没有印出 PDF；请写成 .docx，用 Word、WPS 打开后导出。")
    return printed


def font_configuration() -> str:
    """What tells fontconfig which fonts stand in for those of the standard."""
    heavy = (_HEAVY.format(name=escape(name)) for name in BOLD)
    aliases = (
        _ALIAS.format(name=escape(name), families="".join(f"<family>{escape(each)}</family>" for each in families))
        for name, families in FALLBACKS.items()
    )
    return _CONFIGURATION.format(rules="".join((*heavy, *aliases)))
