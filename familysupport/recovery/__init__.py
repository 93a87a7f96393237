"""Support after treatment has started: days, limits, signs, dates."""
