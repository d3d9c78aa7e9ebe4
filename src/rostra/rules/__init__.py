"""Language packs: the words of reporting, counting and arms in each language, as data with examples."""

from rostra.rules.pack import LanguagePack, known_languages, language_pack

__all__ = ["LanguagePack", "known_languages", "language_pack"]
