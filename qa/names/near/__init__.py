"""How near a spelling that nobody listed comes to a name, by which route, and what else it may be."""
