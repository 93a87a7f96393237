"""Nothing that was written can be read in any file the vault leaves, open, killed or closed."""

from __future__ import annotations

import base64
import zipfile

from familysupport.vault import keys
from familysupport.vault.backup import make_backup, restore
from familysupport.vault.vault import Vault, rekey

KEY = bytes(range(32))
OTHER = bytes(range(32, 64))
WORD = "Quietheronmarker"


def forms():
    raw = WORD.encode()
    padded = [base64.b64encode(b"\0" * pad + raw)[4 if pad else 0 : -4] for pad in range(3)]
    return [raw, raw.lower(), WORD.encode("utf-16-le"), raw.hex().encode(), *padded]


def places(top):
    """Yield every file below `top`, and every member of every zip."""
    for path in sorted(top.rglob("*")):
        assert WORD.lower() not in path.name.lower()
        if path.is_file():
            yield path.name, path.read_bytes()
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                yield from ((name, archive.read(name)) for name in archive.namelist())


def leaks(top):
    return [name for name, data in places(top) for form in forms() if form in data]


def write(vault):
    vault.db["notes"].insert_all(
        [{"id": n, "text": f"{WORD} {n} " + "plain words " * 50} for n in range(1, 400)], pk="id"
    )
    vault.db["notes"].enable_fts(["text"], create_triggers=True, replace=True)
    assert len(list(vault.db["notes"].search(WORD))) == 399
    vault.db.execute("create temp table scratch as select * from notes").fetchall()
    vault.db["notes"].update(1, {"text": f"{WORD} changed"})
    vault.db["notes"].delete(2)


def test_the_search_for_leaks_does_find_one(tmp_path):
    (tmp_path / "open.txt").write_text(WORD, encoding="utf-8")
    assert leaks(tmp_path) == ["open.txt"]


def test_no_word_is_readable_while_the_vault_is_open(vault, tmp_path):
    write(vault)
    assert (vault.folder / "vault.db-wal").stat().st_size > 0
    assert leaks(tmp_path) == []


def test_no_word_is_readable_in_the_middle_of_a_transaction(vault, tmp_path):
    vault.db.execute("PRAGMA cache_size = 10")
    with vault.db.atomic():
        write(vault)
        assert leaks(tmp_path) == []


def test_no_word_is_readable_in_backups_restored_folders_and_after_a_new_code(
    vault, tmp_path, clock
):
    write(vault)
    copy = make_backup(vault.folder, KEY, tmp_path / "copies", clock)
    rekey(vault, OTHER, keys.wrap(OTHER, "other words", keys.QUICK))
    write_again = vault.db["notes"].get(3)["text"]
    assert WORD in write_again
    vault.close()
    assert restore(copy, KEY, vault.folder, clock) is not None
    Vault.open(vault.folder, KEY).close()
    assert leaks(tmp_path) == []


def test_the_key_stands_in_no_file(vault, tmp_path, clock):
    make_backup(vault.folder, KEY, tmp_path / "copies", clock)
    code = keys.code_for(KEY)
    for _name, data in places(tmp_path):
        for form in (KEY, KEY.hex().encode(), base64.b64encode(KEY), code.encode()):
            assert form not in data
