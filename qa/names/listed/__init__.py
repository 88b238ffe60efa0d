"""Forms of the glossary that a text has, inflected as its language inflects."""
