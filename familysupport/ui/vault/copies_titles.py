"""The names of the tables, as headings of what goes out to be read."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def table_titles() -> dict[str, str]:
    """Return a heading for each table that holds words of people."""
    return {
        "journal_entries": _tr("Journal"),
        "journal_files": _tr("Journal: photos and files"),
        "journal_pages": _tr("Journal: the plan for a return to use"),
        "journal_versions": _tr("Journal: earlier versions"),
        "journal_templates": _tr("Journal: own templates"),
        "journal_searches": _tr("Journal: kept searches"),
        "statements": _tr("Statements"),
        "statement_versions": _tr("Statements: earlier versions"),
        "statement_words": _tr("Statements: words added to the spelling"),
        "statement_choices": _tr("Statements: choices"),
        "statement_left": _tr("Statements: notes left alone"),
        "people": _tr("Prepare: people"),
        "plan_items": _tr("Prepare: the plan"),
        "rehearse_readings": _tr("Rehearse: readings aloud"),
        "rehearse_recordings": _tr("Rehearse: recordings"),
        "rehearse_talks": _tr("Rehearse: practice talks"),
        "rehearse_meeting": _tr("Rehearse: the meeting under way"),
        "rehearse_loved": _tr("Rehearse: whom one practices for"),
        "rehearse_prepared": _tr("Rehearse: how prepared one felt"),
        "recovery_stays": _tr("After treatment has started: in treatment and at home"),
        "recovery_milestones": _tr("After treatment has started: milestones"),
        "recovery_habits": _tr("After treatment has started: weekly habits"),
        "recovery_habit_days": _tr("After treatment has started: days of the habits"),
        "recovery_limits": _tr("After treatment has started: limits"),
        "recovery_limit_weeks": _tr("After treatment has started: weeks of the limits"),
        "recovery_steps": _tr("After treatment has started: the first 90 days"),
        "recovery_signs": _tr("After treatment has started: warning signs"),
        "recovery_supplies": _tr("After treatment has started: medicines and naloxone"),
        "recovery_appointments": _tr("After treatment has started: appointments"),
        "recovery_people": _tr("After treatment has started: people to call"),
        "for_me_check_ins": _tr("For me: check-ins"),
        "for_me_pages": _tr("For me: pages"),
        "for_me_reminders": _tr("For me: reminders"),
        "learn_notes": _tr("Learn: notes"),
        "learn_bookmarks": _tr("Learn: bookmarks"),
        "emergency_times": _tr("Emergency: times that were kept"),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("CopiesTitles", text)
