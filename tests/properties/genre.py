"""Texts that look like the genre's and mean nothing: what a reader must survive."""

from hypothesis import strategies as st

from luoshi.model import Cell, Format, Paragraph, Source, Table

SCRAPS = [
    "0", "1", "2", "9", "12", "2024", "2026", "500", "3.5", "100%", "５００", "〇", "一", "二", "三", "十", "十二",
    "百", "万", "亿", "，", "、", "。", "；", "：", "：", ".", "．", ":", ";", ",", "（", "）", "(", ")", "〔",
    "〕", "[", "]", "【", "】", "《", "》", "“", "”", "<", ">", "/", "－", "—", "▲", "▲", "★", "①", "②", "⑳", "㉑",
    "一、", "（一）", "(二)", "1.", "12．", "3、", "（3）", "4）", "第一章", "第二部分", "一是", "二是", "三是",
    "附件1：", "任务5：", "第3项、", "牵头单位：", "责任单位：", "配合单位：", "牵头领导：", "责任人：",
    "完成时限：", "主办单位", "牵头", "配合", "负责", "按职责分工负责", "等部门", "由", "会同", "和", "及", "其中",
    "列第一位的为牵头单位", "市教育局", "县财政局", "各镇街", "各县（市、区）人民政府", "发改局（粮食局）",
    "云泽集团", "李青禾", "王远舟副市长", "副县长", "书记", "序号", "任务", "任务名称", "目标任务", "牵头单位",
    "责任单位", "完成情况", "进展情况", "全市任务", "合计", "类别", "柯山区", "望湖县", "备注", "新建学校3所",
    "增长8%以上", "改造老旧小区12个", "6月底前", "年底前", "到2027年", "上半年", "持续推进", "印发之日起30日内",
    "汛前", "云泽市人民政府办公室关于印发2026年政府工作报告重点工作责任分解的通知", "云政办发〔2026〕3号",
    "2026年3月1日", "抄送：市委", "此件公开发布", "政府工作报告", "各位代表：", "2026年重点工作", "民生实事",
    "王远舟市长牵头的重点工作", "共同落实的工作", "-", "3", "-", "┌──┬──┐", "│", "└──┴──┘", "|", "|---|", "**",
    "</p><br>", "&nbsp;", "_{", "}",
]  # fmt: skip
GAPS = ["\n", "\n", "\n", "\t", "\t", " ", "　", "\f", "\r\n", "\u200b", ""]

texts_of_scraps = st.lists(st.sampled_from(SCRAPS) | st.sampled_from(GAPS), max_size=60).map("".join)
any_text = st.text(max_size=200)
texts = texts_of_scraps | any_text

cells = st.builds(
    Cell,
    row=st.integers(0, 6),
    column=st.integers(0, 6),
    text=st.lists(st.sampled_from(SCRAPS) | st.just("\n"), max_size=5).map("".join),
    row_span=st.integers(1, 3),
    column_span=st.integers(1, 3),
)
"""Cells that may lie over each other."""

tables = st.builds(
    Table,
    cells=st.lists(cells, max_size=16, unique_by=lambda cell: (cell.row, cell.column)).map(
        lambda found: tuple(sorted(found, key=lambda cell: (cell.row, cell.column)))
    ),
    page=st.none() | st.integers(1, 9),
    sheet=st.none() | st.just("Sheet1"),
)
lines = st.lists(st.sampled_from(SCRAPS), max_size=8).map("".join)
paragraphs = st.builds(Paragraph, text=lines, page=st.none() | st.integers(1, 9))
sources = st.builds(
    Source,
    name=st.just("made"),
    format=st.sampled_from(Format),
    blocks=st.lists(paragraphs | tables, max_size=12).map(tuple),
    sha256=st.just(""),
)
"""Raw sources of paragraphs and tables, cells merged in any way."""
