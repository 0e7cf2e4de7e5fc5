# Die Oberfläche auf Deutsch. Dieselben Schlüssel und Variablen wie in en.ftl.

# Menüs

menu-file = Datei
menu-edit = Bearbeiten
menu-add = Hinzufügen
menu-go = Gehe zu
menu-view = Ansicht
menu-help = Hilfe

# Befehle: der Titel, und in wenigen Worten, was der Befehl tut.
action-new = Neu
    .hint = Eine leere Karte beginnen
action-open = Öffnen …
    .hint = Eine Karte öffnen oder ein anderes Format einlesen
action-open-example = Die erste Debatte öffnen
    .hint = Eine Kopie der mitgelieferten Karte öffnen: wer wen die Wahl gekostet hat
action-save = Speichern
    .hint = Die Karte speichern
action-save-as = Speichern unter …
    .hint = Die Karte unter anderem Namen speichern
action-export = Exportieren …
    .hint = Ein Bild oder ein anderes Format schreiben
action-quit = Beenden
    .hint = Elenchus schließen
action-undo = Rückgängig
    .hint = Den letzten Schritt zurücknehmen
action-redo = Wiederholen
    .hint = Das Zurückgenommene noch einmal tun
action-cut = Ausschneiden
    .hint = Die Auswahl in die Zwischenablage verschieben
action-copy = Kopieren
    .hint = Die Auswahl in die Zwischenablage kopieren
action-paste = Einfügen
    .hint = Das Kopierte einfügen
action-duplicate = Duplizieren
    .hint = Die Auswahl neben sich selbst kopieren
action-delete = Löschen
    .hint = Die Auswahl löschen, und was ohne sie nicht bestehen kann
action-edit-text = Text bearbeiten
    .hint = In die gewählte Behauptung schreiben
action-toggle-pin = Anheften oder lösen
    .hint = Die gewählten Behauptungen bei jedem Anordnen lassen, wo sie sind
action-nudge-up = Nach oben rücken
    .hint = Die gewählten Behauptungen ein wenig nach oben rücken
action-nudge-down = Nach unten rücken
    .hint = Die gewählten Behauptungen ein wenig nach unten rücken
action-nudge-left = Nach links rücken
    .hint = Die gewählten Behauptungen ein wenig nach links rücken
action-nudge-right = Nach rechts rücken
    .hint = Die gewählten Behauptungen ein wenig nach rechts rücken
action-add-claim = Behauptung hinzufügen
    .hint = Eine neue Behauptung für sich allein
action-add-support = Stütze hinzufügen
    .hint = Eine neue Behauptung, die für die Auswahl spricht
action-add-rebuttal = Einwand hinzufügen
    .hint = Eine neue Behauptung, die gegen die Auswahl spricht
action-add-undercut = Unterschneidung hinzufügen
    .hint = Eine neue Behauptung, die bestreitet, dass der gewählte Schritt folgt
action-add-co-premise = Weitere Prämisse hinzufügen
    .hint = Eine neue Behauptung, die der gewählte Schritt außerdem braucht
action-add-attribution = Zuschreibung hinzufügen
    .hint = Sagen, wer das Gewählte sagt
action-add-speaker = Sprecher hinzufügen
    .hint = Ein neuer Eintrag im Sprecherverzeichnis
action-add-source = Quelle hinzufügen
    .hint = Ein neuer Eintrag im Quellenverzeichnis
action-add-group = Gruppe hinzufügen
    .hint = Eine neue Gruppe von Behauptungen
action-select-all = Alles auswählen
    .hint = Alle Knoten auswählen
action-select-none = Nichts auswählen
    .hint = Die Auswahl aufheben
action-select-up = Behauptung darüber
    .hint = Die nächste Behauptung darüber auswählen
action-select-down = Behauptung darunter
    .hint = Die nächste Behauptung darunter auswählen
action-select-left = Behauptung links
    .hint = Die nächste Behauptung links auswählen
action-select-right = Behauptung rechts
    .hint = Die nächste Behauptung rechts auswählen
action-select-next = Nächste Behauptung
    .hint = Die nächste Behauptung in Leserichtung auswählen
action-select-previous = Vorige Behauptung
    .hint = Die vorige Behauptung in Leserichtung auswählen
action-select-target = Zum Ziel gehen
    .hint = Vom Grund zur Beziehung, von dort zu dem, worauf sie sich bezieht
action-select-grounds = Zu den Gründen gehen
    .hint = Zu dem, was sich auf die Auswahl bezieht, von einer Beziehung zu ihrer Prämisse
action-select-sibling = Nächster Grund
    .hint = Zur nächsten Beziehung auf dasselbe Ziel, zur nächsten Prämisse derselben Beziehung
action-select-attribution = Zu dem, der es sagt
    .hint = Zu den Zuschreibungen der Auswahl, eine nach der anderen
action-lay-out = Alles anordnen
    .hint = Alle nicht angehefteten Behauptungen anordnen
action-lay-out-unplaced = Neue Behauptungen einordnen
    .hint = Platz finden für alles, was keinen hat; der Rest bleibt
action-cancel-task = Laufendes abbrechen
    .hint = Anordnen, Öffnen, Speichern oder Exportieren abbrechen, das lange dauert
action-zoom-in = Vergrößern
    .hint = Näher heran
action-zoom-out = Verkleinern
    .hint = Weiter weg
action-zoom-to-fit = Ganze Karte
    .hint = Die ganze Karte zeigen
action-zoom-to-actual-size = Originalgröße
    .hint = Die Karte in ihrer eigenen Größe zeigen
action-zoom-to-selection = Auswahl zeigen
    .hint = Zeigen, was ausgewählt ist
action-toggle-theme = Dunkel oder hell
    .hint = Zwischen dunkler und heller Darstellung wechseln
action-toggle-palette = Befehlspalette …
    .hint = Einen Befehl nach seinem Namen finden
action-show-shortcuts = Tastenkürzel
    .hint = Alle Befehle mit ihren Tasten
action-show-about = Über Elenchus
    .hint = Version und Lizenz

# Folding, focus, filter, back and forward
action-back = Zurück
    .hint = Dorthin, wo man vor dem letzten Sprung war
action-forward = Vorwärts
    .hint = Dorthin, woher man zurückkam
action-toggle-fold = Ein- oder ausklappen
    .hint = Verbergen oder zeigen, was sich auf die Auswahl bezieht
action-fold-all = Alles einklappen
    .hint = Nur die Schlussfolgerungen zeigen
action-unfold-one-level = Eine Ebene ausklappen
    .hint = Schlussfolgerungen zeigen und was sich unmittelbar auf sie bezieht
action-unfold-two-levels = Zwei Ebenen ausklappen
    .hint = Zeigen, was bis zu zwei Schritte von einer Schlussfolgerung entfernt ist
action-unfold-three-levels = Drei Ebenen ausklappen
    .hint = Zeigen, was bis zu drei Schritte von einer Schlussfolgerung entfernt ist
action-unfold-all = Alles ausklappen
    .hint = Alle eingeklappten Zweige zeigen
action-focus = Auswahl in den Blick nehmen
    .hint = Nur zeigen, was wenige Schritte von der Auswahl entfernt ist
action-widen-focus = Weiterer Blick
    .hint = Einen Schritt mehr um die Auswahl herum zeigen
action-narrow-focus = Engerer Blick
    .hint = Einen Schritt weniger um die Auswahl herum zeigen
action-leave-focus = Wieder alles im Blick
    .hint = Die ganze Karte zeigen
action-toggle-filter = Filter
    .hint = Nur Behauptungen einer Art, eines Stichworts, Sprechers, Datums, einer Quelle oder Haltung zeigen
action-clear-filter = Filter aufheben
    .hint = Zeigen, was der Filter verbirgt
blocked-back = Es gibt keinen Ort, zu dem es zurückgeht.
blocked-forward = Es gibt keinen Ort, zu dem es vorwärtsgeht.
blocked-fold = Keine Behauptung mit Stützen oder Einwänden ist ausgewählt. Zuerst eine auswählen.
blocked-fold-filtered = Der Filter sieht in eingeklappte Zweige hinein. Vor dem Einklappen den Filter aufheben.
blocked-unfold = Kein Zweig ist eingeklappt.
blocked-focus = Nichts ist in den Blick genommen. Zuerst eine Auswahl in den Blick nehmen.
blocked-wider = Der Blick ist so weit wie möglich.
blocked-narrower = Der Blick ist so eng wie möglich.
blocked-filter = Kein Filter ist gesetzt.
shown-everything = Alles ist zu sehen
shown-count = { $shown } von { $count } gezeigt
focus-bar = Blick
focus-several = { $count ->
    [one] 1 ausgewählt
   *[other] { $count } ausgewählt
}
focus-steps = { $count ->
    [one] 1 Schritt
   *[other] { $count } Schritte
}
filter-bar = Filter
filter-close = Filter schließen
filter-by = Filtern nach { $title }
filter-by-set = Filtern nach { $title }, gesetzt: { $text }
filter-kind = Art
filter-standing = Stand
filter-relation = Beziehung
filter-tag = Stichwort
filter-speaker = Sprecher
filter-source = Quelle
filter-stance = Haltung
filter-date = Datum
filter-unsupported = Ohne Stütze
filter-rebutted = Mit Einwand
filter-final = Schlussfolgerung
filter-unattributed = Von niemandem gesagt
filter-undercut = Unterschneidung
filter-search = Suchen
filter-any = Beliebig
filter-since = Von
filter-until = Bis
filter-date-since = Ab { $date }
filter-date-until = Bis { $date }
filter-no-date = 2016, 2016-11 oder 2016-11-14 schreiben.
filter-too-many-links = Nur die ersten { $count } verborgenen Wege sind gezeichnet
shown-fold-branch = Zweig einklappen: { $name }
shown-unfold-branch = { $count ->
    [one] 1 Behauptung ausklappen: { $name }
   *[other] { $count } Behauptungen ausklappen: { $name }
}
shown-hidden-link = { $count ->
    [one] 1 verborgen zwischen { $from } und { $to }
   *[other] { $count } verborgen zwischen { $from } und { $to }
}
shown-hidden-link-hint = Zeigen, was hier verborgen ist
shown-hidden = { $count } verborgen
shown-folded = { $count ->
    [one] 1 Behauptung eingeklappt.
   *[other] { $count } Behauptungen eingeklappt.
}
# Writing by keyboard

action-cut-branch = Zweig ausschneiden
    .hint = Die Auswahl und alles, was sich auf sie bezieht, in die Zwischenablage verschieben
action-copy-branch = Zweig kopieren
    .hint = Die Auswahl und alles, was sich auf sie bezieht, kopieren
action-paste-under = Als Gründe einfügen
    .hint = Das Kopierte als Gründe für die Auswahl einfügen
action-add-sibling = Nachbar hinzufügen
    .hint = Ein weiterer Grund derselben Art neben der Auswahl
action-add-sibling-above = Nachbar eine Ebene höher
    .hint = Ein weiterer Grund neben dem, worauf sich die Auswahl bezieht
action-add-parent = Übergeordnete Behauptung
    .hint = Eine neue Behauptung, die von den ausgewählten gestützt wird
action-select-branch = Zweig auswählen
    .hint = Die Auswahl und alles, was sich auf sie bezieht
action-walk-to-target = Im Argument aufwärts
    .hint = Zu der Behauptung, auf die sich die Auswahl bezieht
action-walk-to-grounds = Im Argument abwärts
    .hint = Zur ersten Behauptung, die sich auf die Auswahl bezieht
action-walk-to-previous = Voriger Nachbar
    .hint = Zur Behauptung vor dieser, die sich auf dasselbe bezieht
action-walk-to-next = Nächster Nachbar
    .hint = Zur Behauptung nach dieser, die sich auf dasselbe bezieht
action-extend-up = Nach oben erweitern
    .hint = Auch die nächste Behauptung darüber auswählen
action-extend-down = Nach unten erweitern
    .hint = Auch die nächste Behauptung darunter auswählen
action-extend-left = Nach links erweitern
    .hint = Auch die nächste Behauptung links auswählen
action-extend-right = Nach rechts erweitern
    .hint = Auch die nächste Behauptung rechts auswählen
action-extend-to-target = Im Argument aufwärts erweitern
    .hint = Auch die Behauptung auswählen, auf die sich die Auswahl bezieht
action-extend-to-grounds = Im Argument abwärts erweitern
    .hint = Auch die erste Behauptung auswählen, die sich auf die Auswahl bezieht
action-extend-to-previous = Zum vorigen Nachbarn erweitern
    .hint = Auch die Behauptung vor dieser auswählen, die sich auf dasselbe bezieht
action-extend-to-next = Zum nächsten Nachbarn erweitern
    .hint = Auch die Behauptung nach dieser auswählen, die sich auf dasselbe bezieht
write-only-claims-have-text = Nur eine Behauptung hat einen eigenen Text. Eine Behauptung auswählen, oder für die Felder eines Pfeils den Inspektor verwenden.
write-premise-removed = Prämisse entfernt.
write-no-premise = Nur eine Behauptung oder eine Zuschreibung kann etwas stützen. Zuerst eine auswählen.
write-deleted-claim = Die Behauptung ist gelöscht.
write-deleted-relation = Die Beziehung ist gelöscht.
write-deleted-attribution = Die Zuschreibung ist gelöscht.
write-deleted-items = { $count } Dinge sind gelöscht.
write-no-target = Dies bezieht sich auf nichts: Hier endet das Argument.
write-no-grounds = Hierauf bezieht sich noch nichts. Eine Stütze oder einen Einwand hinzufügen.
write-no-sibling = Daneben steht nichts.
write-no-previous-sibling = Dies ist das erste von denen, die sich auf dasselbe beziehen.
write-no-next-sibling = Dies ist das letzte von denen, die sich auf dasselbe beziehen.
write-no-attribution = Noch niemand sagt dies. Eine Zuschreibung hinzufügen.
write-delete-entry = „{ $name }“ löschen? { $also }
write-hint = Was behauptet wird, in einem Satz
write-field = Text der Behauptung
paste-nothing = Es gibt keinen Text zum Einfügen. Zuerst Behauptungen oder Text aus einem anderen Programm kopieren.
keymap-unreadable = Die eigenen Tasten werden nicht verwendet: { $why }
keymap-not-saved = Die Tasten werden nicht behalten: { $why }
keymap-unknown-action = Die Tastenbelegung nennt einen Befehl, den es nicht gibt: „{ $action }“.
keymap-unknown-key = Die Tastenbelegung nennt eine Taste, die es nicht gibt: „{ $key }“ für „{ $action }“.
keymap-twice = Die Tastenbelegung gibt „{ $key }“ mehreren Befehlen; „{ $action }“ geht leer aus.
keys-title = Tastenkürzel
keys-find = Suchen
keys-find-name = Ein Kürzel suchen
keys-close = Schließen
keys-reset-all = Alle Tasten zurücksetzen
keys-reset-one = Tasten von { $action } zurücksetzen
keys-none-found = Nichts heißt so, und es gibt keine solche Taste.
keys-change-hint = { $hint }. Klicken, um die Tasten zu ändern.
keys-press = Weitere Taste für „{ $action }“ drücken. Esc lässt alles, wie es ist.
keys-taken = { $key } ist die Taste von „{ $owner }“.
keys-take = An { $action } geben
keys-keep = So lassen
keys-writing = Beim Schreiben
keys-writing-done = Fertig
keys-writing-line = Neue Zeile
keys-writing-back = Zurücknehmen
keys-writing-then = Fertig, dann { $action }
keys-pointer = Zeiger
keys-pointer-new = Neue Behauptung schreiben
    .how = Doppelklick auf leeren Grund
keys-pointer-write = In eine Behauptung schreiben
    .how = Doppelklick darauf
keys-pointer-connect = Verbinden
    .how = Einen Griff am Rand einer Karte auf eine Behauptung, das Zeichen einer Beziehung oder leeren Grund ziehen
keys-pointer-select = Mehrere auswählen
    .how = Klick mit Umschalt oder Strg; Ziehen mit Umschalt
keys-pointer-pan = Verschieben
    .how = Leeren Grund ziehen; Mausrad; mittlere Taste; Leertaste und ziehen
keys-pointer-zoom = Zoomen
    .how = Mausrad mit Strg; Finger spreizen
# Hände auf der Zeichenfläche
menu-arrange = Anordnen
action-align-left = Links ausrichten
    .hint = Die linken Ränder der ausgewählten Behauptungen auf eine Linie bringen
action-align-center = Mitten untereinander
    .hint = Die ausgewählten Behauptungen mittig untereinander bringen
action-align-right = Rechts ausrichten
    .hint = Die rechten Ränder der ausgewählten Behauptungen auf eine Linie bringen
action-align-top = Oben ausrichten
    .hint = Die oberen Ränder der ausgewählten Behauptungen auf eine Linie bringen
action-align-middle = Mitten nebeneinander
    .hint = Die ausgewählten Behauptungen mittig nebeneinander bringen
action-align-bottom = Unten ausrichten
    .hint = Die unteren Ränder der ausgewählten Behauptungen auf eine Linie bringen
