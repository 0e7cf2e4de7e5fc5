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
action-cancel-layout = Anordnen abbrechen
    .hint = Das laufende Anordnen abbrechen
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
inspector-selection = die Auswahl
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
