"""Backups: made, looked into, restored, thinned."""

from __future__ import annotations

import shutil
import zipfile
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familysupport.errors import (
    BackupDamagedError,
    FileUnreadableError,
    KeyFileDamagedError,
    VaultDamagedError,
    VaultMissingError,
    VaultTooNewError,
    WrongCodeError,
    WrongPassphraseError,
)
from familysupport.journal.model import Entry
from familysupport.journal.store import JournalStore
from familysupport.vault import archive, keys
from familysupport.vault.backup import (
    key_of_backup,
    list_backups,
    look_into,
    make_backup,
    newest_good,
    restore,
    thin,
)
from familysupport.vault.vault import Vault, read_key_file, rekey, write_key_file

KEY = bytes(range(32))
OTHER = bytes(range(32, 64))
PASSPHRASE = "six plain words make a key"


@pytest.fixture
def target(tmp_path):
    return tmp_path / "copies"


@pytest.fixture
def made(vault, target, clock):
    """A backup of a vault that stays open and holds one value."""
    vault.db["meta"].insert({"key": "word", "value": "kept"})
    return make_backup(vault.folder, vault.key, target, clock)


def content(folder):
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def word_at(folder, key=KEY):
    vault = Vault.open(folder, key)
    word = vault.db["meta"].get("word")["value"]
    vault.close()
    return word


def test_a_backup_has_a_neutral_name_and_is_this_users_alone(made, target, is_private):
    assert made == target / "backup-2026-11-23-1842.zip"
    assert list(target.iterdir()) == [made]
    assert is_private(made)


def test_a_backup_is_a_plain_zip_of_the_two_files(made, vault):
    with zipfile.ZipFile(made) as archive:
        assert sorted(archive.namelist()) == ["vault.db", "vault.key"]
        assert archive.read("vault.key") == read_key_file(vault.folder)


def test_making_a_backup_leaves_nothing_else_behind(made, vault):
    assert [p.name for p in vault.folder.parent.iterdir()] == [vault.folder.name]


def test_two_backups_in_one_minute_are_two_files(made, vault, target, clock):
    second = make_backup(vault.folder, KEY, target, clock)
    assert second.name == "backup-2026-11-23-1842-2.zip"
    assert list_backups(target) == [second, made]


def test_looking_into_a_backup_tells_what_is_in_it(made, vault, target, clock):
    vault.db["notes"].insert_all([{"id": 1}, {"id": 2}], pk="id")
    clock.moment += timedelta(minutes=5)
    second = make_backup(vault.folder, KEY, target, clock)
    info = look_into(second, KEY)
    assert info.made_at == clock.now()
    assert info.counts["notes"] == 2
    assert "meta" not in info.counts
    assert info.steps[0] == "m001_meta"
    assert info.size == second.stat().st_size
    assert "notes" not in look_into(made, KEY).counts


def test_what_was_deleted_and_what_serves_the_search_is_not_counted(vault, target, clock):
    vault.db["notes"].insert_all([{"id": 1, "deleted_at": None}, {"id": 2, "deleted_at": "x"}])
    vault.db["notes"].enable_fts(["deleted_at"])
    counts = look_into(make_backup(vault.folder, KEY, target, clock), KEY).counts
    assert counts["notes"] == 1
    assert not any("fts" in name or name.startswith("sqlite") for name in counts)


def test_the_search_works_in_a_restored_vault_and_after_a_new_code(vault, target, clock):
    store = JournalStore(vault.db, clock)
    for number in range(50):
        entry = Entry(0, clock.now() - timedelta(days=number), text=f"lighthouse {number}")
        gone = store.save(entry)
    store.delete(gone.id)
    copy = make_backup(vault.folder, KEY, target, clock)
    rekey(vault, OTHER, keys.wrap(OTHER, PASSPHRASE, keys.QUICK))
    assert len(store.search("lighthouse")) == 49
    check_search(vault.db)
    vault.close()
    restore(copy, KEY, vault.folder, clock)
    again = Vault.open(vault.folder, KEY)
    store = JournalStore(again.db, clock)
    assert len(store.search("lighthouses")) == 49
    store.restore(gone.id)
    assert len(store.search("lighthouse")) == 50
    check_search(again.db)
    again.close()


def check_search(db):
    db.execute("INSERT INTO journal_search (journal_search, rank) VALUES ('integrity-check', 1)")


def test_what_cannot_be_read_is_told(made, monkeypatch):
    def refuse(*_args, **_named):
        raise PermissionError(13, "no")

    monkeypatch.setattr(archive.zipfile, "ZipFile", refuse)
    with pytest.raises(FileUnreadableError):
        look_into(made, KEY)