action-distribute-across = Waagerecht verteilen
    .hint = Die Abstände der ausgewählten Behauptungen von links nach rechts angleichen
action-distribute-down = Senkrecht verteilen
    .hint = Die Abstände der ausgewählten Behauptungen von oben nach unten angleichen
action-toggle-minimap = Übersicht
    .hint = Das kleine Bild der ganzen Karte zeigen oder verbergen
blocked-align = Weniger als zwei Behauptungen sind ausgewählt. Zuerst die Behauptungen auswählen, die ausgerichtet werden sollen.
blocked-distribute = Weniger als drei Behauptungen sind ausgewählt. Zuerst die Behauptungen auswählen, die verteilt werden sollen.
step-align = { $count } Behauptungen ausrichten
step-distribute = { $count } Behauptungen verteilen
step-hang = Ziel ändern
hang-done-support = { $a } stützt jetzt { $b }
hang-done-rebuttal = { $a } ist jetzt Einwand gegen { $b }
hang-done = { $a } bezieht sich jetzt auf { $b }
minimap-name = Übersicht: ziehen, um den Ausschnitt zu verschieben
grip-tip = Zum Verbinden auf eine Behauptung oder Beziehung ziehen, für eine neue Behauptung auf freien Grund
grip-end = Ende verschieben: { $name }
grip-end-tip = Auf das ziehen, worauf es sich stattdessen beziehen soll
drop-name = Art der Beziehung
drop-question = Wie bezieht es sich auf { $to }?
drop-ground = Eine neue Behauptung hier, und { $from }:
drop-says = Sagt stattdessen dies
drop-premise = Weitere Prämisse
drop-support = Stütze
drop-rebuttal = Einwand
drop-undercut = Unterschneidung
drop-restatement = Umformulierung
drop-preference = Vorzug
drop-contradiction = Widerspruch
drop-instead = { $kind } hiervon statt von { $old }
drop-new-supports = Die neue Behauptung stützt sie
drop-new-rebuts = Die neue Behauptung wendet etwas gegen sie ein
drop-new-supported = Sie stützt die neue Behauptung
drop-new-rebutted = Sie wendet etwas gegen die neue Behauptung ein
hang-hint-support = Wird stattdessen { $b } stützen
hang-hint-rebuttal = Wird stattdessen Einwand gegen { $b }
hang-hint = Wird sich stattdessen auf { $b } beziehen
hang-hint-ask = Loslassen, um zu wählen, wie es sich auf { $b } bezieht
hang-already-support = Stützt { $b } bereits
hang-already-rebuttal = Ist bereits Einwand gegen { $b }
hang-already = Bezieht sich bereits auf { $b }
line-hint = Loslassen, um mit { $b } zu verbinden
line-hint-ground = Loslassen für eine neue Behauptung
line-hint-end = Auf dem loslassen, worauf es sich beziehen soll
# Find
action-find = Suchen …
    .hint = Wörter in Behauptungen, Notizen, Sprechern, Quellen und Zitaten suchen
action-find-next = Weitersuchen
    .hint = Zum nächsten Treffer gehen
action-find-previous = Rückwärts suchen
    .hint = Zum vorigen Treffer gehen
find-bar = In der Karte suchen
find-field = Suchen
find-hint = In dieser Karte suchen
find-close = Suche schließen
find-count = { $number } von { $count }
find-no-match = Kein Treffer
find-in-text = In der Behauptung
find-in-title = Im Titel
find-in-note = In der Notiz
find-in-tag = In einem Schlagwort
find-in-cause = In Ursache und Wirkung
find-in-scheme = Im Schema
find-in-quote = In einem Zitat
find-in-cue = Im Signalwort
find-in-date = Im Datum
find-in-place = Im Erscheinungsort
find-in-speaker = In Sprecher { $name }
find-in-source = In Quelle { $name }
# Aussehen, Größen, Sprachen, Ansagen
action-settings = Einstellungen …
    .hint = Farben, Größen, Sprache und Bewegung
action-scale-up = Oberfläche größer
    .hint = Alles im Fenster eine Stufe größer
action-scale-down = Oberfläche kleiner
    .hint = Alles im Fenster eine Stufe kleiner
action-scale-reset = Oberfläche auf 100 %
    .hint = Alles im Fenster in seiner eigenen Größe
settings-title = Einstellungen
settings-done = Fertig
settings-shortcuts = Tastenkürzel …
settings-system = Wie im System
settings-theme = Farben
settings-scale = Größe der Oberfläche
settings-text-size = Schrift in Leisten und Menüs
settings-percent = { $percent } %
settings-language = Sprache
settings-motion = Bewegung
settings-motion-full = Gleiten und bewegen
settings-motion-reduced = So wenig wie möglich
theme-light = Hell
theme-dark = Dunkel
theme-contrast-light = Hoher Kontrast, hell
theme-contrast-dark = Hoher Kontrast, dunkel

# Wörter des Modells
claim-kind-fact = Tatsache
claim-kind-value = Wert
claim-kind-policy = Forderung
claim-kind-cause = Ursache
claim-kind-definition = Definition
relation-kind-support = Stütze
relation-kind-rebuttal = Einwand
relation-kind-restatement = Neufassung
relation-kind-preference = Vorzug
relation-kind-contradiction = Widerspruch
relations-support =
    { $count ->
        [one] 1 Stütze
       *[other] { $count } Stützen
    }
relations-rebuttal =
    { $count ->
        [one] 1 Einwand
       *[other] { $count } Einwände
    }
relations-restatement =
    { $count ->
        [one] 1 Neufassung
       *[other] { $count } Neufassungen
    }
relations-preference =
    { $count ->
        [one] 1 Vorzug
       *[other] { $count } Vorzüge
    }
relations-contradiction =
    { $count ->
        [one] 1 Widerspruch
       *[other] { $count } Widersprüche
    }
stance-asserts = behauptet
stance-asserts-title = Behauptet
stance-denies = bestreitet
stance-denies-title = Bestreitet
stance-questions = bezweifelt
stance-questions-title = Bezweifelt
stance-endorses = bekräftigt
stance-endorses-title = Bekräftigt
stance-reports = berichtet
stance-reports-title = Berichtet
quotation-direct = Wörtlich
quotation-indirect = Indirekt
quotation-mixed = Gemischt
speaker-kind-person = Person
speaker-kind-organisation = Organisation
speaker-kind-publication = Publikation
speaker-kind-group = Gruppe
speaker-kind-anonymous = Anonym
source-kind-article = Artikel
source-noun-article = Artikel
source-kind-comment = Kommentar
source-noun-comment = Kommentar
source-kind-post = Beitrag
source-noun-post = Beitrag
source-kind-speech = Rede
source-noun-speech = Rede
source-kind-book = Buch
source-noun-book = Buch
source-kind-broadcast = Sendung
source-noun-broadcast = Sendung
source-kind-data-set = Datensatz
source-noun-data-set = Datensatz
source-kind-document = Dokument
source-noun-document = Dokument
a-claim = eine Behauptung
a-relation = eine Beziehung
an-attribution = eine Zuschreibung
role-premise = Prämisse
role-target = Ziel
role-content = Inhalt
label-empty-claim = (leere Behauptung)
label-confidential = vertraulicher Sprecher
label-anonymous = anonym
label-unnamed-speaker = jemand ohne Namen

# Knoten in Sätzen. Namen stehen in einem Fall; Verben und Präpositionen um sie herum verlangen den Akkusativ.
name-claim = „{ $claim }“
name-support-of =
    { $case ->
        [accusative] die Stütze von „{ $claim }“
       *[other] die Stütze von „{ $claim }“
    }
name-rebuttal-of =
    { $case ->
        [accusative] den Einwand gegen „{ $claim }“
       *[other] der Einwand gegen „{ $claim }“
    }
name-restatement-of =
    { $case ->
        [accusative] die Neufassung von „{ $claim }“
       *[other] die Neufassung von „{ $claim }“
    }
name-preference-of =
    { $case ->
        [accusative] den Vorzug vor „{ $claim }“
       *[other] der Vorzug vor „{ $claim }“
    }
name-contradiction-of =
    { $case ->
        [accusative] den Widerspruch zu „{ $claim }“
       *[other] der Widerspruch zu „{ $claim }“
    }
name-a-support =
    { $case ->
        [accusative] eine Stütze
       *[other] eine Stütze
    }
name-a-rebuttal =
    { $case ->
        [accusative] einen Einwand
       *[other] ein Einwand
    }
name-an-undercut =
    { $case ->
        [accusative] eine Unterschneidung
       *[other] eine Unterschneidung
    }
name-a-restatement =
    { $case ->
        [accusative] eine Neufassung
       *[other] eine Neufassung
    }
name-a-preference =
    { $case ->
        [accusative] einen Vorzug
       *[other] ein Vorzug
    }
name-a-contradiction =
    { $case ->
        [accusative] einen Widerspruch
       *[other] ein Widerspruch
    }
name-assertion-of =
    { $case ->
        [accusative] die Behauptung „{ $claim }“ durch { $speaker }
       *[other] die Behauptung „{ $claim }“ durch { $speaker }
    }
name-assertion-by =
    { $case ->
        [accusative] die Behauptung durch { $speaker }
       *[other] die Behauptung durch { $speaker }
    }
name-denial-of =
    { $case ->
        [accusative] das Bestreiten von „{ $claim }“ durch { $speaker }
       *[other] das Bestreiten von „{ $claim }“ durch { $speaker }
    }
name-denial-by =
    { $case ->
        [accusative] das Bestreiten durch { $speaker }
       *[other] das Bestreiten durch { $speaker }
    }
name-question-of =
    { $case ->
        [accusative] das Bezweifeln von „{ $claim }“ durch { $speaker }
       *[other] das Bezweifeln von „{ $claim }“ durch { $speaker }
    }
name-question-by =
    { $case ->
        [accusative] das Bezweifeln durch { $speaker }
       *[other] das Bezweifeln durch { $speaker }
    }
name-endorsement-of =
    { $case ->
        [accusative] die Bekräftigung von „{ $claim }“ durch { $speaker }
       *[other] die Bekräftigung von „{ $claim }“ durch { $speaker }
    }
name-endorsement-by =
    { $case ->
        [accusative] die Bekräftigung durch { $speaker }
       *[other] die Bekräftigung durch { $speaker }
    }
name-report-of =
    { $case ->
        [accusative] den Bericht über „{ $claim }“ durch { $speaker }
       *[other] der Bericht über „{ $claim }“ durch { $speaker }
    }
name-report-by =
    { $case ->
        [accusative] den Bericht durch { $speaker }
       *[other] der Bericht durch { $speaker }
    }
name-missing =
    { $case ->
        [accusative] den fehlenden Knoten { $id }
       *[other] der fehlende Knoten { $id }
    }
describe-claim = Behauptung: { $text }
describe-nothing = nichts
describe-and = { $before } und { $next }
describe-support = Stütze durch { $premises } für { $target }.
describe-rebuttal = Einwand durch { $premises } gegen { $target }.
describe-undercut = Unterschneidung durch { $premises } gegen { $target }.
describe-restatement = Neufassung durch { $premises } für { $target }.
describe-preference = Vorzug durch { $premises } gegen { $target }.
describe-contradiction = Widerspruch durch { $premises } gegen { $target }.
describe-in-source = { ", " }in { $source }
describe-asserts = Zuschreibung: { $speaker } behauptet { $content }{ $place }.
describe-denies = Zuschreibung: { $speaker } bestreitet { $content }{ $place }.
describe-questions = Zuschreibung: { $speaker } bezweifelt { $content }{ $place }.
describe-endorses = Zuschreibung: { $speaker } bekräftigt { $content }{ $place }.
describe-reports = Zuschreibung: { $speaker } berichtet { $content }{ $place }.
describe-nobody = ein Sprecher ohne Namen
describe-asserted-by = Behauptet durch { $speakers }.
describe-denied-by = Bestritten durch { $speakers }.
describe-questioned-by = Bezweifelt durch { $speakers }.
describe-endorsed-by = Bekräftigt durch { $speakers }.
describe-reported-by = Berichtet durch { $speakers }.

# Karten
card-empty = Leere Behauptung
card-more = +{ $count } weitere

# Ansagen für Vorleseprogramme; Namen stehen im Akkusativ
announce-support-added = Stütze für { $name } hinzugefügt
announce-rebuttal-added = Einwand gegen { $name } hinzugefügt
announce-undercut-added = Unterschneidung gegen { $name } hinzugefügt
announce-restatement-added = Neufassung für { $name } hinzugefügt
announce-preference-added = Vorzug gegen { $name } hinzugefügt
announce-contradiction-added = Widerspruch gegen { $name } hinzugefügt
announce-claim-added = Behauptung hinzugefügt
announce-premise-added = Prämisse für { $name } hinzugefügt
announce-attribution-added = Zuschreibung für { $name } hinzugefügt
announce-claim-deleted = Behauptung gelöscht: „{ $claim }“
announce-deleted =
    Erledigt: { $step }. { $count ->
        [one] 1 Teil der Karte ist weg
       *[other] { $count } Teile der Karte sind weg
    }
announce-done = Erledigt: { $step }
announce-undone = Rückgängig gemacht: { $step }
announce-redone = Wiederhergestellt: { $step }
announce-claim = Behauptung { $place } von { $count }
announce-claim-unplaced = Behauptung ohne Platz, von insgesamt { $count }
announce-at = Ausgewählt: { $name }
announce-selected = { $count } ausgewählt
announce-nothing-selected = Nichts ausgewählt

# Ablehnungen und Meldungen des Editors
toast-not-applied = „{ $step }“ war nicht möglich: { $reason }. Bitte die Karte speichern und dies melden.
# Probleme und wie sie zu beheben sind
fix-name-speaker = Sprecher benennen
fix-mark-anonymous = Als anonym kennzeichnen
fix-delete-speaker = Sprecher löschen
fix-delete-source = Quelle löschen
fix-drop-authors = Unbekannte Autoren streichen
fix-drop-reply = Antwortet auf nichts
fix-take-group-out = Gruppe herausnehmen
fix-add-premise = Prämisse hinzufügen
fix-delete-relation = Beziehung löschen
fix-delete-attribution = Zuschreibung löschen
fix-delete-claim = Behauptung löschen
fix-keep-end = Nur { $name } behalten
fix-choose-speaker = Sprecher wählen
fix-drop-speaker = Unbekannten Sprecher streichen
fix-drop-source = Unbekannte Quelle streichen
fix-drop-group = Unbekannte Gruppe streichen
fix-write-claim = Schreiben
fix-unite-claims = Zu einer Behauptung machen
fix-reword-claim = Umformulieren
fix-write-date = { $date } schreiben

# Inspektor
pick-none = Keine Angabe
field-several = Verschiedene
field-not-said = Keine Angabe
field-kind = Art
field-group = Gruppe
field-scheme = Schema
field-speaker = Sprecher
field-stance = Haltung
field-source = Quelle
field-quotation = Wiedergabe
field-date = Datum
inspector-several = { $count } ausgewählt
inspector-tags = Schlagwörter
inspector-which = Was ausgewählt ist
inspector-claims = { $count ->
    [one] 1 Behauptung
   *[other] { $count } Behauptungen
}
inspector-relations = { $count ->
    [one] 1 Beziehung
   *[other] { $count } Beziehungen
}
inspector-attributions = { $count ->
    [one] 1 Zuschreibung
   *[other] { $count } Zuschreibungen
}
inspector-tag-of = { $tag } ({ $count })
inspector-remove-tag = Schlagwort { $tag } entfernen
inspector-add-tag = Schlagwort hinzufügen
inspector-commas = Durch Kommas getrennt
list-more = und { $count } weitere
check-date = Als 2016, 2016-11, 2016-11-14 oder 2016-11-14T18:33 schreiben.
check-date-as = Als { $date } schreiben, damit danach sortiert werden kann.
check-address = Eine Webadresse beginnt mit https:// und hat keine Leerzeichen.
check-claim-empty = Eine Behauptung sagt etwas: einen Satz schreiben.
check-claim-twin = Das sagt schon eine andere Behauptung.
check-speaker-empty = Den Namen schreiben oder den Sprecher als anonym kennzeichnen.
check-speaker-twin = Ein anderer Sprecher heißt schon so.
problem-fix = { $fix }: { $message }
problems-none = Nichts zu beanstanden.

# Bookmarks
action-toggle-bookmark = Lesezeichen
    .hint = Ausgewählte Behauptungen zum Wiederfinden merken oder nicht mehr merken
action-next-bookmark = Nächstes Lesezeichen
    .hint = Zur nächsten gemerkten Behauptung gehen
action-previous-bookmark = Voriges Lesezeichen
    .hint = Zur vorigen gemerkten Behauptung gehen
bookmark-named = Lesezeichen: { $name }
ready-bookmarks = Es gibt keine Lesezeichen. Zuerst eine Behauptung auswählen und merken.

# Palette
palette-name = Befehlspalette
palette-field = Befehl oder Behauptung suchen
palette-nothing = Nichts dieses Namens.
palette-prefixes = { ">" } Befehle   { "@" } Sprecher und Quellen   { "#" } Lesezeichen
palette-claim = Behauptung
palette-bookmark = Lesezeichen
palette-speaker = Sprecher
palette-source = Quelle
palette-tab = Geöffnete Karte
palette-file = Zuletzt verwendet
# Files and tabs
action-close-tab = Karte schließen
    .hint = Diese Karte schließen; nach ungesicherten Änderungen wird gefragt
