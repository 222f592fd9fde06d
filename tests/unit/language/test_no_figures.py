"""What is written in digits and counts nothing: telephone numbers, codes, addresses of pages."""

from decimal import Decimal

import pytest

from luoshi.language.targets import find_targets


@pytest.mark.parametrize(
    "number",
    [
        "咨询电话0571-88886666",
        "拨打400-820-8820",
        "联系电话：13800001111",
        "（0571）88886666受理投诉",
        "详见https://www.yunze.gov.cn/art/2026/3/15/art_12_59.html",
        "执行GB/T9704-2012标准",
        "项目代码2603-330781-04-01-123456",
        "传真86-571-88886666，邮编322000",
        "推广8890热线",
    ],
)
def test_a_telephone_number_a_code_or_an_address_is_no_figure(number: str) -> None:
    (target,) = find_targets(f"{number}，新增床位50张。")
    assert (target.metric, target.value, target.unit) == ("新增床位", Decimal(50), "张")
