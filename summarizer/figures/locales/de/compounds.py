"""What one German word says that has a number in it: zehntägig, drittgrößte, Milliardenpaket, Zweitligist.

The patterns take a word apart from its end; the number before it must be a number in full.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from summarizer.data import Kind
from summarizer.figures.lexeme import Lexeme, Role, Whole
from summarizer.figures.locale import Unit
from summarizer.figures.locales import shared
from summarizer.figures.locales.de.numbers import ORDINAL_STEMS, PARTS, SCALES, cardinal, ordinal, with_comma
from summarizer.figures.numbers import parts_of_one
from summarizer.figures.units import in_unit

D = Decimal

_SUFFIXED: Final = re.compile(
    r"(?P<stem>[a-zäöüß]+?)(?:"
    r"(?P<jahr>jährig(?:e[nrsm]?)?)|(?P<dauer>tägig|wöchig|monatig|stündig|minütig|sekündig)(?:e[nrsm]?)?"
    r"|(?P<kopf>köpfig)(?:e[nrsm]?)?|(?P<stellig>stellig)(?:e[nrsm]?)?"
    r"|(?P<fach>fach)(?:e[nrsm]?|er)?|(?P<mal>mal)(?:ig(?:e[nrsm]?)?)?"
    r"|(?P<frist>(?:jahres|jahre|tage|tages|wochen|monats|stunden|minuten)[a-zäöüß]*)|(?P<teilig>stöckig|geschossig|teilig|seitig|spurig|sprachig|türig|sitzig|stufig|gleisig|strahlig|motorig|dimensional|bändig|"
    r"zeilig|beinig|armig|gängig|zylindrig|zügig|klassig|reihig|silbig)(?:e[nrsm]?)?"
    r"|(?P<prozent>prozentig)(?:e[nrsm]?)?|(?P<erlei>erlei)"
    r"|(?P<einhalb>(?:und)?einhalb)|(?P<ens>ens)|(?P<er>er(?:n|jahren?)?)"
    r")"
)
_ORDINAL_ENDING: Final = re.compile(r"(?P<stem>[a-zäöüß]+?t)(?:e[nrsm]?)")
_SUPERLATIVE: Final = re.compile(
    r"(?P<stem>zweit|dritt|viert|fünft|sechst|siebt|acht|neunt|zehnt|elft|zwölft|zwanzigst)"
    r"(?P<rest>(?:letzt|größt|grösst|höchst|best|wichtigst|stärkst|längst|schnellst|reichst|ältest|jüngst|kleinst|meist|"
    r"niedrigst|schlechtest|häufigst|bevölkerungsreichst|mächtigst|schwerst|tiefst|teuerst|beliebtest|erfolgreichst|"
    r"hellst|nächst|bekanntest|schönst|schwächst|dickst|breitest|heißest|kältest|wärmst|trockenst|billigst|günstigst|"
    r"schlimmst|dümmst|weitest|kürzest|neuest|ärmst|beliebtest|klassig|rangig|plat?ziert|geboren)"
    r"(?:e[nrsm]?)?|liga[a-zäöü]*|ligen|ligist(?:en|in|innen)?|platzierte[nr]?)"
)
_LEADING_ORDINAL: Final = re.compile(
    r"(?P<stem>zweit|dritt)(?!ei|au|el|letzt|größt|höchst|stärkst|wichtigst|längst|best|größ|lig)[a-zäöü]{4,}"
)
"""Zweitwohnung, Drittstaat, zweitrangig; but not zweiteilig, zweitausend, Drittel."""
TRAILING_ORDINAL: Final = re.compile(
    r"(?:tabellen|gesamt|weltranglisten|ranglisten|liga|qualifikations)(?P<stem>erst|zweit|dritt|viert|fünft|sechst|siebt|acht|neunt|zehnt)e[rns]?"
)
_DURATION_UNITS: Final = {
    "tägig": "day",
    "wöchig": "week",
    "monatig": "month",
    "stündig": "hour",
    "minütig": "minute",
    "sekündig": "second",
}
_FRIST_UNITS: Final = {"jah": "year", "tag": "day", "woc": "week", "mon": "month", "stu": "hour", "min": "minute"}
_ROUNDS: Final = re.compile(r"(?P<part>sechzehntel|achtel|viertel|halb)final(?:e|s|es|en|ist(?:in|en|innen)?)")
_PART_UNIT: Final = re.compile(
    r"(?P<part>dreiviertel|viertel|halb)(?P<unit>stunde|stunden|jahr|jahre[ns]?|jahres|tag|tage|liter|milliarde|million|billion|mrd)"
)
_VAGUE_SCALES: Final = re.compile(r"(?P<multi>multi)?(?P<scale>millionen|milliarden|billionen)(?P<rest>[a-zäöüß]{3,})")
_VAGUE_TAIL_NOT: Final = ("st", "ste", "sten", "stel", "är", "äre", "ären", "ärs", "ärin")
_MAX_WORD: Final = 120
"""Longer words are no numbers: the longest below a million has 65 letters."""


def analyse(low: str, word: str) -> Lexeme | None:
    """What a word that begins like a number says: the number itself, or what it makes with the rest of the word."""
    if len(low) > _MAX_WORD:
        return None
    value = cardinal(low)
    if value is None and low.endswith(_INFLECTED_ONE) and len(low) > _LONGEST_ONE:  # tausendeiner
        value = cardinal(low[:-1])
    if value is not None:
        return Lexeme(Role.CARDINAL, D(value))
    if "komma" in low:
        decimal = with_comma(low)
        return None if decimal is None else Lexeme(Role.CARDINAL, decimal)
    return _scaled(low) or _suffixed(low, word) or _compound(low)


_INFLECTED_ONE: Final = ("eines", "einer", "einen", "einem")
_LONGEST_ONE: Final = 5


def _scaled(low: str) -> Lexeme | None:
    """Words that end in a scale or part: Dreiviertelmilliarde, zweidrittel, Viertelmillion, zweimillionen."""
    for part in ("dreiviertel", "zweidrittel", "viertel", "halb", "halbe"):
        if low.startswith(part) and low[len(part) :] in SCALES:
            share = {"dreiviertel": D("0.75"), "zweidrittel": D(2) / 3, "viertel": D("0.25")}.get(part, D("0.5"))
            return Lexeme(Role.MIXED, share * SCALES[low[len(part) :]])
    if low.endswith(("tel", "teln", "tels")):
        stem = low.removesuffix("n").removesuffix("s")
        if stem in PARTS:
            return Lexeme(Role.FRACTION, PARTS[stem])
        for part, share in PARTS.items():
            head = low.removesuffix(part)
            if head != low and (count := cardinal(head)) is not None and count > 1:
                return Lexeme(Role.FULL, None, Whole(Kind.FRACTION, parts_of_one(D(count), share)))
        if stem.endswith("tel") and (below := ordinal(stem[:-2])) is not None and below > 2:
            return Lexeme(Role.FRACTION, D(1) / below)
    return None


def _suffixed(low: str, word: str) -> Lexeme | None:
    match = _SUFFIXED.fullmatch(low)
    if match is not None:
        found = _by_suffix(match, word)
        if found is not None:
            return found
    match = _ORDINAL_ENDING.fullmatch(low)
    if match is not None and (value := ordinal(match["stem"])) is not None:
        return Lexeme(Role.ORDINAL, D(value), word)
    return None


def _by_suffix(match: re.Match[str], word: str) -> Lexeme | None:
    stem, group = match["stem"], match.lastgroup
    if group == "einhalb":
        whole = cardinal(stem)
        return None if whole is None else Lexeme(Role.MIXED, whole + D("0.5"))
    if group == "ens":
        place = ordinal(stem)
        return None if place is None else Lexeme(Role.FULL, None, Whole(Kind.ORDINAL, D(place)))
    half = D("0.5") if stem.endswith("einhalb") else D(0)
    base = stem.removesuffix("einhalb").removesuffix("und") if half else stem
    number = cardinal(base)
    if number is None:
        return None
    value = number + half
    if group == "er":
        return _decade(number, word)
    if group == "jahr":
        return Lexeme(Role.FULL, None, Whole(Kind.AGE, value, "year"))
    if group == "dauer":
        return Lexeme(Role.FULL, None, Whole(Kind.DURATION, value, _DURATION_UNITS[match["dauer"]]))
    if group == "frist":
        return (
            Lexeme(Role.FULL, None, Whole(Kind.DURATION, value, _FRIST_UNITS[match["frist"][:3]]))
            if number > 1
            else None
        )
    if group == "prozent":
        return Lexeme(Role.FULL, None, Whole(Kind.PERCENT, value, "%"))
    if group == "mal":
        return Lexeme(Role.MULTIPLE, value) if number > 0 and stem not in ("ein", "eine", "eins") else None
    if number == 1:
        return None
    return _counted(group, value, number)


def _counted(group: str | None, value: Decimal, number: int) -> Lexeme | None:
    if group == "fach":
        return Lexeme(Role.MULTIPLE, value)
    if group == "stellig":
        if number > 30:
            return None
        low = D(10) ** (number - 1)
        return Lexeme(Role.FULL, None, Whole(Kind.VAGUE, None, None, low, low * 10 - 1))
    noun = "Personen" if group == "kopf" else None
    return Lexeme(Role.FULL, None, Whole(Kind.COUNT, value, None, None, None, noun))


def _decade(number: int, word: str) -> Lexeme | None:
    """Neunziger, Neunzigerjahre; "zwanziger" as an adjective too."""
    if number % 10 or not 20 <= number <= 90:
        return None
    if word.lower().endswith(("jahre", "jahren")):
        return Lexeme(Role.FULL, None, Whole(Kind.DECADE, f"19{number // 10}"))
    return Lexeme(Role.ORDINAL, D(number), "decade")


def _compound(low: str) -> Lexeme | None:
    match = _LEADING_ORDINAL.fullmatch(low)
    if match is not None:
        return Lexeme(Role.FULL, None, Whole(Kind.ORDINAL, D(ORDINAL_STEMS[match["stem"]])))
    match = _SUPERLATIVE.fullmatch(low)
    if match is not None:
        value = D(ordinal(match["stem"]) or 0)
        return Lexeme(Role.FULL, None, Whole(Kind.ORDINAL, -value if match["rest"].startswith("letzt") else value))
    match = _ROUNDS.fullmatch(low)
    if match is not None:
        return Lexeme(Role.FULL, None, Whole(Kind.DESIGNATION, shared.DOUBLE_ROUNDS[match["part"]]))
    match = _PART_UNIT.fullmatch(low)
    if match is not None and (unit := _PART_UNITS.get(match["unit"].rstrip("ens"))) is not None:
        share = {"dreiviertel": D("0.75"), "viertel": D("0.25"), "halb": D("0.5")}[match["part"]]
        if match["unit"].startswith("jahr") and match["part"] == "halb":
            return Lexeme(Role.PERIOD, D("0.5"), "H")
        amount, code = in_unit(share, Unit(*unit))
        return Lexeme(Role.FULL, None, Whole(unit[0], amount, code))
    if low.startswith("zweidrittelmehrheit"):
        return Lexeme(Role.FULL, None, Whole(Kind.FRACTION, D(2) / 3))
    match = _VAGUE_SCALES.fullmatch(low)
    if match is not None and not match["rest"].startswith(_VAGUE_TAIL_NOT):
        scale = D(SCALES[match["scale"]])
        return Lexeme(Role.VAGUE, scale, Whole(Kind.VAGUE, None, None, scale, scale * 1000 - 1))
    return None


_PART_UNITS: Final = {
    "stund": (Kind.DURATION, "hour"), "jahr": (Kind.DURATION, "year"), "tag": (Kind.DURATION, "day"),
    "lit": (Kind.VOLUME, "l"),
    "liter": (Kind.VOLUME, "l"),
}  # fmt: skip
