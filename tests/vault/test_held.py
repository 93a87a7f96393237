"""Words that are held, locked, until the vault's key is there again."""

from __future__ import annotations

from familysupport.vault.held import Held
from familysupport.vault.keys import new_key


def test_only_the_same_key_gives_the_words_back() -> None:
    held, key = Held(), new_key()
    held.put([("Text", "Daniel, I love you.")], key)
    assert held
    assert held.take(new_key()) == []
    assert held.take(key) == [("Text", "Daniel, I love you.")]
    assert not held
    assert held.take(key) == []


def test_words_are_not_readable_while_they_are_held() -> None:
    held = Held()
    held.put([("Text", "Daniel, I love you.")], new_key())
    assert b"Daniel" not in held._sealed


def test_more_words_are_held_besides_the_first() -> None:
    held, key = Held(), new_key()
    held.put([("Text", "one")], key)
    held.put([("Title", "two")], key)
    assert held.take(key) == [("Text", "one"), ("Title", "two")]
