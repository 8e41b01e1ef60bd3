"""Guides in other languages: `content/exercises/<id>.<language>.md` and the words of `content/languages.toml`."""
