"""Stretches of a text and what stands around them; forms as they are looked up, spellings as they are written."""
