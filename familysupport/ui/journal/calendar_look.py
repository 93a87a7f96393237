"""How a mood looks: a colour between amber and teal, and a sign that needs no colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from familysupport.journal.model import Mood
from familysupport.ui.kit.theme import Theme, current_theme

_TONES = {  # how much of the tone lies on the card, in light and in dark themes
    Mood.VERY_HARD: ("amber", 0.6, 0.76),
    Mood.HARD: ("amber", 0.34, 0.4),
    Mood.MIXED: ("muted", 0.28, 0.28),
    Mood.STEADY: ("teal", 0.38, 0.38),
    Mood.GOOD: ("teal", 0.88, 0.8),
}

_ROOM_FOR_SIGN = 8


def mood_colour(mood: Mood | None) -> QColor:
    """Return the ground of a mood; without one it is that of an empty place."""
    theme = current_theme()
    if mood is None:
        return QColor(theme.sand)
    tone, light, dark = _TONES[mood]
    share = dark if theme.dark else light
    return blended(QColor(theme.card), QColor(getattr(theme, tone)), share)


def mood_block(painter: QPainter, room: QRectF, mood: Mood | None) -> None:
    """Draw a field in the colour of a mood, with its sign where there is room."""
    ground = mood_colour(mood) if mood else QColor(current_theme().card)
    _paint_block(painter, room, ground)
    if mood and room.height() >= _ROOM_FOR_SIGN:
        paint_sign(painter, room, mood)


def energy_block(painter: QPainter, room: QRectF, place: int) -> None:
    """Draw a field for an amount of energy, 0 to 4: the more there was, the fuller and bluer."""
    theme = current_theme()
    ground = blended(QColor(theme.card), QColor(theme.blue), 0.1 + 0.2 * place)
    _paint_block(painter, room, ground)
    if room.height() >= _ROOM_FOR_SIGN:
        painter.setPen(QPen(ink_on(ground), 1.4))
        gap = min(3.5, room.height() / 7)
        for line in range(place + 1):
            y = room.center().y() + (place / 2 - line) * gap
            half = QPointF(room.width() * 0.2, 0)
            middle = QPointF(room.center().x(), y)
            painter.drawLine(middle - half, middle + half)


def _paint_block(painter: QPainter, room: QRectF, ground: QColor) -> None:
    painter.setPen(QPen(QColor(current_theme().edge), 1))
    painter.setBrush(ground)
    painter.drawRoundedRect(room, 2, 2)


def ink_on(ground: QColor, theme: Theme | None = None) -> QColor:
    """Return the colour for words on `ground`, the lighter or the darker of the theme's two."""
    theme = theme or current_theme()
    choices = (QColor(theme.ink), QColor(theme.card))
    return max(choices, key=lambda one: _contrast(one, ground))


def blended(under: QColor, over: QColor, share: float) -> QColor:
    """Return `over` laid on `under` as if it were as thick as `share`."""
    pairs = (
        (under.red(), over.red()),
        (under.green(), over.green()),
        (under.blue(), over.blue()),
    )
    return QColor(*(round(low + (high - low) * share) for low, high in pairs))


def paint_sign(painter: QPainter, room: QRectF, mood: Mood) -> None:
    """Draw the sign of a mood: a cross, a stroke, a dot, a line across, a ring."""
    ink = ink_on(mood_colour(mood))
    size = min(room.width(), room.height()) * 0.26
    spot = room.center()
    painter.save()
    painter.setPen(QPen(ink, max(1.2, size * 0.36), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    down = QPointF(size, size)
    if mood in (Mood.VERY_HARD, Mood.HARD):
        painter.drawLine(spot - down, spot + down)
    if mood is Mood.VERY_HARD:
        painter.drawLine(spot + QPointF(-size, size), spot + QPointF(size, -size))
    elif mood is Mood.MIXED:
        painter.setBrush(ink)
        painter.drawEllipse(spot, size * 0.4, size * 0.4)
    elif mood is Mood.STEADY:
        painter.drawLine(spot - QPointF(size, 0), spot + QPointF(size, 0))
    elif mood is Mood.GOOD:
        painter.drawEllipse(spot, size, size)
    painter.restore()


def _contrast(one: QColor, other: QColor) -> float:
    high, low = sorted((_light(one), _light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _light(colour: QColor) -> float:
    parts = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