action-next-tab = Nächste Karte
    .hint = Die nächste Karte dieses Fensters zeigen
action-previous-tab = Vorige Karte
    .hint = Die Karte vor dieser zeigen
unsaved-title = Änderungen speichern?
unsaved-one = „{ $name }“ hat Änderungen, die nicht gespeichert sind. Vor dem Schließen speichern?
unsaved-several = { $count } Karten haben Änderungen, die nicht gespeichert sind. Vor dem Schließen speichern?
unsaved-save = Speichern
unsaved-save-all = Alle speichern
unsaved-discard = Verwerfen
unsaved-discard-all = Alle verwerfen
dialog-cancel = Abbrechen
tab-bar = Offene Karten
tab-name = { $name }
tab-name-unsaved = { $name }, ungespeicherte Änderungen
tab-close = { $name } schließen
tab-new = Neue Karte
# Panels

action-show-inspector = Eigenschaften
    .hint = Alle Felder der Auswahl zeigen oder verbergen
action-show-problems = Probleme
    .hint = Zeigen oder verbergen, was überprüft werden sollte
action-reset-panels = Bereiche zurücksetzen
    .hint = Die Bereiche anordnen wie beim ersten Start
action-next-panel = Nächster Bereich
    .hint = Die Tastatur dem nächsten Bereich oder der Karte geben
action-previous-panel = Voriger Bereich
    .hint = Die Tastatur dem vorigen Bereich oder der Karte geben
panel-hide = { $panel } verbergen
compare-claims-added =
    { $count ->
        [one] 1 Behauptung neu
       *[other] { $count } Behauptungen neu
    }
compare-claims-removed =
    { $count ->
        [one] 1 Behauptung entfernt
       *[other] { $count } Behauptungen entfernt
    }
compare-texts-changed =
    { $count ->
        [one] 1 Text geändert
       *[other] { $count } Texte geändert
    }
compare-claims-changed =
    { $count ->
        [one] 1 Behauptung sonst geändert
       *[other] { $count } Behauptungen sonst geändert
    }
compare-relations-added =
    { $count ->
        [one] 1 Beziehung neu
       *[other] { $count } Beziehungen neu
    }
compare-relations-removed =
    { $count ->
        [one] 1 Beziehung entfernt
       *[other] { $count } Beziehungen entfernt
    }
compare-relations-changed =
    { $count ->
        [one] 1 Beziehung geändert
       *[other] { $count } Beziehungen geändert
    }
compare-attributions-added =
    { $count ->
        [one] 1 Zuschreibung neu
       *[other] { $count } Zuschreibungen neu
    }
compare-attributions-removed =
    { $count ->
        [one] 1 Zuschreibung entfernt
       *[other] { $count } Zuschreibungen entfernt
    }
compare-attributions-changed =
    { $count ->
        [one] 1 Zuschreibung geändert
       *[other] { $count } Zuschreibungen geändert
    }
compare-entries-changed =
    { $count ->
        [one] 1 Sprecher, Quelle oder Gruppe geändert
       *[other] { $count } Sprecher, Quellen oder Gruppen geändert
    }
compare-claims-moved =
    { $count ->
        [one] 1 Behauptung verschoben
       *[other] { $count } Behauptungen verschoben
    }
compare-head-changed = Titel, Bemerkungen oder Ansichten geändert

# Start
action-new-pro-con = Neues Pro und Contra
    .hint = Eine Karte mit einer Behauptung, dem Dafür und dem Dagegen, zum Überschreiben
action-new-two-sided = Neue Debatte mit zwei Seiten
    .hint = Eine Karte mit zwei Standpunkten, die einander ausschließen, zum Überschreiben
action-new-claim-check = Neue Prüfung einer Behauptung
    .hint = Eine Karte mit einer Behauptung, wie sie aufgestellt wurde, und den Belegen, zum Überschreiben
shipped-blank = Leer
    .hint = Eine leere Behauptung
shipped-pro-con = Pro und Contra
    .hint = Eine Behauptung, dafür und dagegen
shipped-two-sided = Zwei Seiten
    .hint = Zwei Standpunkte und wer sie vertritt
shipped-claim-check = Behauptung prüfen
    .hint = Wer es gesagt hat, und die Belege
shipped-first-map = Die Bibliothek am Abend
    .hint = Eine kleine Karte zum Lernen
shipped-who-cost-whom = Wer wen die Wahl kostete
    .hint = Eine echte Debatte: 240 Behauptungen und wer sie aufstellt
start-title = Worum geht es in der Debatte?
start-hint = Eine Behauptung aufschreiben. Dann sagen, was sie stützt, was ihr widerspricht und wer es sagt.
start-open = Karte öffnen
start-open-short = Öffnen …
start-tour = Kurzer Rundgang
start-templates = Mit einer Vorlage beginnen
start-template = Vorlage: { $title }
start-example = Beispiel: { $title }
start-recent-file = Zuletzt verwendet: { $name }
start-recent = Zuletzt verwendet
start-examples = Beispiele
start-keys = Doppelklick oder { $add }; wer hier einen Artikel ablegt, findet, wer darin was sagt; { $palette } findet jeden Befehl

# Tour
action-start-tour = Rundgang in einer Minute
    .hint = Die acht wichtigsten Dinge ausprobieren, auf einer Karte zum Wegwerfen
tour-name = Rundgang
tour-end = Rundgang beenden
tour-skip = Überspringen
tour-close = Schließen
tour-done = Erledigt
tour-place = { $number } von { $count }
tour-claim = Eine Behauptung aufschreiben
    .text = { $key } drücken oder auf die leere Fläche doppelklicken. Einen Satz schreiben, den jemand bestreiten könnte, und mit der Eingabetaste abschließen.
tour-support = Einen Grund dafür nennen
    .text = Bei ausgewählter Behauptung { $key } drücken. Schreiben, was sie stützt, und mit der Eingabetaste abschließen.
tour-rebuttal = Einen Einwand erheben
    .text = Eine Behauptung auswählen, mit { $up } oder einem Klick, und { $key } drücken. Schreiben, was dagegen spricht, und mit der Eingabetaste abschließen.
tour-undercut = Den Schritt angreifen, nicht die Behauptung
    .text = Ein Grund kann wahr sein und doch nichts beweisen. Den Grund oder seinen Pfeil auswählen, { $key } drücken und schreiben, warum das eine nicht aus dem anderen folgt.
tour-speaker = Sagen, wer es sagt
    .text = Eine Behauptung auswählen, { $key } drücken und im Inspektor den Namen des Sprechers angeben.
tour-find = Ein Wort suchen
    .text = { $key } drücken und ein Wort eingeben, das geschrieben wurde. Esc schließt die Suche.
tour-undo = Zurücknehmen
    .text = { $key } drücken. Jeder Schritt lässt sich zurücknehmen und mit { $redo } wiederholen.
tour-fit = Alles sehen
    .text = { $key } drücken, um die ganze Karte zu zeigen.
tour-over = Mehr braucht es nicht
    .text = { $palette } findet jeden Befehl und jede Behauptung, { $keys } zeigt alle Tasten. Diese Karte lässt sich behalten oder wegwerfen.
autosave-failed = Ungespeicherte Arbeit lässt sich nicht gegen einen Absturz sichern: { $why }
crash-title = Elenchus muss wegen eines eigenen Fehlers schließen
crash-kept =
    { $count ->
        [0] Nichts war ungespeichert.
        [one] Die ungespeicherte Arbeit in einer Karte wurde gesichert. Der nächste Start bietet sie an.
       *[other] Die ungespeicherte Arbeit in { $count } Karten wurde gesichert. Der nächste Start bietet sie an.
    }
crash-close = Schließen
recovery-title = Wiederhergestellte Karten
recovery-intro = Elenchus ist nicht ordentlich beendet worden. Dies wurde von der ungespeicherten Arbeit gesichert; gelöscht wird nur, was ausdrücklich verworfen wird.
recovery-nameless = Wiederhergestellte Karte
recovery-kept = gesichert { $ago }
recovery-difference = { $difference } gegenüber der Datei, gespeichert { $ago }
recovery-never-saved =
    { $count ->
        [one] Nie in eine Datei gespeichert: 1 Behauptung
       *[other] Nie in eine Datei gespeichert: { $count } Behauptungen
    }
recovery-file-gone = Ihre Datei ist nicht mehr da.
recovery-file-unreadable = Ihre Datei lässt sich nicht als Karte lesen.
recovery-file-changed = Ein anderes Programm hat die Datei geändert, seit diese Arbeit begann.
recovery-unreadable = Das Gesicherte lässt sich nicht lesen: { $why }
recovery-open = Wiederhergestellte öffnen
recovery-open-file = Datei öffnen
recovery-open-both = Beide öffnen
recovery-discard = Verwerfen …
recovery-really = Das Wiederhergestellte endgültig löschen?
recovery-delete = Löschen
recovery-keep = Behalten
recovery-later = Später entscheiden
recovery-copy-name = { $name } (wie in der Datei)
ago-now = gerade eben
ago-minutes =
    { $count ->
        [one] vor 1 Minute
       *[other] vor { $count } Minuten
    }
ago-hours =
    { $count ->
        [one] vor 1 Stunde
       *[other] vor { $count } Stunden
    }
ago-days =
    { $count ->
        [one] vor 1 Tag
       *[other] vor { $count } Tagen
    }
action-show-outline = Gliederung
    .hint = Die Karte als Baum zeigen oder verbergen, den man mit Tasten durchläuft
outline-empty = Noch ist hier nichts. { $key } schreibt die erste Behauptung.
outline-support = Stütze für { $target }
outline-rebuttal = Einwand gegen { $target }
outline-restatement = andere Worte für { $target }
outline-preference = vorzuziehen gegen { $target }
outline-contradiction = Widerspruch gegen { $target }
outline-of-nothing = bezieht sich auf nichts
outline-step = den Schritt von { $from } zu { $to }
outline-saying = die Worte von { $speaker } zu { $of }
outline-several = { $relation }, { $count ->
    [0] ohne Prämissen
   *[other] durch { $count } Prämissen zusammen
}
outline-together = { $count ->
    [0] Keine Prämissen
   *[other] { $count } Prämissen zusammen
}
outline-premise = Prämisse { $number } von { $count }
outline-see = siehe { $place }
outline-bearing-see = { $bearing }, siehe { $place }
outline-says = { $speaker }: { $stance }
outline-nobody = jemand ohne Namen
outline-in = in { $source }
outline-text = Text der Behauptung in der Gliederung

# Schritte des Verlaufs
step-edit-text = Text bearbeiten
step-edit-title = Titel bearbeiten
step-change-kind-of-claim = Art der Behauptung ändern
step-edit-cause = Ursache bearbeiten
step-edit-effect = Wirkung bearbeiten
step-edit-tags = Schlagwörter bearbeiten
step-change-group = Gruppe ändern
step-edit-note = Notiz bearbeiten
step-edit-data = Daten bearbeiten
step-change-kind-of-relation = Art der Beziehung ändern
step-edit-scheme = Schema bearbeiten
step-change-weight = Gewicht ändern
step-change-speaker = Sprecher ändern
step-change-source = Quelle ändern
step-change-stance = Haltung ändern
step-change-quotation = Zitierweise ändern
step-edit-quote = Zitat bearbeiten
step-edit-cue = Signalwort bearbeiten
step-edit-date = Datum bearbeiten
step-change-kind-of-speaker = Art des Sprechers ändern
step-edit-name = Namen bearbeiten
step-edit-aliases = Andere Namen bearbeiten
step-edit-role = Rolle bearbeiten
step-edit-affiliation = Zugehörigkeit bearbeiten
step-change-confidentiality = Vertraulichkeit ändern
step-change-kind-of-source = Art der Quelle ändern
step-change-authors = Autoren ändern
step-edit-venue = Erscheinungsort bearbeiten
step-edit-address = Adresse bearbeiten
step-edit-archive-address = Archivadresse bearbeiten
step-change-what-it-replies-to = Ändern, worauf sie antwortet
step-edit-heading = Überschrift bearbeiten
step-move-group = Gruppe verschieben
step-reorder-groups = Gruppen umordnen
step-edit-title-of-map = Titel der Karte bearbeiten
step-edit-note-on-map = Notiz zur Karte bearbeiten
step-edit-data-of-map = Daten der Karte bearbeiten
step-rename-view = Ansicht umbenennen
step-change-layout = Anordnung ändern
step-add-claim = Behauptung hinzufügen
step-add-premise = Prämisse hinzufügen
step-add-parent = Oberbehauptung hinzufügen
step-add-attribution = Zuschreibung hinzufügen
step-change-target = Ziel ändern
step-change-what-is-said = Ändern, was gesagt wird
step-fold = Zusammenklappen
step-unite-claims = Behauptungen vereinen
step-add-speaker = Sprecher hinzufügen
step-add-source = Quelle hinzufügen
step-add-author = Autor hinzufügen
step-add-group = Gruppe hinzufügen
step-reorder = Umordnen
step-lay-out = Anordnen
step-delete-speaker = Sprecher löschen
step-delete-source = Quelle löschen
step-delete-group = Gruppe löschen
step-remove-premise = Prämisse entfernen
step-cut = Ausschneiden
step-duplicate = Duplizieren
step-add-support = Stütze hinzufügen
step-add-rebuttal = Einwand hinzufügen
step-add-undercut = Unterschneidung hinzufügen
step-add-restatement = Neufassung hinzufügen
step-add-preference = Vorzug hinzufügen
step-add-contradiction = Widerspruch hinzufügen

# Warum ein Schritt nicht geht
op-missing =
    { $what ->
        [claim] Diese Behauptung
        [relation] Diese Beziehung
        [attribution] Diese Zuschreibung
        [speaker] Dieser Sprecher
        [source] Diese Quelle
        [group] Diese Gruppe
        [view] Diese Ansicht
        [connection] Diese Verbindung
        [premise] Diese Prämisse
        [bookmark] Dieses Lesezeichen
       *[other] Das Gesuchte
    } ist nicht mehr in der Karte.
op-points-at-nothing = Das können nur Beziehungen und Zuschreibungen, Behauptungen nicht.
op-ill-formed =
    { $from ->
        [claim] Eine Behauptung
        [relation] Eine Beziehung
       *[other] Eine Zuschreibung
    } kann nicht { $role ->
        [premise] Prämisse
        [target] Ziel
       *[other] Inhalt
    } { $to ->
        [claim] einer Behauptung
        [relation] einer Beziehung
       *[other] einer Zuschreibung
    } sein. Bitte ein anderes Ende wählen.
op-itself =
    { $what ->
        [claim] Eine Behauptung
        [relation] Eine Beziehung
       *[other] Eine Zuschreibung
    } kann sich nicht auf sich selbst beziehen. Bitte ein anderes Ende wählen.
op-already-there = Sie sind schon so verbunden.
op-circle =
    Das ergäbe einen Kreis: { $what ->
        [reply] Die Antwort
        [group] Die Gruppe
        [argument] Das Argument
       *[other] Der Bericht
    } würde auf sich selbst zurückführen. Bitte etwas anderes wählen.
op-weight = Ein Gewicht ist ein Prozentsatz: bitte eine Zahl von 0 bis 100 wählen.
op-nothing =
    Hier gibt es nichts { $what ->
        [delete] zu löschen
        [support] zu stützen
        [paste] einzufügen
        [move] zu verschieben
        [merge] zusammenzuführen
        [align] auszurichten
       *[other] zu tun
    }.
step-delete-claims =
    { $count ->
        [one] Behauptung löschen
       *[other] { $count } Behauptungen löschen
    }
step-delete-relations =
    { $count ->
        [one] Beziehung löschen
       *[other] { $count } Beziehungen löschen
    }
step-delete-attributions =
    { $count ->
        [one] Zuschreibung löschen
       *[other] { $count } Zuschreibungen löschen
    }
step-delete-items =
    { $count ->
        [one] Eintrag löschen
       *[other] { $count } Teile löschen
    }
step-paste-claims =
    { $count ->
        [one] Behauptung einfügen
       *[other] { $count } Behauptungen einfügen
    }
step-move-claims =
    { $count ->
        [one] Behauptung verschieben
       *[other] { $count } Behauptungen verschieben
    }
step-pin-claims =
    { $count ->
        [one] Behauptung anheften
       *[other] { $count } Behauptungen anheften
    }
step-unpin-claims =
    { $count ->
        [one] Behauptung lösen
       *[other] { $count } Behauptungen lösen
    }

# Was ein Löschen mitnimmt
count-relations =
    { $count ->
        [one] 1 Beziehung
       *[other] { $count } Beziehungen
    }
count-attributions =
    { $count ->
        [one] 1 Zuschreibung
       *[other] { $count } Zuschreibungen
    }

