"""Keys, passphrases and recovery codes."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familysupport.errors import (
    KeyFileDamagedError,
    VaultTooNewError,
    WrongCodeError,
    WrongPassphraseError,
)
from familysupport.vault import keys

KEYS = st.binary(min_size=32, max_size=32)
WRAPPED = keys.wrap(bytes(range(32)), "six plain words make a key", keys.QUICK)


def test_keys_are_random():
    assert len(keys.new_key()) == 32
    assert keys.new_key() != keys.new_key()


@given(KEYS, st.text())
def test_what_a_passphrase_wraps_it_unwraps(key, passphrase):
    assert keys.unwrap(keys.wrap(key, passphrase, keys.QUICK), passphrase) == key


@given(st.text())
def test_any_other_passphrase_is_wrong(passphrase):
    with pytest.raises(WrongPassphraseError):
        keys.unwrap(WRAPPED, passphrase)


def test_a_passphrase_typed_with_other_accents_is_the_same():
    wrapped = keys.wrap(bytes(32), unicodedata.normalize("NFC", "café crème"), keys.QUICK)
    assert keys.unwrap(wrapped, unicodedata.normalize("NFD", "café crème")) == bytes(32)


def test_the_usual_cost_is_128_mib_and_four_passes():
    wrapped = keys.wrap(bytes(32), "words")
    assert b'"memory": 134217728' in wrapped
    assert b'"passes": 4' in wrapped
    assert keys.unwrap(wrapped, "words") == bytes(32)


@given(st.integers(0, len(WRAPPED) * 8 - 1))
def test_a_flipped_bit_is_damage_and_never_a_wrong_passphrase(bit):
    data = bytearray(WRAPPED)
    data[bit // 8] ^= 1 << bit % 8
    with pytest.raises(KeyFileDamagedError):
        keys.unwrap(bytes(data), "six plain words make a key")


@given(st.integers(0, len(WRAPPED) - 1))
def test_a_key_file_cut_short_is_damaged(size):
    with pytest.raises(KeyFileDamagedError):
        keys.unwrap(WRAPPED[:size], "six plain words make a key")


@given(st.binary())
def test_any_other_file_is_damaged(data):
    with pytest.raises(KeyFileDamagedError):
        keys.unwrap(data, "six plain words make a key")


def _resealed(old: str, new: str) -> bytes:
    body = WRAPPED.decode().rsplit("\n", 2)[0].replace(old, new) + "\n"
    return f"{body}{keys._checksum(body)}\n".encode()


def test_a_key_file_of_a_newer_program_is_named_so():
    with pytest.raises(VaultTooNewError):
        keys.unwrap(_resealed("vault-key 1", "vault-key 2"), "six plain words make a key")


def test_a_key_file_of_another_kind_is_damaged():
    with pytest.raises(KeyFileDamagedError):
        keys.unwrap(_resealed("vault-key 1", "something else"), "six plain words make a key")


def test_a_key_file_that_asks_for_too_much_memory_is_damaged():
    big = _resealed('"memory": 65536', '"memory": 65536000000000')
    with pytest.raises(KeyFileDamagedError):
        keys.unwrap(big, "six plain words make a key")


def test_a_key_file_knows_its_key():
    assert keys.fits(WRAPPED, bytes(range(32)))
    assert not keys.fits(WRAPPED, bytes(32))


@given(KEYS)
def test_a_code_gives_back_its_key(key):
    code = keys.code_for(key)
    assert [len(group) for group in code.split("-")] == [5] * 13
    assert keys.key_from_code(code) == key


@given(KEYS, st.randoms(use_true_random=False))
def test_a_code_may_be_typed_carelessly(key, chance):
    def careless(sign: str) -> str:
        sign = chance.choice([sign, sign.lower()])
        sign = {"0": chance.choice("0oO"), "1": chance.choice("1iIlL")}.get(sign, sign)
        return sign + chance.choice(["", "", " ", "\n", " – ", "-"])

    assert keys.key_from_code("".join(map(careless, keys.code_for(key)))) == key


@given(KEYS, st.integers(0, 12), st.integers(0, 4), st.sampled_from("0123456789ABCDEFGHJKMNPQ"))
def test_a_wrong_sign_names_its_group(key, group, place, sign):
    groups = keys.code_for(key).split("-")
    if groups[group][place] == sign:
        sign = "Z"
    groups[group] = groups[group][:place] + sign + groups[group][place + 1 :]
    with pytest.raises(WrongCodeError) as caught:
        keys.key_from_code(" ".join(groups))
    assert caught.value.groups == (group + 1,)


@given(KEYS, st.integers(0, 12), st.integers(0, 3))
def test_two_swapped_signs_name_their_group(key, group, place):
    groups = keys.code_for(key).split("-")
    old = groups[group]
    groups[group] = old[:place] + old[place + 1] + old[place] + old[place + 2 :]
    if groups[group] == old:
        assert keys.key_from_code("-".join(groups)) == key
        return
    with pytest.raises(WrongCodeError) as caught:
        keys.key_from_code("".join(groups))
    assert caught.value.groups == (group + 1,)


@given(KEYS, st.integers(0, 12), st.integers(0, 12))
def test_two_swapped_groups_are_both_named(key, one, two):
    groups = keys.code_for(key).split("-")
    if one == two:
        return
    groups[one], groups[two] = groups[two], groups[one]
    with pytest.raises(WrongCodeError) as caught:
        keys.key_from_code("-".join(groups))
    assert caught.value.groups == tuple(sorted((one + 1, two + 1)))


@given(KEYS, st.integers(0, 12), st.integers(0, 4))
def test_a_lost_sign_names_its_group_when_the_groups_are_apart(key, group, place):
    groups = keys.code_for(key).split("-")
    groups[group] = groups[group][:place] + groups[group][place + 1 :]
    with pytest.raises(WrongCodeError) as caught:
        keys.key_from_code("-".join(groups))
    assert caught.value.groups == (group + 1,)


@given(st.text())
def test_anything_else_is_a_wrong_code(text):
    with pytest.raises(WrongCodeError) as caught:
        keys.key_from_code(text)
    assert all(1 <= group <= 13 for group in caught.value.groups)


def test_a_code_that_is_too_long_names_the_last_group():
    with pytest.raises(WrongCodeError) as caught:
        keys.key_from_code(keys.code_for(bytes(32)) + "-00000")
    assert caught.value.groups == (13,)


def test_groups_that_add_up_but_belong_together_nowhere_are_another_code():
    code = keys.code_for(bytes(32)).split("-")
    values = [keys._ALPHABET.index(sign) for sign in code[12][:4]]
    values[3] ^= 1
    code[12] = "".join(keys._ALPHABET[v] for v in [*values, keys._check(12, values)])
    with pytest.raises(WrongCodeError) as caught:
        keys.key_from_code("-".join(code))
    assert caught.value.groups == ()
