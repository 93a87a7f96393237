"""Whom one practises for: by what the vault, the letters and Prepare know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from familysupport.prepare.answers import Objection
from familysupport.prepare.model import Relation
from familysupport.rehearse.loved import Forms, Loved, Pronoun, Tie, Who, who_of
from familysupport.rehearse.own import Objected
from familysupport.session import Session


class Whom(NamedTuple):
    """The loved one, whether it was asked already, and what the family expects to hear."""

    loved: Loved
    asked: bool = False
    expected: tuple[Objected, ...] = ()


def whom(session: Session) -> Whom:
    """Return what is known; where it was never asked, the letters and Prepare make a beginning."""
    expected = tuple(
        Objected(one.heard.strip(), one.words.strip())
        for one in session.plan.items(Objection)
        if one.heard.strip()
    )
    kept = session.rehearse.loved()
    named = name_in_letters(session)
    if kept is not None:
        return Whom(kept if kept.name else kept._replace(name=named), True, expected)
    return Whom(Loved(name=named, tie=_only_tie(session)), False, expected)


def spoken_of(session: Session, pronouns: Mapping[str, Forms]) -> Who:
    """Return what goes into lines that are said to several people at once."""
    loved = whom(session).loved
    return who_of(loved._replace(name=name_or_usual(loved.name), tie=Tie.UNTOLD, you=""), pronouns)


def name_in_letters(session: Session) -> str:
    """Return whom the first letter that names somebody is for."""
    named = (one.addressee.strip() for one in session.statements.statements())
    return next((name for name in named if name), "")


def name_or_usual(name: str) -> str:
    """Return the name, or the made-up one where there is none."""
    return name or _tr("Sam")


def pronoun_words(pronoun: Pronoun) -> str:
    """Return how one speaks of the loved one."""
    return {
        Pronoun.THEY: _tr("they, them"),
        Pronoun.SHE: _tr("she, her"),
        Pronoun.HE: _tr("he, him"),
    }[pronoun]


def tie_words(tie: Tie) -> str:
    """Return what somebody is to the loved one."""
    return {
        Tie.UNTOLD: _tr("Somebody close"),
        Tie.PARENT: _tr("A parent"),
        Tie.PARTNER: _tr("A partner"),
        Tie.SIBLING: _tr("A brother or sister"),
        Tie.GRANDPARENT: _tr("A grandparent"),
        Tie.GROWN_CHILD: _tr("A grown child"),
        Tie.OTHER_RELATIVE: _tr("Another relative"),
        Tie.FRIEND: _tr("A friend"),
    }[tie]


def _only_tie(session: Session) -> Tie:
    """Return the tie of the one person Prepare knows, where there is just one."""
    ties = {
        one.relation.value
        for one in session.people.people()
        if one.relation is not Relation.PROFESSIONAL
    }
    return Tie(ties.pop()) if len(ties) == 1 else Tie.UNTOLD


def _tr(text: str) -> str:
    return QCoreApplication.translate("RehearseWhom", text)
