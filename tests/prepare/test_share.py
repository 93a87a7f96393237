from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familysupport.errors import FileUnreadableError, WrongPassphraseError
from familysupport.prepare import share
from familysupport.prepare.answers import Answer
from familysupport.prepare.changes import Stop
from familysupport.prepare.day import Day
from familysupport.prepare.joint import compare
from familysupport.prepare.model import Part, Person
from familysupport.prepare.records import (
    KINDS,
    Bundle,
    Letter,
    Record,
    item_of,
    person_of,
    record_of,
)
from familysupport.prepare.share import seal, unseal
from familysupport.vault.keys import QUICK

HERE = Path("plan.family")
PASSPHRASE = "four brown goats whisper"
BUNDLE = Bundle(
    (
        record_of(Person(uid="a" * 32, name="Mum", part=Part.ASKS, readiness=7)),
        record_of(Stop(uid="s", person="a" * 32, act="giving cash")),
        record_of(Day(uid="day", place="Rosa's")),
        record_of(Answer(uid="answer:no", response="no", words="–")),
    ),
    (Letter("a" * 32, "Mum", "Daniel", "Dear Daniel", "I love you. ❤", "If no"),),
)
FILE = seal(BUNDLE, PASSPHRASE, QUICK)


def test_a_file_opens_with_its_passphrase_and_says_the_same():
    assert unseal(FILE, PASSPHRASE, HERE) == BUNDLE


def test_a_person_and_every_kind_of_record_comes_back():
    assert person_of(BUNDLE.records[0]).readiness == 7
    for kind, cls in KINDS.items():
        record = record_of(cls(uid="x"))
        assert record.kind == kind
        assert item_of(record) == cls(uid="x")


def test_nothing_in_the_file_can_be_read_without_the_passphrase():
    for word in (b"Mum", b"Daniel", b"cash", b"Rosa"):
        assert word not in FILE
    with pytest.raises(WrongPassphraseError):
        unseal(FILE, "another", HERE)


@pytest.mark.parametrize(
    "data",
    [b"", b"family-plan 1\n", b"%PDF-1.7", FILE[:-1], FILE[:40]],
    ids=["empty", "head", "other", "short", "shorter"],
)
def test_what_is_no_such_file_or_cut_short_is_refused(data):
    with pytest.raises(FileUnreadableError):
        unseal(data, PASSPHRASE, HERE)


@given(place=st.integers(0, len(FILE) - 1), bit=st.integers(0, 7))
def test_any_changed_bit_is_found(place, bit):
    data = bytearray(FILE)
    data[place] ^= 1 << bit
    with pytest.raises((FileUnreadableError, WrongPassphraseError)):
        unseal(bytes(data), PASSPHRASE, HERE)


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_calmly(data):
    with pytest.raises((FileUnreadableError, WrongPassphraseError)):
        unseal(b"family-plan 1\n" + data, PASSPHRASE, HERE)


@pytest.mark.parametrize(
    "record",
    [
        Record("x", "safety", {"question": "afraid"}),
        Record("x", "unknown", {}),
        Record("x", "stop", {"act": 3}),
        Record("x' or 1=1 --", "stop", {}),
        Record("", "stop", {}),
        Record("x", "person", {"part": "boss"}),
    ],
)
def test_a_file_with_something_that_does_not_belong_is_refused(record):
    data = seal(Bundle((record,)), PASSPHRASE, QUICK)
    with pytest.raises(FileUnreadableError):
        unseal(data, PASSPHRASE, HERE)


def test_what_both_have_alike_is_counted_and_what_clashes_is_named():
    mine = Bundle((record_of(Stop(uid="s", act="a", instead="x")), record_of(Day(uid="day"))))
    theirs = Bundle((record_of(Stop(uid="s", act="a", instead="y")), record_of(Day(uid="day"))))
    found = compare(mine, theirs)
    assert found.same == 1
    assert found.different[0].fields == (("instead", "x", "y"),)
    assert compare(mine, mine).different == ()


def test_two_records_of_one_name_and_another_kind_are_both_kept():
    mine = Bundle((record_of(Stop(uid="same", act="a")),))
    theirs = Bundle((record_of(Day(uid="same", place="b")),))
    assert compare(mine, theirs).new[0].uid == "same day"


def test_words_that_are_none_and_a_file_that_swells_are_refused(monkeypatch):
    letters = Bundle((), (Letter("x", text=3),))
    with pytest.raises(FileUnreadableError):
        unseal(seal(letters, PASSPHRASE, QUICK), PASSPHRASE, HERE)
    monkeypatch.setattr(share, "_MOST_UNPACKED", 1000)
    swollen = seal(Bundle((), (Letter("x", text="a" * 100_000),)), PASSPHRASE, QUICK)
    with pytest.raises(FileUnreadableError):
        unseal(swollen, PASSPHRASE, HERE)
