"""What a source asks for: its names, the surnames that stand for them, and whose they are."""
