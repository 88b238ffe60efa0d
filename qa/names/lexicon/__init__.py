"""The glossary made ready: keys, an index on disk and in memory, its entries as one target language has them."""
