"""Closed lists of German words that the reading of a sentence goes by: articles, prepositions, adverbs, verbs.

German has few articles and prepositions and they don't change, so a list is complete. The verbs are those of business
news in the forms that come up there; a verb that is missing is taken for an adjective where a noun follows, so add it.
"""

from __future__ import annotations

import re

from summarizer.drafting.deal_valency import verb_forms

ARTICLES = frozenset(
    [
        "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines", "kein", "keine",
        "keinen", "keinem", "keiner", "dieser", "diese", "dieses", "diesem", "diesen", "sein", "seine", "seinen",
        "seinem", "seiner", "ihr", "mein", "meine", "meinen", "meinem", "meiner", "unser", "unsere", "unseren",
        "unserem", "unserer", "ihre", "ihren", "ihrem", "ihrer", "beide", "beiden",
    ]
)  # fmt: skip
GENITIVE = frozenset({"des", "der", "eines", "einer", "beider"})
PREPOSITIONS = frozenset(
    [
        "mit", "zwischen", "über", "von", "vom", "für", "zu", "zum", "zur", "bei", "beim", "aus", "in", "im", "ins",
        "an", "am", "ans", "auf", "aufs", "nach", "laut", "gegen", "durch", "unter", "seit", "vor", "wegen", "um",
        "ohne", "neben", "gegenüber", "trotz", "während", "bis", "je", "pro", "per",
    ]
)  # fmt: skip
CONJUNCTIONS = frozenset({"und", "sowie", "oder", "bzw"})
ADVERBS = frozenset(
    [
        "bereits", "auch", "außerdem", "zudem", "zuvor", "zugleich", "zunächst", "noch", "nun", "rund", "etwa",
        "circa", "knapp", "fast", "gut", "gemeinsam", "allerdings", "demnach", "daher", "dafür", "damit", "dazu",
        "dabei", "davon", "persönlich", "ebenfalls", "weiter", "jährlich", "insgesamt", "künftig", "jetzt", "heute",
        "gestern", "morgen", "wieder", "nur", "erst", "schon", "dort", "hier", "so", "darunter", "darüber", "hinaus",
        "mindestens", "höchstens", "maximal", "fest", "nicht", "unter", "anderem", "bislang", "bisher", "zuletzt",
        "schließlich", "jedoch", "dennoch", "deshalb", "er", "sie", "es", "sich", "wir", "man", "ihm", "ihn",
        "ihnen", "dass", "ob", "weil", "wenn", "als", "wie", "denen", "deren", "dessen", "welche", "mehr", "weniger",
        "dann", "damals", "danach", "davor", "dagegen", "doch", "denn", "zusätzlich", "ferner", "parallel",
        "gleichzeitig", "zeitgleich", "hinzu", "inzwischen", "mittlerweile", "unterdessen", "derzeit", "aktuell",
        "offenbar", "angeblich", "ebenso", "vielmehr", "dadurch", "daraufhin", "hierzu", "hierfür", "darin", "daran",
        "darauf", "dahinter", "derweil", "somit", "folglich", "trotzdem", "allein", "anschließend", "ansonsten",
        "besonders", "beispielsweise", "bekanntlich", "demnächst", "eigentlich", "endlich", "erstmals",
        "gegebenenfalls", "grundsätzlich", "immerhin", "indes", "indessen", "insbesondere", "kürzlich",
        "langfristig", "laufend", "letztlich", "mitunter", "möglicherweise", "momentan", "nachdem", "nebenbei",
        "offiziell", "perspektivisch", "später", "sofern", "soweit", "sonst", "sowohl", "spätestens", "frühestens",
        "stattdessen", "tatsächlich", "teilweise", "tags", "ursprünglich", "vergangene", "vermutlich",
        "voraussichtlich", "vorerst", "wahrscheinlich", "weder", "weiterhin", "weltweit", "zeitweise", "ziemlich",
        "zuerst", "zusammen", "zwar", "kurz", "lange", "längst", "gerade", "jeweils", "rückwirkend", "einst",
        "früher", "überdies", "obwohl", "da", "falls", "bevor", "sobald", "seitdem",
    ]
)  # fmt: skip
VERB = re.compile(
    r"(?:will|wollen|wollte|wollten|wolle|plan(?:t|en|te|ten)|soll(?:en|te|ten|e)?|möchten?|muss|müssen|müsse|kann"
    r"|können"
    r"|könne|könnte|darf|dürfen|wird|werden|werde|würden?|wurden?|worden|ist|sind|sei|seien|war|waren|wäre|hat|haben"
    r"|habe"
    r"|hatten?|hätten?|hält|halten|hielt|kündig(?:t|en|te|ten)|(?:an)?gekündigt|verkünde(?:t|n|te|ten)|vermelde(?:t"
    r"|n|te|ten)|melde(?:t|n"
    r"|te|ten)|gemeldet|teilt(?:e|en)?|mitgeteilt|berichtet(?:e|en)?|erklärt(?:e|en)?|betont(?:e|en)?|sagt(?:e|en)?"
    r"|unterzeichn(?:et|en|ete|eten)|unterschr(?:eibt|ieb|ieben)|schlie(?:ßt|ßen)|schloss(?:en)?|(?:ab)?geschlossen"
    r"|trafen|traf|getroffen|vereinbar(?:t|en|te|ten)|einig(?:t|en|te|ten)|geeinigt|kauf(?:t|en|te|ten)|gekauft"
    r"|erwerben"
    r"|erwirbt|erwarb(?:en)?|erworben|bestell(?:t|en|te|ten)|order(?:t|n|te|ten)|geordert|beschaff(?:t|en|te|ten)"
    r"|angeschafft|anschaffen|beitreten|beigetreten|tritt|treten|trat(?:en)?|investier(?:t|en|te|ten)"
    r"|übern[ai]hm(?:en|t)?"
    r"|übernehmen|übernommen|liefer(?:t|n|te|ten)|geliefert|gründe(?:t|n|te|ten)|gegründet|beteilig(?:t|en|te|ten)"
    r"|beauftrag(?:t|en|te|ten)|erh(?:ält|alten|ielt|ielten)|gewähr(?:t|en|te|ten)|vergib[t]?|vergeben|verga(?:b"
    r"|ben)|kosten"
    r"|kostet(?:e|en)?|bringt|bringen|brachten?|hervorgebracht|erteilt(?:e|en)?|sichert(?:e|en)?|gesichert|läuft"
    r"|laufen|umfass(?:t|en|te|ten)"
    r"|erschließen|bauen|baut(?:e|en)?|leiht|fördert(?:e|n)?|fördern|bekommt|bekommen|bekam(?:en)?|legt(?:e|en)?"
    r"|stieg(?:en)?"
    r"|begrüßt(?:e|en)?|kam(?:en)?|kommt|kommen|gibt|geben|gab(?:en)?|geht|gehen|ging(?:en)?|steht|stehen|stand(?:en)?"
    r"|lässt|lassen|ließ(?:en)?|mach(?:t|en|te|ten)|steck(?:t|en|te|ten)|zahl(?:t|en|te|ten)|bezahl(?:t|en|te|ten)"
    r"|gezahlt|beträgt|betrugen?"
    r"|betragen"
    r"|lieg(?:t|en)|lag(?:en)?|belief(?:en)?|beläuft|belaufen|beginn(?:t|en)|begann(?:en)?|begonnen|dauer(?:t|n|te|ten)"
    r"|verlänger(?:t|n|te|ten)|bezieh(?:t|en)|bezog(?:en)?|nimm?t|nahm(?:en)?|nehmen|genommen|fusionier(?:t|en|te|ten)"
    r"|kooperier(?:t|en|te|ten)|folg(?:t|en|te|ten)|gilt|gelten|galt(?:en)?|nann?te[n]?|nenn(?:t|en)|schaff(?:t|en"
    r"|te|ten)"
    r"|leas(?:t|en|te|ten)|geleast|miete(?:t|n|te|ten)|gemietet|unterstütz(?:t|en|te|ten)|bezuschuss(?:t|en|te|ten)"
    r"|finanzier(?:t|en|te|ten)|gefördert|setz(?:t|en|te|ten)|stell(?:t|en|te|ten)|bring(?:t|en)|gelt(?:en)|bieten"
    r"|bietet"
    r"|errichte(?:t|n|te|ten)|gebaut|gehören|gehört(?:e|en)?|sehen|sieht|sah(?:en)?|vorsieht|einigten|zustimm(?:t|en"
    r"|te|ten)"
    r"|stimm(?:t|en|te|ten)|beschloss(?:en)?|gewann(?:en)?|gewinn(?:t|en)|gewonnen|versorg(?:t|en|te|ten)|steig(?:t|en)"
    r"|unterliegt|leiste(?:t|n|te|ten)|entsteh(?:t|en)|entstanden|abnehmen|abgenommen|zahlen|erhöh(?:t|en|te|ten)"
    r"|bereiten|vorbereitet(?:e|en)?|verk(?:auft|aufte|auften|aufen)|verkauft|arbeiten|arbeitet|lieh|genehmigt(?:e"
    r"|en)?)"
)
ADJECTIVE = re.compile(r"[a-zäöüß][\w-]*(?:e|en|er|es|em)")
NUMBER_WORD = re.compile(
    r"(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|(?:drei|vier|fünf|sech|sieb|acht|neun)zehn"
    r"|\w*(?:zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig)|\w*hundert|\w*tausend|mehrere[rn]?"
    r"|einige[rn]?"
    r"|zahlreiche[rn]?|viele[rn]?|weitere[rnsm]?|zusätzliche[rnsm]?)"
)


def is_verb(word: str) -> bool:
    """Whether a lower-case word is one of the verbs this reading knows."""
    return bool(VERB.fullmatch(word)) or word in verb_forms()


def is_number_word(word: str) -> bool:
    """Whether a word counts something: "vier", "mehrere", "weitere"."""
    return bool(NUMBER_WORD.fullmatch(word.lower()))
