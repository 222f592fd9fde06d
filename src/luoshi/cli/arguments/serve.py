"""What one may type after `luoshi serve`."""

import argparse

SUMMARY = "启动网上台账，供浏览器使用"

HELP = """启动网上台账，供浏览器使用

用法：luoshi serve [选项]

两个例子：
  luoshi serve                                只有本机能打开：http://127.0.0.1:8000
  luoshi serve --bind 0.0.0.0:8000 --workers 4

按 Ctrl-C 停下，办完手头的请求才退出。正式使用时请放在反向代理（HTTPS）后面，并设好：
  LUOSHI_HOSTS       对外的域名，用逗号分开
  LUOSHI_ORIGINS     对外的网址，如 https://ducha.example.cn
  LUOSHI_HTTPS=1     浏览器一律走 HTTPS
  DATABASE_URL       postgresql://…；不设时用 SQLite

选项：
  --bind 地址        监听的地址和端口，不写时是 127.0.0.1:8000
  --workers 个数     同时办理的进程数，不写时是 2
  -h, --help         显示这份说明
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser of this command's options."""
    parser.add_argument("--bind", default="127.0.0.1:8000")
    parser.add_argument("--workers", type=int, default=2)
