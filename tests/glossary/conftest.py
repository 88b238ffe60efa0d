"""Settings of the property tests: how long an example takes says nothing about whether it holds."""

from hypothesis import settings

settings.register_profile("glossary", deadline=None, max_examples=60)
settings.load_profile("glossary")
