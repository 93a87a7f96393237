"""Where one was in a tab, so that one lands there again after a lock or a change of the looks."""

from __future__ import annotations

from typing import NamedTuple

from familysupport.ui.kit.tab import Tab
from familysupport.ui.kit.writing import PlainEditor


class Spot(NamedTuple):
    """Numbers and the name of a page, never words: it is kept while the pages are locked.

    `field` is the number of the text that had the keyboard, from 0, or -1 for none.
    """

    item: int
    page: str
    field: int
    cursor: int


def spot_in(tab: Tab) -> Spot:
    """Return where one is in `tab`."""
    focused = tab.window().focusWidget()
    for number, editor in enumerate(_editors(tab)):
        if editor is focused:
            return Spot(*tab.place(), number, editor.textCursor().position())
    return Spot(*tab.place(), -1, 0)


def go_back(tab: Tab, spot: Spot) -> None:
    """Show in `tab` what was shown, the cursor where it was; what is gone leaves things as is."""
    if not (spot.item or spot.page):
        return
    tab.go_to(spot.item, spot.page)
    editors = _editors(tab)
    if tab.place() == (spot.item, spot.page) and 0 <= spot.field < len(editors):
        editors[spot.field].go_on_at(spot.cursor)


def _editors(tab: Tab) -> list[PlainEditor]:
    return [one for one in tab.findChildren(PlainEditor) if one.isVisibleTo(tab)]