# Warum ein Befehl gerade nicht geht
blocked-undo = Es gibt nichts zurückzunehmen.
blocked-redo = Es gibt nichts wiederherzustellen.
blocked-nothing-selected = Nichts ist ausgewählt. Zuerst eine Behauptung, einen Pfeil oder eine Zuschreibung auswählen.
blocked-no-claim = Keine Behauptung ist ausgewählt. Zuerst eine auswählen.
blocked-copy = Keine Behauptung ist ausgewählt. Die Behauptungen auswählen, die kopiert werden sollen; was sie verbindet, kommt mit.
blocked-not-placed = Keine Behauptung mit einem Platz ist ausgewählt. Zuerst eine auswählen.
blocked-no-arrow = Kein Pfeil ist ausgewählt. Zuerst den Pfeil zwischen zwei Behauptungen auswählen.
blocked-no-step = Das ist kein Schritt eines Arguments. Zuerst den Pfeil zwischen zwei Behauptungen auswählen.
blocked-several-steps = Die ausgewählte Behauptung ist Prämisse mehrerer Schritte. Den gemeinten Pfeil auswählen.
blocked-empty-map = Die Karte ist leer. Zuerst eine Behauptung hinzufügen.

# Befunde zu einer Karte
list-and-more = { $shown } und { $count } weitere
found-dangling-end =
    Eine Kante ({ $role ->
        [premise] Prämisse
        [target] Ziel
       *[other] Inhalt
    }) verbindet { $name } und { $missing }; das ist nicht in der Karte.
help-dangling-end = Die Kante entfernen oder den genannten Knoten wiederherstellen.
found-malformed-edge =
    { $name } steht als { $role ->
        [target] Beziehung auf das Ziel
        [content] Zuschreibung
       *[other] Prämisse
    } bei: { $other }. Dafür taugt { $from ->
        [claim] eine Behauptung
        [relation] eine Beziehung
       *[other] eine Zuschreibung
    } nicht, wo das andere { $to ->
        [claim] eine Behauptung
        [relation] eine Beziehung
       *[other] eine Zuschreibung
    } ist.
help-malformed-edge = Die Kante entfernen; wo das eine das andere betrifft, eine Stütze oder einen Einwand dazwischensetzen.
found-no-premise = { $name } hat keine Prämisse.
help-no-premise = Eine Behauptung als Prämisse hinzufügen oder die Beziehung löschen.
found-no-target = { $name } hat kein Ziel.
found-no-target-from = { $name } durch { $premises } hat kein Ziel.
help-no-target = Mit dem verbinden, worauf es zielt, oder löschen.
found-several-targets = { $name } hat { $count } Ziele.
help-several-targets = Ein Ziel behalten und jedem anderen eine eigene Beziehung geben.
found-no-content = { $name } sagt nicht, was gesagt wird.
help-no-content = Mit einer Behauptung, Beziehung oder anderen Zuschreibung verbinden oder löschen.
found-several-contents = { $name } hat { $count } Inhalte.
help-several-contents = Einen Inhalt behalten und jedem anderen eine eigene Zuschreibung geben.
found-no-speaker = Eine Zuschreibung nennt keinen Sprecher.
found-no-speaker-of = Eine Zuschreibung für { $name } nennt keinen Sprecher.
help-no-speaker = Einen Sprecher wählen; wen die Quelle nicht nennt, der kann als anonym eingetragen werden.
found-no-text = Behauptung { $name } hat keinen Text.
help-no-text = Die Aussage als einen Satz schreiben oder die Behauptung löschen.
found-duplicate = { $claim } sagt schon { $other }.
help-duplicate = Eine Behauptung an beiden Stellen verwenden oder sagen, worin sie sich unterscheiden.
found-two-propositions = { $claim } scheint zwei Aussagen zu enthalten, verbunden durch „{ $seam }“.
help-two-propositions = In zwei Behauptungen teilen, damit jede für sich gestützt und angegriffen werden kann.
found-supports-itself = { $name } stützt sich selbst.
found-rebuts-itself = { $name } greift sich selbst an.
found-restates-itself = { $name } wiederholt sich selbst.
found-preferred-to-itself = { $name } wird sich selbst vorgezogen.
found-contradicts-itself = { $name } widerspricht sich selbst.
help-itself = Der Beziehung eine andere Prämisse oder ein anderes Ziel geben oder sie löschen.
found-circle = { $name } stützt sich im Kreis selbst, und zwar über { $through }.
help-circle = Den Kreis unterbrechen: die Stütze löschen, die nicht trägt, oder sie von einer unabhängigen Behauptung ausgehen lassen.
found-circle-own-step = den Schritt, der zu ihr führt
found-report-circle = Die Berichte von { $speakers } führen auf sich selbst zurück.
help-report-circle = Entscheiden, wer über wen berichtet: Wer am Anfang der Kette steht, muss etwas sagen, das kein Bericht ist.
found-attribution = Zuschreibung { $id }
found-source = Quelle { $name }
found-group = Gruppe { $name }
found-unknown-speaker = { $who } nennt { $id } als Sprecher; im Verzeichnis steht er nicht.
help-unknown-speaker = Den Sprecher hinzufügen oder einen anderen wählen.
found-unknown-source = { $who } nennt { $id } als Quelle; im Verzeichnis steht sie nicht.
help-unknown-source = Die Quelle hinzufügen oder eine andere wählen.
found-unknown-group = Eine Gruppe ist nicht in der Karte: { $id }, genannt hier: { $who }.
help-unknown-group = Die Gruppe hinzufügen oder eine andere wählen.
found-in-attribution = Zuschreibung { $id }
found-in-source = Quelle { $name }
found-nameless = Sprecher { $id } hat keinen Namen.
help-nameless = Den Namen schreiben oder den Sprecher als anonym kennzeichnen und in der Rolle sagen, wer es ist.
found-unused-speaker = Sprecher { $name } sagt in dieser Karte nichts.
help-unused-speaker = Dem Sprecher etwas zuschreiben oder den Eintrag löschen.
found-unused-source = Quelle { $name } wird in dieser Karte nirgends genannt.
help-unused-source = In einer Zuschreibung nennen oder den Eintrag löschen.
found-date = { $date } ist kein Datum, das sich einordnen lässt: siehe { $whose }.
help-date = Als 2016, 2016-11, 2016-11-14 oder 2016-11-14T18:33 schreiben, so genau, wie es angegeben ist.
found-group-circle = Die Gruppe { $names } enthält sich selbst.
help-group-circle = Die Gruppe aus der herausnehmen, in der sie ist.
found-reply-circle = Die Antworten von { $names } führen auf sich selbst zurück.
help-reply-circle = Berichtigen, worauf jede antwortet: Die erste kann auf keine der anderen antworten.

# Was die Kürzel der Befunde bedeuten
code-dangling-end = Eine Kante nennt einen Knoten, der nicht in der Karte ist. Die Kante entfernen oder den Knoten wiederherstellen.
code-malformed-edge = Eine Kante verbindet zwei Arten von Knoten, die ihre Rolle nicht zulässt, etwa eine Behauptung als Prämisse einer Behauptung. Eine Beziehung dazwischensetzen.
code-relation-without-premise = Eine Beziehung hat ein Ziel, aber nichts, was dafür oder dagegen spricht. Eine Prämisse hinzufügen oder die Beziehung löschen.
code-relation-without-target = Eine Beziehung hat Prämissen, aber kein Ziel. Sie mit dem Knoten verbinden, den sie stützt oder angreift.
code-several-targets = Eine Beziehung hat mehr als ein Ziel. Jedem Ziel eine eigene Beziehung geben.
code-attribution-without-content = Eine Zuschreibung sagt, wer spricht, aber nicht, was gesagt wird. Sie mit einer Behauptung, Beziehung oder anderen Zuschreibung verbinden.
code-several-contents = Eine Zuschreibung hat mehr als einen Inhalt. Jedem Inhalt eine eigene Zuschreibung geben.
code-attribution-without-speaker = Eine Zuschreibung nennt niemanden. Einen Sprecher wählen; ein unbekannter kann als anonym eingetragen werden.
code-unknown-speaker = Ein Eintrag nennt einen Sprecher, der nicht im Verzeichnis steht. Den Sprecher hinzufügen oder einen anderen wählen.
code-unknown-source = Ein Eintrag nennt eine Quelle, die nicht im Verzeichnis steht. Die Quelle hinzufügen oder eine andere wählen.
code-unknown-group = Ein Eintrag nennt eine Gruppe, die nicht in der Karte ist. Die Gruppe hinzufügen oder eine andere wählen.
code-group-circle = Gruppen enthalten einander im Kreis. Eine aus der anderen herausnehmen.
code-reply-circle = Quellen antworten einander im Kreis. Berichtigen, worauf jede antwortet.
code-claim-without-text = Eine Behauptung sagt nichts. Die Aussage als einen Satz schreiben oder die Behauptung löschen.
code-duplicate-claim = Zwei Behauptungen haben denselben Text. Eine an beiden Stellen verwenden oder sagen, worin sie sich unterscheiden.
code-self-relation = Eine Behauptung stützt sich selbst oder greift sich selbst an, unmittelbar oder in einem Kreis von Stützen. Ein Argument, das sich auf seine eigene Folgerung stützt, beweist nichts: den Kreis unterbrechen.
code-report-circle = Zuschreibungen berichten einander im Kreis, also hat es niemand je gesagt. Entscheiden, wer über wen berichtet.
code-unused-speaker = Ein Sprecher sagt in dieser Karte nichts. Den Eintrag löschen, wenn er nicht gebraucht wird.
code-unused-source = Eine Quelle wird in dieser Karte nirgends genannt. Den Eintrag löschen, wenn er nicht gebraucht wird.
code-speaker-without-name = Ein Sprecher hat keinen Namen. Die Person oder Organisation nennen oder den Sprecher mit einer Beschreibung als anonym kennzeichnen.
code-date-not-iso = Ein Datum ist nicht als JJJJ, JJJJ-MM, JJJJ-MM-TT oder JJJJ-MM-TTThh:mm geschrieben und lässt sich daher nicht einordnen.
code-two-propositions = Eine Behauptung scheint zwei Aussagen zu enthalten. Sie teilen, damit jede für sich gestützt und angegriffen werden kann.
code-syntax = Die Datei weicht an dieser Stelle von ihrem Format ab. Was sich lesen ließ, bleibt erhalten; die genannte Stelle berichtigen.
code-not-kept = Etwas in der Datei hat in einer Argumentkarte keine Entsprechung und bleibt nicht erhalten.
severity-hint = Hinweis
severity-warning = Warnung
severity-error = Fehler

# Dateien lesen und schreiben
io-not-found = Es gibt keine Datei „{ $path }“. Bitte Namen und Ordner prüfen.
io-is-folder = „{ $path }“ ist ein Ordner und keine Datei. Bitte eine Datei darin nennen.
io-missing-folder = Es gibt keinen Ordner „{ $path }“. Bitte zuerst anlegen oder anderswo speichern.
io-denied =
    „{ $path }“ darf von diesem Benutzer nicht { $doing ->
        [read] gelesen
       *[other] geschrieben
    } werden. Bitte die Rechte ändern oder einen anderen Ort wählen.
io-read-only = „{ $path }“ ist schreibgeschützt. Bitte den Schutz aufheben oder unter anderem Namen speichern.
io-disk-full = Der Datenträger ist voll: „{ $path }“ wurde nicht geschrieben, das Bisherige ist unverändert. Bitte Platz schaffen oder anderswo speichern.
io-too-large = „{ $path }“ ist länger als { $limit } MiB; mehr wird nicht gelesen.
io-changed-on-disk = „{ $path }“ wurde von einem anderen Programm geändert. Bitte unter anderem Namen speichern oder bewusst überschreiben.
io-unknown-format = „{ $path }“ hat kein lesbares Format. Lesbar sind: { $known }.
io-import = „{ $path }“ kann nicht gelesen werden: { $reason }
io-system =
    „{ $path }“ konnte nicht { $doing ->
        [read] gelesen
       *[other] geschrieben
    } werden: { $reason }.
running-opening = Öffnen
running-saving = Speichern
running-exporting = Exportieren
running-layout = Anordnen
running-stop = Laufendes abbrechen
exported = { $path } exportiert.
export-no-format = dieses Format gibt es nicht
notice-copy = { $file } ist in einem anderen Fenster offen. Dies ist eine Kopie ohne Datei; beim Speichern wird nach einem Namen gefragt.
notice-copy-of-process = { $file } ist in einem anderen Fenster offen (Prozess { $process }). Dies ist eine Kopie ohne Datei; beim Speichern wird nach einem Namen gefragt.
notice-changed = Ein anderes Programm hat { $file } geändert.
notice-changed-dirty = Ein anderes Programm hat { $file } geändert, und hier sind Änderungen nicht gespeichert.
notice-save-as = Speichern unter …
notice-load-again = Neu laden
notice-open-beside = Fremde Fassung daneben öffnen
notice-keep-mine = Eigene behalten
notice-dismiss = Ausblenden
notice-why = Zwei Fenster schreiben nie ungefragt dieselbe Datei
context-menu = Was damit möglich ist
context-align = Ausrichten
context-kind = Art der Beziehung

# Large maps
running-drawing = Karte wird gezeichnet
action-clear-recent = Liste der Dateien leeren
    .hint = Vergessen, welche Dateien zuletzt offen waren
toast-undo = Rückgängig
confirm-title = Wirklich?
confirm-yes = Fortfahren
replace-title = Datei ersetzen?
replace-map = „{ $name }“ gibt es schon. Speichern ersetzt sie; eine Sicherung bleibt.
replace-export = „{ $name }“ gibt es schon. Exportieren ersetzt sie.
replace-yes = Ersetzen
changed-title = Die Datei hat sich geändert
changed-text = Ein anderes Programm hat „{ $name }“ geändert, seit die Datei hier geöffnet wurde. Speichern ersetzt dessen Fassung; eine Sicherung bleibt.
changed-elsewhere = Anderswo speichern …
changed-overwrite = Überschreiben
path-open-title = Karte öffnen
path-open = Öffnen
path-save-title = Karte speichern unter
path-export-title = Exportieren nach
path-export = Exportieren
path-native = Die Datei im Dialog des Systems wählen oder hier ihren Pfad eingeben.
path-type = Den Pfad der Datei eingeben. „~“ ist der eigene Ordner.
path-name = Pfad

# Was eine Löschung mitnimmt
deletion-relations = { $count ->
        [one] 1 Beziehung
       *[other] { $count } Beziehungen
    }
deletion-undercuts = { $count ->
        [one] 1 Unterschneidung
       *[other] { $count } Unterschneidungen
    }
deletion-attributions = { $count ->
        [one] 1 Zuschreibung
       *[other] { $count } Zuschreibungen
    }
deletion-and = { $a } und { $b }
deletion-go = { $count ->
        [one] { $what } entfällt damit.
       *[other] { $what } entfallen damit.
    }
deletion-loose = { $count ->
        [one] 1 Behauptung bezieht sich nun auf nichts mehr.
       *[other] { $count } Behauptungen beziehen sich nun auf nichts mehr.
    }
deletion-references = { $count ->
        [one] 1 Eintrag, der es nennt, bleibt, ohne es zu nennen.
       *[other] { $count } Einträge, die es nennen, bleiben, ohne es zu nennen.
    }
outline-hint = Was behauptet wird, in einem Satz
action-show-history = Verlauf
    .hint = Alle Schritte zeigen oder verbergen, um zu jedem zurückzukehren
history-begin = Wie geöffnet
history-now = { $step }, gegenwärtiger Stand
history-undone = { $step }, rückgängig gemacht
history-saved = gesichert
announce-travelled = Zum Stand nach: { $step }
announce-travelled-back = Zum Stand beim Öffnen
action-show-speakers = Sprecher
    .hint = Die Tabelle derer zeigen oder verbergen, die etwas sagen
action-show-sources = Quellen
    .hint = Die Tabelle dessen zeigen oder verbergen, worin etwas gesagt wird
register-name = Name
register-title = Titel
register-kind = Art
register-role = Rolle
register-affiliation = Zugehörigkeit
register-authors = Verfasser
register-date = Datum
register-venue = Erschienen in
register-uses = Verwendet
register-no-speakers = Noch keine Sprecher. Sie kommen mit Zuschreibungen oder mit dem Pluszeichen.
register-no-sources = Noch keine Quellen. Sie kommen mit Zuschreibungen oder mit dem Pluszeichen.
register-no-match = Nichts passt zum Eingetippten.
register-filter = Filtern
register-filter-of = { $register } filtern
register-count = { $count ->
    [one] 1 Eintrag
   *[other] { $count } Einträge
}
register-marked = { $count } von { $all } markiert
register-sort = Nach { $column } ordnen
register-delete = Diesen Eintrag löschen
register-where-used = Zeigen, wo er verwendet wird
register-mark-one = Zuerst einen Eintrag markieren.
register-mark-two = Zuerst zwei Einträge oder mehr markieren: mit Strg oder Umschalt anklicken.
register-merge = Zusammenführen
register-merge-into = Welcher bleibt?
merge-question = „{ $names }“ mit „{ $into }“ zusammenführen? { $attributions ->
    [0] Keine Zuschreibung ändert sich
    [one] 1 Zuschreibung ändert sich
   *[other] { $attributions } Zuschreibungen ändern sich
}, { $records ->
    [0] und kein anderer Eintrag nennt, was wegfällt.
    [one] und 1 anderer Eintrag, der nennt, was wegfällt.
   *[other] und { $records } andere Einträge, die nennen, was wegfällt.
}
keys-pointer-hang = Eine Behauptung auf eine andere beziehen
    .how = Auf diese ziehen; was sich auf sie bezieht, kommt mit
