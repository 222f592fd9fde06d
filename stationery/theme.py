"""The theme of a Word file: office programs expect one; no style draws on it, so it decides nothing."""

from typing import Final

from stationery.styles import FANG, LATIN, RED, SONG

DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
INK, PAPER = "000000", "FFFFFF"
# Four for text and ground, six accents, two for links, in the order that the standard asks for
COLOURS: Final = (
    *(("dk1", INK), ("lt1", PAPER), ("dk2", INK), ("lt2", PAPER)),
    *((f"accent{index}", RED if index == 1 else INK) for index in range(1, 7)),
    *(("hlink", INK), ("folHlink", INK)),
)
FILL: Final = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
LINE: Final = f"<a:ln>{FILL}</a:ln>"
EFFECT: Final = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def write_theme() -> str:
    """The part word/theme/theme1.xml: black on white, the fonts of title and text."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in COLOURS)
    effects = "".join(
        f"<a:{name}>{each * 3}</a:{name}>"
        for name, each in (("fillStyleLst", FILL), ("lnStyleLst", LINE), ("effectStyleLst", EFFECT))
    )
    return (
        f'<a:theme xmlns:a="{DRAWING}" name="公文"><a:themeElements>'
        f'<a:clrScheme name="公文">{colours}</a:clrScheme>'
        f'<a:fontScheme name="公文">{_fonts("majorFont", SONG)}{_fonts("minorFont", FANG)}</a:fontScheme>'
        f'<a:fmtScheme name="公文">{effects}<a:bgFillStyleLst>{FILL * 3}</a:bgFillStyleLst></a:fmtScheme>'
        "</a:themeElements></a:theme>"
    )


def _fonts(kind: str, name: str) -> str:
    return f'<a:{kind}><a:latin typeface="{LATIN}"/><a:ea typeface="{name}"/><a:cs typeface="{LATIN}"/></a:{kind}>'
