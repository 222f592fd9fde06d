"""PDFium's functions that Luoshi calls, bound by hand: the library that pypdfium2 ships, without its Python layers.

Importing pypdfium2's generated bindings (five hundred functions) costs more than reading a document of thirty pages.
"""

import ctypes
import os
from ctypes import POINTER, c_char_p, c_float, c_int, c_size_t, c_ulong, c_void_p
from importlib.machinery import PathFinder
from typing import Final

from luoshi.errors import MissingTool

_float = POINTER(c_float)
_int = POINTER(c_int)

# name → (result, arguments), as in PDFium's fpdfview.h, fpdf_text.h and fpdf_edit.h
_SIGNATURES: Final = {
    "FPDF_InitLibrary": (None, ()),
    "FPDF_LoadMemDocument64": (c_void_p, (c_char_p, c_size_t, c_char_p)),
    "FPDF_GetLastError": (c_ulong, ()),
    "FPDF_GetPageCount": (c_int, (c_void_p,)),
    "FPDF_LoadPage": (c_void_p, (c_void_p, c_int)),
    "FPDF_ClosePage": (None, (c_void_p,)),
    "FPDF_GetPageBoundingBox": (c_int, (c_void_p, c_void_p)),
    "FPDFPage_GetRotation": (c_int, (c_void_p,)),
    "FPDFText_LoadPage": (c_void_p, (c_void_p,)),
    "FPDFText_ClosePage": (None, (c_void_p,)),
    "FPDFText_CountChars": (c_int, (c_void_p,)),
    "FPDFText_GetText": (c_int, (c_void_p, c_int, c_int, c_void_p)),
    "FPDFText_GetUnicode": (c_int, (c_void_p, c_int)),
    "FPDFText_GetCharAngle": (c_float, (c_void_p, c_int)),
    "FPDFText_GetLooseCharBox": (c_int, (c_void_p, c_int, c_void_p)),
    "FPDFText_GetCharOrigin": (c_int, (c_void_p, c_int, c_void_p, c_void_p)),
    "FPDFPage_CountObjects": (c_int, (c_void_p,)),
    "FPDFPage_GetObject": (c_void_p, (c_void_p, c_int)),
    "FPDFFormObj_CountObjects": (c_int, (c_void_p,)),
    "FPDFFormObj_GetObject": (c_void_p, (c_void_p, c_ulong)),
    "FPDFPageObj_GetType": (c_int, (c_void_p,)),
    "FPDFPageObj_GetBounds": (c_int, (c_void_p, _float, _float, _float, _float)),
    "FPDFPageObj_GetMatrix": (c_int, (c_void_p, c_void_p)),
    "FPDFPath_GetDrawMode": (c_int, (c_void_p, _int, _int)),
    "FPDFPath_CountSegments": (c_int, (c_void_p,)),
    "FPDFPath_GetPathSegment": (c_void_p, (c_void_p, c_int)),
    "FPDFPathSegment_GetPoint": (c_int, (c_void_p, _float, _float)),
    "FPDFPathSegment_GetType": (c_int, (c_void_p,)),
    "FPDFPathSegment_GetClose": (c_int, (c_void_p,)),
    "FPDFBitmap_CreateEx": (c_void_p, (c_int, c_int, c_int, c_void_p, c_int)),
    "FPDFBitmap_FillRect": (c_int, (c_void_p, c_int, c_int, c_int, c_int, c_ulong)),
    "FPDFBitmap_Destroy": (None, (c_void_p,)),
    "FPDF_RenderPageBitmap": (None, (c_void_p, c_void_p, c_int, c_int, c_int, c_int, c_int, c_int)),
}


def load_library() -> ctypes.CDLL:
    """PDFium, started. Raises `MissingTool` where pypdfium2 is not installed whole."""
    spec = PathFinder.find_spec("pypdfium2_raw")
    folders = spec.submodule_search_locations if spec else None
    entries = (entry for folder in folders or () for entry in os.scandir(folder))
    files = [entry.path for entry in entries if "pdfium." in entry.name and not entry.name.endswith(".py")]
    if not files:
        raise MissingTool("没有安装读取 PDF 所需的组件 pypdfium2，请联系管理员安装。")
    library = ctypes.CDLL(files[0])
    for name, (result, arguments) in _SIGNATURES.items():
        function = library[name]
        function.restype, function.argtypes = result, arguments
        setattr(library, name, function)
    library.FPDF_InitLibrary()
    return library
