"""Every error that is raised on purpose, each one something the person can act on.

Below the window errors carry facts, never sentences; `ui/kit/messages.py` finds the words.
"""

from __future__ import annotations

from pathlib import Path


class FamilySupportError(Exception):
    """Something went wrong that the person can do something about."""


class EndedError(FamilySupportError):
    """The person ended slow work before it was done; what was there before is still there."""


class WrongPassphraseError(FamilySupportError):
    """The passphrase does not open this vault; the vault itself is sound."""


class WrongCodeError(FamilySupportError):
    """The recovery code has slips; `groups` numbers the groups (from 1) that do not add up.

    With no groups named, each group is well formed but the code belongs to another vault.
    """

    def __init__(self, groups: tuple[int, ...] = ()) -> None:
        super().__init__("recovery code", groups)
        self.groups = groups


class PathError(FamilySupportError):
    """Something about one file or folder."""

    def __init__(self, path: Path) -> None:
        super().__init__(type(self).__name__)
        self.path = path


class VaultMissingError(PathError):
    """There is no vault in this folder."""


class VaultDamagedError(PathError):
    """The vault's file is cut short, overwritten or otherwise not readable as a vault."""


class KeyFileDamagedError(PathError):
    """The small key file is missing or damaged; the recovery code still opens the vault."""


class VaultTooNewError(PathError):
    """The vault was written by a newer version of the program; it was left untouched."""


class VaultInUseError(PathError):
    """Another running program holds the vault."""


class MigrationFailedError(PathError):
    """Bringing an older vault up to date failed; the file is as it was."""


class BackupDamagedError(PathError):
    """This file is not a sound backup."""


class NotWritableError(PathError):
    """The folder or file cannot be written."""


class DiskFullError(PathError):
    """There is no room left on the disk."""


class FileUnreadableError(PathError):
    """This file cannot be read as what it was taken for."""


class FileTooLargeError(PathError):
    """This file is larger than what can be taken in; `limit` is in bytes."""

    def __init__(self, path: Path, limit: int) -> None:
        super().__init__(path)
        self.limit = limit


class ContentError(FamilySupportError):
    """A content file does not keep to its schema; `place` says file, line or key."""

    def __init__(self, place: str, what: str) -> None:
        super().__init__(f"{place}: {what}")
        self.place = place
        self.what = what
