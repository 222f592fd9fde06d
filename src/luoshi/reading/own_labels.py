"""Labels that no table of words knows, told by what stands behind them throughout a document: 主攻：市水利局."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from luoshi.language.dates import is_only_due
from luoshi.language.lexicon.headings import has_duty, heading_hint, stands_apart
from luoshi.language.lexicon.labels import CLAUSE_FIELDS, UNIT_FIELDS, Field, column_field
from luoshi.language.names import is_unit_list
from luoshi.model import Paragraph, Source
from luoshi.reading.tables.content import is_people

# 主攻：市水利局、市财政局 | （主攻：市水利局；帮手：市财政局） | 【主攻】市水利局
_LABELLED = re.compile(
    r"(?:^|(?<=[（(〔\[［【；;。，\s]))【?(?P<label>[\u4e00-\u9fff]{2,8})(?:[：:]|】[：:]?)\s?"
    r"(?P<list>[^：:；;。）)〕\]】【\n]{2,60})(?=[；;。）)〕\]】【\n]|$)"
)
# 抄送：, 地点：, 优秀等次： — what units and places stand behind that answer for nothing
_NO_DUTY = re.compile(
    r"[抄主分报发]送|地[点址]|来源|发文|印发|发布|编制|校对|审核|范围|对象|优秀|先进|表彰|等次|示范|试点|名单|附件|注|说明|参会|会议|主题|覆盖|坐落"
)
_FEWEST, _FEWEST_SAID = 3, 2
_OTHERS = 4  # times as often as anything else units must stand behind a label


def own_labels(source: Source) -> Mapping[str, Field]:
    """The labels of a document behind which again and again only units stand, or people, or dates where they say so."""
    found: Counter[tuple[str, Field | None]] = Counter()
    for block in source.blocks:
        if isinstance(block, Paragraph):
            found.update(_labelled(block.text))
    times: Counter[str] = Counter()
    for (label, _), count in found.items():
        times[label] += count
    return {
        label: field
        for (label, field), count in found.items()
        if field is not None
        and count >= (_FEWEST_SAID if _says(label) else _FEWEST)
        and count >= _OTHERS * (times[label] - count)
    }


def _labelled(text: str) -> Iterator[tuple[str, Field | None]]:
    """The unknown labels of a text, each with the field that suits what stands behind it."""
    if "：" not in text and ":" not in text and "】" not in text:
        return
    for each in _LABELLED.finditer(text):
        label = each["label"]
        if column_field(label) is None and not _NO_DUTY.search(label) and not stands_apart(label):
            yield label, _field(label, each["list"].strip())


def _field(label: str, said: str) -> Field | None:
    hint = heading_hint(label)
    if is_unit_list(said):
        return hint if hint is not None and hint in UNIT_FIELDS else Field.RESPONSIBLE
    if (hint is Field.LEADER and is_people(said)) or (hint is Field.DUE and is_only_due(said)):
        return hint
    return None


def _says(label: str) -> bool:
    """Whether a label says by its words who answers or by when."""
    return has_duty(label) or heading_hint(label) in CLAUSE_FIELDS
