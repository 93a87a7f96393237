"""Emergency on paper: a fridge card, a sheet of two pages, a card for the wallet."""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import Literal

from familysupport.content.emergency import (
    CountryNumbers,
    EmergencyContent,
    Paper,
    Part,
    PhoneNumber,
)
from familysupport.documents.html import INK, LINE, MUTED
from familysupport.emergency.numbers import lines_for, of_kinds, spoken_for

PaperName = Literal["fridge", "sheet", "wallet"]
PAPERS: tuple[PaperName, ...] = ("fridge", "sheet", "wallet")

_ON_LETTER = ("us", "ca")
_KINDS = ("emergency", "crisis", "drugs", "poison", "violence")
_FEW_KINDS = ("emergency", "crisis", "poison")
# These lines differ by region and for women and men, so the fridge card names them all.
_ALL_OF = ("violence",)
_WALLET_KINDS = ("emergency", "crisis", "poison", "violence")
_RULE_LONG = "&nbsp;" * 62
_RULE_SHORT = "&nbsp;" * 34
_HALF_WIDE = 320
_PADDING = 7
_TINY_PT = 7.5


def paper_for(numbers: CountryNumbers) -> Literal["letter", "a4"]:
    """Return the paper that printers of the country hold."""
    return "letter" if numbers.id in _ON_LETTER else "a4"


def paper_html(
    name: PaperName, content: EmergencyContent, numbers: CountryNumbers, font_pt: int
) -> str:
    """Return one of the papers; `font_pt` is the size of its plain words."""
    if name == "wallet":
        return wallet_card(content, numbers)
    return (fridge_card if name == "fridge" else overdose_sheet)(content, numbers, font_pt)


def fridge_card(content: EmergencyContent, numbers: CountryNumbers, font_pt: int) -> str:
    """Return one page for the fridge, its steps large enough to be read from afar."""
    paper = content.papers.fridge
    body = (
        _title(paper.title, font_pt),
        _steps(content, numbers, font_pt),
        _numbers(content, _chosen(numbers, _KINDS, _ALL_OF), numbers.name, font_pt),
        _blanks(paper, font_pt),
        _checked(content),
    )
    return _page(body, font_pt)


def overdose_sheet(content: EmergencyContent, numbers: CountryNumbers, font_pt: int) -> str:
    """Return two pages: the steps with the numbers, and what helps with the steps."""
    paper = content.papers.sheet
    parts = {part.id: part for part in content.overdose.part}
    small = font_pt - 1
    front = (_run_in(parts[name], numbers, small) for name in paper.front)
    back = (_run_in(parts[name], numbers, small) for name in paper.back)
    body = (
        _title(paper.title, font_pt),
        _steps(content, numbers, font_pt - 2),
        _numbers(content, _chosen(numbers, _FEW_KINDS), numbers.name, font_pt),
        _blanks(paper, font_pt),
        *front,
        '<p style="page-break-before: always; margin: 0; font-size: 1pt;">&nbsp;</p>',
        *back,
        _checked(content),
    )
    return _page(body, font_pt)


def wallet_card(content: EmergencyContent, numbers: CountryNumbers) -> str:
    """Return a card of 170 by 54 mm, to be cut out and folded in the middle to 85 by 54 mm."""
    paper = content.papers.wallet
    steps = "".join(
        _line(f"<b>{place}. {_safe(step.title, numbers)}</b> {_safe(step.text, numbers)}", _TINY_PT)
        for place, step in enumerate(content.overdose.step, 1)
    )
    calls = "".join(
        _line(f"{html.escape(one.name)}: <b>{_unbroken(one.number)}</b>", _TINY_PT)
        for one in _chosen(numbers, _WALLET_KINDS)
    )
    blanks = "".join(
        _line(f"{html.escape(name)}: <u>{_RULE_SHORT}</u>", _TINY_PT, 6) for name in paper.blanks
    )
    left = _line(f"<b>{html.escape(paper.title)}</b>", 8) + steps
    right = _line(f"<b>{html.escape(numbers.name)}</b>", 8) + calls + blanks
    half = f'width="{_HALF_WIDE}" valign="top"'
    table = (
        f'<table width="{2 * _HALF_WIDE}" border="1" cellspacing="0" cellpadding="{_PADDING}"'
        f' style="border-style: dashed; border-color: {LINE}; border-collapse: collapse;">'
        f"<tr><td {half}>{left}</td><td {half}>{right}</td></tr></table>"
    )
    return _page((table, _note(content.papers.wallet.about), _checked(content)), 9)


def _page(body: Iterable[str], font_pt: int) -> str:
    style = f"body {{ font-size: {font_pt}pt; color: {INK}; }}"
    return f"<html><head><style>{style}</style></head><body>{''.join(body)}</body></html>"