keys-pointer-move = Ohne Einrasten verschieben
    .how = Beim Ziehen Alt oder Strg halten
keys-pointer-menu = Was damit getan werden kann
    .how = Rechtsklick
keys-pointer-open = Eine Datei öffnen
    .how = Auf das Fenster ziehen
write-then-support = ein Grund dafür
write-then-sibling = eine daneben
write-then-rebuttal = ein Einwand
tab-shown = Karte: { $name }

# Inspektor, Statuszeile, Dialoge
field-attribution = Zuschreibung
inspector-words = In welchen Worten
field-quote = Zitat
inspector-add-quote = Zitat hinzufügen
field-cue = Signalwort
field-cue-hint = sagte, laut, …
inspector-said = Was gesagt wird
inspector-more = Mehr
field-note = Notiz
field-claim = Behauptung
inspector-unpin = Lösen: Anordnungen dürfen sie bewegen
inspector-pin = Anheften: Anordnungen lassen sie hier
field-text = Text
field-cause-of-hint = Was verantwortlich gemacht wird
field-effect = Wirkung
field-effect-hint = Wofür
inspector-on = Was sich darauf bezieht
inspector-from = Worauf es sich bezieht
field-title = Titel
field-title-hint = Ein kurzer Name
field-data = Daten
inspector-who = Wer es sagt
inspector-nobody = Niemand genannt
field-map = Karte
field-map-title-hint = Worum es in der Debatte geht
inspector-views = Ansichten
inspector-speakers = Sprecher
inspector-sources = Quellen
inspector-groups = Gruppen
label-unnamed = (ohne Namen)
field-name = Name
field-role = Rolle
field-role-hint = Historikerin, Senator, …
field-affiliation = Zugehörigkeit
field-aliases = Andere Namen
field-aliases-hint = Durch Strichpunkte getrennt
field-confidential = Vertraulich: wird in Exporten nicht genannt
inspector-they-say = Was sie sagen
field-venue = Erscheinungsort
field-venue-hint = Wo es erschienen ist
inspector-authors = Autoren
label-missing-speaker = ein fehlender Sprecher
inspector-where = Wo es zu finden ist
field-address = Adresse
field-archive = Archivierte Kopie
field-reply = Antwort auf
inspector-said-there = Was dort gesagt wird
field-heading = Überschrift
field-part-of = Teil von
inspector-in-it = Was darin ist
field-scheme-hint = Autoritätsargument, …
inspector-premises = Von
inspector-remove-premise = Diese Prämisse entfernen
inspector-target = Zu
field-weight = Gewicht
field-has-weight = Hat ein Gewicht
field-not-weighed = Nicht gewichtet
field-weight-percent = Gewicht in Prozent
status-unsaved = Ungesicherte Änderungen
status-saved = Gesichert
status-no-file = Noch in keiner Datei
status-no-problems = Keine Probleme
status-show-problems = Die Liste der Probleme zeigen
pick-open = Öffnen
about-fonts = Schriften: Noto Sans (SIL Open Font License), Lucide-Symbole (ISC)
export-picture = Ein Bild lässt sich nicht wieder als Karte öffnen.
export-all = Enthält die ganze Karte
export-size = Größe
canvas-name = Leinwand
popup-edit-attribution = Zuschreibung bearbeiten
popup-delete-attribution = Zuschreibung löschen
popup-show-speaker = Diesen Sprecher zeigen
popup-show-source = Diese Quelle zeigen
menu-to-light = Zur hellen Darstellung
menu-to-dark = Zur dunklen Darstellung
menu-hide-inspector = Eigenschaften verbergen
menu-show-inspector = Eigenschaften zeigen
menu-find-command = Befehl suchen
inspector-go-support = Zu dieser Stütze gehen
inspector-go-rebuttal = Zu diesem Einwand gehen
inspector-go-restatement = Zu dieser Neufassung gehen
inspector-go-preference = Zu diesem Vorzug gehen
inspector-go-contradiction = Zu diesem Widerspruch gehen
inspector-imported = Importiert als { $origin }
inspector-attribution-named = Zuschreibung: { $name }
inspector-delete-attribution-named = Zuschreibung löschen: { $name }
inspector-remove-author = { $name } als Autor entfernen
about-version = Version { $version }
about-licence = Lizenz: { $licence }
about-what = Argumentkarten mit ihrer Herkunft: Behauptungen, Einwände und wer es sagt
export-lost = Nicht erhalten bleibt: { $what }.
canvas-map =
    { $count ->
        [one] Karte: 1 Behauptung
       *[other] Karte: { $count } Behauptungen
    }
count-claims =
    { $count ->
        [one] 1 Behauptung
       *[other] { $count } Behauptungen
    }
count-hints =
    { $count ->
        [one] 1 Hinweis
       *[other] { $count } Hinweise
    }
count-problems =
    { $count ->
        [one] 1 Problem
       *[other] { $count } Probleme
    }
status-problems = Probleme: { $text }
export-title = Exportieren
pick-show = Zeigen: { $noun }
pick-choose = { $noun } wählen
pick-find-or-new = { $noun } suchen oder neu benennen
pick-find = { $noun } suchen
pick-new = { $noun } neu anlegen: „{ $text }“
pick-no = Ohne Angabe ({ $noun })
pick-no-yet = { $noun }: noch nichts da, bitte einen Namen eingeben
inspector-go = Gehe zu: { $name }
inspector-delete-attribution = Zuschreibung löschen
inspector-delete-claim = Behauptung löschen
inspector-delete-relation = Beziehung löschen
inspector-delete-selection = Auswahl löschen
step-change-bookmark = Lesezeichen ändern
io-in-use =
    „{ $path }“ ist in einem anderen Fenster oder Reiter geöffnet{ $process ->
        [0] { "" }
       *[other] { " " }(Prozess { $process })
    }. Bitte unter anderem Namen speichern oder dort zuerst schließen.
step-bookmark-claims =
    { $count ->
        [one] Lesezeichen für Behauptung setzen
       *[other] Lesezeichen für { $count } Behauptungen setzen
    }
step-unbookmark-claims =
    { $count ->
        [one] Lesezeichen der Behauptung entfernen
       *[other] Lesezeichen von { $count } Behauptungen entfernen
    }


# What is hidden, dialogs of the system, names
outline-hidden = { $row } (auf der Leinwand ausgeblendet)
drop-to-open = Zum Öffnen loslassen
grip-connect = { $name } verbinden
file-dialog-all = Alles, was sich öffnen lässt
step-merge-speakers = Sprecher zusammenführen
step-merge-sources = Quellen zusammenführen
map-untitled = Ohne Titel


# Hände: Enden von Pfeilen, mehrere Tasten eines Befehls, Karten des letzten Laufs
step-replace-premise = Prämisse ersetzen
grip-start = Anfang verschieben: { $name }
grip-start-tip = Auf das ziehen, was stattdessen Prämisse sein soll
keys-pointer-end = Einer Verbindung ein anderes Ende geben
    .how = Das Ende oder den Anfang ihres Pfeils auf eine andere Behauptung ziehen
premise-hint = Hat dann { $b } als Prämisse
line-hint-premise = Auf dem loslassen, was Prämisse sein soll
keys-press-instead = Taste drücken, die { $old } für „{ $action }“ ersetzen soll. Esc lässt alles, wie es ist.
keys-change = { $key } ändern
keys-change-tip = Eine andere Taste an dieser Stelle wählen
keys-remove = { $key } entfernen
keys-add = Taste hinzufügen
keys-done = Fertig
keys-while-writing = { $key } (beim Schreiben)
palette-go-to-map = Zur Karte { $name }
# Exports
theme-print = Druck
profile-screen = Bildschirm
profile-screen-hint = Nur die Karte, wie die Zeichenfläche sie zeigt
profile-assignment = Hausarbeit
profile-assignment-hint = Titel, Legende und nummerierte Behauptungen; als PDF mit Gliederung und Fußnoten
profile-article = Artikel
profile-article-hint = Ein Zweig in Farben, die einen Kopierer überstehen
profile-poster = Poster
profile-poster-hint = Titel und Legende; als PDF auf so vielen Blättern, wie es braucht
page-fit = Angepasst
page-letter = Letter
sheet-facts =
    { $claims ->
        [one] 1 Behauptung
       *[other] { $claims } Behauptungen
    }{ $relations ->
        [0] { "" }
        [one] { " · " }1 Beziehung
       *[other] { " · " }{ $relations } Beziehungen
    }{ $sources ->
        [0] { "" }
        [one] { " · " }1 Quelle
       *[other] { " · " }{ $sources } Quellen
    }
legend-support = stützt
legend-rebuttal = widerlegt
legend-undercut = unterläuft einen Schritt
legend-restatement = sagt dasselbe wie
legend-preference = ist vorzuziehen
legend-contradiction = widersprechen einander
legend-stance = jemand { $verb } es
cite-about = { $speaker } { $verb }, was { $whom } sagt
pdf-outline = Gliederung
pdf-map = Karte
poster-sheet = Blatt { $number } von { $count }: Zeile { $row }, Spalte { $column }
poster-too-many = das Poster bräuchte { $count } Blätter; höchstens { $most } werden gemacht: wähle größeres Papier oder einen kleineren Maßstab
page-number = { $number } von { $count }
export-format = Format
export-part = Teil der Karte
export-part-all = Alles
export-part-selection = Die Auswahl
export-part-branch = Die Auswahl und alles, was sich auf sie bezieht
export-part-shown = Was gezeigt wird
export-profile = Für
export-page = Seite
export-times = { $scale }×
export-transparent = Durchsichtiger Hintergrund
export-outlines = Text als Umrisse
export-left-out =
    { $count ->
        [one] 1 Behauptung bleibt weg
       *[other] { $count } Behauptungen bleiben weg
    }
export-nothing-lost = Nichts von der Karte bleibt ungesagt
copied-picture = Bild mit { $width } × { $height } Pixeln kopiert
copied-svg = Als SVG kopiert
action-copy-picture = Als Bild kopieren
    .hint = Die Auswahl, oder alles, was gezeigt wird, als Bild kopieren
action-copy-svg = Als SVG kopieren
    .hint = Die Auswahl, oder alles, was gezeigt wird, als Text einer SVG-Datei kopieren
# The outline: who says it
outline-said-more = { $first } und { $count } weitere
# Anordnungen
action-lay-out-auto = Passend zur Karte anordnen
    .hint = Schichten für Bäume und Fast-Bäume, Kräfte für Netze
action-lay-out-force = Nach Kräften anordnen
    .hint = Verbundenes rückt zusammen, nichts überlappt
action-lay-out-layered = In Schichten anordnen
    .hint = Jeder Grund jenseits dessen, was er stützt oder angreift; wenige Kreuzungen
action-lay-out-tree = Als Baum anordnen
    .hint = Kompakt; weitere Verbindungen laufen quer
action-lay-out-timeline = Nach Datum anordnen
    .hint = Links, was zuerst gesagt wurde; Undatiertes für sich
action-lay-out-speakers = Nach Sprechern anordnen
    .hint = Eine Spalte für jeden; wer am meisten sagt, zuerst
action-reasons-below = Gründe unten
    .hint = Mit der These oben anordnen
action-reasons-above = Gründe oben
    .hint = Mit der These unten anordnen
action-reasons-left = Gründe links
    .hint = Mit der These rechts anordnen
action-reasons-right = Gründe rechts
    .hint = Mit der These links anordnen
legend-thesis = These

# Names of formats
format-svg = SVG-Bild
format-png = PNG-Bild
format-graph = Einfacher Graph (JSON)
format-outline = Eingerückter Text
format-native = Argumentkarte (RON)

# What an export does not hold, in the plural

# Findings while reading Argdown
argdown-more-findings =
    { $count ->
        [one] Es gibt 1 weiteren Befund dieser Art.
       *[other] Es gibt { $count } weitere Befunde dieser Art.
    }
argdown-more-findings-help = Zuerst die genannten beheben.
argdown-attack-on-argument-help = Wo das gemeint ist, stattdessen eine Prämisse angreifen.
argdown-undercut-on-statement-help = Das Argument mit Prämissen und Konklusion schreiben und die Unterschneidung unter seinen Schluss stellen.
argdown-attack-on-argument =
    { $count ->
        [one] 1 Angriff auf ein ganzes Argument wird als Unterschneidung seines letzten Schritts gelesen.
       *[other] { $count } Angriffe auf ganze Argumente werden als Unterschneidungen ihrer letzten Schritte gelesen; die erste Stelle ist genannt.
    }
argdown-undercut-on-statement =
    { $count ->
        [one] 1 Unterschneidung richtet sich auf keinen Schluss und wird als Einwand gegen die Aussage oder das Argument gelesen.
       *[other] { $count } Unterschneidungen richten sich auf keinen Schluss und werden als Einwände gegen die Aussage oder das Argument gelesen; die erste Stelle ist genannt.
    }
argdown-emphasis-help = Die Wörter bleiben erhalten; es ist nichts zu tun.
argdown-mentions-help = Der erwähnte Titel bleibt erhalten; wo eine Beziehung gemeint ist, eine anlegen.
argdown-emphasis =
    { $count ->
        [one] 1 fette oder kursive Stelle wird einfacher Text.
       *[other] { $count } fette oder kursive Stellen werden einfacher Text; die erste Stelle ist genannt.
    }
argdown-mentions =
    { $count ->
        [one] 1 Erwähnung wird einfacher Text.
       *[other] { $count } Erwähnungen werden einfacher Text; die erste Stelle ist genannt.
    }
argdown-unused-premise = Prämisse ({ $number }) wird von keinem Schritt ihres Arguments verwendet; sie bleibt als eigene Behauptung erhalten.
argdown-unused-premise-help = Sie unter „uses“ eines Schritts nennen oder löschen.
argdown-unknown-premise = Dieser Schritt verwendet ({ $number }), doch über ihm steht keine Aussage dieser Nummer.
argdown-unknown-premise-help = Nur Prämissen und Konklusionen über dem Schritt nennen.
argdown-step-without-premises-help = Mindestens eine Aussage darüber nennen.
argdown-step-without-premises = Dieser Schritt hat keine Prämissen und bleibt nicht erhalten.
argdown-number-missing = Vor dieser Aussage fehlt eine Nummer.
argdown-number-missing-help = Jede Prämisse und Konklusion mit ihrer Nummer beginnen, zum Beispiel (3).
argdown-title-line = Ein Titel beginnt auf einer neuen Zeile.
argdown-title-line-help = Den Titel in die Zeile des Zeichens oder der Nummer davor schreiben.
argdown-argument-as-premise = Eine Prämisse oder Konklusion kann kein Argument sein; sie wird als Aussage dieses Titels gelesen.
argdown-argument-as-premise-help = Hier eine Aussage schreiben, zum Beispiel [Titel]: Text.
argdown-contradiction = Nur Aussagen können einander widersprechen.
argdown-contradiction-help = Hinter >< eine Aussage schreiben oder - für einen Angriff verwenden.
argdown-data-first = Wo eine Aussage stehen müsste, stehen Daten.
argdown-data-first-help = Erst die Aussage schreiben, dann ihre Daten in geschweiften Klammern.
argdown-data-twice = Auf einen Datenblock folgt ein zweiter.
argdown-data-twice-help = Alle Daten in ein Paar geschweifter Klammern schreiben.
argdown-reference-tags = Schlagwörter eines Verweises müssen auf seiner Zeile stehen.
argdown-reference-tags-help = Das Schlagwort nach oben hinter den Titel setzen.
argdown-reference-text-help = Einen Doppelpunkt hinter den Titel setzen, um ihn zu definieren, oder einen Rückstrich vor die Klammer, wenn es Text ist.
argdown-data-inside-help = Daten hinter den ganzen Text setzen oder einen Rückstrich vor die Klammer, wenn es Text ist: \{ "{" }.
argdown-data-inside = Auf die Daten in geschweiften Klammern folgt Text.
argdown-bracket-inside-help = @ davor setzen, um ihn zu erwähnen, oder einen Rückstrich vor die Klammer, wenn es Text ist.
argdown-emphasis-open-help = Mit demselben Zeichen hinter dem letzten Wort schließen oder mit einem Rückstrich kennzeichnen, wenn es Text ist.
argdown-emphasis-open = Fett oder kursiv beginnt hier und endet nie.
argdown-title-without-text = Hinter einem Titel mit Doppelpunkt steht kein Text.
argdown-title-without-text-help = Den Text schreiben oder den Doppelpunkt weglassen.
argdown-reference-text = Auf den Verweis { $title } folgt Text; er wird als dessen Definition gelesen.
argdown-bracket-inside = { $title } steht mitten in einem Text und wird als einfache Wörter gelesen.
argdown-too-many = Es sind mehr als { $limit } Aussagen und Argumente.
argdown-comments =
    { $count ->
        [one] 1 Kommentar bleibt nicht erhalten.
       *[other] { $count } Kommentare bleiben nicht erhalten; die erste Stelle ist genannt.
    }
