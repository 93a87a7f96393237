"""How a lesson looks on the screen, drawn from the theme in force."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetricsF

from familysupport.ui.kit.theme import current_theme, margin, scaled

TEXT_PX = 17
LONGEST_LINE = 65
_SAMPLE = "The quick brown fox jumps over the lazy dog, and then it rests a while here. "


def text_font(base: QFont) -> QFont:
    """Return the face of running text at the size in force."""
    font = QFont(base)
    font.setPixelSize(scaled(TEXT_PX))
    return font


def line_width(base: QFont) -> float:
    """Return the width of the longest line that is still easy to read."""
    metrics = QFontMetricsF(text_font(base))
    return metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE) * LONGEST_LINE


def style_sheet() -> str:
    """Return the style sheet of the text view."""
    theme = current_theme()
    return f"""
    body, p, li, td, th {{ color: {theme.ink}; font-size: {scaled(TEXT_PX)}px; }}
    p {{ margin-top: 0; margin-bottom: {scaled(13)}px; line-height: 142%; }}
    li {{ margin-bottom: {scaled(7)}px; line-height: 138%; }}
    ul, ol {{ margin-top: 0; margin-bottom: {scaled(13)}px; }}
    h1 {{ font-size: {scaled(28)}px; font-weight: 600; margin-top: 2px;
      margin-bottom: {scaled(12)}px; color: {theme.ink}; }}
    h2 {{ font-size: {scaled(20)}px; font-weight: 600; margin-top: {scaled(22)}px;
      margin-bottom: {scaled(8)}px; color: {theme.ink}; }}
    h3 {{ font-size: {scaled(16)}px; font-weight: 600; margin-top: 0;
      margin-bottom: {scaled(6)}px; color: {theme.ink}; }}
    a {{ color: {theme.teal}; text-decoration: underline; }}
    a.mark {{ color: {theme.muted}; text-decoration: none;
      font-size: {scaled(17)}px; }}
    sup {{ font-size: {scaled(17)}px; color: {theme.muted}; }}
    p.small, li.small, p.caption {{ color: {theme.muted}; font-size: {scaled(14)}px;
      margin-right: {margin(105)}px; }}
    p.small a {{ font-size: {scaled(14)}px; }}
    p.picture {{ margin-bottom: 4px; line-height: 100%; }}
    p.aside {{ color: {theme.muted}; }}
    blockquote.quote {{ margin-left: {scaled(18)}px; margin-right: {scaled(18)}px;
      margin-top: 4px; margin-bottom: 4px; font-style: italic; }}
    table.box {{ background-color: {theme.teal_soft}; border: 1px solid {theme.teal_soft};
      margin-top: {scaled(12)}px; margin-bottom: {scaled(16)}px; }}
    table.note {{ background-color: {theme.amber_soft}; border: 1px solid {theme.amber};
      margin-bottom: {scaled(14)}px; }}
    table.today {{ background-color: {theme.card}; border: 1px solid {theme.teal};
      margin-top: {scaled(20)}px; margin-bottom: {scaled(16)}px; }}
    table.table {{ border-collapse: collapse; border: 1px solid {theme.edge};
      margin-top: 4px; margin-bottom: {scaled(16)}px; background-color: {theme.card}; }}
    th {{ background-color: {theme.sand}; text-align: left; font-weight: 600; }}
    """
