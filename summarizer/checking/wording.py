"""One line for a reader: what differs between a figure and its source, or what bears it out."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.data import Figure, Reason, Verdict

_DIFFERS: dict[Reason, str] = {
    Reason.VALUE: "the source has {source}",
    Reason.SCALE: "a thousandfold off or more: the source has {source}",
    Reason.SEPARATOR: "the point stands elsewhere: the source has {source}",
    Reason.UNIT: "another unit: the source has {source}",
    Reason.CURRENCY: "another currency: the source has {source}",
    Reason.POINTS: "per cent and percentage points differ: the source has {source}",
    Reason.DATE_PART: "another date: the source has {source}",
    Reason.QUALIFIER: "hedged otherwise: the source has {source}",
    Reason.DESIGNATION: "another designation: the source has {source}",
    Reason.SUBJECT: "the value stands in the source, but of something else: {source}",
    Reason.SWAPPED: "two figures seem to have changed places: here the source has another than {source}",
    Reason.DIRECTION: "the other way: the source has {source}",
    Reason.NOT_IN_SOURCE: "nothing in the source bears it out",
    Reason.LEFT_OUT: "left out",
}


def note(claim: Figure | None, sources: Sequence[Figure], verdict: Verdict, reason: Reason) -> str:
    """What differs, quoting the source; for a rounded or converted figure, what it was made from."""
    del claim
    quoted = ", ".join(f"“{figure.surface}”" for figure in sources)
    if verdict is Verdict.ROUNDED:
        return f"rounded from {quoted}"
    if verdict is Verdict.CONVERTED:
        return f"converted from {quoted}"
    pattern = _DIFFERS.get(reason)
    if pattern is None or verdict.accepted:
        return ""
    if not quoted and "{source}" in pattern:
        return "the source has it otherwise"
    return pattern.format(source=quoted)


def meant(given: Figure, here: Figure, reason: Reason) -> str:
    """That the source has another figure in this place, and ``given`` somewhere else."""
    if reason is Reason.SWAPPED:
        return f"two figures seem to have changed places: here the source has “{here.surface}”, not “{given.surface}”"
    return f"the source gives “{given.surface}” for something else, and here it has “{here.surface}”"


def credited(party: str, owner: str) -> str:
    """That a figure is another's than the one the target names."""
    return f"the source has it not of {party}" + (f", but beside {owner}" if owner else "")


def reversed_way(word: str) -> str:
    """That a figure moves the other way in the source, quoting the word that says so."""
    return f"the other way: the source says “{word}”"


def per(words: str) -> str:
    """What the source gives a figure for, where the target gives it for something else."""
    return f"per something else: the source says “{words}”"


def counted(thing: str) -> str:
    """That the source counts things where the target measures or pays."""
    return f"no such unit: the source counts “{thing}”"


def part_of_year(words: str) -> str:
    """That the source names another part of the year or month."""
    return f"another part of the year: the source says “{words}”"


def at_another_time(words: str) -> str:
    """That the source gives a figure for another month or year."""
    return f"of another time: the source says “{words}”"


def smaller(first: Figure, second: Figure) -> str:
    """That of two values the other one is the larger."""
    return f"the other way: it is “{first.surface}” against “{second.surface}”"


def beside(party: str, instead: str) -> str:
    """That one of two parties is another one in the source."""
    return f"the source has {instead} beside the other party here, not {party}"


def part(words: str) -> str:
    """That the target tells a part as the whole."""
    return f"a part told as the whole: the source says “{words}”"


def ranked(words: str) -> str:
    """That the source names another rank."""
    return f"another rank: the source says “{words}”"


def placed(words: str) -> str:
    """That a figure is the step, the old or the new value in the source, and another of them in the target."""
    return f"old value, new value or the step between them: the source says “{words}”"


def stale(new: Figure) -> str:
    """That a figure is the old value in the source, which has a new one beside it."""
    return f"the source gives this as the old value; the new one is “{new.surface}”"


def exchanged(party: str) -> str:
    """That a party buys in the target and sells in the source, or the like."""
    return f"the parts are exchanged: the source has {party} on the other side of the deal"


def hedged(words: str) -> str:
    """That the source gives a figure with a bound or a hedge which the target drops."""
    return f"firmer than the source, which says “{words}”"


def anchored(source: Figure) -> str:
    """That the source gives a figure for another time, place or thing."""
    return f"the source gives “{source.surface}” for something else, and another figure here"


def labelled(word: str) -> str:
    """That two figures of a sentence have each other's labels."""
    return f"two figures have changed places: “{word}” belongs to the other one in the source"


def denied(word: str, *, lost: bool) -> str:
    """That one text denies what the other says."""
    return f"the source denies it: “{word}”" if lost else f"“{word}” denies what the source says"


def supposed(word: str) -> str:
    """That the source only supposes what the target tells as a fact."""
    return f"told as a fact, where the source says “{word}”"


def voted(words: str) -> str:
    """That the sides of a vote have changed places."""
    return f"the sides of the vote have changed places: the source has “{words}”"
