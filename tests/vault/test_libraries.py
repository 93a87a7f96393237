"""What the database's library brings, and what is left out of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from familysupport.vault import cipher
from familysupport.vault.vault import Vault

_LEFT_OUT = ("_hashlib", "click", "dateutil", "ssl", "socket", "logging.handlers", "pickle")
_SCRIPT = """
import sys
before = set(sys.modules)  # what measures the tests brings some of its own
import familysupport.vault.vault, familysupport.session, familysupport.log
fetched = [name for name in {names!r} if sys.modules.get(name) is not None]
print(*[name for name in fetched if name not in before])
import click, dateutil.parser
print(click.Group.__module__, dateutil.parser.parse("3 May 2026").year)
"""


def test_what_the_vault_never_uses_is_not_fetched_and_can_be_had_by_others() -> None:
    root = Path(__file__).parents[2]
    answer = subprocess.run(
        [sys.executable, "-c", _SCRIPT.format(names=_LEFT_OUT)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(root)},
    )
    fetched, others = answer.stdout.splitlines()
    assert fetched == ""
    assert others == "click.core 2026"


def test_the_two_rounds_are_the_known_answer() -> None:
    known = "e1d9c16aa681708a45f5c7c4e215ceb66e011a2e9f0040713f18aefdb866d53c"
    assert cipher._two_rounds(b"password", b"salt").hex() == known


def test_a_page_is_known_again_by_its_key(vault: Vault) -> None:
    path = vault.folder / "vault.db"
    assert cipher.any_page_fits(path, vault.key)
    assert not cipher.any_page_fits(path, bytes(32))
