"""A shallow reading of a German sentence: clauses, noun groups with their preposition and article, who may be subject.

No parser: closed lists of articles, prepositions, conjunctions, adverbs and the verbs that matter for deals, and the
rule that German writes nouns with a capital. That is enough to tell "mit dem Hersteller John Deere" (a partner) from
"der Hersteller John Deere" (who acts), which a small model gets wrong as often as right. Offsets are of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from summarizer.data import Span

_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*(?:[-–x]\d+|[A-Za-z]\w*)?\.?|[^\W\d_][\w+&’'.-]*(?<![.,'’-])|[,;:–—()„“”\"»«?!]|\S"
)
ARTICLES = frozenset(
    [
        "der",
        "die",
        "das",
        "den",
        "dem",
        "des",
        "ein",
        "eine",
        "einen",
        "einem",
        "einer",
        "eines",
        "kein",
        "keine",
        "keinen",
        "keinem",
        "keiner",
        "dieser",
        "diese",
        "dieses",
        "diesem",
        "diesen",
        "sein",
        "seine",
        "seinen",
        "seinem",
        "seiner",
        "ihr",
        "ihre",
        "ihren",
        "ihrem",
        "ihrer",
        "beide",
        "beiden",
    ]
)
_GENITIVE = frozenset({"des", "der", "eines", "einer", "beider"})
_NOT_NOMINATIVE = frozenset(
    [
        "den",
        "dem",
        "des",
        "einen",
        "einem",
        "eines",
        "einer",
        "keinen",
        "keinem",
        "diesem",
        "diesen",
        "seinen",
        "seinem",
        "ihrem",
        "ihren",
    ]
)
PREPOSITIONS = frozenset(
    [
        "mit",
        "zwischen",
        "über",
        "von",
        "vom",
        "für",
        "zu",
        "zum",
        "zur",
        "bei",
        "beim",
        "aus",
        "in",
        "im",
        "ins",
        "an",
        "am",
        "ans",
        "auf",
        "aufs",
        "nach",
        "laut",
        "gegen",
        "durch",
        "unter",
        "seit",
        "vor",
        "wegen",
        "um",
        "ohne",
        "neben",
        "gegenüber",
        "trotz",
        "während",
        "bis",
        "je",
        "pro",
        "per",
    ]
)
CONJUNCTIONS = frozenset({"und", "sowie", "oder", "bzw"})
ADVERBS = frozenset(
    [
        "bereits",
        "auch",
        "außerdem",
        "zudem",
        "zuvor",
        "zugleich",
        "zunächst",
        "noch",
        "nun",
        "rund",
        "etwa",
        "circa",
        "knapp",
        "fast",
        "gut",
        "gemeinsam",
        "allerdings",
        "demnach",
        "daher",
        "dafür",
        "damit",
        "dazu",
        "dabei",
        "davon",
        "persönlich",
        "ebenfalls",
        "weiter",
        "jährlich",
        "insgesamt",
        "künftig",
        "jetzt",
        "heute",
        "gestern",
        "morgen",
        "wieder",
        "nur",
        "erst",
        "schon",
        "dort",
        "hier",
        "so",
        "darunter",
        "darüber",
        "hinaus",
        "mindestens",
        "höchstens",
        "maximal",
        "fest",
        "nicht",
        "unter",
        "anderem",
        "bislang",
        "bisher",
        "zuletzt",
        "schließlich",
        "jedoch",
        "dennoch",
        "deshalb",
        "er",
        "sie",
        "es",
        "sich",
        "wir",
        "man",
        "ihm",
        "ihn",
        "ihnen",
        "dass",
        "ob",
        "weil",
        "wenn",
        "als",
        "wie",
        "denen",
        "deren",
        "dessen",
        "welche",
        "mehr",
        "weniger",
    ]
)
_VERB = re.compile(
    r"(?:will|wollen|wollte|wollten|wolle|plan(?:t|en|te|ten)|soll(?:en|te|ten|e)?|möchten?|muss|müssen|müsse|kann|können"
    r"|könne|könnte|darf|dürfen|wird|werden|werde|würden?|wurden?|worden|ist|sind|sei|seien|war|waren|wäre|hat|haben|habe"
    r"|hatten?|hätten?|hält|halten|hielt|kündig(?:t|en|te|ten)|(?:an)?gekündigt|verkünde(?:t|n|te|ten)|vermelde(?:t|n|te|ten)|melde(?:t|n"
    r"|te|ten)|gemeldet|teilt(?:e|en)?|mitgeteilt|berichtet(?:e|en)?|erklärt(?:e|en)?|betont(?:e|en)?|sagt(?:e|en)?"
    r"|unterzeichn(?:et|en|ete|eten)|unterschr(?:eibt|ieb|ieben)|schlie(?:ßt|ßen)|schloss(?:en)?|(?:ab)?geschlossen"
    r"|trafen|traf|getroffen|vereinbar(?:t|en|te|ten)|einig(?:t|en|te|ten)|geeinigt|kauf(?:t|en|te|ten)|gekauft|erwerben"
    r"|erwirbt|erwarb(?:en)?|erworben|bestell(?:t|en|te|ten)|order(?:t|n|te|ten)|geordert|beschaff(?:t|en|te|ten)"
    r"|angeschafft|anschaffen|beitreten|beigetreten|tritt|treten|trat(?:en)?|investier(?:t|en|te|ten)|übern[ai]hm(?:en|t)?"
    r"|übernehmen|übernommen|liefer(?:t|n|te|ten)|geliefert|gründe(?:t|n|te|ten)|gegründet|beteilig(?:t|en|te|ten)"
    r"|beauftrag(?:t|en|te|ten)|erh(?:ält|alten|ielt|ielten)|gewähr(?:t|en|te|ten)|vergib[t]?|vergeben|verga(?:b|ben)|kosten"
    r"|kostet(?:e|en)?|bringt|bringen|brachten?|hervorgebracht|erteilt(?:e|en)?|sichert(?:e|en)?|gesichert|läuft|laufen|umfass(?:t|en|te|ten)"
    r"|erschließen|bauen|baut(?:e|en)?|leiht|fördert(?:e|n)?|fördern|bekommt|bekommen|bekam(?:en)?|legt(?:e|en)?|stieg(?:en)?"
    r"|begrüßt(?:e|en)?|kam(?:en)?|kommt|kommen|gibt|geben|gab(?:en)?|geht|gehen|ging(?:en)?|steht|stehen|stand(?:en)?"
    r"|bereiten|vorbereitet(?:e|en)?|verk(?:auft|aufte|auften|aufen)|verkauft|arbeiten|arbeitet|lieh|genehmigt(?:e|en)?)"
)
FINITE_END = re.compile(r"[a-zäöüß]+(?:en|ern|eln|t|te|ten)")
_ADJECTIVE = re.compile(r"[a-zäöüß][\w-]*(?:e|en|er|es|em)")
_NUMBER_WORD = re.compile(
    r"(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|(?:drei|vier|fünf|sech|sieb|acht|neun)zehn"
    r"|\w*(?:zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig)|\w*hundert|\w*tausend|mehrere[rn]?|einige[rn]?"
    r"|zahlreiche[rn]?|viele[rn]?|weitere[rnsm]?|zusätzliche[rnsm]?)"
)
_QUOTES = frozenset('„“”"»«‚‘’')
_SHORT = 6
_BREAKS = frozenset(",;:–—()?!")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign."""

    text: str
    span: Span

    @property
    def is_noun(self) -> bool:
        """Whether it has a capital, as German nouns and names do."""
        return self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Group:
    """A noun group: what stands between its article and its last noun."""

    preposition: str | None
    article: str | None
    words: tuple[Token, ...]
    """Adjectives, numbers, nouns and names; without the article."""
    joined: bool = False
    """Joined to the group before it by a comma or "und": it has the same preposition and role."""
    genitive: bool = False
    """Says whose the group before it is."""

    @property
    def span(self) -> Span:
        """From its first word to its last, article and preposition not included."""
        return Span(self.words[0].span.start, self.words[-1].span.end)

    @property
    def may_be_subject(self) -> bool:
        """Whether preposition and article leave open that it is in the nominative."""
        return self.preposition is None and not self.genitive and self.article not in _NOT_NOMINATIVE

    @property
    def definite(self) -> bool:
        """Whether it takes up something already named."""
        return self.article in (
            "der",
            "die",
            "das",
            "den",
            "dem",
            "des",
            "dieser",
            "diese",
            "dieses",
            "diesem",
            "diesen",
        )


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence between two breaks, with its noun groups and its verbs."""

    span: Span
    tokens: tuple[Token, ...]
    groups: tuple[Group, ...]
    verbs: tuple[str, ...] = field(default=())

    def has_verb(self) -> bool:
        """Whether there is any verb that is known."""
        return bool(self.verbs)

    def groups_after(self, preposition: str | frozenset[str], start: int = 0) -> tuple[Group, ...]:
        """The groups under a preposition, with those joined to them."""
        wanted = frozenset({preposition}) if isinstance(preposition, str) else preposition
        found: list[Group] = []
        taking = False
        for group in self.groups:
            if group.span.start < start:
                continue
            taking = group.preposition in wanted if not group.joined else taking
            if taking and not group.genitive:
                found.append(group)
        return tuple(found)


def clauses(sentence: str, quantities: Sequence[Span] = ()) -> tuple[Clause, ...]:
    """The clauses of a German sentence in reading order.

    ``quantities`` are the spans of its figures, designations left out: a figure starts a noun group of its own.

    A comma ends a clause unless it only parts a list ("aus Kasachstan, Tadschikistan und Usbekistan"); "und" ends one
    where a new clause with its own verb follows.
    """
    tokens = [Token(m[0], Span(m.start(), m.end())) for m in _TOKEN.finditer(sentence)]
    stretches: list[list[Token]] = [[]]
    for at, token in enumerate(tokens):
        if token.text == ".":
            continue
        if token.text in _BREAKS and not (token.text == "," and _lists(tokens, at)):
            stretches.append([])
        else:
            stretches[-1].append(token)
    return tuple(
        _clause(stretch, quantities)
        for stretch in _closed(stretches)
        if any(t.text.isalnum() or t.is_noun for t in stretch)
    )


def _closed(stretches: list[list[Token]]) -> list[list[Token]]:
    """Clauses that an insertion without a verb broke in two, joined again: "am Donnerstag, dem 5. März, … bestellt"."""
    kept: list[list[Token]] = []
    at = 0
    while at < len(stretches):
        now = stretches[at]
        date = 1 < len(now) <= _SHORT and now[0].text in ("dem", "den") and now[1].text[:1].isdigit()
        if date and kept and at + 1 < len(stretches):
            gap = Token(",–", Span(now[-1].span.end, now[-1].span.end))
            kept[-1] = [*kept[-1], *now, gap, *stretches[at + 1]]
            at += 2
            continue
        kept.append(now)
        at += 1
    return kept


def is_verb(word: str) -> bool:
    """Whether a lower-case word is one of the verbs this reading knows."""
    return bool(_VERB.fullmatch(word))


def is_number_word(word: str) -> bool:
    """Whether a word counts something: "vier", "mehrere", "weitere"."""
    return bool(_NUMBER_WORD.fullmatch(word.lower()))


def _lists(tokens: Sequence[Token], comma: int) -> bool:
    """Whether a comma stands between members of a list: nouns on both sides, an "und" to end it, no verb between."""
    if comma == 0 or not (tokens[comma - 1].is_noun or tokens[comma - 1].text[:1].isdigit()):
        return False
    for token in tokens[comma + 1 :]:
        if token.text in CONJUNCTIONS:
            return True
        if token.text == ",":
            continue
        if token.text in _BREAKS or is_verb(token.text) or token.text in ("die", "der", "das", "dass", "darunter"):
            return False
        if token.text in PREPOSITIONS:
            return False
    return False


def _clause(tokens: list[Token], quantities: Sequence[Span]) -> Clause:
    verbs = tuple(t.text for t in tokens if t.text[:1].islower() and is_verb(t.text))
    return Clause(
        Span(tokens[0].span.start, tokens[-1].span.end), tuple(tokens), tuple(_groups(tokens, quantities)), verbs
    )


def _groups(tokens: Sequence[Token], quantities: Sequence[Span]) -> list[Group]:
    builder = _Builder()
    for at, token in enumerate(tokens):
        if token.text in _QUOTES:
            continue
        before = tokens[at - 1] if at else None
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if token.text[:1].isalnum() and any(token.span.overlaps(span) for span in quantities):
            within = before is not None and any(before.span.overlaps(span) for span in quantities)
            builder.add(token, opens=not within)
        else:
            _word(builder, token, before, following)
    builder.close()
    return builder.done


def _word(builder: _Builder, token: Token, before: Token | None, following: Token | None) -> None:
    """What one word that is no figure does to the group being built."""
    lower = token.text.lower() if before is None else token.text
    next_word = following.text if following else ""
    if lower == "bis" or (lower == "zu" and before is not None and before.text.lower() == "bis"):
        builder.close()
    elif lower in PREPOSITIONS and not (lower == "unter" and next_word == "anderem"):
        builder.preposition(lower, infinitive=is_verb(next_word))
    elif lower in ARTICLES:
        builder.article(lower)
    elif token.text in CONJUNCTIONS or token.text == ",":
        builder.join()
    elif is_number_word(lower):
        builder.add(token, opens=True)
    elif token.text[:1].isdigit() or (token.is_noun and not (before is None and lower in ADVERBS)):
        builder.add(token, opens=False)
    elif lower in ADVERBS and builder.waiting:
        return
    elif not (is_verb(lower) or lower in ADVERBS) and _ADJECTIVE.fullmatch(lower) and next_word[:1].isalpha():
        builder.add(token, opens=True)
    else:
        builder.stop()


class _Builder:
    """Collects groups while the tokens go by."""

    def __init__(self) -> None:
        self.done: list[Group] = []
        self._words: list[Token] = []
        self._preposition: str | None = None
        self._article: str | None = None
        self._joined = False
        self._touching = False
        """Whether nothing but the genitive's article stood between this group and the one before."""

    def preposition(self, word: str, *, infinitive: bool) -> None:
        self.close()
        self._touching = False
        self._preposition = None if infinitive else word

    def article(self, word: str) -> None:
        if self._words:
            self.close()
        elif self._article is not None:
            self._touching = False
        self._article = word

    def join(self) -> None:
        self.close()
        self._joined = bool(self.done)
        self._touching = False

    @property
    def waiting(self) -> bool:
        """Whether a preposition or an article still wants its noun."""
        return not self._words and (self._preposition is not None or self._article is not None)

    def add(self, token: Token, *, opens: bool) -> None:
        if opens and self._words and self._words[-1].is_noun:
            self.close()
        self._words.append(token)

    def stop(self) -> None:
        self.close()
        self._preposition = self._article = None
        self._joined = self._touching = False

    def close(self) -> None:
        noun = any(t.is_noun or t.text[:1].isdigit() or is_number_word(t.text) for t in self._words)
        if self._words and noun:
            first = self._words[0].text
            bare = self._article is None and first.endswith("er") and first[:1].islower() and not is_number_word(first)
            whose = self._touching and self._preposition is None and (bare or self._article in _GENITIVE)
            joined = self._joined and (self._preposition is None)
            inherited = self.done[-1].preposition if joined and self.done else None
            genitive = whose and not joined
            preposition = self._preposition or inherited
            self.done.append(Group(preposition, self._article, tuple(self._words), joined, genitive))
            self._touching = True
            self._preposition = self._article = None
            self._joined = False
        elif self._words:
            self._preposition = self._article = None
        self._words = []
