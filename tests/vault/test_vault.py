"""Making, opening, closing and refusing a vault."""

from __future__ import annotations

import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from familysupport.errors import (
    DiskFullError,
    KeyFileDamagedError,
    MigrationFailedError,
    VaultDamagedError,
    VaultInUseError,
    VaultMissingError,
    VaultTooNewError,
    WrongCodeError,
    WrongPassphraseError,
)
from familysupport.vault import cipher, keys, schema
from familysupport.vault import vault as rooms
from familysupport.vault.vault import (
    Vault,
    read_key_file,
    rekey,
    vault_exists,
    write_key_file,
)

KEY = bytes(range(32))
OTHER = bytes(range(32, 64))


def wrapped(key, passphrase="other words"):
    return keys.wrap(key, passphrase, keys.QUICK)


@pytest.fixture
def folder(vault):
    """A closed vault that holds one value."""
    vault.db["meta"].insert({"key": "word", "value": "kept"})
    vault.close()
    return vault.folder


def content(folder):
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def word_in(vault):
    word = vault.db["meta"].get("word")["value"]
    vault.close()
    return word


def test_what_was_written_is_there_after_closing_and_opening(folder):
    assert word_in(Vault.open(folder, KEY)) == "kept"


def test_closing_leaves_two_files_that_are_this_users_alone(folder, is_private):
    assert sorted(content(folder)) == ["vault.db", "vault.key"]
    assert is_private(folder)
    for path in folder.iterdir():
        assert is_private(path)


def test_the_open_vaults_side_files_are_this_users_alone(vault, is_private):
    vault.db["meta"].insert({"key": "word", "value": "kept"})
    for path in vault.folder.iterdir():
        assert is_private(path)


def test_closing_twice_is_fine_even_inside_a_transaction(vault):
    vault.db.begin()
    vault.db.execute("insert into meta values ('a', 'b')")
    vault.close()
    vault.close()
    reopened = Vault.open(vault.folder, KEY)
    assert reopened.db["meta"].count == 0
    reopened.close()


def test_an_existing_vault_is_never_overwritten(folder):
    before = content(folder)
    with pytest.raises(FileExistsError):
        Vault.create(folder, OTHER, wrapped(OTHER))
    assert content(folder) == before


def test_a_vault_that_was_not_finished_being_made_does_not_exist(tmp_path, monkeypatch):
    def fail(*_):
        raise RuntimeError("power cut")

    monkeypatch.setattr(rooms.schema, "migrate", fail)
    with pytest.raises(RuntimeError):
        Vault.create(tmp_path / "v", KEY, wrapped(KEY))
    assert not vault_exists(tmp_path / "v")
    assert [path.name for path in (tmp_path / "v").iterdir()] == ["vault.key"]


def test_no_vault_is_said_to_be_missing(tmp_path):
    assert not vault_exists(tmp_path / "vault")
    with pytest.raises(VaultMissingError):
        Vault.open(tmp_path / "vault", KEY)
    assert not (tmp_path / "vault").exists()


def flipped(data, place):
    changed = bytearray(data)
    changed[place] ^= 4
    return bytes(changed)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: data[:10],
        lambda data: data[:4096],
        lambda data: data[:-4096],
        lambda data: data[:-1],
        lambda data: bytes(len(data)),
        lambda data: flipped(data, 3),
        lambda data: flipped(data, 200),
        lambda data: flipped(data, 5000),
        lambda data: flipped(data, len(data) - 1),
        lambda data: b"SQLite format 3\0" + bytes(4096 * 2 - 16),
        lambda data: b"\x89PNG\r\n" + data[6:],
        lambda data: data[4096:8192] + data[:4096] + data[8192:],
    ],
)
@pytest.mark.parametrize("has_key_file", [True, False])
def test_a_damaged_vault_is_told_and_no_byte_changes(folder, spoil, has_key_file):
    path = folder / "vault.db"
    path.write_bytes(spoil(path.read_bytes()))
    if not has_key_file:
        (folder / "vault.key").unlink()
    before = content(folder)
    # Without its key file, a vault whose first bytes or every page are gone fits no key at all.
    kinds = VaultDamagedError if has_key_file else (VaultDamagedError, WrongCodeError)
    with pytest.raises(kinds):
        Vault.open(folder, KEY)
    assert content(folder) == before


