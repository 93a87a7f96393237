"""Starts the program: `python -m familysupport`."""

import sys

from familysupport.app import main

if __name__ == "__main__":
    sys.exit(main(sys.argv))
