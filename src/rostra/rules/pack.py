"""A language pack is a folder of data files; a language is added by adding a folder."""

from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable

from rostra.kernel import EngineError
from rostra.rules.actors import ActorWords, load_actors
from rostra.rules.attitudes import Attitudes, load_attitudes
from rostra.rules.claimwords import (
    ClaimCue,
    ClaimWords,
    Figures,
    load_claim_cues,
    load_claim_words,
    load_figures,
)
from rostra.rules.cues import Cues, load_cues
from rostra.rules.dates import DateWords, load_dates
from rostra.rules.equipment_words import EquipmentWords, load_equipment_words
from rostra.rules.frames import Frame, load_frames
from rostra.rules.nations import NationWords, load_nations
from rostra.rules.numbers import NumberWords, load_numbers
from rostra.rules.predicting import PredictingWords, load_predicting
from rostra.rules.signalling import SignallingWords, load_signalling
from rostra.rules.speakers import SpeakerWords, load_speaker_words
from rostra.rules.transcripts import TranscriptWords, load_transcript_words
from rostra.rules.units import UnitWords, load_units
from rostra.rules.words import Words, load_words


class LanguagePack:
    """The knowledge of one language. Each part is read from its file when it is first asked for."""

    def __init__(self, lang: str, folder: Traversable) -> None:
        self.lang = lang
        self.folder = folder

    @cached_property
    def words(self) -> Words:
        """Closed classes and abbreviations (`words.toml`)."""
        return load_words(self.folder / "words.toml")

    @cached_property
    def equipment(self) -> EquipmentWords:
        """Nouns for arms and their modifiers (`equipment.toml`)."""
        return load_equipment_words(self.folder / "equipment.toml")

    @cached_property
    def cues(self) -> Cues:
        """Reporting verbs, prepositions and nouns with the words around them (`cues.toml`)."""
        return load_cues(self.folder / "cues.toml")

    @cached_property
    def attitudes(self) -> Attitudes:
        """Verbs of attitude, for backends that parse (`attitudes.toml`)."""
        return load_attitudes(self.folder / "attitudes.toml")

    @cached_property
    def signalling(self) -> SignallingWords:
        """Words that show arms, set terms or demand something (`signalling.toml`)."""
        return load_signalling(self.folder / "signalling.toml")

    @cached_property
    def predicting(self) -> PredictingWords:
        """Words by which a text foresees more or less of a military act (`predicting.toml`)."""
        return load_predicting(self.folder / "predicting.toml")

    @cached_property
    def speaker_words(self) -> SpeakerWords:
        """Pronouns, roles, bodies and anonymous sources that stand for a speaker (`speakers.toml`)."""
        return load_speaker_words(self.folder / "speakers.toml")

    @cached_property
    def transcript_words(self) -> TranscriptWords:
        """Headings of the turns of a transcript (`transcripts.toml`)."""
        return load_transcript_words(self.folder / "transcripts.toml")

    @cached_property
    def frames(self) -> tuple[Frame, ...]:
        """Claim frames (`frames/`, a file for each type)."""
        return load_frames(self.folder / "frames")

    @cached_property
    def claim_words(self) -> ClaimWords:
        """The words around a claim (`claims.toml`)."""
        return load_claim_words(self.folder / "claims.toml")

    @cached_property
    def claim_cues(self) -> tuple[ClaimCue, ...]:
        """What makes a fact planned, possible, denied or negated (`modality.toml`)."""
        return load_claim_cues(self.folder / "modality.toml")

    @cached_property
    def claim_figures(self) -> Figures:
        """What the figures of a weapon measure (`figures.toml`)."""
        return load_figures(self.folder / "figures.toml")

    @cached_property
    def nations(self) -> NationWords:
        """Names of states and their people (`countries.toml`)."""
        return load_nations(self.folder / "countries.toml")

    @cached_property
    def actors(self) -> ActorWords:
        """Titles, heads of organisations, formations and drills (`actors.toml`)."""
        return load_actors(self.folder / "actors.toml")

    @cached_property
    def numbers(self) -> NumberWords:
        """Number words, modifiers and ranges (`numbers.toml`)."""
        return load_numbers(self.folder / "numbers.toml")

    @cached_property
    def dates(self) -> DateWords:
        """Month and day names, relative phrases (`dates.toml`)."""
        return load_dates(self.folder / "dates.toml")

    @cached_property
    def units(self) -> UnitWords:
        """Names of units, money and counted nouns (`units.toml`)."""
        return load_units(self.folder / "units.toml")


def _packs() -> Traversable:
    return files("rostra.rules") / "packs"


@cache
def known_languages() -> tuple[str, ...]:
    """Languages that have a pack, in alphabetical order. A folder without `words.toml` holds names alone."""
    return tuple(sorted(folder.name for folder in _packs().iterdir() if (folder / "words.toml").is_file()))


@cache
def language_pack(lang: str) -> LanguagePack:
    """The pack of a language (BCP 47 primary subtag). Raises EngineError for a language without one."""
    if lang not in known_languages():
        known = ", ".join(known_languages())
        raise EngineError(
            f"no language pack for {lang!r}", remedy=f"known languages: {known}; name one with --lang"
        )
    return LanguagePack(lang, _packs() / lang)
