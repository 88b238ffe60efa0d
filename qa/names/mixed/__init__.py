"""One name written in two ways, in a document or between the documents of a run."""
