"""Words of ours: resources read into frozen objects."""