def test_a_copy_whose_tables_and_indexes_disagree_is_no_backup(made, monkeypatch):
    monkeypatch.setattr(archive.cipher, "is_sound", lambda _connection: False)
    with pytest.raises(BackupDamagedError):
        look_into(made, KEY)


def test_a_backup_that_was_packed_by_hand_tells_the_time_of_the_file(vault, tmp_path):
    vault.close()
    path = tmp_path / "mine.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            zipfile.ZipInfo("vault.db", (2026, 5, 4, 3, 2, 0)),
            (vault.folder / "vault.db").read_bytes(),
        )
    assert look_into(path, KEY).made_at.replace(tzinfo=None) == datetime(2026, 5, 4, 3, 2)


def test_a_backup_opens_with_the_passphrase_it_was_made_with(made, vault):
    write_key_file(vault.folder, keys.wrap(KEY, "new words", keys.QUICK))
    assert key_of_backup(made, PASSPHRASE) == KEY
    with pytest.raises(WrongPassphraseError):
        key_of_backup(made, "new words")


def test_a_backup_opens_with_the_recovery_code(made):
    assert look_into(made, keys.key_from_code(keys.code_for(KEY))).counts is not None


def test_the_code_of_another_vault_does_not_open_a_backup(made):
    with pytest.raises(WrongCodeError):
        look_into(made, OTHER)


def test_a_vault_without_its_key_file_can_still_be_backed_up(vault, target, clock):
    (vault.folder / "vault.key").unlink()
    path = make_backup(vault.folder, KEY, target, clock)
    assert look_into(path, KEY)
    with pytest.raises(KeyFileDamagedError):
        key_of_backup(path, PASSPHRASE)


def test_no_backup_is_made_of_what_is_not_there(tmp_path, target, clock):
    with pytest.raises(VaultMissingError):
        make_backup(tmp_path / "nowhere" / "vault", KEY, target, clock)


def test_a_damaged_vault_is_not_backed_up(vault, target, clock):
    vault.close()
    path = vault.folder / "vault.db"
    data = bytearray(path.read_bytes())
    data[9000] ^= 1  # the second page only tells where others are
    path.write_bytes(data)
    with pytest.raises(VaultDamagedError):
        make_backup(vault.folder, KEY, target, clock)
    assert list(target.iterdir()) == []


