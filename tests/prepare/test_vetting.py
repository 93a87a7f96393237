from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from familysupport.content.library import Library
from familysupport.paths import resources
from familysupport.prepare.checklist import Gap, Place, missing
from familysupport.prepare.content import read_vetting
from familysupport.prepare.model import Person, Relation
from familysupport.prepare.plan import Plan
from familysupport.prepare.treatment import Known
from familysupport.prepare.vetting import Candidate, Decision, Sign, chosen, signs, unanswered

NOW = datetime.fromisoformat("2026-11-23T18:42:00+01:00")
LIBRARY = Library(resources() / "content", "en")
TEXTS = read_vetting(LIBRARY)
SOUND = Candidate(
    name="Ms Alvarez",
    verified_on=date(2026, 11, 20),
    medicines_welcome=Known.YES,
    screens=Known.YES,
    paid_by_place=Known.NO,
    price_in_writing=Known.YES,
    plan_for_no=Known.YES,
    decision=Decision.CHOSEN,
)


def test_what_was_not_asked_is_no_warning():
    assert signs(Candidate(name="x")) == []
    assert unanswered(Candidate()) == 5


def test_a_sound_candidate_has_no_signs():
    assert signs(SOUND) == []
    assert unanswered(SOUND) == 0


@pytest.mark.parametrize(
    ("change", "sign"),
    [
        ({"paid_by_place": Known.YES}, Sign.PAID),
        ({"medicines_welcome": Known.NO}, Sign.MEDICINES),
        ({"screens": Known.NO}, Sign.SCREENING),
        ({"price_in_writing": Known.NO}, Sign.PRICE),
        ({"plan_for_no": Known.NO}, Sign.NO_PLAN),
        ({"verified_on": None}, Sign.UNVERIFIED),
    ],
)
def test_each_sign_is_seen_by_itself(change, sign):
    assert signs(replace(SOUND, **change)) == [sign]


def test_every_sign_and_every_credential_has_words_and_known_facts():
    assert {one.id for one in TEXTS.sign} == set(Sign)
    facts = LIBRARY.facts()
    told = (*TEXTS.without, *TEXTS.credential, *TEXTS.ask, *TEXTS.sign)
    assert {name for one in told for name in one.facts} | set(TEXTS.facts) <= set(facts)
    names = {one.id for one in TEXTS.credential}
    assert {"CIP", "CAI", "LISAC", "LPC", "NAADAC", "NAATP", "AIS"} <= names
    assert all(one.means and one.is_not and one.verify for one in TEXTS.credential)


def gaps(**parts):
    found = missing(Plan(now=NOW, **parts))
    return [one.gap for one in found if one.place is Place.INTERVENTIONIST]


def test_the_checklist_asks_for_a_professional_until_one_is_there():
    assert gaps() == [Gap.NO_CANDIDATE]
    assert gaps(people=(Person(name="A", relation=Relation.PROFESSIONAL),)) == []
    assert gaps(candidates=(replace(SOUND, decision=Decision.CALLED),)) == [Gap.NOBODY_CHOSEN]
    assert gaps(candidates=(SOUND,)) == []
    assert gaps(candidates=(replace(SOUND, screens=Known.NO),)) == [Gap.SIGNS]
    assert chosen([]) is None
