"""Everything that Luoshi raises on purpose.

    LuoshiError
    ├── SourceError            the bytes are no document that can be read
    │   ├── UnknownFormat      no reader knows this kind of file
    │   ├── Damaged            the file is truncated or malformed
    │   ├── Encrypted          the file asks for a password
    │   ├── NoText             the file holds pictures only (a scan)
    │   ├── TooLarge           a stated bound on size, time or memory is passed
    │   ├── MissingTool        a program outside Python is needed and not installed
    │   └── Classified         the file bears a secrecy mark and may not be here
    └── WritingError           the document cannot be written
        ├── BrokenTemplate     a template asks for what is not there, or is no template
        └── NotPrinted         LibreOffice is not installed, or gave no PDF

The message of each is one Chinese sentence for the user that says what to do. Nothing else is raised on account of a
document's content: what cannot be understood becomes a `Flag`.
"""

from errno import EACCES, EISDIR, ENOENT, ENOSPC, ENOTDIR, EPERM
from typing import Final

_REASONS: Final = {
    ENOENT: "没有这个文件，请检查路径和文件名",
    ENOTDIR: "没有这个文件夹",
    EISDIR: "这是一个文件夹，请写出文件名",
    EACCES: "没有权限",
    EPERM: "没有权限",
    ENOSPC: "磁盘满了",
}


def tell_why(error: OSError) -> str:
    """What the system refused, for the user; in the system's own words where it is rare."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)


class LuoshiError(Exception):
    """Base of all errors that Luoshi raises on purpose; `str(error)` is a sentence for the user."""


class SourceError(LuoshiError):
    """The bytes cannot be read as a document."""


class UnknownFormat(SourceError):
    """No reader knows this kind of file."""


class Damaged(SourceError):
    """The file is truncated or malformed."""


class Encrypted(SourceError):
    """The file asks for a password."""


class NoText(SourceError):
    """The file holds pictures only."""


class TooLarge(SourceError):
    """A stated bound on size, time or memory is passed."""


class MissingTool(SourceError):
    """A program outside Python is needed and not installed."""


class Classified(SourceError):
    """The file bears a secrecy mark (秘密, 机密, 绝密) and may not be on this system."""


class WritingError(LuoshiError):
    """The document cannot be written."""


class BrokenTemplate(WritingError):
    """A template asks for what is not there, or is no template; the message names the placeholder and its place."""


class NotPrinted(WritingError):
    """LibreOffice is not installed, or gave no PDF."""
