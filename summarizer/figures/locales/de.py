# ruff: noqa: E501 - tables, one group of words a row
"""German: number words, units, months, qualifiers, and what single compound words say.

Numbers are one word in German ("zweihundertfünfunddreißigtausend"), and they open many others ("zehntägig",
"drittgrößte", "Milliardenpaket", "Zweitligist"). `classify` takes a word apart exactly: it is read only if all of it is
understood, so "Achtung", "Elfenbein" and "Dreifaltigkeit" are nothing. It is asked once for each distinct word.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Final

from summarizer.data import Kind, Qualifier
from summarizer.figures import numerals
from summarizer.figures.feasts import Feast
from summarizer.figures.lexeme import Lexeme, Role, Whole
from summarizer.figures.locale import Locale, Unit, Worth, by_first_word, wordset
from summarizer.figures.locales import currencies, shared
from summarizer.figures.numbers import parts_of_one
from summarizer.figures.units import in_unit

D = Decimal

_UNITS: Final = {
    "null": 0, "ein": 1, "eins": 1, "eine": 1, "zwei": 2, "zwo": 2, "drei": 3, "vier": 4, "fünf": 5, "fuenf": 5,
    "sechs": 6,
    "sieben": 7, "acht": 8, "neun": 9,
}  # fmt: skip
_DIGIT_WORDS: Final = tuple(sorted(_UNITS, key=len, reverse=True))
_TEENS: Final = {
    "zehn": 10, "elf": 11, "zwölf": 12, "zwoelf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "fuenfzehn": 15,
    "sechzehn": 16, "siebzehn": 17, "achtzehn": 18, "neunzehn": 19,
}  # fmt: skip
_TENS: Final = {
    "zwanzig": 20, "dreißig": 30, "dreissig": 30, "vierzig": 40, "fünfzig": 50, "fuenfzig": 50, "sechzig": 60,
    "siebzig": 70, "achtzig": 80, "neunzig": 90,
}  # fmt: skip
SCALES: Final = {
    "million": 10**6, "millionen": 10**6, "milliarde": 10**9, "milliarden": 10**9, "billion": 10**12,
    "billionen": 10**12,
    "billiarde": 10**15, "billiarden": 10**15, "trillion": 10**18, "trillionen": 10**18, "trilliarde": 10**21,
    "trilliarden": 10**21,
}  # fmt: skip
_ABBREVIATED: Final = {
    "mio": 10**6, "mill": 10**6, "mrd": 10**9, "mia": 10**9, "md": 10**9, "bio": 10**12, "tsd": 1000, "td": 1000,
    "tsd.": 1000,
}  # fmt: skip
_ORDINAL_STEMS: Final = {"erst": 1, "zweit": 2, "dritt": 3, "siebt": 7, "siebent": 7, "acht": 8}
_BIG_STEMS: Final = {"million": 10**6, "milliard": 10**9, "billion": 10**12}
_PARTS: Final = {
    "halb": D(1) / 2, "drittel": D(1) / 3, "viertel": D(1) / 4, "fünftel": D(1) / 5, "sechstel": D(1) / 6,
    "siebtel": D(1) / 7, "achtel": D(1) / 8, "neuntel": D(1) / 9, "zehntel": D(1) / 10, "zwanzigstel": D(1) / 20,
    "hundertstel": D(1) / 100, "tausendstel": D(1) / 1000,
}  # fmt: skip
_INFLECTED: Final = {"zweier": 2, "dreier": 3, "zweien": 2, "dreien": 3, "vieren": 4, "fünfen": 5, "einhundert": 100}
_MIXED: Final = {"anderthalb": D("1.5"), "einundhalb": D("1.5"), "eineinhalb": D("1.5")}


_WORTH_HEADS: Final = wordset(
    # what is worth so much, or is for so many
    "lizenz kredit kreditlinie kreditrahmen darlehen anleihe bond schuldschein hypothek tranche vertrag verträg kontrakt "
    "auftrag aufträg order bestellung lieferung abkommen vereinbarung übereinkommen übereinkunft pakt einigung "
    "vergleich memorandum memoranden absichtserklärung abschluss abschlüss deal geschäft scheck rechnung "
    "gutschein quittung überweisung zahlung forderung klage garantie bürgschaft police paket programm fonds investition "
    "investment finanzierung finanzierungsrunde förderung kapitalerhöhung emission spende zuwendung erbschaft "
    "gebot angebot offerte strafe geldbuße bußgeld zuschuss zuschüss beihilfe finanzhilfe hilfe zusage bescheid "
    "beschluss beschlüss option mandat ausschreibung schuld betrag beträg summe etat budget rahmen "
    # what is about so many
    "verhandlung gespräch debatte diskussion beratung abstimmung entscheidung bericht streit verfügung kontrolle "
    "überblick buch film"
)
_NO_WORTH: Final = wordset("ideal ideale ideals aufgebot aufgebote aufgebots adoption adoptionen")
"""Words that only end like one of them."""
_WORTH_NOUN: Final = re.compile(
    rf"(?!(?:{'|'.join(sorted(_NO_WORTH))})$)[\w-]*?(?:{'|'.join(sorted(_WORTH_HEADS))})(?:e[nrs]?|ern|n|s)?$"
)


_AMONG: Final = Worth(None, frozenset({Kind.NUMBER, Kind.COUNT}))
"""Umfrage unter 80, 92 gegen 58 Stimmen."""


_LASTING: Final = ("läuft", "laufen", "lief", "laufe", "gilt", "gelten", "erstreckt sich", "erstrecken sich")
"""Verbs whose über says how long or how far: a contract runs for twelve years."""


@cache
def small_words() -> dict[str, int]:
    """All words for 0 to 99."""
    words = {**_UNITS, **_TEENS, **_TENS}
    for ten, tens in _TENS.items():
        for one, value in _UNITS.items():
            if value and one not in ("eins", "eine"):
                words[f"{one}und{ten}"] = tens + value
    return words


def cardinal(word: str) -> int | None:
    """The value of a German cardinal below a million, lower case; None if any part of it is something else."""
    small = small_words().get(word)
    if small is not None:
        return small
    for scale, factor in (("tausend", 1000), ("hundert", 100)):
        left, found, right = word.partition(scale)
        if found:
            ahead = 1 if not left else cardinal(left)
            behind = 0 if not right else cardinal(right.removeprefix("und") if right != "und" else right)
            if ahead is None or behind is None or ahead == 0 or behind >= factor or ahead >= 1000:
                return None
            return ahead * factor + behind
    return None


def ordinal(word: str) -> int | None:
    """The value of a German ordinal without its ending (dritt, hundertst), lower case."""
    for stem, low in _ORDINAL_STEMS.items():
        if word == stem:
            return low
        head = word.removesuffix(stem) if word.endswith(stem) else ""
        head = head.removesuffix("und")
        if head.endswith(("hundert", "tausend")) and (rest := cardinal(head)) is not None:
            return rest + low
    if word.endswith("st"):
        if word[:-2] in _BIG_STEMS:
            return _BIG_STEMS[word[:-2]]
        value = cardinal(word[:-2])
        if value and (value % 100 >= 20 or value % 100 == 0):
            return value
    if word.endswith("t"):
        value = cardinal(word[:-1])
        return value if value is not None and 0 < value % 100 < 20 and value % 100 not in (1, 3) else None
    return None


_HINT: Final = re.compile(
    r"^(?:zw[eaoö]|zwoe|dr[ei]|vier|f[üu]e?n|sech|sieb|acht|neun|zehn|elf|hunder|tausen|einh|eint|ein[euos]|einund|erst|halb|"
    r"ander|milli|billi|trilli|multi|dutz|mehrh|mehrt|doppel|verdoppel|verdrei|vervier|verf|verze|halbi|vorletzt|null|jahrzehnt)"
)
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
_TRAILING_ORDINAL: Final = re.compile(
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
_TRAILING_HINTS: Final = wordset("tabe gesa welt rang liga qual")
_ROUNDS: Final = re.compile(r"(?P<part>sechzehntel|achtel|viertel|halb)final(?:e|s|es|en|ist(?:in|en|innen)?)")
_PART_UNIT: Final = re.compile(
    r"(?P<part>dreiviertel|viertel|halb)(?P<unit>stunde|stunden|jahr|jahre[ns]?|jahres|tag|tage|liter|milliarde|million|billion|mrd)"
)
_VAGUE_SCALES: Final = re.compile(r"(?P<multi>multi)?(?P<scale>millionen|milliarden|billionen)(?P<rest>[a-zäöüß]{3,})")
_VAGUE_TAIL_NOT: Final = ("st", "ste", "sten", "stel", "är", "äre", "ären", "ärs", "ärin")


def classify(word: str) -> Lexeme | None:
    """What a word as written can mean for a figure."""
    first = word[0]
    if first.isdigit() and first.isdecimal():
        return Lexeme(Role.DIGITS, numerals.parse(word, ","))
    low = word.lower()
    found = _fixed().get(low)
    if found is not None:
        return found
    if word == "Paar":  # "ein Paar Schuhe" is two, "ein paar Tage" is some
        return Lexeme(Role.COLLECTIVE, D(2))
    if len(word) < 3:
        sign = shared.FRACTION_SIGNS.get(word)
        return None if sign is None else Lexeme(Role.FRACTION, sign)
    if word in shared.CURRENCY_CODES and word not in shared.CODE_WORDS:
        return Lexeme(Role.CURRENCY, None, word)
    if _HINT.match(low):
        return _analyse(low, word)
    if low.endswith("einhalb"):
        return _analyse(low, word)
    if low.endswith(_LABEL_ENDINGS) and word[0].isupper():
        return Lexeme(Role.LABEL, None, LABELS[next(label for label in _LABEL_ENDINGS if low.endswith(label))])
    match = _TRAILING_ORDINAL.fullmatch(low) if low[:4] in _TRAILING_HINTS else None
    return None if match is None else Lexeme(Role.ORDINAL, D(ordinal(match["stem"]) or 0), word)


_LABEL_ENDINGS: Final = ("stufe", "phase", "kategorie", "gruppe")
"""Sicherheitsstufe 3, Bauphase 2: labels as the last part of a compound."""
_MAX_WORD: Final = 120
"""Longer words are no numbers: the longest below a million has 65 letters."""


def _analyse(low: str, word: str) -> Lexeme | None:
    if len(low) > _MAX_WORD:
        return None
    value = cardinal(low)
    if value is None and low.endswith(_INFLECTED_ONE) and len(low) > _LONGEST_ONE:  # tausendeiner
        value = cardinal(low[:-1])
    if value is not None:
        return Lexeme(Role.CARDINAL, D(value))
    if "komma" in low:
        decimal = _with_comma(low)
        return None if decimal is None else Lexeme(Role.CARDINAL, decimal)
    return _scaled(low) or _suffixed(low, word) or _compound(low)


_INFLECTED_ONE: Final = ("eines", "einer", "einen", "einem")
_LONGEST_ONE: Final = 5


def _with_comma(low: str) -> Decimal | None:
    """nullkommafünf, zweikommasiebenfünf: the digits behind the mark one after the other, or as one number."""
    left, _, right = low.partition("komma")
    whole, digits = cardinal(left), ""
    if whole is None:
        return None
    together = cardinal(right)
    if together is not None:
        return D(f"{whole}.{together}")
    while right:
        digit = next((word for word in _DIGIT_WORDS if right.startswith(word)), None)
        if digit is None:
            return None
        digits += str(_UNITS[digit])
        right = right[len(digit) :]
    return D(f"{whole}.{digits}") if digits else None


def _scaled(low: str) -> Lexeme | None:
    """Words that end in a scale or part: Dreiviertelmilliarde, zweidrittel, Viertelmillion, zweimillionen."""
    for part in ("dreiviertel", "zweidrittel", "viertel", "halb", "halbe"):
        if low.startswith(part) and low[len(part) :] in SCALES:
            share = {"dreiviertel": D("0.75"), "zweidrittel": D(2) / 3, "viertel": D("0.25")}.get(part, D("0.5"))
            return Lexeme(Role.MIXED, share * SCALES[low[len(part) :]])
    if low.endswith(("tel", "teln", "tels")):
        stem = low.removesuffix("n").removesuffix("s")
        if stem in _PARTS:
            return Lexeme(Role.FRACTION, _PARTS[stem])
        for part, share in _PARTS.items():
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
        return Lexeme(Role.FULL, None, Whole(Kind.ORDINAL, D(_ORDINAL_STEMS[match["stem"]])))
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

_EVERY: Final = ("jeder", "jede", "jedes", "jeden", "jedem")
_MULTIPLES: Final = {
    "doppelt": 2, "doppelte": 2, "doppelten": 2, "doppelter": 2, "doppeltes": 2, "doppeltem": 2,
    "verdoppelt": 2, "verdoppelte": 2, "verdoppelten": 2, "verdoppeln": 2, "verdoppelung": 2, "verdopplung": 2,
    "verdoppele": 2,
    "verdreifacht": 3, "verdreifachte": 3, "verdreifachen": 3, "verdreifachten": 3, "verdreifachung": 3,
    "vervierfacht": 4, "vervierfachte": 4, "vervierfachen": 4, "verfünffacht": 5, "verfünffachen": 5,
    "verfünffachte": 5,
    "verzehnfacht": 10, "verzehnfachen": 10, "verzehnfachte": 10, "verzehnfachung": 10, "dreifach": 3,
    "halbiert": "0.5", "halbierte": "0.5", "halbierten": "0.5", "halbieren": "0.5", "halbierung": "0.5",
    "halbierter": "0.5",
}  # fmt: skip
_MONTHS: Final = {
    "januar": 1, "jänner": 1, "jan": 1, "februar": 2, "feber": 2, "feb": 2, "märz": 3, "maerz": 3, "mär": 3, "april": 4,
    "apr": 4, "mai": 5, "juni": 6, "jun": 6, "juli": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9,
    "sep": 9, "oktober": 10, "okt": 10, "november": 11, "nov": 11, "dezember": 12, "dez": 12, "juno": 6, "october": 10,
    "may": 5, "januars": 1, "februars": 2, "aprils": 4, "mais": 5, "junis": 6, "julis": 7, "augusts": 8,
    "septembers": 9, "oktobers": 10, "novembers": 11, "dezembers": 12,
}  # fmt: skip
_WEEKDAYS: Final = {
    "montag": 1, "dienstag": 2, "mittwoch": 3, "donnerstag": 4, "freitag": 5, "samstag": 6, "sonnabend": 6,
    "sonntag": 7,
}  # fmt: skip
_DAY_PARTS: Final = (
    "",
    "s",
    "e",
    "en",
    "abend",
    "abends",
    "morgen",
    "nachmittag",
    "vormittag",
    "nacht",
    "mittag",
    "früh",
)


@cache
def _fixed() -> dict[str, Lexeme]:
    """Words that are what they are without analysis."""
    table: dict[str, Lexeme] = {}
    for word in ("ein", "eine", "einen", "einem", "einer", "eines"):
        table[word] = Lexeme(Role.ARTICLE, D(1), word)
    table |= {word: Lexeme(Role.SCALE, D(value)) for word, value in SCALES.items()}
    table |= {word: Lexeme(Role.SCALE, D(value), "dot") for word, value in _ABBREVIATED.items()}
    table["hundert"] = Lexeme(Role.SCALE, D(100))
    table["tausend"] = Lexeme(Role.SCALE, D(1000))
    table |= {word: Lexeme(Role.CARDINAL, D(value)) for word, value in _INFLECTED.items()}
    table |= {word: Lexeme(Role.MIXED, value) for word, value in _MIXED.items()}
    table["dutzend"] = Lexeme(Role.COLLECTIVE, D(12))
    for word in ("halb", "halbe", "halben", "halber", "halbes", "halbem"):
        table[word] = Lexeme(Role.HALF, D("0.5"), word)
    table["hälfte"] = Lexeme(Role.SHARE)
    table["minus"] = Lexeme(Role.SIGN, D(-1))
    table["plus"] = Lexeme(Role.SIGN, D(1))
    table |= {word: Lexeme(Role.MULTIPLE, D(str(value))) for word, value in _MULTIPLES.items()}
    table["einmal"] = Lexeme(Role.MULTIPLE, D(1), "einmal")
    table |= {word: Lexeme(Role.MONTH, D(value)) for word, value in _MONTHS.items()}
    for day, number in _WEEKDAYS.items():
        for part in _DAY_PARTS:
            table[day + part] = Lexeme(Role.WEEKDAY, D(number))
    table |= {word: Lexeme(Role.EVERY) for word in _EVERY}
    table |= {word: Lexeme(Role.BOTH, D(2)) for word in ("beide", "beiden", "beider", "beides", "beidem")}
    table |= {sign: Lexeme(Role.CURRENCY, None, code) for sign, code in shared.CURRENCY_SIGNS.items()}
    table["fr"] = Lexeme(Role.CURRENCY, None, "CHF")
    table |= {word: Lexeme(Role.LABEL, None, label) for word, label in LABELS.items()}
    table["alter"] = Lexeme(Role.AGED)
    table |= {word: Lexeme(Role.SPAN, D(10)) for word in ("jahrzehnt", "jahrzehnts")}
    table |= {"kw": Lexeme(Role.PERIOD, None, "W"), "kalenderwoche": Lexeme(Role.PERIOD, None, "W")}
    table |= {"q": Lexeme(Role.PERIOD, None, "Q"), "h": Lexeme(Role.PERIOD, None, "H")}
    table["mitternacht"] = Lexeme(Role.CLOCK, None, "00:00")
    table["mittag"] = table["mittags"] = Lexeme(Role.CLOCK, None, "12:00")
    table["viertel"] = Lexeme(Role.FRACTION, D("0.25"), "clock")
    table["dreiviertel"] = Lexeme(Role.FRACTION, D("0.75"), "clock")
    for word, (low, high) in _VAGUE.items():
        table[word] = Lexeme(Role.VAGUE, D(low), Whole(Kind.VAGUE, None, None, D(low), D(high)))
    table["vorletzte"] = table["vorletzten"] = table["vorletzter"] = Lexeme(Role.FULL, None, Whole(Kind.ORDINAL, D(-2)))
    table |= {word: Lexeme(Role.ORDINAL, D(1), word) for word in ("erstmals", "zuerst")}
    table |= {
        word: Lexeme(Role.TOGETHER)
        for word in (
            "zweit",
            "dritt",
            "viert",
            "fünft",
            "sechst",
            "siebt",
            "neunt",
            "zehnt",
            "elft",
            "zwölft",
            "zwoelft",
        )
    }
    table |= {word: Lexeme(Role.HOLIDAY, None, rows) for word, rows in by_first_word(FEASTS).items()}
    table |= {
        f"{word}s": Lexeme(Role.HOLIDAY, None, rows)
        for word, rows in by_first_word(FEASTS).items()
        if f"{word}s" not in table
    }
    return table


_VAGUE: Final = {
    "hunderte": (200, 999), "hunderten": (200, 999), "hunderter": (200, 999), "aberhunderte": (200, 999),
    "tausende": (2000, 9999), "tausenden": (2000, 9999), "tausender": (2000, 9999), "abertausende": (2000, 9999),
    "zehntausende": (20000, 99999), "zehntausenden": (20000, 99999), "zehntausender": (20000, 99999),
    "hunderttausende": (200000, 999999), "hunderttausenden": (200000, 999999), "hunderttausender": (200000, 999999),
    "dutzende": (24, 99), "dutzenden": (24, 99), "dutzender": (24, 99),
}  # fmt: skip

FEASTS: Final = {
    "halloween": Feast(10, 31), "valentinstag": Feast(2, 14), "black friday": Feast(11, -1, weekday=5),
    "thanksgiving": Feast(11, 4, weekday=4),
    "heiligabend": Feast(12, 24), "weihnachten": Feast(12, 25), "silvester": Feast(12, 31), "neujahr": Feast(1, 1),
    "allerheiligen": Feast(11, 1), "johannistag": Feast(6, 24), "weltkindertag": Feast(6, 1),
    "volkstrauertag": Feast(advent=-2),
    "reformationstag": Feast(10, 31), "ostern": Feast(easter=0), "ostersonntag": Feast(easter=0),
    "ostermontag": Feast(easter=1),
    "karfreitag": Feast(easter=-2), "gründonnerstag": Feast(easter=-3), "palmsonntag": Feast(easter=-7),
    "palmensonntag": Feast(easter=-7), "rosenmontag": Feast(easter=-48), "fastnacht": Feast(easter=-47),
    "fastnachtssonntag": Feast(easter=-49), "karneval": Feast(easter=-49), "aschermittwoch": Feast(easter=-46),
    "himmelfahrt": Feast(easter=39), "vatertag": Feast(easter=39), "pfingsten": Feast(easter=49),
    "pfingstsonntag": Feast(easter=49),
    "pfingstmontag": Feast(easter=50), "fronleichnam": Feast(easter=60), "muttertag": Feast(5, 2, weekday=7),
    "heilige drei könige": Feast(1, 6), "tag der deutschen einheit": Feast(10, 3), "dreikönigstag": Feast(1, 6),
    "augsburger friedensfest": Feast(8, 8), "totensonntag": Feast(advent=-1), "tag der arbeit": Feast(5, 1),
}  # fmt: skip

LABELS: Final = {
    "§": "§", "§§": "§", "art": "article", "artikel": "article", "artikels": "article", "artikeln": "article",
    "abs": "para.", "absatz": "para.",
    "nr": "no.", "nummer": "no.", "nummern": "no.", "kapitel": "chapter", "seite": "page", "seiten": "page",
    "version": "version",
    "platz": "rank", "rang": "rank", "resolution": "resolution", "formel": "formula", "tel": "tel.",
    "telefon": "tel.", "flug": "flight",
    "zimmer": "room", "gleis": "platform", "linie": "line", "paragraf": "§", "paragraph": "§", "phase": "phase",
    "teil": "part",
    "runde": "round", "kategorie": "category", "gruppe": "group", "stufe": "level", "terminal": "terminal",
    "typ": "type", "folge": "episode",
    "halle": "hall", "tor": "gate", "etappe": "stage",
}  # fmt: skip


def _unit_words() -> dict[str, Unit]:
    table = currencies.units("de")
    for words, kind, code, factor in UNIT_ROWS:
        for word in words.split("|"):
            table[word] = Unit(kind, code, D(factor))
    return table


UNIT_ROWS: Final[tuple[tuple[str, Kind, str | None, str], ...]] = (
    ("prozent|prozents|prozente|prozenten|vom hundert|v h|pct|proz|%ige|%iger|%igen|%iges|prozentig|prozentige|prozentigen|prozentiger|prozentiges|% ige|% iger|% igen|% iges|% ig", Kind.PERCENT, "%", "1"),
    ("promille|vom tausend", Kind.PERMILLE, "‰", "1"),
    ("prozentpunkt|prozentpunkte|prozentpunkten|prozentpunkts|% punkte|prozent punkte", Kind.PERCENTAGE_POINT, "pp", "1"),
    ("basispunkt|basispunkte|basispunkten|basispunkts", Kind.BASIS_POINT, "bp", "1"),
    ("jahr|jahre|jahren|jahrs|jahres", Kind.DURATION, "year", "1"),
    ("jahrzehnt|jahrzehnte|jahrzehnten|jahrzehnts", Kind.DURATION, "year", "10"),
    ("jahrhundert|jahrhunderte|jahrhunderten", Kind.DURATION, "year", "100"),
    ("jahrtausend|jahrtausende|jahrtausenden", Kind.DURATION, "year", "1000"),
    ("halbjahr|halbjahre|halbjahren", Kind.DURATION, "month", "6"),
    ("quartal|quartale|quartalen", Kind.DURATION, "month", "3"),
    ("monat|monate|monaten|monats", Kind.DURATION, "month", "1"),
    ("woche|wochen", Kind.DURATION, "week", "1"),
    ("tag|tage|tagen|tages|tg", Kind.DURATION, "day", "1"),
    ("stunde|stunden|std|stdn", Kind.DURATION, "hour", "1"),
    ("viertelstunde|viertelstunden", Kind.DURATION, "hour", "0.25"),
    ("minute|minuten", Kind.DURATION, "minute", "1"),
    ("sekunde|sekunden|sek", Kind.DURATION, "second", "1"),
    ("jahre alt|jahre alte|jahre alten|jahre alter|jahre altes|jahre altem|jahren alt|jahr alt|jahr alte|jahr alter|jahr altes|jahr alten|jährig|jährige|jährigen|jähriger|jähriges|jährigem|jährigs", Kind.AGE, "year", "1"),
    ("monate alt|monate alte|monate alten|monate alter|monate altes|monat alt|monat alte|monat altes", Kind.AGE, "month", "1"),
    ("wochen alt|wochen alte|wochen alten|wochen alter|wochen altes", Kind.AGE, "week", "1"),
    ("tage alt|tage alte|tage alten|tage alter|tage altes", Kind.AGE, "day", "1"),
    ("tägig|tägige|tägigen|tägiger|tägiges|tägigem", Kind.DURATION, "day", "1"),
    ("wöchig|wöchige|wöchigen|wöchiger|wöchiges", Kind.DURATION, "week", "1"),
    ("monatig|monatige|monatigen|monatiger|monatiges", Kind.DURATION, "month", "1"),
    ("stündig|stündige|stündigen|stündiger|stündiges", Kind.DURATION, "hour", "1"),
    ("minütig|minütige|minütigen|minütiger|minütiges", Kind.DURATION, "minute", "1"),
    ("kilometer|kilometern|kilometers", Kind.LENGTH, "km", "1"),
    ("meter|metern|meters|höhenmeter|höhenmetern", Kind.LENGTH, "m", "1"),
    ("zentimeter|zentimetern", Kind.LENGTH, "cm", "1"), ("millimeter|millimetern", Kind.LENGTH, "mm", "1"),
    ("nanometer|nanometern", Kind.LENGTH, "nm", "1"), ("mikrometer|mikrometern", Kind.LENGTH, "µm", "1"),
    ("meile|meilen", Kind.LENGTH, "mi", "1"), ("seemeile|seemeilen", Kind.LENGTH, "nmi", "1"),
    ("fuß|fuss", Kind.LENGTH, "ft", "1"), ("yard|yards", Kind.LENGTH, "yd", "1"), ("zoll", Kind.LENGTH, "in", "1"),
    ("lichtjahr|lichtjahre|lichtjahren", Kind.LENGTH, "ly", "1"),
    ("quadratkilometer|quadratkilometern", Kind.AREA, "km²", "1"),
    ("quadratmeter|quadratmetern|m 2", Kind.AREA, "m²", "1"),
    ("quadratmeile|quadratmeilen", Kind.AREA, "mi²", "1"), ("quadratfuß", Kind.AREA, "ft²", "1"),
    ("km 2", Kind.AREA, "km²", "1"),
    ("hektar|hektaren|ar", Kind.AREA, "ha", "1"), ("morgen", Kind.AREA, "Morgen", "1"),
    ("liter|litern|liters", Kind.VOLUME, "l", "1"), ("milliliter|millilitern", Kind.VOLUME, "ml", "1"),
    ("hektoliter|hektolitern", Kind.VOLUME, "hl", "1"),
    ("kubikmeter|kubikmetern|m 3", Kind.VOLUME, "m³", "1"), ("kubikkilometer", Kind.VOLUME, "km³", "1"),
    ("gallone|gallonen", Kind.VOLUME, "gal", "1"),
    ("barrel|barrels|fass", Kind.VOLUME, "bbl", "1"),
    ("barrel pro tag|barrel am tag|barrel täglich", Kind.MEASURE, "bbl/d", "1"),
    ("teelöffel|teelöffeln", Kind.VOLUME, "tsp", "1"), ("esslöffel|esslöffeln", Kind.VOLUME, "tbsp", "1"),
    ("kilogramm|kilo|kilos", Kind.MASS, "kg", "1"), ("gramm", Kind.MASS, "g", "1"),
    ("milligramm", Kind.MASS, "mg", "1"),
    ("tonne|tonnen", Kind.MASS, "t", "1"), ("unze|unzen|feinunze|feinunzen", Kind.MASS, "oz", "1"),
    ("zentner", Kind.MASS, "kg", "50"),
    ("megatonne|megatonnen", Kind.MASS, "t", "1000000"), ("kilotonne|kilotonnen", Kind.MASS, "t", "1000"),
    ("kilometer pro stunde|kilometern pro stunde|stundenkilometer|stundenkilometern|km h|km / h", Kind.SPEED, "km/h", "1"),
    ("meter pro sekunde|metern pro sekunde|m / s", Kind.SPEED, "m/s", "1"),
    ("meilen pro stunde|mph", Kind.SPEED, "mph", "1"), ("knoten", Kind.SPEED, "kn", "1"),
    ("grad celsius|° celsius|° c|celsius|grad c", Kind.TEMPERATURE, "°C", "1"),
    ("grad fahrenheit|° fahrenheit|° f|fahrenheit", Kind.TEMPERATURE, "°F", "1"),
    ("kelvin|° k", Kind.TEMPERATURE, "K", "1"), ("grad", Kind.TEMPERATURE, "°", "1"),
    ("kilowattstunde|kilowattstunden", Kind.ENERGY, "kWh", "1"),
    ("megawattstunde|megawattstunden", Kind.ENERGY, "MWh", "1"),
    ("gigawattstunde|gigawattstunden", Kind.ENERGY, "GWh", "1"),
    ("terawattstunde|terawattstunden", Kind.ENERGY, "TWh", "1"), ("kalorien|kilokalorien", Kind.ENERGY, "kcal", "1"),
    ("watt", Kind.POWER, "W", "1"), ("kilowatt", Kind.POWER, "kW", "1"), ("megawatt", Kind.POWER, "MW", "1"),
    ("gigawatt", Kind.POWER, "GW", "1"), ("terawatt", Kind.POWER, "TW", "1"),
    ("byte|bytes", Kind.DATA, "B", "1"), ("bit|bits", Kind.DATA, "bit", "1"), ("kilobyte", Kind.DATA, "kB", "1"),
    ("megabyte", Kind.DATA, "MB", "1"),
    ("gigabyte", Kind.DATA, "GB", "1"), ("terabyte", Kind.DATA, "TB", "1"),
    ("hertz", Kind.MEASURE, "Hz", "1"), ("megahertz", Kind.MEASURE, "MHz", "1"),
    ("gigahertz", Kind.MEASURE, "GHz", "1"),
    ("volt", Kind.MEASURE, "V", "1"), ("dezibel", Kind.MEASURE, "dB", "1"), ("megapixel", Kind.MEASURE, "MP", "1"),
    ("turn", Kind.MEASURE, "turn", "1"),
)  # fmt: skip

ABOUT, NEARLY, OVER = Qualifier.ABOUT, Qualifier.NEARLY, Qualifier.JUST_OVER
MOST, LEAST, MORE, LESS, FURTHER = (
    Qualifier.AT_MOST, Qualifier.AT_LEAST, Qualifier.MORE_THAN, Qualifier.LESS_THAN, Qualifier.FURTHER
)  # fmt: skip

_EXCEEDING: Final = (
    "überschreitet", "überschreiten", "überschritt", "übersteigt", "übersteigen", "überstieg", "übertrifft", "übertraf",
)  # fmt: skip

LOCALE: Final = Locale(
    language="de",
    decimal_mark=",",
    classify=classify,
    units=_unit_words(),
    symbols=shared.SYMBOLS,
    glued_symbols=shared.GLUED,
    scale_symbols={
        "k": D(1000),
        "K": D(1000),
        "M": D(10**6),
        "G": D(10**9),
        "T": D(1000),
        "bn": D(10**9),
        "mn": D(10**6),
        "tn": D(10**12),
        "m": D(10**6),
    },
    ands=wordset("und"),
    decimal_words=wordset("komma"),
    range_words=wordset("bis"),
    between=wordset("zwischen"),
    before={
        **{
            w: {"": ABOUT}
            for w in (
                "rund",
                "etwa",
                "circa",
                "ca",
                "ungefähr",
                "schätzungsweise",
                "annähernd",
                "zirka",
                "~",
                "≈",
                "gegen",
                "bummelig",
                "grob",
            )
        },
        **{
            w: {"": NEARLY}
            for w in ("knapp", "fast", "beinahe", "nahezu", "bald", "knappe", "knappen", "knappes", "knappem")
        },
        **{w: {"": OVER} for w in ("gut", "gute", "guten", "gutes", "gutem", "reichlich")},
        **{w: {"": MORE} for w in (">", "oberhalb", *_EXCEEDING)},
        "über": {"": MORE, **dict.fromkeys(_LASTING, Qualifier.EXACT)},
        **{w: {"": LESS} for w in ("unter", "<", "unterhalb")},
        **{w: {"": LEAST} for w in ("mindestens", "wenigstens", "≥", "ab", "mind", "zumindest")},
        **{w: {"": MOST} for w in ("höchstens", "maximal", "≤", "max", "allenfalls")},
        **{
            w: {"": FURTHER}
            for w in ("weitere", "weiteren", "weiterer", "zusätzlich", "zusätzliche", "weiteres", "zusätzlichen")
        },
        "zu": {"bis": MOST},
        "als": {
            "nicht mehr": MOST,
            "nicht weniger": LEAST,
            "mehr": MORE,
            "weniger": LESS,
            "höher": MORE,
            "größer": MORE,
            "länger": MORE,
            "niedriger": LESS,
        },
        "die": {"um": ABOUT, "an": ABOUT},
        "ganz": {"nicht": NEARLY},
        ".": {"ca": ABOUT, "max": MOST, "mind": LEAST, "etw": ABOUT, "über": MORE},
    },
    after=dict.fromkeys(
        ("weitere", "weiteren", "weiterer", "zusätzliche", "zusätzlichen", "weiteres", "andere", "anderen"), FURTHER
    ),
    articles=wordset("die den der das dem ein eine einen einem einer"),
    or_more={"mehr": LEAST, "darüber": LEAST, "weniger": MOST, "darunter": MOST},
    worth={"über": Worth(_WORTH_NOUN, None), "unter": _AMONG, "gegen": _AMONG},
    share_words=wordset("statt auf oder und bis bzw beziehungsweise"),
    noun_stop=wordset(
        "die der das den dem des ein eine einen einem einer eines seine seinen seiner seinem ihre ihren ihrer ihrem "
        "alle aller allen keine keinen diese dieser diesen diesem jene jeder jede jedes wurde wurden werden haben "
        "hatte hatten waren sollte sollten konnte konnten wollte wollten musste mussten durfte durften unter hinter "
        "über oder aber gegen zwischen neben wie sie wegen ohne dessen deren wenn denn sondern während meine meinen "
        "unsere unseren erklärte sagte gründete begann wieder immer bisher später früher dabei weder weil bevor "
        "habe wäre wären könnte würde würden müsse solle wolle"
    ),
    nouns_capitalised=True,
    weekdays={**_WEEKDAYS, "mo": 1, "di": 2, "mi": 3, "do": 4, "fr": 5, "sa": 6, "so": 7},
    year_words=wordset(
        "jahr jahre jahres seit anno im in ende anfang mitte von bis vor nach saison sommer winter herbst frühjahr "
        "frühling ab um"
    ),
    days={
        "heute": 0,
        "gestern": -1,
        "vorgestern": -2,
        "morgen": 1,
        "übermorgen": 2,
        **{f"gestrige{ending}": -1 for ending in ("n", "r", "s", "m")},
        **{f"morgige{ending}": 1 for ending in ("n", "r", "s", "m")},
    },
    words={
        "ago": frozenset(),
        "ago_before": wordset("vor"),
        "behind_day": wordset("nach"),
        "before_day": wordset("vor"),
        "future": wordset("wird werden soll sollen will wollen würde würden geplant plant planen erst frühestens"),
        "currency_after_m": wordset("euro dollar € $ eur usd"),
        "clock": wordset("uhr"),
        "pm": wordset("abends nachmittags abend nachmittag"),
        "am": wordset("morgens früh vormittags morgen"),
        "night": wordset("nachts nacht"),
        "from": wordset("von vom"),
        "change": frozenset(),
        "hedge": wordset("rund etwa ungefähr ca knapp fast gut"),
        "one": frozenset(),
        "or": wordset("oder und"),
        "range": frozenset(),
        "below": wordset("unter"),
        "zero": wordset("null gefrierpunkt"),
        "adverb": wordset(
            "bisher bislang zuvor vorher früher damals nur noch sogar jetzt nun heute zuletzt dann danach später bloß wieder schon bereits immerhin den"
        ),
        "respectively": wordset("jeweils respektive"),
        "zone": wordset("gmt utc mez mesz ortszeit"),
        "out_of": wordset("von"),
        "year": wordset("jahr jahre jahres jahren anno"),
        "decade_before": wordset("den der die frühen späten späte frühe ende anfang mitte"),
        "century": wordset("jahrhundert jahrhunderts jh jahrhunderten"),
        "quarter": wordset("quartal quartals quartale vierteljahr"),
        "half_year": wordset("halbjahr halbjahres halbjahrs jahreshälfte"),
        "decade": wordset("jahre jahren jahr"),
    },
)
