"""The one door to the database."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from familysupport.errors import NotWritableError, VaultDamagedError, VaultInUseError
from familysupport.vault import cipher

KEY = bytes(range(32))


@pytest.fixture
def table():
    db = Database(cipher.connect(":memory:", KEY))
    db["t"].insert({"id": 1, "a": "x"}, pk="id")
    yield db["t"]
    db.close()


def test_a_new_column_can_be_added_while_inserting(table):
    assert table.insert({"id": 2, "a": "y", "b": "new"}, alter=True).last_pk == 2


def test_a_new_column_can_be_added_while_updating(table):
    table.update(1, {"c": 1}, alter=True)
    assert table.get(1)["c"] == 1


def test_dropping_a_missing_table_can_be_ignored(table):
    table.db["nope"].drop(ignore=True)
    assert not table.db["nope"].exists()


def test_an_index_finds_a_free_name(table):
    table.create_index(["a"])
    table.create_index(["a"], find_unique_name=True)
    assert len(table.indexes) == 2


def test_insert_returning_works_through_query(table):
    sql = "insert into t(id, a) values (9, 'z') returning id"
    assert list(table.db.query(sql)) == [{"id": 9}]


def test_cached_counts_work_without_their_table(table):
    assert table.db.cached_counts() == {}


def test_errors_are_those_of_sqlite3(table):
    with pytest.raises(sqlite3.IntegrityError):
        table.insert({"id": 1, "a": "again"})
    with pytest.raises(sqlite3.OperationalError):
        table.db.conn.executescript("select nothing from nowhere;")
    with pytest.raises(sqlite3.IntegrityError):
        table.db.conn.executemany("insert into t(id) values (?)", [(1,)])


def test_a_closed_connection_says_so_as_sqlite3_does(table):
    table.db.close()
    with pytest.raises(sqlite3.ProgrammingError):
        table.db.conn.cursor()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("cipher_memory_security", "1"),
        ("secure_delete", 1),
        ("cache_size", -1000),
        ("temp_store", 2),
        ("foreign_keys", 1),
        ("synchronous", 2),
        ("fullfsync", 1),
        ("journal_mode", "wal"),
    ],
)
def test_every_file_is_opened_with_the_safe_settings(tmp_path, pragma, value):
    connection = cipher.connect(tmp_path / "a.db", KEY)
    assert str(connection.execute(f"PRAGMA {pragma}").fetchone()[0]) == str(value)
    connection.close()


def test_a_wrong_key_is_refused_without_noise(tmp_path, capfd):
    path = tmp_path / "a.db"
    Database(cipher.connect(path, KEY)).close()
    connection = cipher.connect(path, KEY)
    connection.execute("create table t(a)")
    connection.close()
    with pytest.raises(VaultDamagedError) as caught:
        cipher.connect(path, bytes(32))
    assert isinstance(caught.value, sqlite3.DatabaseError)
    assert caught.value.path == path
    assert capfd.readouterr() == ("", "")


def test_a_key_of_the_wrong_size_is_a_bug(tmp_path):
    with pytest.raises(ValueError, match="32 bytes"):
        cipher.connect(":memory:", b"short")


def test_a_missing_folder_is_not_writable(tmp_path):
    with pytest.raises(NotWritableError):
        cipher.connect(tmp_path / "nowhere" / "a.db", KEY)


def test_another_writer_makes_it_in_use(tmp_path):
    one, two = (cipher.connect(tmp_path / "a.db", KEY) for _ in range(2))
    two.execute("PRAGMA busy_timeout = 0")
    one.execute("begin immediate")
    with pytest.raises(VaultInUseError):
        two.execute("begin immediate")
    one.close()
    two.close()


def test_an_old_sqlite_is_refused(monkeypatch):
    monkeypatch.setattr(cipher.dbapi2, "sqlite_version_info", (3, 51, 2))
    with pytest.raises(RuntimeError, match="too old"):
        cipher.connect(":memory:", KEY)


def test_an_export_opens_under_its_own_key_alone(tmp_path):
    other = bytes(reversed(KEY))
    path: Path = tmp_path / "b.db"
    connection = cipher.connect(":memory:", KEY)
    connection.execute("create table t(a)")
    connection.execute("PRAGMA user_version = 7")
    cipher.export(connection, path, other)
    connection.close()
    copy = cipher.connect(path, other)
    assert copy.execute("select count(*) from t").fetchone() == (0,)
    assert copy.execute("PRAGMA user_version").fetchone() == (7,)
    assert cipher.is_sound(copy)
    copy.close()


def test_temporary_tables_on_the_disk_are_a_bug(monkeypatch):
    monkeypatch.setattr(cipher, "_SETTINGS", ("temp_store = FILE",))
    with pytest.raises(RuntimeError, match="temporary"):
        cipher.connect(":memory:", KEY)


def test_a_changed_page_makes_a_database_unsound(tmp_path):
    path = tmp_path / "a.db"
    connection = cipher.connect(path, KEY)
    connection.execute("create table t(a)")
    connection.executemany("insert into t values (?)", [("x" * 900,) for _ in range(100)])
    connection.commit()
    connection.close()
    data = bytearray(path.read_bytes())
    data[9000] ^= 1
    path.write_bytes(data)
    connection = cipher.connect(path, KEY)
    assert not cipher.is_sound(connection)
    connection.close()
