"""The widgets of the feature with the same name."""
