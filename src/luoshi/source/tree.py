"""XML from strangers → element tree: no entities, no network, no endless nesting."""

from typing import TYPE_CHECKING

from luoshi.errors import Damaged

if TYPE_CHECKING:
    from lxml.etree import _Element


def read_tree(content: bytes) -> "_Element":
    """The root element of an XML document. Raises `Damaged` when it is malformed or declares a document type.

    No office program writes a document type; entities in one are how a small file grows without end.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise Damaged("文件内容损坏，请用 Word、WPS 打开修复后另存，再重新导入。") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise Damaged("文件里有不该出现的实体声明，可能被人改动过，请用 Word、WPS 打开后另存再导入。")
    return root