argdown-too-many-help = Die Datei aufteilen: Was folgt, wird nicht gelesen.
argdown-last-comment = Der Kommentar auf der letzten Zeile endet nicht mit einem Zeilenumbruch, daher hält ihn Argdown für Text.
argdown-last-comment-help = Die Datei mit einem Zeilenumbruch beenden, wenn ein Kommentar gemeint ist.
argdown-comments-help = Was erhalten bleiben soll, als Daten oder als Aussage schreiben.
argdown-nothing = Die Datei enthält weder Aussage noch Argument noch Überschrift.
argdown-nothing-help = Darunter nach einer Leerzeile eine erste Aussage schreiben.
argdown-after-front-matter = Auf die Kopfdaten muss eine Leerzeile folgen.
argdown-after-front-matter-help = Hinter dem schließenden === eine Zeile frei lassen.
argdown-stray-inference = Diese Zeile beginnt wie ein Schluss, doch über ihr stehen keine Prämissen.
argdown-stray-inference-help = Eine Schlusslinie nur zwischen nummerierte Prämissen und nummerierte Konklusion schreiben; sind die Striche Text, so kennzeichnen: \--.
argdown-stray-front-matter = === beginnt Kopfdaten nur am Anfang einer Datei.
argdown-stray-front-matter-help = Kopfdaten ganz an den Anfang der Datei setzen; sind die Zeichen Text, so kennzeichnen: \===.
argdown-last-backslash = Ein Rückstrich am Ende einer Zeile kennzeichnet nichts.
argdown-last-backslash-help = Für einen Rückstrich \\ schreiben.
argdown-blank-missing = Hier fehlt eine Leerzeile.
argdown-blank-missing-help = Zwischen Absätzen, Überschriften und Argumenten eine Zeile frei lassen.
argdown-symbol-alone = Auf dieses Beziehungszeichen folgt nichts.
argdown-symbol-alone-help = Dahinter eine Aussage oder ein Argument schreiben oder es löschen.
argdown-number-alone = Auf diese Nummer oder dieses Aufzählungszeichen folgt nichts.
argdown-number-alone-help = Dahinter eine Aussage schreiben oder es löschen.
argdown-regroup = Gruppen aus „regroup“ in den Kopfdaten werden nicht angelegt.
argdown-regroup-help = Aussagen stattdessen unter Überschriften gruppieren.
argdown-empty-heading = Eine Überschrift hat keinen Text.
argdown-empty-heading-help = Hinter # einen Titel schreiben.
argdown-second-structure = Das Argument <{ $title }> hat schon eine Prämissen-Konklusions-Struktur; diese wird als anderes Argument gelesen.
argdown-blank-in-structure-help = Die Leerzeile löschen: Die Aussagen einer Prämissen-Konklusions-Struktur folgen unmittelbar aufeinander.
argdown-blank-in-structure = In einer Prämissen-Konklusions-Struktur steht eine Leerzeile.
argdown-blank-before-premise-help = Vor der ersten Prämisse eine Zeile frei lassen.
argdown-second-structure-help = Jeder Prämissen-Konklusions-Struktur ein eigenes Argument geben.
argdown-inference-open-help = ---- zwischen Prämissen und Konklusion schreiben oder -- Regeln -- um die verwendeten Regeln.
argdown-inference-open = Dieser Schluss ist nicht abgeschlossen.
argdown-two-inferences = Zwei Schlüsse folgen aufeinander.
argdown-two-inferences-help = Dazwischen die Konklusion des ersten schreiben.
argdown-after-inference = Auf eine Schlusslinie folgt Text.
argdown-after-inference-help = Regeln zwischen zwei Paare von Strichen schreiben: -- Regel --.
argdown-no-conclusion-help = Die Prämissen mit ---- abschließen und darunter die Konklusion mit ihrer Nummer schreiben.
argdown-no-conclusion = Diese Prämissen-Konklusions-Struktur endet nicht mit einer Konklusion.
argdown-blank-in-tree-help = Die Leerzeile löschen: Beziehungen müssen unmittelbar auf ihre Aussage oder ihr Argument folgen.
argdown-blank-in-tree = In einem Beziehungsbaum steht eine Leerzeile.
argdown-stray-relation-help = Darüber die Aussage oder das Argument schreiben, auf das sie sich richtet, oder das Zeichen kennzeichnen, wenn es Text ist.
argdown-stray-relation = Ein Beziehungszeichen steht, wo keine Aussage und kein Argument darüber ist.
argdown-relation-indent-help = Beziehungen tiefer einrücken als die Aussage oder das Argument, zu dem sie gehören.
argdown-relation-indent = Die Einrückung dieser Beziehung passt zu nichts darüber.
argdown-not-on-inference-help = Unter einem Schluss können nur Unterschneidungen (<_) stehen; andere Beziehungen unter das Argument oder seine Aussagen setzen.
argdown-not-on-inference = Diese Beziehung kann sich nicht auf einen Schluss richten.
argdown-list-in-text-help = Vor einer Liste eine Zeile frei lassen; ist das Aufzählungszeichen Text, so kennzeichnen.
argdown-list-in-text = Mitten in einem Absatz beginnt eine Liste.
argdown-item-indent-help = Alle Punkte gleich einrücken: Listen sind in Argdown nicht verschachtelt.
argdown-item-indent = Die Einrückung dieses Punkts passt zu keinem darüber.

# Findings while reading graphs and texts
graphml-broken = Das XML ist hier fehlerhaft: { $error }.
file-cut-off = Die Datei bricht mittendrin ab.
graphml-no-root = Das ist kein GraphML: Das Element <graphml> fehlt.
graphml-deep = Elemente sind tiefer als { $limit } verschachtelt.
graphml-attribute = <{ $element }> hat kein Attribut { $attribute }.
graphml-broken-help = Das genannte Element oder Zeichen berichtigen.
file-cut-off-help = Die vollständige Datei beschaffen.
graphml-deep-help = Den Graphen flacher machen.
graphml-attribute-help = Das Attribut ergänzen.
graphml-hyperedge-help = Sie als mehrere Kanten schreiben.
graphml-hyperedge = Eine Hyperkante verbindet mehr als zwei Knoten und bleibt nicht erhalten.
graph-unknown-node = Kante { $number } nennt den Knoten „{ $id }“, den die Datei nicht hat.
graph-unknown-node-help = Den Knoten ergänzen oder die Kante entfernen.
graph-form-help = Ein einfacher Graph sieht so aus: { "{" }"nodes":[{ "{" }"id","w","h"{ "}" }],"edges":[{ "{" }"source","target","kind"{ "}" }]{ "}" }.
graph-form = Das ist kein einfacher Graph: { $error }.
graph-node-without-id = Knoten { $number } ist durch etwas benannt, das weder Text noch Zahl ist.
graph-edge-without-id = Kante { $number } nennt einen Knoten durch etwas, das weder Text noch Zahl ist.
graph-id-help = Kennungen als "a" oder 7 schreiben.
graph-id-twice = Zwei Knoten haben die Kennung „{ $id }“.
graph-id-twice-help = Jedem Knoten eine eigene Kennung geben.
text-utf16 = Die Datei ist in UTF-16 kodiert, nicht in UTF-8.
text-binary = Das ist keine Textdatei.
text-byte = Das Byte { $byte } hier ist kein UTF-8.
text-encoding-help = Die Datei als UTF-8 speichern und erneut öffnen.
file-too-large = { $found } { $what } sind zu viel; höchstens { $limit } lassen sich lesen

# Findings while reading argument maps
native-empty-help = Daneben nach einer Sicherung suchen oder eine neue Karte beginnen.
native-empty = Die Datei ist leer.
native-no-version = Die Datei sagt nicht, welche Fassung des Formats sie hat.
native-newer-help = Sie mit einer neueren Fassung des Programms öffnen.
native-no-such-version-help = Die Zahl berichtigen, falls sie von Hand geändert wurde.
native-a-map = eine Argumentkarte
native-a-field-name = der Name eines Feldes
native-no-version-help = Ist es eine Argumentkarte, dann hinter der öffnenden Klammer zuerst `format: { $version },` schreiben.
native-newer = Die Datei stammt von einer neueren Fassung (Format { $version }; diese hier liest bis { $current }).
native-no-such-version = Ein Format { $version } gibt es nicht; diese Fassung liest 1 bis { $current }.
native-unknown-field = Unbekanntes Feld `{ $found }`
native-known = Bekannt sind { $names }.
native-within = { $what } in { $outer }.
native-unknown-kind = Unbekannte Art `{ $found }`.
native-unknown-kind-of = Unbekannte Art `{ $found }` von { $outer }.
native-missing-field = Das Feld `{ $field }` fehlt
native-missing-field-help = `{ $field }: …` ergänzen.
native-field-twice = Das Feld `{ $field }` steht doppelt
native-field-twice-help = Eines der beiden entfernen.
native-other-name = { $expected } erwartet, `{ $found }` gefunden.
native-other-name-help = Hier { $expected } schreiben oder vor der Klammer nichts.
native-length =
    { $found ->
        [one] Erwartet: { $expected }; gefunden: 1 Wert.
       *[other] Erwartet: { $expected }; gefunden: { $found } Werte.
    }
native-length-help = Eine Kante ist ("von", Rolle, "nach"); ein Ort ist (x, y).
native-type = Erwartet: { $expected }; gefunden: { $found }.
native-place = Diese Stelle in einem Textprogramm berichtigen.
native-deep = Klammern sind tiefer verschachtelt, als es eine Argumentkarte braucht.
native-deep-help = Ist das eine Argumentkarte?
native-cut-off-help = Sie wurde vielleicht abgeschnitten; daneben nach einer Sicherung suchen oder schließen, was offen ist.
native-text-open = Hier beginnt ein Text und endet nie.
native-text-open-help = Das schließende Anführungszeichen ergänzen.
native-comment-open = Ein Kommentar beginnt mit /* und endet nie.
native-comment-open-help = Das schließende */ ergänzen.
native-comma = Hier wird ein Komma erwartet.
native-comma-help = Einträge durch Kommas trennen; Positionen sind ganze Zahlen.
native-colon = Hier wird ein Doppelpunkt erwartet.
native-colon-help = Zwischen einem Namen und seinem Wert steht ein Doppelpunkt.
native-string = Hier wird ein Text in Anführungszeichen erwartet.
native-string-help = Ihn als "…" schreiben.
native-brace = Hier wird eine öffnende geschweifte Klammer { "{" } erwartet.
native-brace-help = Einträge stehen als "Kennung": … zwischen geschweiften Klammern.
native-brace-end = Hier wird eine schließende geschweifte Klammer { "}" } erwartet.
native-bracket = Hier wird eine öffnende eckige Klammer [ erwartet.
native-bracket-help = Eine Liste steht zwischen eckigen Klammern, auch mit nur einem Eintrag.
native-bracket-end = Hier wird eine schließende eckige Klammer ] erwartet.
native-parenthesis = Hier wird eine öffnende runde Klammer ( erwartet.
native-parenthesis-end = Hier wird eine schließende runde Klammer ) erwartet.
native-integer = Hier wird eine ganze Zahl erwartet.
native-range = Die Zahl ist für diese Stelle zu groß oder zu klein.
native-boolean = Hier wird true oder false erwartet.
native-name = Hier wird ein Name erwartet.
native-trailing = Hinter dem Ende der Karte steht noch etwas.
native-trailing-help = Entfernen, was auf die letzte Klammer folgt.
native-escape = Unbekanntes Sonderzeichen in einem Text.
native-escape-help = Bekannt sind \" \\ \n \r \t und \u{ "{" }…{ "}" }; einen Rückstrich als \\ schreiben.
native-an-id = eine Kennung in Anführungszeichen
native-id-help = Kennungen tippt man in der Regel nicht von Hand: die geänderte berichtigen.
native-records = Einträge nach Kennung in geschweiften Klammern
native-id-twice-help = Jede Kennung steht einmal: eine der beiden entfernen oder ihr eine andere geben.
native-a-node = Claim, Relation oder Attribution
native-wrong-kind-help = Kennungen von Behauptungen beginnen mit c_, von Beziehungen mit r_, von Zuschreibungen mit a_.
native-a-kind = Claim, Relation oder Attribution
native-edges = Kanten in eckigen Klammern
native-edge-twice-help = Eine der beiden Zeilen entfernen.
native-too-many-help = Die Karte auf mehrere Dateien aufteilen.
native-long-id = „{ $id }“ ist zu lang für eine Kennung
native-id-twice = „{ $id }“ steht doppelt in derselben Liste
native-too-many-entries = eine Liste hat mehr als { $limit } Einträge
native-too-many-edges = es gibt mehr als { $limit } Kanten
native-wrong-kind = „{ $id }“ ist die Kennung { $expected }, steht aber vor { $found }
native-edge-twice = die Kante von „{ $from }“ nach „{ $to }“ steht doppelt
native-claim = einer Behauptung
native-relation = einer Beziehung
native-attribution = einer Zuschreibung
native-pinned = „{ $id }“ ist angeheftet, hat aber keinen Ort in dieser Ansicht
native-pinned-help = Unter `at` ergänzen oder aus `pinned` entfernen.
id-prefix = „{ $text }“ passt als Kennung nicht hierher ({ $kind }): Sie muss mit { $expected } beginnen
id-form = „{ $text }“ ist keine Kennung: Auf den Anfang folgen 1 bis 20 Buchstaben, Ziffern, - oder _

# Keys
key-ctrl = Strg+
key-shift = Umschalt+
key-alt = Alt+
key-enter = Eingabe
key-escape = Esc
key-tab = Tab
key-space = Leertaste
key-backspace = Rücktaste
key-delete = Entf
key-insert = Einfg
key-home = Pos1
key-end = Ende
key-page-up = Bild auf
key-page-down = Bild ab
key-up = Oben
key-down = Unten
key-left = Links
key-right = Rechts

# Text formats
format-markdown = Gliederung mit Fußnoten (Markdown)
format-csv = Tabelle (CSV)

# Web page
format-html = Webseite (HTML)
html-skip = Zur Gliederung springen
html-find = In der Karte suchen
html-found = { "{n}" } von { "{all}" }
html-found-none = nichts gefunden
html-previous = Voriger Treffer
html-next = Nächster Treffer
html-smaller = Verkleinern
html-larger = Vergrößern
html-whole = Ganze Karte zeigen
html-shade = Dunkle Farben
html-print = Drucken
html-aside = Gliederung und Quellen
html-picture = Karte
html-keys = Ziehen verschiebt, das Mausrad zoomt. Pfeiltasten gehen von Behauptung zu Behauptung, Eingabe öffnet, wer es sagt, F klappt ein, + − 0 zoomt, / sucht.
html-outline = Gliederung
html-fold-all = Alles einklappen
html-unfold-all = Alles ausklappen
html-branch = Zweig von „{ "{claim}" }“
html-fold = Zweig einklappen
html-unfold = Zweig ausklappen
html-close = Schließen
html-sources = Wer es sagt
html-made-with = Erstellt mit Elenchus
# Pictures in words

svg-untitled = Argumentkarte
svg-description = Argumentkarte; Behauptungen: { $claims }, Beziehungen: { $relations }.

# Daten und woher man sie weiß
code-date-bounds = Ein Datum liegt außerhalb der Tage, zwischen denen es gewesen sein muss, oder diese Tage sind vertauscht.
date-basis-inferred = Erschlossen
date-basis-relative = Von einem anderen Datum gezählt
date-basis-stated = Im Text angegeben
date-basis-url = In der Adresse
field-date-basis = Grundlage des Datums
field-date-words = Datum in Worten
field-date-words-hint = letzten Monat, vor drei Tagen, …
field-earliest = Nicht vor
field-hedges = Einschränkungen
field-hedges-hint = angeblich, soll, …
field-latest = Nicht nach
field-relative-to = Gezählt von
found-after-latest = Datiert auf { $date }, obwohl es nicht nach { $latest } war.
found-before-earliest = Datiert auf { $date }, obwohl es nicht vor { $earliest } war.
found-bounds-crossed = Nicht vor { $earliest } und nicht nach { $latest } gesagt; einen solchen Tag gibt es nicht.
help-bounds = Das Datum berichtigen oder die Tage, zwischen denen es war.
step-edit-dating = Grundlage des Datums bearbeiten
step-edit-hedges = Einschränkungen bearbeiten
# Texts of sources

label-confidential-source = vertrauliche Quelle
native-sha256 = Das ist keine SHA-256-Summe
native-sha256-help = Sie hat 64 hexadezimale Ziffern; aus einer Sicherung der Datei übernehmen.
native-long-text = Dieser Text ist länger als { $limit } Bytes
native-long-text-help = Nur den Teil der Quelle behalten, den die Karte braucht.
native-beside = `beside` muss eine Datei im Ordner der Karte oder darunter nennen
native-beside-help = Einen Namen wie `texts/report.txt` schreiben, ohne `..`, Laufwerk oder führenden Schrägstrich.
step-import-sources =
    { $count ->
        [one] Quelle importieren
       *[other] { $count } Quellen importieren
    }
