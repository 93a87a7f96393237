"""How the things of these pages are asked for and shown, each kind in its own way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from PySide6.QtWidgets import QWidget

from familysupport.recovery.model import Kept
from familysupport.ui.recovery.fields import Field

T = TypeVar("T", bound=Kept)


class Shown(NamedTuple):
    """What one thing looks like: its name, a quieter line, and a word in a pill with its tone."""

    name: str
    detail: str = ""
    chip: str = ""
    tone: str = "plain"


class Words(NamedTuple):
    """What the acts are called, and what is said while there is nothing.

    Without `add` nothing can be added here.
    """

    add: str
    nothing: str
    gone: str


@dataclass(frozen=True)
class Kind(Generic[T]):
    """How things of one kind are asked for and shown; `needs` names the fields one cannot lack."""

    cls: type[T]
    fields: Sequence[Field]
    show: Callable[[T], Shown]
    words: Words
    needs: tuple[str, ...] = ()
    lists: Callable[[T], bool] = lambda _item: True
    below: Callable[[T], QWidget | None] = lambda _item: None
    is_newest_first: bool = False
