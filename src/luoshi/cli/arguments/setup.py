"""What one may type after `luoshi setup`."""

import argparse

SUMMARY = "装好网上台账：建表、建政府、开第一批管理员账号"

HELP = """装好网上台账，或升级到这个版本

用法：luoshi setup [选项]

四个例子：
  luoshi setup --government 云泽市人民政府
  luoshi setup --government 南漪县人民政府 --level county --under 云泽市人民政府
  luoshi setup --government 越川省人民政府 --level province --over 云泽市人民政府
  luoshi setup                                升级后再运行一次，只更新表，不动数据

数据放在 LUOSHI_HOME 指的文件夹（不设时是 ~/.local/share/luoshi）；设了 DATABASE_URL 就用那里的 PostgreSQL。
每个政府开三个管理员账号（系统、安全、审计，互相分开），密码当场生成，只显示这一次，首次登录必须改。
督查室等账号由系统管理员开立，角色由安全管理员授予。

选项：
  --government 名称  政府的名称，第一次必须写
  --level 层级       province 省，city 市，county 县（市、区），town 乡镇（街道）；不写时是 city
  --under 名称       它的上级政府，已经建好的；上级可以把任务数下达到它的台账。
                     政府已经建好、还没有上级的，也这样归到上级
  --over 名称        它的下级政府，已经建好、还没有上级的；有几个写几次
  -h, --help         显示这份说明
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser of this command's options."""
    parser.add_argument("--government")
    parser.add_argument("--level", choices=("province", "city", "county", "town"), default="city")
    parser.add_argument("--under")
    parser.add_argument("--over", action="append", default=[])
