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
_WITHOUT_OWN_SUMS = """
import importlib.util, sys
found = importlib.util.find_spec
importlib.util.find_spec = lambda name: None if name in ("_sha512", "_sha2") else found(name)
import familysupport.vault, hashlib
print(sys.modules.get("_hashlib") is not None, hashlib.sha512().digest_size)
"""


def run(script: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    ).stdout


def test_a_python_without_sums_of_its_own_keeps_those_of_openssl() -> None:
    assert run(_WITHOUT_OWN_SUMS).split() == ["True", "64"]


def test_what_the_vault_never_uses_is_not_fetched_and_can_be_had_by_others() -> None:
    answer = run(_SCRIPT.format(names=_LEFT_OUT))
    fetched, others = answer.splitlines()
    assert fetched == ""
    assert others == "click.core 2026"


def test_the_two_rounds_are_the_known_answer() -> None:
    known = "e1d9c16aa681708a45f5c7c4e215ceb66e011a2e9f0040713f18aefdb866d53c"
    assert cipher._two_rounds(b"password", b"salt").hex() == known


def test_a_page_is_known_again_by_its_key(vault: Vault) -> None:
    path = vault.folder / "vault.db"
    assert cipher.any_page_fits(path, vault.key)
    assert not cipher.any_page_fits(path, bytes(32))
