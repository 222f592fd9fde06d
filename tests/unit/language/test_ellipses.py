"""What a reply leaves out of a name or a deed, and where that leaves open which figure is meant."""

import pytest

from tests.unit.language.test_measurements import tied


@pytest.mark.parametrize(
    ("name", "reply", "expected"),
    [
        ("打造15分钟便民生活圈8个，新建农贸市场3个", "建成生活圈5个，改造农贸市场2个。", [(5, 0), (2, 1)]),
        ("建成乡镇区域性养老服务中心4个、助餐点30个", "建成助餐点24个、区域中心2个，另2个在装修。", [(24, 1), (2, 0)]),
        ("园区“四上”工业营业收入增长12%以上", "工业营收增长9.8%，高新区材料已送审。", [(9.8, 0)]),
        ("交付住房2160套，解决历史遗留问题3800户", "交付1472套；放款3.1亿元。", [(1472, 0)]),
        ("清理退出低效参股企业14户，新增融资成本降至4%以内", "清退11户，新增融资平均成本3.84%。", [(11, 0), (3.84, 1)]),
        ("修缮书院、渡口等文保单位6处，非遗工坊新增4家", "完成修缮4处，2处正在验收。", [(4, 0)]),
        ("撤并教学点17个", "撤并15个，配备接送车辆12台。", [(15, 0)]),
        ("淘汰国三及以下柴油货车380辆，油气回收达标", "淘汰老旧货车291辆，抽查合格率98%。", [(291, 0)]),
        ("筹集配售型保障房300套、保障性租赁住房500套", "开工配售型210套，保租房筹集460套。", [(210, 0), (460, 1)]),
    ],
)
def test_what_is_left_out_is_understood(name: str, reply: str, expected: list[tuple[float, int]]) -> None:
    assert [(value, target) for value, _, target in tied(name, reply)] == expected


@pytest.mark.parametrize(
    ("name", "reply"),
    [
        # Either may be the one that is meant
        ("建立更新项目库，储备项目120个，总投资不低于15亿元", "入库项目134个，31个项目通过国家审核。"),
        ("新建便民生活圈8个、文化生活圈5个", "建成生活圈5个。"),
        # A part of the year's, another thing
        ("总产达到13.2亿斤", "夏粮总产7.31亿斤，秋粮长势良好。"),
        ("省级特色消费街区1条", "招引商户46家，省级特色街区已申报。"),
    ],
)
def test_what_may_be_another_figure_answers_nothing(name: str, reply: str) -> None:
    assert tied(name, reply) == []