def test_a_copy_that_does_not_read_back_gets_no_name(vault, target, clock, monkeypatch):
    real = archive.disk.sync

    def bad_stick(path):
        real(path)
        if path.name.endswith(".part"):
            data = bytearray(path.read_bytes())
            data[len(data) // 2] ^= 1
            path.write_bytes(data)

    monkeypatch.setattr(archive.disk, "sync", bad_stick)
    with pytest.raises(BackupDamagedError):
        make_backup(vault.folder, KEY, target, clock)
    assert list(target.iterdir()) == []


def test_restoring_on_another_computer_gives_everything_back(made, tmp_path, clock, is_private):
    folder = tmp_path / "elsewhere" / "vault"
    key = key_of_backup(made, PASSPHRASE)
    assert restore(made, key, folder, clock) is None
    assert word_at(folder) == "kept"
    assert keys.unwrap(read_key_file(folder), PASSPHRASE) == KEY
    assert sorted(content(folder)) == ["vault.db", "vault.key"]
    assert [p.name for p in folder.parent.iterdir()] == ["vault"]
    for path in folder.iterdir():
        assert is_private(path)
    assert is_private(folder)


def test_restoring_keeps_what_it_replaces(made, vault, clock):
    vault.db["meta"].update("word", {"value": "newer"})
    vault.close()
    before = content(vault.folder)
    kept = restore(made, KEY, vault.folder, clock)
    assert kept == vault.folder.with_name("vault-2026-11-23-1842")
    assert content(kept) == before
    assert word_at(vault.folder) == "kept"
    assert word_at(kept) == "newer"


def test_restoring_twice_in_a_minute_keeps_both(made, vault, clock):
    vault.close()
    first = restore(made, KEY, vault.folder, clock)
    second = restore(made, KEY, vault.folder, clock)
    assert first != second
    assert word_at(first) == word_at(second) == "kept"


def test_restoring_into_an_empty_folder_keeps_nothing(made, tmp_path, clock):
    folder = tmp_path / "other" / "vault"
    folder.mkdir(parents=True)
    assert restore(made, KEY, folder, clock) is None


def spoiled(path, change):
    bad = path.with_name("bad.zip")
    bad.write_bytes(change(path.read_bytes()))
    return bad


@pytest.mark.parametrize(
    "change",
    [
        lambda data: b"",
        lambda data: data[:100],
        lambda data: data[:-30],
        lambda data: b"not a zip at all" * 300,
        lambda data: data[:9000] + bytes([data[9000] ^ 1]) + data[9001:],
        lambda data: data.replace(b"vault.db", b"photo.db"),
    ],
)
def test_a_damaged_backup_replaces_nothing(made, vault, clock, change):
    vault.close()
    bad = spoiled(made, change)
    before = content(vault.folder)
    with pytest.raises(BackupDamagedError):
        look_into(bad, KEY)
    with pytest.raises(BackupDamagedError):
        restore(bad, KEY, vault.folder, clock)
    assert content(vault.folder) == before
    assert [p.name for p in vault.folder.parent.iterdir()] == [vault.folder.name]


def repacked(path, files):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


@pytest.mark.parametrize(
    "data", [b"", b"SQLite format 3\0" + bytes(4080), bytes(4096), bytes(50_000_000)]
)
def test_a_zip_of_something_else_is_damaged(tmp_path, data):
    path = repacked(tmp_path / "odd.zip", {"vault.db": data, "vault.key": data[:100]})
    with pytest.raises((BackupDamagedError, WrongCodeError)):
        look_into(path, KEY)
    with pytest.raises((BackupDamagedError, KeyFileDamagedError)):
        key_of_backup(path, PASSPHRASE)


def test_a_damaged_page_inside_a_sound_zip_is_found(vault, tmp_path):
    vault.close()
    files = content(vault.folder)
    data = bytearray(files["vault.db"])
    data[200] ^= 1
    path = repacked(tmp_path / "odd.zip", {**files, "vault.db": bytes(data)})
    with pytest.raises(BackupDamagedError):
        look_into(path, KEY)


def test_a_missing_file_and_a_folder_are_no_backups(tmp_path):
    for path in (tmp_path / "none.zip", tmp_path):
        with pytest.raises(BackupDamagedError):
            look_into(path, KEY)


def test_a_backup_of_a_newer_program_is_refused(vault, target, clock):
    vault.db["_sqlite_migrations"].insert(
        {"migration_set": "familysupport", "name": "m999_later", "applied_at": "2030"}
    )
    vault.close()
    path = repacked(target.with_suffix(".zip"), content(vault.folder))
    with pytest.raises(VaultTooNewError):
        look_into(path, KEY)


@given(st.binary(max_size=300))
def test_any_file_at_all_is_answered_calmly(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("any") / "any.zip"
    path.write_bytes(data)
    with pytest.raises(BackupDamagedError):
        look_into(path, KEY)


def test_the_newest_good_backup_is_found_past_bad_ones(made, target, vault, clock):
    shutil.copy(made, target / "backup-2026-12-01-0900.zip")
    (target / "backup-2026-12-02-0900.zip").write_bytes(b"cut")
    (target / "holiday.zip").write_bytes(b"not ours")
    (target / "backup-2026-99-99-0900.zip").write_bytes(b"no such day")
    rekey(vault, OTHER, keys.wrap(OTHER, PASSPHRASE, keys.QUICK))
    clock.moment += timedelta(days=30)
    under_another_code = make_backup(vault.folder, OTHER, target, clock)
    assert newest_good(target, KEY).name == "backup-2026-12-01-0900.zip"
    assert newest_good(target, OTHER) == under_another_code
    assert newest_good(target, bytes(32)) is None
    assert newest_good(target / "nowhere", KEY) is None


def test_thinning_keeps_the_last_ten_then_one_a_week_then_one_a_month(tmp_path):
    last = datetime(2026, 11, 23, 18, 42)
    for day in range(400):
        made = last - timedelta(days=day)
        (tmp_path / f"backup-{made:%Y-%m-%d-%H%M}.zip").write_bytes(b"")
    (tmp_path / "letters.zip").write_bytes(b"mine")
    removed = thin(tmp_path, keep=10)
    kept = [path.name for path in list_backups(tmp_path)]
    assert len(removed) == 400 - len(kept)
    days = [last - datetime.strptime(name, "backup-%Y-%m-%d-%H%M.zip") for name in kept]
    assert [day.days for day in days[:10]] == list(range(10))
    weekly = [day.days for day in days[10:] if day < timedelta(weeks=8)]
    assert 6 <= len(weekly) <= 7
    monthly = [name[:14] for name, day in zip(kept, days, strict=True) if day.days >= 56]
    assert len(monthly) == len(set(monthly)) == 12
    assert (tmp_path / "letters.zip").exists()
    assert thin(tmp_path, keep=10) == []


def test_a_backup_can_be_made_from_another_thread(vault, target, clock):
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as pool:
        path = pool.submit(make_backup, vault.folder, KEY, target, clock, "copy").result()
    assert path.name == "copy-2026-11-23-1842.zip"