def _title(text: str, font_pt: int) -> str:
    size = round(font_pt * 1.9)
    style = f"font-size: {size}pt; font-weight: 600; margin: 0 0 {font_pt // 2}px 0;"
    return f'<h1 style="{style}">{html.escape(text)}</h1>'


def _steps(content: EmergencyContent, numbers: CountryNumbers, font_pt: int) -> str:
    large, plain = round(font_pt * 1.5), round(font_pt * 1.3)
    rows = (
        f'<tr><td width="40" align="center" valign="middle" bgcolor="{INK}">'
        f'<span style="font-size: {large}pt; font-weight: 600; color: #ffffff;">{place}</span></td>'
        f'<td><span style="font-size: {large}pt; font-weight: 600;">'
        f"{_safe(step.title, numbers)}</span><br>"
        f'<span style="font-size: {plain}pt;">{_safe(step.text, numbers)}</span></td></tr>'
        for place, step in enumerate(content.overdose.step, 1)
    )
    return _table(rows, max(3, font_pt // 4)) + _gap(font_pt)


def _numbers(
    content: EmergencyContent, chosen: tuple[PhoneNumber, ...], country: str, font_pt: int
) -> str:
    rows = (
        f'<tr><td><span style="font-size: {round(font_pt * 1.2)}pt; font-weight: 600;">'
        f"{_unbroken(one.number)}</span></td>"
        f"<td>{html.escape(_called(one, content))}</td><td>{html.escape(one.hours)}</td></tr>"
        for one in chosen
    )
    name = f"{content.papers.numbers}: {country}"
    style = f"font-size: {round(font_pt * 1.2)}pt; font-weight: 600; margin: 0 0 4px 0;"
    return f'<h3 style="{style}">{html.escape(name)}</h3>{_table(rows, 2)}{_gap(font_pt)}'


def _called(one: PhoneNumber, content: EmergencyContent) -> str:
    return f"{one.name} ({content.papers.unsure})" if one.status == "recheck" else one.name


def _chosen(
    numbers: CountryNumbers, kinds: tuple[str, ...], all_of: tuple[str, ...] = ()
) -> tuple[PhoneNumber, ...]:
    """Return for each kind its first number, or all of them; those that are confirmed first."""
    found: list[PhoneNumber] = []
    for kind in kinds:
        every = of_kinds(numbers, (kind,))
        sure = tuple(one for one in every if one.status == "listed") or every
        found.extend(sure if kind in all_of else sure[:1])
    return tuple(found)


def _blanks(paper: Paper, font_pt: int) -> str:
    return "".join(
        _line(f"{html.escape(name)}: <u>{_RULE_LONG}</u>", font_pt, font_pt // 2)
        for name in paper.blanks
    )


def _run_in(part: Part, numbers: CountryNumbers, font_pt: int) -> str:
    title = spoken_for(part.title, numbers)
    end = "" if title[-1] in "?.!" else "."
    words = html.escape(" ".join(lines_for(part.lines, numbers)))
    return _line(f"<b>{html.escape(title)}{end}</b> {words}", font_pt, font_pt - 4, 114)


def _checked(content: EmergencyContent) -> str:
    return _note(content.papers.checked.format(date=content.papers.checked_on.isoformat()))


def _note(text: str) -> str:
    style = f"font-size: 9pt; color: {MUTED};"
    return _line(f'<span style="{style}">{html.escape(text)}</span>', 9, 6)


def _table(rows: Iterable[str], padding: int) -> str:
    return (
        f'<table width="100%" border="1" cellspacing="0" cellpadding="{padding}"'
        f' style="border-collapse: collapse; border-style: solid; border-color: {LINE};">'
        f"{''.join(rows)}</table>"
    )


def _gap(font_pt: int) -> str:
    return f'<p style="margin: 0; font-size: {font_pt // 2}pt;">&nbsp;</p>'


def _line(inner: str, size: float, above: int = 0, height: int = 100) -> str:
    style = f"margin: {above}px 0 0 0; line-height: {height}%;"
    # Qt gives <b> the size of the page, whatever the size of the paragraph.
    bold = f'<span style="font-size: {size}pt; font-weight: 600;">'
    sized = inner.replace("<b>", bold).replace("</b>", "</span>")
    return f'<p style="{style}"><span style="font-size: {size}pt;">{sized}</span></p>'


def _safe(text: str, numbers: CountryNumbers) -> str:
    return html.escape(spoken_for(text, numbers))


def _unbroken(number: str) -> str:
    """Return a number that no line end cuts in two."""
    return html.escape(number).replace(" ", "&nbsp;").replace("-", "&#8209;")
