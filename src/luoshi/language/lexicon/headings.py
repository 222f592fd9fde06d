"""What the heading of a column may speak of, by the smallest words that it is made of: weaker than a known label.

A hint decides nothing by itself; it weighs beside what the cells of the column look like.
"""

import re
from functools import lru_cache

from luoshi.language.lexicon.labels import Field

# 厅局, 谁来干, 攻坚专班, 责任到人, 何时干成; the first that fits decides
_HINTS: tuple[tuple[Field, re.Pattern[str]], ...] = (
    (Field.NUMBER, re.compile(r"^(?:序|编|任务|项目|事项)?(?:号|序|序号|序列|代码|编码|次)$|^(?:No|NO|№)\.?$|^#$")),
    (
        Field.COOPERATING,
        re.compile(
            r"配合|协办|协同|协助|协作|参与|参加|会办|会战|联办|联动|会同|支持|支撑|保障|后援|增援|助力|[助辅帮].{0,2}(?:局|单位|部门|手)"
            r"|谁.?[配协帮]|还有谁"
        ),
    ),
    (Field.GUIDING, re.compile(r"(?:指导|督导|监督|督查|督办)(?:单位|部门|机关|机构|组|专班)")),
    (
        Field.LEADER,
        re.compile(
            r"领导(?!小组)|同志|(?<![增成部周])长$|人$|人员$|干部$|常委|书记|挂帅|主帅|责任到人|谁挂|[包挂][抓联保案挂点](?!单位|部门|局)"
        ),
    ),
    (Field.LEAD, re.compile(r"牵头|主办|主责|领办|领衔|主[抓攻推]|抓总|首责|谁.?[牵主领]")),
    (
        Field.RESPONSIBLE,
        re.compile(
            r"(?:单位|部门|厅局|委办|局|厅|科|处|股|室|站|所|方|组|专班|队|公司|企业|村|社区|镇|乡|街道|园区|县区|区县|市州|机关"
            r"|机构|主体|组织|团队|归属)$|谁|哪家|担当|承接|承担|归口|落实到|责任|归谁"
        ),
    ),
    (
        Field.PROGRESS,
        re.compile(
            r"进展|成效|动态|完成(?:情况|状态|率)|办结情况|干得|[干办做]到哪|目前"
            r"|(?:推进|落实|办理|工作|当前|最新).{0,4}(?:情况|状态|结果|进度)"
        ),
    ),
    (
        Field.DUE,
        re.compile(
            r"[时限]$|时间|[期时]限|节点|(?:完成|截止|办结|结束|销号|交[账卷]).{0,2}[日期]|截止|最迟|月份|季度|年度$|何时|啥时|什么时候"
            r"|交[账卷]|工期|周期|时序|进度"
        ),
    ),
    (Field.SECTION, re.compile(r"[类别域块线章篇维系役]$|方面|方向|领域|板块|范畴|大类|专题|赛道")),
    (
        Field.TASK,
        re.compile(
            r"任务|目标|内容|事(?!件)|工作|举措|措施|要求|做法|打法|对策|部署|安排|行动|计划|清单|要点|抓手|路径|承诺|指标|怎么[干做办抓]|什么|[干做]啥"
            r"|表述|语句|原文|条款"
        ),
    ),
    (Field.NAME, re.compile(r"名称?$|项目|工程|标题|题目|课题")),
)
# What a breakdown has no column for: such a table lists goods, people, cases, appointments or prices
_FOREIGN = re.compile(
    r"单价|价格|售价|报价|费用|规格|型号|品[名牌种]|货|商品|性别|出生|学历|学位|专业|民族|籍贯|身份证|职称|岗位|薪|工资|录取|考[试场生]"
    r"|课|教师|教室|班级|车[次牌站]|班次|航班|站点|票|床号|病|药|菜|食|违法|处罚|案[号件]|当事人|相对人|法人|信用代码|中标|供应商|采购|招标"
    r"|标段|投标|奖|名次|排名|作者|书名|出版|刊|许可|证[号书]|账[号户]|银行|地址|邮编|邮箱|网址|传真|经度|纬度|产权|抵押|申请|申报|报名"
    r"|参[赛会评]|推荐|公示|议[题程]|出席|列席|主持|汇报|主讲|讲师|接待|值班|带班|窗口|服务对象|检查|抽查|受理|职权|收费|嘉宾|事件"
)
# 市直单位, 厅局, 科室 — a body, and nothing of what it does
_NEUTRAL = re.compile(
    r"^[省市县区州]?[直级]?各?(?:单位|部门|厅局|委办局?|科室|处室|股室|镇街|乡镇|局|厅|科|处|股|室|站|所)(?:名称)?$"
)
# 责任, 承接, 谁来干 — what a heading says of bodies that answer for something
_DUTY = re.compile(
    r"牵头|主办|主责|领办|主[抓攻推]|抓总|首责|配合|协|参与|责任|负责|担当|承担|承接|承办|归|落实|[包挂][保联抓案挂钩点]|攻坚|会战|谁"
    r"|哪家|推[进动]|帮|实施|办理|执行|主体"
)
# 建设单位, 业主单位, 来源部门 — bodies that have another part in a matter than to answer for it
_APART = re.compile(
    r"来源|提[出案议]|填[报写]|报送|上报|制表|业主|建设|施工|设计|监理|项目|受益|使用|所在|考核|验收|评[估价审]|审[批核]|出资|投资|发证"
)
_BODY = re.compile(
    r"(?:单位|部门|厅局|委办|局|厅|科|处|股|室|站|所|办|中心|机关|机构|公司|企业|组织|村|社区|镇|乡|街道|园区|县区|区县|市州|村社)(?:名称)?$"
)
_BLANK = re.compile(r"[\s（）()\[\]［］〔〕【】:：、/／?？]")
_LONGEST = 16


@lru_cache(maxsize=4096)
def heading_hint(heading: str) -> Field | None:
    """The field that the words of a heading speak for most, or None where they say nothing."""
    bare = _bare(heading)
    if not bare or len(bare) > _LONGEST:
        return None
    return next((field for field, pattern in _HINTS if pattern.search(bare)), None)


def is_foreign(heading: str) -> bool:
    """Whether a heading belongs to lists of another kind: 单价, 性别, 处罚决定, 采购单位."""
    return _FOREIGN.search(heading) is not None


def is_neutral(heading: str) -> bool:
    """Whether a heading names a body and says nothing of what it does: 单位, 市直部门, 厅局."""
    return _NEUTRAL.match(_bare(heading)) is not None


def has_duty(heading: str) -> bool:
    """Whether a heading says what bodies do for a task: 承接方, 谁来干."""
    return _DUTY.search(heading) is not None


def names_body(heading: str) -> bool:
    """Whether a heading names a body, whatever it does: 项目单位, 采购部门."""
    return _BODY.search(_bare(heading)) is not None


def stands_apart(heading: str) -> bool:
    """Whether a heading names bodies that answer for nothing: 填报单位, 业主单位, 申报单位."""
    return is_foreign(heading) or (_APART.search(heading) is not None and not has_duty(heading))


def _bare(heading: str) -> str:
    return _BLANK.sub("", heading)
