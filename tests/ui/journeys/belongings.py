"""What a family keeps, one of each kind, all of it with one word that can be searched for."""

from __future__ import annotations

from familysupport.clock import Clock
from familysupport.journal.files import NewFile
from familysupport.journal.finding_store import SavedSearch
from familysupport.journal.model import Entry, Kind, Template
from familysupport.prepare.answers import Objection
from familysupport.prepare.model import Person
from familysupport.recovery.model import Appointment, Contact, Habit, Limit, Sign
from familysupport.rehearse.loved import Loved
from familysupport.rehearse.take import Recording
from familysupport.session import Session
from familysupport.statements.model import Statement


def fill(session: Session, clock: Clock, mark: str) -> None:
    """Put `mark` into each kind of thing that a family keeps."""
    now = clock.now()
    session.people.save(Person(name=mark))
    letter = session.statements.save(Statement(author=mark, text=f"I love you, {mark}."))
    session.statements.keep_version(letter, mark)
    session.statements.add_word(mark)
    session.plan.save(Objection(heard=mark, words=mark))
    session.rehearse.keep_loved(Loved(name=mark, you=mark))
    entry = session.journal.save(Entry(0, now, Kind.VISIT, title=mark, text=mark, tags=(mark,)))
    session.files.save(entry.id, NewFile(f"{mark}.txt", "text/plain", mark.encode()))
    session.journal.templates.save(Template(0, mark, Kind.FREE, mark))
    session.finding.save_search(SavedSearch(0, mark, mark))
    session.for_me.save_page("crisis-plan", {"signs": mark})
    today = clock.today()
    session.recovery.save(Habit(name=mark))
    session.recovery.save(Limit(words=mark, since=today))
    session.recovery.save(Sign(day=today, note=mark))
    session.recovery.save(Contact(name=mark))
    session.recovery.save(Appointment(day=today, who=mark))
    recording = Recording(0, letter.id, now, 1.0, mark)
    session.recordings.save(recording, mark.encode() * 99)
