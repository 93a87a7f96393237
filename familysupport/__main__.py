"""Starts the program: `python -m familysupport`."""

import sys

import familysupport.ui  # noqa: F401  first, see there
from familysupport.app import main

if __name__ == "__main__":
    sys.exit(main(sys.argv))
