"""The window and all that is in it: the floor that knows Qt.

PySide6 listens to every import and reads the whole source of each module that comes after it, to
learn whether a module wants other names for Qt's functions (`__feature__`). None here does, and the
reading cost a tenth of the start and ten megabytes; so the plain import is put back.
"""

import builtins

import PySide6.QtCore  # noqa: F401  puts the listener in

_PLAIN = "__orig_import__"  # where PySide6 keeps it

if hasattr(builtins, _PLAIN):
    builtins.__import__ = getattr(builtins, _PLAIN)
