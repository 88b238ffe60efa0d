"""Reviewed data that travels with the package."""
