"""English: abbreviations, and the words that open a sentence."""

from __future__ import annotations

from summarizer.sentences.lexicon import Lexicon, endings, words

MONTHS = words("""
January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep
Sept Oct Nov Dec
""")

LEXICON = Lexicon(
    endings=endings(
        never="""
Mr Mrs Ms Messrs Mx Dr Drs Prof Rev Hon Gov Sen Sens Rep Reps Lt Col Gen Capt Cpt Cmdr Maj Sgt Adm Brig Msgr Fr St Ste
Mt Ft Supt Insp Pres Atty e.g eg i.e viz cf Cf vs v approx Approx E.g I.e ca Ca c Nos nos Nr Hr z.B d.h bzw
""",
        either="""
Inc Corp Co Ltd Bros Plc Jr Sr Esq Ph.D M.D B.A M.A B.Sc M.Sc J.D etc al U.S U.K U.N E.U D.C L.A N.Y U.S.A U.A.E a.m
p.m A.M P.M A.D B.C Ave Blvd Rd Hwy Dept Univ Assn Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed
Thu Thur Thurs Fri Sat Sun bn mn mln bln tn mio est avg min max sec hr hrs ft lb lbs oz sq km yr yrs est S.A S.p.A N.V
B.V A.G G.m.b.H Mio Mrd e.V
""",
        before_number="No no Fig fig Figs Art art Sec Vol vol Ch ch pp Eq Tab para par Par Para",
    ),
    abbreviated_tails=(),
    starters=words("""
The A An This That These Those It Its He She They We You I His Her Their Our Your My Him Them Us Who What When Where
Why How Which Whose There Here Then Thus Hence Therefore However Moreover Furthermore Meanwhile Nevertheless
Nonetheless Still Yet But And Or So Nor If Unless Until Although Though Because Since While Whereas After Before
During At By For From In Into Of Off On Onto Over Under Up With Within Without About Above Across Against Along Among
Around As Behind Below Beneath Beside Besides Between Beyond Despite Down Except Inside Near Outside Through
Throughout To Toward Towards Upon According Also Additionally Already Always Another Any Anyone Anything Both Each
Either Every Everyone Everything Few Many More Most Much Neither No Nobody None Nothing Not Now Often Once Only Other
Others Several Some Someone Something Sometimes Soon Such Today Tomorrow Yesterday Two Three Four Five Six Seven Eight
Nine Ten Was Were Is Are Has Have Had Did Does Do Will Would Should Could Can May Might Must Let Last Later Earlier
Early Recently Previously Finally First Second Third Next Instead Indeed Perhaps Maybe Just Even Ever Never Again All
Almost Nearly Roughly Overall Together Separately Similarly Including Like Unlike Given Under
"""),
    links=words("""
the a an of to and or for with from by at in on as that which who  into than its their his her our about around nearly
more than over under between but
"""),
    units=words("""
million billion trillion thousand percent per cent percentage dollars euros pounds yen roubles rubles kilometres
kilometers miles metres meters tonnes tons hectares acres degrees megawatts gigawatts MW GW MWh GWh TWh kWh km kg
years months weeks days hours minutes seconds
"""),
    months=MONTHS,
    nouns_are_capitalised=False,
    ordinals_take_stop=False,
)
