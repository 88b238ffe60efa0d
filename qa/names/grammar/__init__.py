"""How names inflect: tables of endings, dictionaries, cases and how an inflected form is dressed."""
