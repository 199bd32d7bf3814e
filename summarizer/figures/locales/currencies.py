# ruff: noqa: E501 - tables, one group of words a row
"""The words for currencies in German and English, by ISO 4217 code.

A row is ``code | German nouns | German adjectives | English nouns | English adjectives``; the noun alone stands for the
code only if the row's noun is marked with ``!`` (a bare "Dollar" is the US dollar, a bare "Krone" has no code of its
own and is read as ``KR``: which crown is meant is for the reader to say). Minor units (Cent, pence) follow below.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from summarizer.data import Kind
from summarizer.figures.locale import Unit

ROWS: Final = """
EUR|!euro !euros|us|!euro !euros !eur|us
USD|!dollar !dollars !dollarn|us amerikanisch us-amerikanisch|!dollar !dollars !buck !bucks|us american u.s. united_states
CAD|dollar dollars|kanadisch|dollar dollars|canadian
AUD|dollar dollars|australisch|dollar dollars|australian aussie
NZD|dollar dollars|neuseeländisch neuseeland|dollar dollars|new_zealand
HKD|dollar dollars dollarn|hongkong|dollar dollars|hong_kong
SGD|dollar dollars|singapur singapurisch|dollar dollars|singapore singaporean
TWD|dollar dollars|taiwan taiwanesisch|dollar dollars|taiwan taiwanese
CHF|!franken !frankens !sfr !schweizerfranken|schweizer|!franken !franc !francs|swiss
XAF|cfa_franc !cfa||cfa_franc cfa_francs !cfa|
FRF|!franc !francs|französisch|franc francs|french
BEF|franc francs|belgisch|franc francs|belgian
GBP|!pfund !pfd pfunds|sterling britisch englisch|!pound !pounds !quid !sterling !sterlings|british english
EGP|pfund|ägyptisch|pound pounds egyptianpound geneh|egyptian
LBP|pfund lira|libanesisch|pound pounds lira|lebanese
SYP|pfund lira|syrisch|pound pounds lira|syrian
IEP|pfund|irisch|pound pounds punt|irish
JPY|!yen|japanisch|!yen|japanese
CNY|!yuan !renminbi !rmb|chinesisch|!yuan !renminbi !rmb !kuai|chinese
KRW|!won|südkoreanisch koreanisch|!won !wons|south_korean korean
KPW|won|nordkoreanisch|won|north_korean
INR|!rupie !rupien|indisch|!rupee !rupees|indian
PKR|rupie rupien|pakistanisch|rupee rupees|pakistani pakistan
LKR|rupie rupien|srilankisch sri_lankisch|rupee rupees|sri_lankan sri_lanka
NPR|rupie rupien|nepalesisch|rupee rupees|nepalese nepali
IDR|!rupiah|indonesisch|!rupiah !rupiahs|indonesian
RUB|!rubel !rubels !rubeln|russisch|!rouble !roubles !ruble !rubles|russian
BYN|rubel|belarussisch weißrussisch|rouble roubles ruble rubles|belarusian
UAH|!hrywnja !hryvnia !griwna|ukrainisch|!hryvnia !hryvnias !hryvnya|ukrainian
KZT|!tenge|kasachisch|!tenge !tenges|kazakh kazakhstani
UZS|!sum !soʻm|usbekisch|som soum sum|uzbek
KGS|!som|kirgisisch|!som !soms|kyrgyz
TJS|!somoni|tadschikisch|!somoni !somonis|tajik
GEL|!lari|georgisch|!lari|georgian
AZN|!manat|aserbaidschanisch|!manat !manats|azerbaijani azeri
TMT|manat|turkmenisch|manat manats|turkmen
AMD|!dram|armenisch|!dram !drams|armenian
MNT|!tugrik !tögrög|mongolisch|!tugrik !tugriks|mongolian
PLN|!złoty !zloty !zlotys !złotys|polnisch|!zloty !zlotys !złoty !złotys|polish
CZK|krone kronen|tschechisch|koruna korunas crown crowns|czech
SEK|krone kronen|schwedisch|krona kronor crown crowns|swedish
NOK|krone kronen|norwegisch|krone kroner crown crowns|norwegian
DKK|krone kronen|dänisch|krone kroner crown crowns|danish
ISK|krone kronen|isländisch|krona kronur crown crowns|icelandic
KR|!krone !kronen||!krone !kroner !krona !kronor !crown !crowns|
HUF|!forint|ungarisch|!forint !forints|hungarian
RON|!leu !lei|rumänisch|!leu !lei|romanian
MDL|leu lei|moldauisch|leu lei|moldovan
BGN|!lew !lewa|bulgarisch|!lev !leva|bulgarian
HRK|!kuna|kroatisch|!kuna !kunas|croatian
RSD|!dinar|serbisch|!dinar !dinars|serbian
IQD|dinar|irakisch|dinar dinars|iraqi
KWD|dinar|kuwaitisch|dinar dinars|kuwaiti
JOD|dinar|jordanisch|dinar dinars|jordanian
TND|dinar|tunesisch|dinar dinars|tunisian
TRY|!lira !lire|türkisch|!lira !liras|turkish
ITL|lire lira|italienisch|lire lira|italian
ILS|!schekel|israelisch|!shekel !shekels|israeli
SAR|!riyal !rial !riyals !saudiriyal|saudisch saudi-arabisch|!riyal !riyals !saudiriyal|saudi saudi_arabian
QAR|riyal rial|katarisch|riyal riyals|qatari
IRR|rial toman|iranisch|!rial !rials|iranian
OMR|rial|omanisch|rial rials|omani
AED|!dirham|emiratisch|!dirham !dirhams|uae emirati
MAD|dirham|marokkanisch|dirham dirhams|moroccan
THB|!baht|thailändisch|!baht|thai
VND|!dong|vietnamesisch|!dong|vietnamese
MYR|!ringgit|malaysisch|!ringgit !ringgits|malaysian malaysia
PHP|!peso|philippinisch|peso pesos|philippine
MXN|peso pesos|mexikanisch|!peso !pesos|mexican
ARS|peso pesos|argentinisch|peso pesos|argentine argentinian
CLP|peso pesos|chilenisch|peso pesos|chilean
COP|peso pesos|kolumbianisch|peso pesos|colombian
BRL|!real !reais|brasilianisch|!reais real|brazilian
PEN|sol soles|peruanisch|sol soles|peruvian
VES|!bolivar !bolívar|venezolanisch|!bolivar !bolivars|venezuelan
ZAR|!rand|südafrikanisch|!rand|south_african
NGN|!naira|nigerianisch|!naira|nigerian
GHS|!cedi|ghanaisch|!cedi !cedis|ghanaian
KES|schilling|kenianisch|!shilling !shillings|kenyan
UGX|schilling|ugandisch|shilling shillings|ugandan
ATS|!schilling !schillinge|österreichisch|!schilling !schillings|austrian
ETB|!birr|äthiopisch|!birr|ethiopian
AFN|!afghani|afghanisch|!afghani !afghanis|afghan
BDT|!taka|bangladeschisch|!taka|bangladeshi
KHR|!riel|kambodschanisch|!riel !riels|cambodian
MMK|!kyat|birmanisch|!kyat !kyats|burmese
LAK|!kip|laotisch|!kip|lao
DEM|mark !d_mark !dm !d-mark d_mark reichsmark|deutsch|mark marks !deutschmark !deutschmarks|german deutsche
FIM|mark !finnmark|finnisch|markka markkaa|finnish
ESP|!peseta !peseten|spanisch|!peseta !pesetas|spanish
NLG|!gulden|niederländisch holländisch|!guilder !guilders|dutch netherlands
XBT|!bitcoin !bitcoins||!bitcoin !bitcoins !btc|
"""

MINOR: Final = """
EUR|cent cents ct cts eurocent eurocents||euro_cent euro_cents eurocent eurocents centime centimes|
USD|penny us_cent us_cents ¢||cent cents penny pennies ¢|
GBP|pence||pence p|
CHF|rappen||rappen|
RUB|kopeke kopeken||kopek kopeks kopeck kopecks|
UAH|kopijka||kopiyka kopiykas|
SEK|öre||ore öre|
PLN|groschen||grosz groszy|
XBT|||satoshi satoshis|
"""

_ENDINGS: Final = ("", "e", "en", "er", "es", "em")


def units(language: str) -> dict[str, Unit]:
    """Currency words and phrases of a language, lower case, hyphens as spaces."""
    german = language == "de"
    table: dict[str, Unit] = {}
    for row in ROWS.strip().splitlines():
        code, *columns = row.split("|")
        nouns, adjectives = columns[:2] if german else columns[2:]
        unit = Unit(Kind.MONEY, code)
        for noun in nouns.split():
            word = noun.lstrip("!").replace("_", " ").replace("-", " ")
            if noun.startswith("!"):
                table.setdefault(word, unit)
            for adjective in adjectives.split():
                for ending in _ENDINGS if german else ("",):
                    table[f"{adjective.replace('_', ' ').replace('-', ' ')}{ending} {word}"] = unit
        if german and code == "GBP":
            table["pfund sterling"] = unit
    if not german:
        table["pounds sterling"] = table["pound sterling"] = Unit(Kind.MONEY, "GBP")
    for row in MINOR.strip().splitlines():
        code, *columns = row.split("|")
        factor = Decimal("0.01") if code != "XBT" else Decimal("1e-8")
        for noun in (columns[0] if german else columns[2]).split():
            table[noun.replace("_", " ")] = Unit(Kind.MONEY, code, factor)
    return table
