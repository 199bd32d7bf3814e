"""German: abbreviations, ordinals, and the words that only a sentence's beginning capitalises."""

from __future__ import annotations

from summarizer.sentences.lexicon import Lexicon, endings, words

MONTHS = words("""
Januar Jänner Februar Feber März April Mai Juni Juli August September Oktober November Dezember Jan Feb Mrz Apr Jun
Jul Aug Sep Sept Okt Nov Dez
""")

LEXICON = Lexicon(
    endings=endings(
        never="""
Dr Drs Ph Prof Dipl Ing Mag lic med phil rer nat jur iur pol oec habil theol h.c h.c.mult Priv Doz Hr Hrn Fr Frl Frhr
Gebr Fa Inh Vors Abg Gov Gouv Rep Lt Maj Col Capt Sgt Mr Mrs Ms Messrs St Ste Msgr Rev z.B zB z.Bsp z.T z.Zt z.Z d.h
dh i.d.R idR i.e i.e.S i.w.S e.g d.i u.U m.E m.W s.o s.u v.a o.g o.e u.g g.g.F ggf gegebenenf vgl bzw bspw beispielsw
sog insb insbes inkl exkl einschl ausschl abzgl zzgl zuzgl evtl evt eigtl ursprgl urspr ehem entspr bes betr bzgl bez
hinsichtl ca rd mind ggü gegr geb verh gest verst verw Nr Nrn Abs Ziff lit Buchst Rn Rdnr Rdn Rz Az BGBl RGBl ABl GVBl
BStBl Hrsg Hg hrsg Verf Bearb Übers Abb Anl Anm Bd Bde Jg Aufl Ausg Urt Beschl Entsch Bekl Kl i.V.m iVm i.S.d i.S.v
i.H.v iHv i.R.d gem lt zit Tel Bj Kfm kfm Sr Ew Exz hl allg amtl dt engl frz franz ital russ poln türk griech lat
österr schweiz niederl schwed vs v z d n u Z.B D.h U.U I.d.R Vgl Bzw Bspw Sog Insb Insbes Inkl Exkl Evtl Ggf Ca Rd
Mind Lt Gem Zzgl Allg Ehem a.a.O o.V v.H
""",
        either="""
usw usf etc ff f u.a U.a ua u.Ä u.ä o.Ä o.ä u.dgl dgl u.v.m uvm u.v.a u.s.w u.a.m a.D a.M i.R e.V eV i.G i.L mbH Co
Inc Corp Ltd Bros Jr jr sen jun Plc Mio Mrd Bio Brd Tsd Mill Std Min Sek Jh Jhd Jhs Jahrh v.Chr n.Chr v.u.Z n.u.Z d.J
d.M d.Ä d.J Str Pl Bhf Hbf Hptbf Bf Mo Di Mi Do Sa So Jan Feb Mrz Apr Jun Jul Aug Sep Sept Okt Nov Dez p.a p.P p.m a.m
m.ü.M ü.M ü.NN Stk Stck Pkt Pf Gr Kl Ztr Pfd Qkm Km Gen Gem Kr Ldkr Reg Bez U.S U.K U.N D.C L.A N.Y i.A i.V Lkr Univ
Inst Abt Ass Mitgl Tln Teiln Gesch Hj Qu Q Wo Mon
""",
        before_number="Art Kap Fig Tab No Pos Tz Par",
    ),
    abbreviated_tails=("str", "Str", "pl"),
    starters=words("""
Der Die Das Dem Den Des Ein Eine Einen Einem Einer Eines Kein Keine Keinen Keiner Dieser Diese Dieses Diesen Diesem
Jener Jene Jenes Jeder Jede Jedes Jeden Jedem Alle Alles Allen Aller Beide Beides Beiden Manche Mancher Manches Viele
Vieles Vielen Wenige Einige Einiges Einigen Mehrere Mehreren Andere Anderes Anderen Solche Solcher Sämtliche Etliche
Ich Du Er Sie Es Wir Ihr Man Mich Dich Sich Uns Euch Ihm Ihn Ihnen Mir Dir Sein Seine Seinen Seinem Seiner Seines Ihre
Ihren Ihrem Ihrer Ihres Mein Meine Meinen Meiner Unser Unsere Unserem Unseren Unserer Dein Deine Euer Eure Wer Was Wen
Wem Wessen Wann Wo Wie Warum Weshalb Wieso Woher Wohin Welche Welcher Welches Welchen Wofür Womit Wodurch Und Oder
Aber Denn Doch Sondern Sowie Sowohl Weder Entweder Jedoch Dennoch Trotzdem Allerdings Außerdem Zudem Ferner
Anschließend Ungefähr Zugleich Gleichzeitig Dagegen Hingegen Dafür Dabei Dadurch Damit Daher Darum Deshalb Deswegen
Demnach Demzufolge Folglich Somit Danach Dann Davor Zuvor Vorher Nachher Später Daraufhin Darauf Daran Darin Darüber
Darunter Dazu Davon Daneben Dort Dorthin Hier Hierbei Hierfür Hierzu Da Daraus Nun Jetzt Heute Gestern Bald Bisher
Bislang Inzwischen Mittlerweile Seitdem Seither Schon Bereits Erst Noch Nur Auch Sogar Selbst Etwa Rund Knapp Fast
Beinahe Nahezu Circa Insgesamt Zunächst Zuletzt Schließlich Endlich Letztlich Vielleicht Wahrscheinlich Möglicherweise
Vermutlich Offenbar Tatsächlich Natürlich Leider Immerhin Immer Nie Niemals Oft Häufig Manchmal Meist Meistens
Mindestens Höchstens Sehr So Ebenso Ebenfalls Genauso Vor Nach Nachdem Bevor Während Seit Bis Als Wenn Weil Da Dass Ob
Obwohl Obgleich Damit Sobald Solange Soweit Sofern Falls Indem Wobei Wonach In Im Ins Am An Auf Aus Außer Bei Beim
Durch Für Gegen Gegenüber Hinter Innerhalb Außerhalb Mit Neben Ohne Statt Anstatt Trotz Über Um Unter Von Vom Wegen Zu
Zum Zur Zwischen Laut Angesichts Aufgrund Anhand Anlässlich Infolge Mithilfe Entlang Gemäß Jenseits Mangels Seitens
Zufolge Zugunsten Nicht Nichts Niemand Jemand Etwas Ist Sind War Waren Wird Wurde Wurden Hat Hatte Hatten Kann Konnte
Soll Sollte Muss Musste Darf Wollte Möchte Würde Wäre Hätte Könnte Gibt Gab Geht Kommt Bleibt Nein Ja Ach Weiter
Weitere Weiteren Weiterhin Weil Zwar Ganz Genau Nämlich Einerseits Andererseits Erstens Zweitens Drittens Ohnehin
Überhaupt Besonders Vielmehr Stattdessen Ansonsten Sonst Anders Ähnlich Dementsprechend Entsprechend Demgegenüber
Unterdessen Derweil Derzeit Aktuell Künftig Zusätzlich Lediglich Allein Daneben Wiederum Zweifellos Einst Damals
Dessen Deren Denen
"""),
    links=words("""
der die das des dem den eine einer eines einem einen und oder sowie von vom zum zur im ins am beim für durch gegen bis
als dass weil wenn ob wie aber sondern ihre ihren ihrer ihrem seine seinen seiner seinem dieser diese dieses diesem
diesen in bei über unter zwischen wegen laut rund etwa knapp bereits sehr rd ca
"""),
    units=words("""
Millionen Million Milliarden Milliarde Billionen Billion Mio Mrd Bio Tausend Tsd Euro Dollar Cent Franken Pfund Yen
Rubel Prozent Prozentpunkte Prozentpunkten Prozentpunkt Promille Uhr Grad Kilometer Kilometern Meter Metern Zentimeter
Quadratmeter Quadratkilometer Hektar Liter Tonnen Tonne Kilogramm Kilo Gramm Megawatt Gigawatt Kilowatt
Kilowattstunden Megawattstunden Terawattstunden Gigawattstunden MW GW TWh GWh MWh kWh km kg US-Dollar Jahre Jahren
Monate Monaten Tage Tagen Wochen Stunden Minuten Sekunden Stück Einwohner Einwohnern Menschen Haushalte Haushalten
"""),
    months=MONTHS,
    nouns_are_capitalised=True,
    ordinals_take_stop=True,
    ordinal_leads=words("""
der die das dem den des Der Die Das Dem Den Des am Am im Im ins Ins zum Zum zur Zur vom Vom beim Beim ein eine einen
einem einer eines Ein Eine sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres Sein Seine Ihr Ihre
mein meine meinen meinem meiner unser unsere unseren unserem unserer dein deine euer eure dieser diese dieses diesem
diesen jeder jede jedes jedem jeden Jeder Jede Jedes welcher welche kein keine keinen keinem keiner jener bereits
nunmehr mittlerweile inzwischen insgesamt schon erst deren dessen ans aufs fürs Herr Herrn Frau gleichnamige dortigen
hiesigen diesjährige diesjährigen heutigen gestrigen kommenden vergangenen
"""),
    ordinal_nouns=MONTHS
    | words("""
Jahrhundert Jahrhunderts Jahrhunderte Jahrhunderten Jh Jhd Jahrtausend Jahrtausends Weltkrieg Weltkriegs Weltkrieges
Quartal Quartals Quartale Halbjahr Halbjahres Halbjahrs Trimester Semester Kalenderwoche KW Woche Monat Jahr Jahres
Tag Tages Stunde Minute Sekunde Spielminute Spieltag Spieltags Runde Halbzeit Viertel Drittel Liga Bundesliga Division
Platz Platzes Rang Stelle Reihe Mal Male Geburtstag Geburtstags Todestag Todestags Jahrestag Jahrestags Jubiläum
Jubiläums Hochzeitstag Klasse Jahrgangsstufe Stufe Schuljahr Lebensjahr Lebensjahres Lebensmonat Auflage Ausgabe
Kapitel Band Teil Absatz Etage Stock Stockwerk Obergeschoss Untergeschoss OG Instanz Senat Strafsenat Zivilsenat
Kammer Strafkammer Generation Lesung Wahlgang Wahlperiode Legislaturperiode Amtszeit Sitzung Verhandlungstag
Prozesstag Etappe Lauf Durchgang Versuch Akt Sinfonie Symphonie Armee Division Panzerdivision Brigade Bataillon
Kompanie Bezirk Arrondissement Breitengrad Längengrad Bürgermeister Bürgermeisterin Vorsitzender Vorsitzende
Vorsitzenden Präsident Änderung Änderungsgesetz Verordnung Verfassungszusatz Jahrestages Folge Staffel Episode
Mannschaft Grad Dynastie Republik Bundestag Bundestages Bundestags Parteitag Kirchentag Internationale Internationalen
Deutsche Deutschen Deutscher
"""),
    joiners=words("und oder bis sowie u bzw"),
)
