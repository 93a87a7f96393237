"""Starts the program: `python -m familysupport`."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """Start; while everything is being fetched, nothing is thrown away, so nobody need look."""
    gc.disable()
    import familysupport.ui  # noqa: F401  first, see there
    from familysupport import app

    return app.main(sys.argv)


if __name__ == "__main__":
    sys.exit(main())
