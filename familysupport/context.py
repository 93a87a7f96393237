"""What every open room may know: settings, content, clock and folders; nothing private."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from familysupport.clock import Clock
from familysupport.content.library import Library
from familysupport.paths import Paths
from familysupport.settings import Settings


class AppContext(NamedTuple):
    """Lives as long as the process; `settings()` gives the choices in force now."""

    settings: Callable[[], Settings]
    content: Library
    clock: Clock
    paths: Paths