step-add-version = Fassung des Textes hinzufügen
step-remove-text = Text entfernen
op-same-text = Der Text ist derselbe wie in der letzten Fassung: nichts wurde geändert.
found-text-altered = Fassung { $version } des Textes von { $source } ist nicht, was importiert wurde: ihre SHA-256-Summe ist eine andere.
help-text-altered = Den Text aus einer Sicherung der Datei übernehmen oder die Quelle neu importieren.
found-text-altered-beside = { $file }, Fassung { $version } des Textes von { $source }, ist nicht, was importiert wurde: ihre SHA-256-Summe ist eine andere.
help-text-altered-beside = Die ursprüngliche Datei zurücklegen oder im Quellenregister das Vorhandene als neue Fassung übernehmen.
found-text-missing = Fassung { $version } des Textes von { $source } fehlt. Ihre Datei: „{ $file }“.
help-text-missing = Die Datei wieder neben die Karte legen oder die Quelle neu importieren.
code-text-altered = Ein gespeicherter Text einer Quelle ist nicht mehr Byte für Byte, was importiert wurde. Zitate stehen vielleicht nicht mehr, wo sie standen.
code-text-missing = Ein Text einer Quelle, der neben der Karte liegt, ist nicht da. Darin kann nichts nachgeschlagen werden.

# Spuren und Ursprünge
mark-anonymous = Ursprünge, die niemand beim Namen nennt: { $who }.
mark-circle = Ein Kreis von Berichten: { $way }.
mark-collective = Ursprünge, die viele zusammen sind: { $who }.
mark-one-mention = Steht allein auf dem Wort von { $who }.
mark-one-origin = Alle { $mentions } Erwähnungen haben es von einem Ursprung: { $who }.
mark-one-source = Mehrere Ursprünge, alle aber nur aus einer Quelle bekannt: { $source }.
mark-undated = Ursprünge ohne Datum: { $who }.
mark-unlinked = Ursprünge in keiner Quelle mit Adresse: { $who }.
origins-count = { $origins ->
    [one] 1 unabhängiger Ursprung
   *[other] { $origins } unabhängige Ursprünge
 } in { $mentions ->
    [one] 1 Erwähnung
   *[other] { $mentions } Erwähnungen
 }
origins-none = Niemand in dieser Karte sagt es
time-by = bis { $date }
time-counted-from = gezählt von { $date }
time-from = ab { $date }
time-of-source = Datum der Quelle
time-undated = undatiert
time-undated-by = undatiert, bis { $date }
# Groups in the web page, the export dialog

html-groups = Gruppen
export-counting = Zähle, was nicht erhalten bleibt: { $percent } %
document-unknown = Diese Art von Dokument kann nicht gelesen werden. Bekannt sind: { $known }
document-empty = Es stehen keine Wörter darin.
document-empty-help = Im Programm öffnen, mit dem es erstellt wurde, und den Text speichern oder kopieren.
document-plain = Einfacher Text
document-html = Webseite (HTML)
document-wordpress = WordPress-Export (WXR)
document-disqus = Disqus-Export
document-hacker-news = Hacker-News-Diskussion (JSON)
document-reddit = Reddit-Diskussion (JSON)
document-binary = Das ist kein Text: es hat Bytes, die kein Text hat.
document-binary-help = Im Programm, mit dem es erstellt wurde, als Text, PDF, DOCX oder Webseite speichern.
document-broken-help = Im Programm öffnen, mit dem es erstellt wurde, und neu speichern.
document-part-missing = { $name } fehlt in der Datei.
document-zip = Die Datei kann nicht entpackt werden: { $error }
document-pdf = Dieses PDF kann nicht gelesen werden: { $error }
document-pdf-broken = Dieses PDF ist beschädigt oder so gemacht, dass es hier nicht gelesen werden kann.
document-pdf-broken-help = In einem PDF-Betrachter öffnen und in ein neues PDF drucken, oder den Text kopieren und als Quelle einfügen.
document-pdf-locked = Dieses PDF ist mit einem Passwort gesperrt.
document-pdf-locked-help = In einem PDF-Betrachter eine Kopie ohne Passwort speichern.
document-pdf-scan = Dieses PDF hat keinen Text: es ist ein Bild von Seiten.
document-pdf-scan-help = Zuerst in einem anderen Programm eine Texterkennung darüber laufen lassen.
document-no-posts = Es steht kein Beitrag und keine Diskussion darin.
document-json = Dieses JSON kann nicht gelesen werden: { $error }
document-json-help = Die Diskussion von ihrer Adresse neu speichern.

# Importing sources

action-import-source = Quelle importieren…
    .hint = Einen Artikel, ein Buch oder eine Diskussion mit dem Text in das Quellenregister aufnehmen
action-paste-source = Als Quelle einfügen…
    .hint = Den Text der Zwischenablage als Quelle nehmen und mit seiner Prüfsumme aufbewahren
action-toggle-safe-copy = Sichere Kopien
    .hint = Vertrauliche Sprecher und Quellen in Exporten und in der Zwischenablage ersetzen
source-comment = Kommentar von { $author }
source-comment-dated = Kommentar von { $author }, { $date }
sources-imported =
    { $count ->
        [one] Eine Quelle importiert.
       *[other] { $count } Quellen importiert.
    }
version-added = Fassung { $version } des Textes von „{ $source }“ hinzugefügt.
version-nothing-found = Am Ort dieses Textes wurde nichts gefunden: die Quelle neu importieren.
version-nothing-to-compare = Es gibt keine zwei Fassungen zum Vergleichen.
fix-take-found = Das Vorhandene als neue Fassung aufbewahren
fix-import-again = Den Text neu importieren…
running-reading = Dokument wird gelesen…
path-document-title = Quelle importieren
path-document = Importieren
source-title = Quelle importieren
source-which = Dokument
source-one-of = { $number } von { $count }: { $title }
source-as = Aufnehmen als
source-as-new = Neue Quelle
source-as-version = Neue Fassung von „{ $name }“
source-authors = Verfasser
source-text = Text
source-facts = Wörter: { $words }, Zeichen: { $letters }, SHA-256 { $sum }…
source-comments =
    { $count ->
        [one] Ein Kommentar gefunden: als eigene Quelle aufnehmen
       *[other] { $count } Kommentare gefunden: jeden als eigene Quelle aufnehmen
    }
source-comments-of =
    { $count ->
        [one] 1 Kommentar gefunden, obwohl der Text { $announced } nennt: als eigene Quelle aufnehmen
       *[other] { $count } Kommentare gefunden, obwohl der Text { $announced } nennt: jeden als eigene Quelle aufnehmen
    }
source-keep = Text aufbewahren
source-keep-inside = In der Datei der Karte
source-keep-beside = In Dateien neben der Karte, im Ordner „texts“
source-add = In die Karte aufnehmen
source-add-all = Alle { $count } in die Karte aufnehmen
field-confidential-source = Vertraulich: in Exporten nicht genannt
versions-title = Fassungen vergleichen
versions-what = „{ $name }“: Fassung { $old }, importiert { $old_when }, mit Fassung { $new }, importiert { $new_when }. Was wegfiel, ist durchgestrichen, was dazukam, unterstrichen.
versions-close = Schließen
versions-gone = [weg: { $text }]
versions-come = [neu: { $text }]
dropped-title = Karte oder Quelle?
dropped-text =
    { $count ->
        [one] { $names } kann als eigene Karte gelesen werden oder als Quelle für die offene Karte.
       *[other] { $names } können als eigene Karten gelesen werden oder als Quellen für die offene Karte.
    }
dropped-source = Als Quelle hinzufügen
dropped-map = Als Karte öffnen
inspector-text = Text
text-version = Fassung { $version }, Zeichen: { $letters }
text-imported = Importiert { $when } UTC
text-file = aus { $file }
text-beside = aufbewahrt in { $file }
text-remove = Fassung { $version } des Textes entfernen
text-compare = Fassungen { $old } und { $new } vergleichen
text-import = Text importieren…
text-import-version = Neue Fassung importieren…
text-altered = Das ist nicht, was importiert wurde.
text-missing = Die Datei fehlt.
register-imported = Importiert
register-versions = Fassungen
# Ordnen der Auswahl, Platz machen

action-tidy-selection = Auswahl ordnen
    .hint = Das Ausgewählte anordnen; alles andere bleibt, wo es ist
blocked-tidy = Weniger als zwei Behauptungen sind ausgewählt. Zuerst den Teil auswählen, der geordnet werden soll.
step-tidy-selection = Auswahl ordnen
step-make-room = Platz machen
# Proposals from texts

step-accept-proposals =
    { $count ->
        [one] Vorschlag annehmen
       *[other] { $count } Vorschläge annehmen
    }
step-dismiss-proposals =
    { $count ->
        [one] Vorschlag verwerfen
       *[other] { $count } Vorschläge verwerfen
    }
proposals-no-text = Diese Quelle hat keinen Text, in dem sie verankert werden könnten. Importieren Sie zuerst ihren Text.

heading-undated = Ohne Datum
heading-nobody = Ohne Sprecher
# Zitate gegen die Texte ihrer Quellen

quotation-verbatim = wörtlich
quotation-truncated = gekürzt
quotation-altered = verändert
quotation-misquoted = falsch zitiert
quotation-not-found = nicht gefunden
quotation-no-text = kein Text hinterlegt
code-quotation-altered = Einige Wörter eines Zitats stehen so nicht im Text der Quelle. Berichtige das Zitat oder gib es als indirekte Rede wieder.
code-quotation-misquoted = Ein Zitat sagt etwas anderes als der Text der Quelle: Ein „nicht“ fehlt, ein Name oder eine Zahl ist anders, oder viele Wörter sind es. Berichtige es oder gib es nicht als Zitat aus.
code-quotation-not-found = Die Wörter eines Zitats stehen nicht im hinterlegten Text der Quelle, die es nennt. Prüfe die Quelle oder hinterlege den Text, der sie enthält.
found-quotation-altered = { $quote } ist nicht der Wortlaut von { $source }.
found-quotation-misquoted = { $quote } ist nicht, was { $source } sagt.
found-quotation-not-found = { $quote } steht nicht im Text von { $source }.
help-quotation-altered = Vergleiche die Wörter in der Zitatprüfung und berichtige das Zitat.
help-quotation-misquoted = Vergleiche die Wörter in der Zitatprüfung und berichtige das Zitat, oder kennzeichne es als indirekte Rede.
help-quotation-not-found = Prüfe, welche Quelle gemeint ist, oder füge den Text hinzu, der die Wörter enthält.
quotation-also = auch zitiert in { $source }
quotation-reused = seine Wörter stehen ohne Anführungszeichen in { $source }
quotations-none = keine Zitate
chip-doubted = nicht, was gesagt wurde
fix-see-quotation = Wörter vergleichen
action-show-verifier = Zitatprüfung
    .hint = Zeigen oder verbergen, was die Quellen zu den Zitaten sagen
verifier-none = Noch kein Zitat in dieser Karte. Gib einer Zuschreibung ihre Worte und ihrer Quelle einen Text, dann werden sie hier verglichen.
verifier-checking = Die Zitate werden nachgeschlagen …
verifier-count =
    { $failing ->
        [one] 1 von { $count } ist nicht, was gesagt wurde
       *[other] { $failing } von { $count } sind nicht, was gesagt wurde
    }
verifier-failing-only = Nur diese
verifier-row = { $class }: { $quote }, { $source }
annotation-form = Das ist kein JSON: { $error }
annotation-form-help = Speichere es mit dem Programm, das es erzeugt hat, noch einmal als JSON-LD.
annotation-none = Keine Anmerkung darin zitiert Wörter eines Textes.
annotation-skipped = { $count ->
    [one] Eine Anmerkung zitiert keine Wörter eines Textes und wurde ausgelassen.
   *[other] { $count } Anmerkungen zitieren keine Wörter eines Textes und wurden ausgelassen.
}
annotation-many = Anmerkungen
export-safe =
    { $count ->
        [one] Sichere Kopie: einen vertraulichen Eintrag ersetzen
       *[other] Sichere Kopie: { $count } vertrauliche Einträge ersetzen
    }
export-safe-hint = Namen, Titel, Adressen und Texte vertraulicher Sprecher und Quellen werden überall gestrichen, wo sie stehen.

# Zweifelhaftes an der Herkunft
code-both-sides = Ein Sprecher vertritt eine Behauptung und bestreitet sie auch. Man kann seine Meinung ändern; die Karte sollte sagen, wann.
code-one-origin = Mehrere geben eine Behauptung weiter, haben sie aber alle von einem Ursprung: Es sind Kopien, keine Bestätigungen.
code-origin-circle = Mehrere haben eine Behauptung im Kreis voneinander: Jeder beruft sich auf einen der anderen, und nichts außerhalb stützt sie.
code-report-predates = Ein Bericht ist früher datiert als das, was er berichtet.
code-source-undated = In einer Quelle steht etwas, von der niemand weiß, wann sie entstand; es lässt sich nicht einordnen.
code-source-unlinked = In einer Quelle ohne Adresse und Archivkopie steht etwas; es lässt sich nicht nachschlagen.
code-unnamed-origins = Eine Behauptung beruht nur auf Ungenannten oder auf vielen zusammen: Niemand kann gefragt werden.
found-both-sides = { $who } nimmt zu { $claim } beide Seiten ein: { $sides }.
found-one-origin = Alle { $mentions } Erwähnungen von { $claim } stammen von { $who }.
found-origin-circle = Berichte über { $claim } gehen im Kreis: { $way }.
found-report-predates = { $act } ({ $report }), gesagt wurde es aber später ({ $reported }).
found-source-undated = Die Quelle { $source } hat kein Datum.
found-source-unlinked = Die Quelle { $source } hat keine Adresse.
found-unnamed-origins = Namentlich steht niemand hinter { $claim }: { $who }.
help-both-sides = Nachsehen, ob beides dasselbe meint, und beides datieren.
help-one-origin = Jemanden suchen, der es aus erster Hand weiß.
help-origin-circle = Herausfinden, wo es in den Kreis kam, und diese Quelle nennen.
help-report-predates = Eines der Daten berichtigen oder sagen, wer wen berichtet.
help-source-undated = Das Datum angeben, so genau, wie es angegeben ist.
help-source-unlinked = Die Adresse oder die einer Archivkopie angeben, oder die Quelle, auf die sie antwortet.
help-unnamed-origins = Jemanden finden, der namentlich dafür einsteht.
table-blame = Wer wem die Schuld gibt
table-both-sides = Beide Seiten
table-cause = Ursache
table-claim = Behauptung
table-outcome = Folge
table-speaker = Sprecher
table-stances = Wer wem zustimmt

# Spur, Tabellen, Ketten
action-add-chain = Kette von Zuschreibungen hinzufügen…
    .hint = In einem Satz sagen, wer es sagt, wer davon berichtet und so weiter
action-show-tables = Vorwürfe und Zustimmung
    .hint = Die Tabellen zeigen oder verbergen, wer wem die Schuld gibt und wer wem zustimmt
action-show-trace = Spur
    .hint = Zeigen oder verbergen, wer die Behauptung zuerst aufstellte, wer sie weitergab und wie sie sich änderte
chain-add = Hinzufügen
chain-date = Datum { $number }
chain-more = Berichtet von …
chain-new = noch nicht im Verzeichnis
chain-quote = Zitat { $number }
chain-remove = { $number } entfernen
chain-sentence = Die Kette in einem Satz
chain-sentence-hint = Bodden zitiert Parry, der berichtet Troy in Time am 14. November 2016
chain-source = Quelle { $number }
chain-speaker = Sprecher { $number }
chain-stance = Haltung { $number }
chain-title = Wer es sagt und wer davon berichtet
step-add-chain = Kette von Zuschreibungen hinzufügen
tables-count = { $count ->
    [one] 1 Zeile
   *[other] { $count } Zeilen
 }
tables-no-blame = Keine Behauptung nennt eine Ursache und deren Folge. Einer Behauptung im Inspektor die Art „Ursache“ geben.
tables-no-stances = In dieser Karte sagt noch niemand etwas.
trace-go = Zu dem gehen, was gesagt wurde
trace-hedged = eingeschränkt: { $hedges }
trace-nothing-selected = Eine Behauptung auswählen, um zu sehen, wer sie zuerst aufstellte, wer sie weitergab und wie sie sich unterwegs änderte.
trace-origin = { $who }: { $steps ->
    [one] 1 Erwähnung
   *[other] { $steps } Erwähnungen
 }
trace-step = Schritt { $number }, { $time }: { $act }
trace-step-of = , zu Schritt { $step }
trace-strip = Zeitleiste von { $first } bis { $last }; Schritte: { $count }
trace-wordings = Andere Wortlaute

