"""Copies and the binder hold what was written, whoever reads them back."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from datetime import date
from functools import partialmethod
from xml.etree import ElementTree

import docx
import pytest
from paper_hands import STATEMENT, WORDS, fonts, keep, pick, read
from PySide6.QtWidgets import QCheckBox, QWidget

from familysupport.documents.formats import read_words
from familysupport.documents.page import each_text
from familysupport.prepare.day import Day
from familysupport.prepare.model import Part as Role
from familysupport.prepare.model import Person
from familysupport.prepare.treatment import TreatmentPlace
from familysupport.settings import Settings
from familysupport.statements.model import Statement
from familysupport.ui.kit.preview import Machine
from familysupport.ui.kit.printing import pdf_bytes
from familysupport.ui.statements.binder_paper import BinderDialog
from familysupport.ui.statements.card_paper import CardPages
from familysupport.ui.statements.output import Output
from familysupport.ui.statements.paper import PaperDialog

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


@pytest.fixture
def output(dressed, context, qtbot):
    windows = []

    def make(path=None, country="gb"):
        window = QWidget()
        qtbot.addWidget(window)
        ours = context._replace(settings=lambda: Settings(country=country))
        machine = Machine(printers=lambda: (), choose=lambda dialog: path)
        windows.append(window)
        return Output(ours, machine, window)

    return make


@pytest.mark.parametrize("ending", ["pdf", "docx", "odt", "txt", "md"])
def test_a_copy_is_saved_in_the_format_of_its_ending(output, tmp_path, ending):
    path = tmp_path / f"copy.{ending}"
    assert "not locked" in output(path).save_copy(STATEMENT)
    told = read(path, "-raw") if ending == "pdf" else read_words(path)
    told = re.sub(r"Mum Page \d+ of \d+|Mum\nPage \d+ of \d+", "", told)
    words = re.sub(r"#|\\", "", told).split()
    assert [word for word in words if word != "Mum"] == WORDS
    assert "furious" not in told
    assert list(tmp_path.iterdir()) == [path]


def test_word_and_opendocument_copies_hold_the_same_words_for_other_readers(output, tmp_path):
    as_docx, as_odt = tmp_path / "copy.docx", tmp_path / "copy.odt"
    for path in (as_docx, as_odt):
        output(path).save_copy(STATEMENT)
    word = [part.text for part in docx.Document(str(as_docx)).paragraphs]
    with zipfile.ZipFile(as_odt) as made:
        body = ElementTree.fromstring(made.read("content.xml")).find(f"{OFFICE}body")
    lines = [one for one in body.iter() if one.tag in (f"{TEXT}p", f"{TEXT}h")]
    other = ["".join(one.itertext()) for one in lines]
    for told in (word, other):
        said = " ".join(told).split()
        assert [one for one in said if one != "Mum"] == WORDS


def test_without_a_place_no_copy_is_saved(output):
    assert output().save_copy(STATEMENT) == ""


@pytest.fixture
def binder_of(output, session, monkeypatch):
    def open_it(country="gb"):
        shown = []
        monkeypatch.setattr(BinderDialog, "exec", partialmethod(keep, shown))
        monkeypatch.setattr(BinderDialog, "deleteLater", lambda dialog: None)
        output(country=country).preview_binder(session)
        return shown[0]

    return open_it


def test_the_binder_holds_every_statement_in_the_speaking_order(binder_of, session, tmp_path):
    rosa = session.people.save(Person(name="Rosa", part=Role.ASKS, contact="0123 456"))
    session.people.save(Person(name="Mum"))
    session.statements.save(STATEMENT)
    session.statements.save(Statement(text="Come home.", person_id=rosa.id, author="Rosa"))
    path = tmp_path / "binder.pdf"
    path.write_bytes(pdf_bytes(binder_of().sheet()))
    told = read(path, "-raw")
    assert told.index("Come home.") < told.index("Ash Lodge") < told.index("Supper is at six.")
    for words in ("999", "0123 456", "Samaritans", "One voice at a time", "Page 1 of"):
        assert words in told
    assert "furious" not in told
    assert " ".join(WORDS) in " ".join(re.sub(r"Page \d+ of \d+", "", told).split())
    assert all(font[-5] == "yes" for font in fonts(path))


def test_the_binder_has_the_numbers_and_the_paper_of_the_country(binder_of):
    dialog = binder_of(country="us")
    told = " ".join(each_text(dialog.sheet().content.blocks))
    assert dialog.sheet().paper == "letter"
    assert "988" in told
    assert "911" in told


def test_the_binder_takes_day_place_rules_and_treatment_from_the_plan(binder_of, session):
    blank = " ".join(each_text(binder_of().sheet().content.blocks))
    assert "Place: ___" in blank
    assert "One voice at a time" in blank
    session.people.save(Person(name="Ms Hall", part=Role.LEADS, contact="0777 1"))
    session.plan.save(
        replace(
            session.plan.only(Day),
            on=date(2026, 11, 28),
            hour="10:30",
            place="Nan's front room",
            rules="Phones off.\n\nNobody shouts.",
        )
    )
    session.plan.save(TreatmentPlace(name="Other place", phone="0555"))
    session.plan.save(TreatmentPlace(name="Ash Lodge", phone="0888 2", held=True))
    told = list(each_text(binder_of().sheet().content.blocks))
    assert {"Time: 10:30", "Place: Nan's front room", "Phones off.", "Nobody shouts."} <= set(told)
    assert any("2026" in line and line.startswith("Date: ") for line in told)
    assert {"Ms Hall", "0777 1", "Ash Lodge", "0888 2"} <= set(told)
    assert not any("___" in line or "Other place" in line for line in told)


def test_the_names_can_stay_out_of_the_binder(binder_of, session):
    session.statements.save(STATEMENT)
    dialog = binder_of()
    dialog.findChild(QCheckBox).click()
    told = list(each_text(dialog.sheet().content.blocks))
    assert "Mum" not in told
    assert "One of us" in told


def test_the_card_for_a_no_can_be_cue_cards_too(output, monkeypatch):
    shown = []
    monkeypatch.setattr(PaperDialog, "exec", partialmethod(keep, shown))
    monkeypatch.setattr(PaperDialog, "deleteLater", lambda dialog: None)
    output().preview_card(STATEMENT)
    dialog = shown[0]
    assert dialog.sheet().content.title == "If the answer is no"
    pick(dialog, "What to print", "Cue cards")
    assert [one.text for one in CardPages(dialog.sheet()).cards] == [STATEMENT.if_no]
