"""Commands that remake what the project keeps as data."""