# Übergabe
bibtex-entry = Dieser Eintrag lässt sich nicht lesen und wurde weggelassen.
bibtex-entry-help = Als „@article“ mit Schlüssel und Feldern in geschweiften Klammern schreiben, jedes Feld als Name, Gleichheitszeichen und Wert.
csl-no-list = Dies ist keine Literaturliste in CSL-JSON.
csl-no-list-help = Die Literaturliste noch einmal als CSL-JSON exportieren.
format-bibtex = Literaturliste (BibTeX)
format-blame-csv = Wer wem die Schuld gibt (CSV)
format-blame-markdown = Wer wem die Schuld gibt (Markdown)
format-csl = Literaturliste (CSL-JSON)
format-prov = Herkunft (PROV-O, Turtle)
format-schema-org = Behauptungen und Prüfungen (schema.org, JSON-LD)
format-sheet-html = Quellenblatt (Webseite)
format-sheet-markdown = Quellenblatt (Markdown)
format-stances-csv = Wer wem zustimmt (CSV)
format-stances-markdown = Wer wem zustimmt (Markdown)
sheet-checked = Geprüft
sheet-complete = Ohne Lücken
sheet-flag = Vorsicht
sheet-gap = Fehlt
sheet-hash = SHA-256 des Textes
sheet-no-date = Datum
sheet-no-link = Adresse
sheet-no-quote = zitierte Worte
sheet-no-source = Quelle
sheet-no-speaker = Sprecher
sheet-no-text = gespeicherter Text
sheet-nobody = wer es sagt
sheet-summary = { $claims ->
    [one] 1 Behauptung
   *[other] { $claims } Behauptungen
 }, { $gaps } mit Lücken
sheet-title = Quellenblatt: { $title }
sheet-with-gaps = Mit Lücken

# Leser
action-show-reader = Leser
    .hint = Der Text einer Quelle neben der Karte
reader-accept = Annehmen
reader-accept-edit = Bearbeiten
reader-accept-edit-hint = Annehmen und die Behauptung anders fassen
reader-accept-hint = Daraus eine Behauptung dieses Sprechers machen
reader-ambiguous = „{ $words }“ steht an { $count } Stellen. Klick hier, markiere die richtige und drücke Q.
reader-attribution = Zuschreibung
reader-attribution-hint = Jemand sagt die ausgewählte Behauptung mit diesen Worten: nenne ihn im Inspektor
reader-claim = Behauptung
reader-claim-hint = Eine Behauptung des Autors mit diesen Worten
reader-dismiss = Verwerfen
reader-dismiss-hint = Nicht wieder vorschlagen
reader-find = Im Text suchen
reader-find-hint = In diesem Text suchen
reader-find-next = Nächste Stelle im Text
reader-find-previous = Vorige Stelle im Text
reader-no-texts = Noch keine Quelle dieser Karte hat einen Text. Importiere einen Artikel, Kommentare oder ein Buch und lies sie hier.
reader-nothing-marked = Markiere zuerst Worte im Text, mit der Maus oder mit Umschalt und den Pfeiltasten.
reader-nothing-selected = Wähle auf der Karte die Behauptung aus, um die es in diesen Worten geht.
reader-orphaned = „{ $words }“ steht nicht mehr in diesem Text. Klick hier, markiere, was jetzt dort steht, und drücke Q, oder lösche die Zuschreibung.
reader-page = Text von { $source }
reader-passage = { $stance }, { $who }: { $content }
reader-proposal = { $who }: { $content }
reader-proposals = { $count ->
    [one] 1 Vorschlag
   *[other] { $count } Vorschläge
 }
reader-proposals-close = Vorschläge schließen
reader-proposals-none = Nichts wartet mehr auf Antwort. Was du angenommen hast, steht auf der Karte; was du verworfen hast, wird nicht wieder vorgeschlagen.
reader-propose = Vorschlagen
reader-propose-hint = Finden, wer in diesem Text was sagt. Nichts kommt in die Karte, bevor du es annimmst.
reader-proposing = Wird gelesen …
reader-quote = Zitat
reader-quote-hint = Der Autor sagt die ausgewählte Behauptung mit diesen Worten
reader-rebuttal = Einwand
reader-rebuttal-hint = Eine Behauptung des Autors mit diesen Worten, gegen die ausgewählte
reader-rule = { $tier } · { $rule }
reader-somebody = Jemand
reader-source = Text: { $source }
reader-version = Version { $version }
step-claim-passage = Behauptung aus einem Text
step-quote-passage = Zitat hinzufügen
step-rebut-by-passage = Einwand aus einem Text

# Debatte und Übernahme
quotation-told = Von der genannten Quelle liegt kein Text vor; so erzählt in „{ $source }“
shipped-footbridge = Wer sagt, die Brücke sei unsicher
    .hint = Artikel mit ihren Texten: ein falsches Zitat, ein Kreis von Berichten, eine geänderte Seite
quotation-former = stand in Fassung { $version } von { $count }; die neueste hat es nicht mehr
document-pdf-bomb = Ein Teil der PDF-Datei wird entpackt größer als { $limit } MB.
document-pdf-bomb-help = So lang ist kein Text: Sie soll vielleicht Programme lahmlegen. Wer sie gemacht hat, kann sie neu als PDF drucken.
document-attributes = Ein Element der Seite hat mehr als { $limit } Attribute.
source-as-known = Das, was als „{ $name }“ in der Karte ist
menu-reader = Leser
blocked-no-texts = Keine Quelle dieser Karte hat einen Text: zuerst eine aufnehmen
reader-accept-certain =
    { $count ->
        [one] Den sicheren annehmen
       *[other] Die { $count } sicheren annehmen
    }
action-claim-passage = Markiertes wird Behauptung
    .hint = Die im Text markierten Worte werden eine Behauptung seines Autors
action-quote-passage = Markiertes zitieren
    .hint = Die im Text markierten Worte werden die Worte des Autors für die ausgewählte Behauptung
action-attribute-passage = Markiertes zuschreiben
    .hint = Jemand, der noch zu nennen ist, sagt die ausgewählte Behauptung mit den im Text markierten Worten
action-rebut-by-passage = Mit Markiertem widersprechen
    .hint = Die im Text markierten Worte werden ein Widerspruch gegen das Ausgewählte
action-propose = Vorschlagen, wer was sagt
    .hint = Im Text des Lesers suchen, wer darin was sagt
action-next-proposal = Nächster Vorschlag
    .hint = Zum nächsten Vorschlag gehen
action-previous-proposal = Voriger Vorschlag
    .hint = Zum Vorschlag davor zurückgehen
action-accept-proposal = Vorschlag annehmen
    .hint = In die Karte aufnehmen, was der Vorschlag sagt
action-accept-to-edit = Vorschlag annehmen und umformulieren
    .hint = In die Karte aufnehmen, was der Vorschlag sagt, und an der Behauptung schreiben
action-accept-certain = Alle sicheren Vorschläge annehmen
    .hint = Alle Vorschläge der Stufe A in einem Schritt in die Karte aufnehmen
action-dismiss-proposal = Vorschlag verwerfen
    .hint = Dies nicht mehr vorschlagen
sheet-misquoted = Worte, wie die Quelle sie hat
source-as-text = Der Text von „{ $name }“, das ohne ihn in der Karte ist
# Die Herkunft einer Behauptung als Bild, und wobei Vorsicht geboten ist

action-show-provenance = Herkunft
    .hint = Als Bild zeigen, woher die Behauptung kommt: Quellen und Sprecher, die Zeit von links nach rechts
caution-anonymous = Ursprung, den niemand beim Namen nennt
caution-circle = Kreis von Berichten
caution-collective = viele, von denen zusammen die Rede ist
caution-one-origin = beruht auf einem Ursprung
caution-one-source = Ursprünge nur aus einer Quelle bekannt
caution-undated = Ursprung ohne Datum
caution-unlinked = Ursprung ohne Adresse
export-part-provenance = Herkunft der Behauptung
provenance-again = wieder { $who }
provenance-answers = antwortet
provenance-back = Zurück zur Karte
provenance-back-hint = Auch Escape führt zurück
provenance-bar = Herkunft
provenance-claim = { $claim }. { $count }
provenance-left = Zurück auf der Karte
provenance-name = Herkunft von { $claim }
provenance-no-source = keine Quelle
provenance-origin = Ursprung
provenance-origin-number = Ursprung { $number }
provenance-passes-on = { $verb }, was { $whom } sagt
provenance-quotes = zitiert
provenance-same-words = gleiche Worte, ungenannt
provenance-shown = Herkunft von { $claim }: { $count }. Die Pfeiltasten gehen vom Ursprung bis zum Letzten, Escape führt zurück.
provenance-steps = { $count ->
    [one] 1 Schritt vom Ursprung bis zum Letzten
   *[other] { $count } Schritte vom Ursprung bis zum Letzten
 }
provenance-wording = auch: { $wording }
trace-copy = Schritt { $step } hat die gleichen Worte wie Schritt { $of }, ohne ihn zu nennen: Beide zählen als ein Ursprung.

# Vom Ablegen bis zur Spur

inspector-trace = Wer hat es zuerst gesagt?
reader-proposals-end = Nichts wartet mehr auf Antwort, weder in diesem Text noch in denen, die auf ihn antworten.
reader-proposals-go-on = Weiter in den Antworten
start-import = Artikel importieren …
tables-export = Diese Tabelle exportieren …
text-read = Lesen
code-quotation-former = Ein Zitat stand in einer früheren Fassung des Textes; er ist seither geändert worden. Vergleiche die Fassungen, und sage, wann es gesagt wurde.
fix-compare-versions = Fassungen vergleichen
found-quotation-former = { $quote } stand in Fassung { $version } von { $source }; der Text ist seither geändert worden.
help-quotation-former = Vergleiche die Fassungen und sieh, was aus den Worten geworden ist.
inspector-by-way-of = durch { $speaker }
source-all-known = Mit dem Vorhandenen verbinden
source-all-mixed = Jede wie gewählt
source-all-new = Alle als neue Quellen nehmen
source-all-of = { $count ->
    [one] 1 ist schon auf der Karte
   *[other] { $count } sind schon auf der Karte
 }
sheet-version = Fassung des Textes

# Web page
html-source-as = Quelle wie in Anmerkung { $note }

# Was ein Export verliert, nach Art; davor steht die Anzahl
loss-quotations =
    { $count ->
        [one] Zitat
       *[other] Zitate
    }
loss-sources =
    { $count ->
        [one] Quelle mit ihren Angaben
       *[other] Quellen mit ihren Angaben
    }
loss-long-claims =
    { $count ->
        [one] Ende einer langen Behauptung
       *[other] Enden langer Behauptungen
    }
loss-groups =
    { $count ->
        [one] Gruppe
       *[other] Gruppen
    }
loss-notes =
    { $count ->
        [one] Anmerkung
       *[other] Anmerkungen
    }
loss-small-claims =
    { $count ->
        [one] Behauptung in Buchstaben unter 5 Punkt
       *[other] Behauptungen in Buchstaben unter 5 Punkt
    }
loss-claim-kinds =
    { $count ->
        [one] Art einer Behauptung
       *[other] Arten von Behauptungen
    }
loss-causes =
    { $count ->
        [one] Ursache mit ihrer Wirkung
       *[other] Ursachen mit ihren Wirkungen
    }
loss-attribution-premises =
    { $count ->
        [one] Prämisse, die eine Zuschreibung ist
       *[other] Prämissen, die Zuschreibungen sind
    }
loss-restatements =
    { $count ->
        [one] Umformulierung
       *[other] Umformulierungen
    }
loss-preferences =
    { $count ->
        [one] Bevorzugung
       *[other] Bevorzugungen
    }
loss-unfinished =
    { $count ->
        [one] unfertige Beziehung
       *[other] unfertige Beziehungen
    }
loss-no-claim-premise =
    { $count ->
        [one] Beziehung ohne Behauptung als Prämisse
       *[other] Beziehungen ohne Behauptung als Prämisse
    }
loss-on-attribution =
    { $count ->
        [one] Beziehung, die sich auf eine Zuschreibung richtet
       *[other] Beziehungen, die sich auf eine Zuschreibung richten
    }
loss-contradicted-relation =
    { $count ->
        [one] Widerspruch zu einer Beziehung
       *[other] Widersprüche zu einer Beziehung
    }
loss-on-contradiction =
    { $count ->
        [one] Beziehung, die sich auf einen Widerspruch richtet
       *[other] Beziehungen, die sich auf einen Widerspruch richten
    }
loss-on-lost =
    { $count ->
        [one] Beziehung, die sich auf eine nicht schreibbare richtet
       *[other] Beziehungen, die sich auf eine nicht schreibbare richten
    }
loss-linked-contradictions =
    { $count ->
        [one] Widerspruch mit verbundenen Prämissen
       *[other] Widersprüche mit verbundenen Prämissen
    }
loss-repeated-contradictions =
    { $count ->
        [one] wiederholter Widerspruch
       *[other] wiederholte Widersprüche
    }
loss-titles-changed =
    { $count ->
        [one] Titel, der zu ändern war
       *[other] Titel, die zu ändern waren
    }
loss-relation-groups =
    { $count ->
        [one] Gruppe einer Beziehung
       *[other] Gruppen von Beziehungen
    }
loss-contradiction-titles =
    { $count ->
        [one] Titel eines Widerspruchs
       *[other] Titel von Widersprüchen
    }
loss-contradiction-schemes =
    { $count ->
        [one] Schema eines Widerspruchs
       *[other] Schemata von Widersprüchen
    }
loss-contradiction-tags =
    { $count ->
        [one] Schlagwort eines Widerspruchs
       *[other] Schlagwörter von Widersprüchen
    }
loss-contradiction-data =
    { $count ->
        [one] Widerspruch mit seinen Daten
       *[other] Widersprüche mit ihren Daten
    }
loss-empty-groups =
    { $count ->
        [one] Gruppe von Behauptungen ohne Text
       *[other] Gruppen von Behauptungen ohne Text
    }
loss-group-levels =
    { $count ->
        [one] Ebene verschachtelter Gruppen
       *[other] Ebenen verschachtelter Gruppen
    }
loss-group-circles =
    { $count ->
        [one] im Kreis verschachtelte Gruppe
       *[other] im Kreis verschachtelte Gruppen
    }
loss-front-matter =
    { $count ->
        [one] Block von Kopfdaten
       *[other] Blöcke von Kopfdaten
    }
loss-tags-changed =
    { $count ->
        [one] Schlagwort, das zu ändern war
       *[other] Schlagwörter, die zu ändern waren
    }
loss-group-data =
    { $count ->
        [one] weiterer Block Daten einer Gruppe
       *[other] weitere Blöcke Daten von Gruppen
    }
loss-reports =
    { $count ->
        [one] Bericht über das, was andere sagen
       *[other] Berichte über das, was andere sagen
    }
loss-tags =
    { $count ->
        [one] Behauptung mit ihren Schlagwörtern
       *[other] Behauptungen mit ihren Schlagwörtern
    }
loss-places =
    { $count ->
        [one] Ort auf der Zeichenfläche
       *[other] Orte auf der Zeichenfläche
    }
loss-anchors =
    { $count ->
        [one] Stelle eines Zitats in seiner Quelle
       *[other] Stellen von Zitaten in ihren Quellen
    }
loss-views =
    { $count ->
        [one] Ansicht außer der ersten
       *[other] Ansichten außer der ersten
    }
loss-pins =
    { $count ->
        [one] Befestigung
       *[other] Befestigungen
    }
loss-relations =
    { $count ->
        [one] Beziehung
       *[other] Beziehungen
    }
loss-unquoted =
    { $count ->
        [one] Zuschreibung ohne Zitat
       *[other] Zuschreibungen ohne Zitat
    }
loss-texts =
    { $count ->
        [one] Text einer Quelle
       *[other] Texte von Quellen
    }
loss-attributions =
    { $count ->
        [one] Zuschreibung
       *[other] Zuschreibungen
    }
loss-claims =
    { $count ->
        [one] Behauptung
       *[other] Behauptungen
    }
loss-datings =
    { $count ->
        [one] Einzelheit zu einem Datum
       *[other] Einzelheiten zu Daten
    }
loss-replies =
    { $count ->
        [one] Antwort auf eine andere Quelle
       *[other] Antworten auf andere Quellen
    }
loss-group-members =
    { $count ->
        [one] Behauptung abseits der anderen ihrer Gruppe
       *[other] Behauptungen abseits der anderen ihrer Gruppe
    }
loss-groups-named =
    { $count ->
        [one] Gruppe ({ $names })
       *[other] Gruppen ({ $names })
    }
loss-speakers =
    { $count ->
        [one] Sprecher
       *[other] Sprecher
    }
loss-weights =
    { $count ->
        [one] Gewicht einer Beziehung
       *[other] Gewichte von Beziehungen
    }
loss-data =
    { $count ->
        [one] Block Daten
       *[other] Blöcke Daten
    }

export-own-file = „{ $name }“ ist die Datei der Karte selbst. Gib dem Export einen anderen Namen.
render-failed = das Bild ließ sich nicht zeichnen: { $reason }
render-scale = der Maßstab muss eine positive Zahl sein
render-too-far = die Behauptungen liegen für dieses Format zu weit auseinander: ordne die Karte erst an, oder exportiere sie als SVG
render-too-large = im Maßstab { $scale } hätte das Bild { $width } × { $height } Pixel, zu viel für PNG; höchstens Maßstab { $largest } ist möglich (SVG hat keine solche Grenze)