@given(place=st.integers(0), bit=st.integers(0, 7))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_any_flipped_bit_anywhere_is_found_and_no_byte_changes(folder, place, bit):
    path = folder / "vault.db"
    sound = path.read_bytes()
    changed = bytearray(sound)
    changed[place % len(sound)] ^= 1 << bit
    path.write_bytes(changed)
    with pytest.raises(VaultDamagedError):
        Vault.open(folder, KEY)
    assert path.read_bytes() == changed
    path.write_bytes(sound)
    assert word_in(Vault.open(folder, KEY)) == "kept"


@given(place=st.integers(0), length=st.integers(0, 5000))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
def test_a_log_that_a_crash_left_damaged_costs_its_last_words_at_most(vault, place, length):
    """Copy the open vault as a crash would leave it, spoil the log, and open the copy."""
    if not vault.db["meta"].count:
        for number in range(8):
            vault.db["meta"].insert({"key": f"{number}", "value": "kept " * 200})
    copy = vault.folder.with_name("crashed")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(vault.folder, copy)
    (copy / "vault.db-shm").unlink()
    log = copy / "vault.db-wal"
    data = log.read_bytes()
    start = place % len(data)
    log.write_bytes(data[:start] + bytes(length) + data[start + length :])
    opened = Vault.open(copy, KEY)
    assert cipher.is_sound(opened.db.conn)
    kept = [row["key"] for row in opened.db["meta"].rows]
    assert kept == [f"{number}" for number in range(len(kept))]
    opened.close()


def test_a_damaged_first_page_is_damage_even_without_the_key_file(folder):
    path = folder / "vault.db"
    path.write_bytes(flipped(path.read_bytes(), 200))
    (folder / "vault.key").unlink()
    with pytest.raises(VaultDamagedError):
        Vault.open(folder, KEY)


def test_a_folder_in_place_of_the_vault_is_damage(tmp_path):
    (tmp_path / "vault.db").mkdir()
    with pytest.raises(VaultDamagedError):
        Vault.open(tmp_path, KEY)


@pytest.mark.parametrize("has_key_file", [True, False])
def test_the_code_of_another_vault_is_told_from_damage(folder, has_key_file):
    if not has_key_file:
        (folder / "vault.key").unlink()
    before = content(folder)
    with pytest.raises(WrongCodeError) as caught:
        Vault.open(folder, OTHER)
    assert caught.value.groups == ()
    assert content(folder) == before


def test_the_recovery_code_opens_the_vault_without_its_key_file(folder):
    (folder / "vault.key").unlink()
    assert word_in(Vault.open(folder, keys.key_from_code(keys.code_for(KEY)))) == "kept"


def test_a_missing_key_file_is_told(folder):
    (folder / "vault.key").unlink()
    with pytest.raises(KeyFileDamagedError):
        read_key_file(folder)


def test_a_new_passphrase_rewrites_the_key_file_alone(folder, is_private):
    before = content(folder)
    write_key_file(folder, wrapped(KEY, "new words"))
    after = content(folder)
    assert after["vault.db"] == before["vault.db"]
    assert keys.unwrap(read_key_file(folder), "new words") == KEY
    with pytest.raises(WrongPassphraseError):
        keys.unwrap(read_key_file(folder), "six plain words make a key")
    assert is_private(folder / "vault.key")


def test_a_vault_of_a_newer_program_is_refused_untouched(vault):
    vault.db["_sqlite_migrations"].insert(
        {"migration_set": "familysupport", "name": "m999_later", "applied_at": "2030"}
    )
    vault.close()
    before = content(vault.folder)
    with pytest.raises(VaultTooNewError):
        Vault.open(vault.folder, KEY)
    assert content(vault.folder) == before


