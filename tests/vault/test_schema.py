"""The tables and their order."""

from __future__ import annotations

from familysupport.vault import schema


def test_a_new_database_is_up_to_date_after_migrating(db):
    assert schema.is_up_to_date(db)
    assert not schema.is_from_newer_program(db)
    assert db["meta"].exists()


def test_migrating_twice_changes_nothing(db):
    before = db.schema
    schema.migrate(db)
    assert db.schema == before


def test_a_step_from_the_future_is_seen(db):
    db["_sqlite_migrations"].insert(
        {"migration_set": "familysupport", "name": "m999_later", "applied_at": "2030"}
    )
    assert schema.is_from_newer_program(db)
