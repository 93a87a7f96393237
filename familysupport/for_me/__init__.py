"""The writer's own wellbeing: a short check-in, a plan for hard days, a look back."""
