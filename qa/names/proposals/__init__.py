"""Names that a feed itself shows, proposed for a glossary."""
