"""The encrypted file and its keys.

The libraries under it fetch parts that no line here uses: all of OpenSSL for sums that Python has
itself, a reader of dates in any wording, a maker of command lines. Left out, they save seven
megabytes and some of the time until the vault is open.
"""

import sys
from importlib.util import find_spec
from types import ModuleType

_SUMS = "_hashlib"
_OWN_SUMS = ("_md5", "_sha1", "_sha3", "_blake2")
_OWN_SUMS_BY_VERSION = ("_sha2",) if sys.version_info >= (3, 12) else ("_sha256", "_sha512")
_UNUSED = ("click", "dateutil", "dateutil.parser")


class _Unused(ModuleType):
    """Stands for a module while another is fetched; each name in it is an empty class."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


def _has_own_sums() -> bool:
    """Say whether this Python can do without OpenSSL; some systems build it with nothing else."""
    return all(map(find_spec, (*_OWN_SUMS, *_OWN_SUMS_BY_VERSION)))


def _fetch_sqlite_utils() -> None:
    if "hashlib" not in sys.modules and _has_own_sums():
        # Python's own sign for "not to be had"; hashlib then takes the sums that are built in.
        sys.modules.setdefault(_SUMS, None)  # type: ignore[arg-type]
    absent = [name for name in _UNUSED if name not in sys.modules]
    for name in absent:
        sys.modules[name] = _Unused(name)
    try:
        import sqlite_utils  # noqa: F401  only fetched, for the doors to use
    finally:
        for name in absent:
            del sys.modules[name]


_fetch_sqlite_utils()
