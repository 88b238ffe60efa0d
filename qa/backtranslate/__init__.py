"""Back-translation: backends that translate and score, and round trips over documents."""
