import json
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familysupport.emergency.model import OwnNumber
from familysupport.emergency.own import MOST, OwnNumbers
from familysupport.errors import DiskFullError, NotWritableError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings" / "own-numbers.json"


def test_numbers_stay_in_the_order_they_were_added(path):
    own = OwnNumbers(path)
    assert own.add("Dr. Díaz", "0123 456")
    assert own.add("  The   clinic ", "555-01 00")
    assert OwnNumbers(path).all() == (
        OwnNumber("Dr. Díaz", "0123 456"),
        OwnNumber("The clinic", "555-01 00"),
    )


def test_only_this_user_may_read_the_file(path):
    OwnNumbers(path).add("Clinic", "1")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_nothing_is_added_without_a_name_or_a_number_or_when_it_is_full(path):
    own = OwnNumbers(path)
    assert not own.add("Clinic", "  ")
    assert not own.add("", "1")
    for place in range(MOST):
        assert own.add(f"Person {place}", "1")
    assert not own.add("One more", "1")
    assert len(own.all()) == MOST


def test_with_none_left_the_file_goes(path):
    own = OwnNumbers(path)
    own.add("Clinic", "1")
    own.save(())
    assert not path.exists()
    own.save(())


@pytest.mark.parametrize("text", ["", "{}", "[1]", '[["a"]]', '[["a", 1]]', '[["", "1"]]', "nul"])
def test_what_cannot_be_read_counts_as_no_numbers(path, text):
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    assert OwnNumbers(path).all() == ()


def test_a_place_that_cannot_be_written_to_is_said_and_nothing_changes(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("x", encoding="utf-8")
    with pytest.raises(NotWritableError):
        OwnNumbers(blocked / "own.json").add("Clinic", "1")


def test_a_full_disk_leaves_the_numbers_as_they_were(path, monkeypatch):
    own = OwnNumbers(path)
    own.add("Clinic", "1")

    def full(_old: object, _new: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr("familysupport.emergency.own.os.replace", full)
    with pytest.raises(DiskFullError):
        own.add("Neighbor", "2")
    assert [one.name for one in own.all()] == ["Clinic"]
    assert list(path.parent.iterdir()) == [path]


@given(st.text(max_size=90), st.text(max_size=60))
def test_whatever_is_typed_is_read_back_or_refused(tmp_path_factory, name, number):
    own = OwnNumbers(tmp_path_factory.mktemp("own") / "own.json")
    if own.add(name, number):
        (kept,) = own.all()
        assert " ".join(name.split()).startswith(kept.name.rstrip())
        assert kept == own.all()[0]
    else:
        assert own.all() == ()


@given(st.recursive(st.none() | st.integers() | st.text(), st.lists))
def test_any_json_is_read_without_a_fall(tmp_path_factory, value):
    path = tmp_path_factory.mktemp("own") / "own.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    assert all(one.name and one.number for one in OwnNumbers(path).all())
