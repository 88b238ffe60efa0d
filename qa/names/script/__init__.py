"""How names are written: letter tables, syllables and characters, and alignment with Latin letters."""
