"""How a target says what its source names: by a spelling, in other words, in part, by a people or an adjective."""