@pytest.fixture
def one_more_step(monkeypatch):
    """A step that this program knows and the vault has not taken yet."""
    steps = schema.Migrations("familysupport")
    steps._migrations = list(schema.steps._migrations)
    monkeypatch.setattr(schema, "steps", steps)
    return steps


def test_an_older_vault_is_brought_up_to_date_and_the_old_file_kept(folder, one_more_step):
    old = content(folder)["vault.db"]

    @one_more_step()
    def m998_more(db):
        db["more"].create({"id": int}, pk="id")

    opened = Vault.open(folder, KEY)
    assert opened.db["more"].exists()
    assert word_in(opened) == "kept"
    assert content(folder)["before-update.db"] == old
    Vault.open(folder, KEY).close()
    assert sorted(content(folder)) == ["vault.db", "vault.key"]


def test_a_failed_step_leaves_the_file_as_it_was(folder, one_more_step):
    @one_more_step()
    def m997_good(db):
        db["more"].create({"id": int}, pk="id")

    @one_more_step()
    def m998_bad(db):
        db["meta"].drop()
        raise ValueError("no")

    before = content(folder)
    with pytest.raises(MigrationFailedError):
        Vault.open(folder, KEY)
    assert content(folder) == before


def test_a_copy_that_is_not_sound_is_never_put_in_place(folder, one_more_step, monkeypatch):
    @one_more_step()
    def m998_more(db):
        db["more"].create({"id": int}, pk="id")

    before = content(folder)
    monkeypatch.setattr(cipher, "is_sound", lambda _connection: False)
    with pytest.raises(VaultDamagedError):
        Vault.open(folder, KEY)
    assert content(folder) == before


def test_a_disk_that_fills_up_during_an_update_is_told_as_that(folder, one_more_step):
    @one_more_step()
    def m998_big(db):
        pages = db.execute("PRAGMA page_count").fetchone()[0]
        db.execute(f"PRAGMA max_page_count = {pages}")
        db["meta"].insert({"key": "long", "value": "x" * 100_000})

    before = content(folder)
    with pytest.raises(DiskFullError):
        Vault.open(folder, KEY)
    assert content(folder) == before


def test_a_new_code_locks_out_the_old_one_and_keeps_every_word(vault):
    vault.db["meta"].insert({"key": "word", "value": "kept"})
    rekey(vault, OTHER, wrapped(OTHER))
    assert vault.key == OTHER
    assert vault.db["meta"].get("word")["value"] == "kept"
    vault.db["meta"].insert({"key": "later", "value": "too"})
    vault.close()
    assert sorted(content(vault.folder)) == ["vault.db", "vault.key"]
    with pytest.raises(WrongCodeError):
        Vault.open(vault.folder, KEY)
    assert word_in(Vault.open(vault.folder, OTHER)) == "kept"
    assert keys.unwrap(read_key_file(vault.folder), "other words") == OTHER


def test_after_a_new_code_the_old_one_opens_no_copy_from_before_an_update(folder, one_more_step):
    @one_more_step()
    def m998_more(db):
        db["more"].create({"id": int}, pk="id")

    opened = Vault.open(folder, KEY)
    assert "before-update.db" in content(folder)
    rekey(opened, OTHER, wrapped(OTHER))
    opened.close()
    assert sorted(content(folder)) == ["vault.db", "vault.key"]


def test_a_new_code_waits_until_nobody_else_reads(vault):
    other = cipher.connect(vault.folder / "vault.db", KEY)
    vault.db["meta"].insert({"key": "word", "value": "kept"})
    other.execute("begin")
    other.execute("select * from meta").fetchall()
    vault.db["meta"].insert({"key": "word2", "value": "kept"})
    with pytest.raises(VaultInUseError):
        rekey(vault, OTHER, wrapped(OTHER))
    other.close()
    assert vault.key == KEY
    assert word_in(vault) == "kept"
    assert sorted(content(vault.folder)) == ["vault.db", "vault.key"]
