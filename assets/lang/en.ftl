# The interface in English. One text an entry; names of variables are the same in every language.

# Menus

menu-file = File
menu-edit = Edit
menu-add = Add
menu-go = Go
menu-view = View
menu-help = Help

# Commands: the title, and what the command does in a few words.
action-new = New
    .hint = Start an empty map
action-open = Open…
    .hint = Open a map or import another format
action-open-example = Open the first debate
    .hint = Open a copy of the map that is shipped: who cost whom the election
action-save = Save
    .hint = Save the map
action-save-as = Save as…
    .hint = Save the map under another name
action-export = Export…
    .hint = Write a picture or another format
action-quit = Quit
    .hint = Close Elenchus
action-undo = Undo
    .hint = Take back the last step
action-redo = Redo
    .hint = Do again what was taken back
action-cut = Cut
    .hint = Move the selection to the clipboard
action-copy = Copy
    .hint = Copy the selection to the clipboard
action-paste = Paste
    .hint = Insert what was copied
action-duplicate = Duplicate
    .hint = Copy the selection next to itself
action-delete = Delete
    .hint = Delete the selection and what cannot stand without it
action-edit-text = Edit text
    .hint = Write in the selected claim
action-toggle-pin = Pin or unpin
    .hint = Keep the selected claims where they are in every layout
action-nudge-up = Move up
    .hint = Move the selected claims up a little
action-nudge-down = Move down
    .hint = Move the selected claims down a little
action-nudge-left = Move left
    .hint = Move the selected claims left a little
action-nudge-right = Move right
    .hint = Move the selected claims right a little
action-add-claim = Add claim
    .hint = A new claim by itself
action-add-support = Add support
    .hint = A new claim that speaks for the selection
action-add-rebuttal = Add rebuttal
    .hint = A new claim that speaks against the selection
action-add-undercut = Add undercut
    .hint = A new claim that denies that the selected step follows
action-add-co-premise = Add co-premise
    .hint = A new claim that the selected step needs besides
action-add-attribution = Add attribution
    .hint = Say who says the selection
action-add-speaker = Add speaker
    .hint = A new entry of the speaker register
action-add-source = Add source
    .hint = A new entry of the source register
action-add-group = Add group
    .hint = A new group of claims
action-select-all = Select all
    .hint = Select every node
action-select-none = Select nothing
    .hint = Give up the selection
action-select-up = Claim above
    .hint = Select the nearest claim above
action-select-down = Claim below
    .hint = Select the nearest claim below
action-select-left = Claim to the left
    .hint = Select the nearest claim to the left
action-select-right = Claim to the right
    .hint = Select the nearest claim to the right
action-select-next = Next claim
    .hint = Select the next claim in reading order
action-select-previous = Previous claim
    .hint = Select the previous claim in reading order
action-select-target = Go to target
    .hint = From a reason to its relation, from there to what it bears on
action-select-grounds = Go to grounds
    .hint = To what bears on the selection, from a relation to its premise
action-select-sibling = Next reason
    .hint = To the next relation on the same target, the next premise of the same relation
action-select-attribution = Go to who says it
    .hint = To the attributions of the selection, one after the other
action-lay-out = Lay out everything
    .hint = Arrange all claims that are not pinned
action-lay-out-unplaced = Place new claims
    .hint = Find room for what has no place; the rest stays
action-cancel-layout = Stop layout
    .hint = Stop the layout that runs
action-zoom-in = Zoom in
    .hint = Nearer
action-zoom-out = Zoom out
    .hint = Farther
action-zoom-to-fit = Zoom to fit
    .hint = Show the whole map
action-zoom-to-actual-size = Actual size
    .hint = Show the map at its own size
action-zoom-to-selection = Zoom to selection
    .hint = Show what is selected
action-toggle-theme = Dark or light
    .hint = Switch between the dark and the light theme
action-toggle-palette = Command palette…
    .hint = Find a command by its name
action-show-shortcuts = Keyboard shortcuts
    .hint = All commands with their keys
action-show-about = About Elenchus
    .hint = Version and licence

# Find
action-find = Find…
    .hint = Find words in claims, notes, speakers, sources and quotes
action-find-next = Find next
    .hint = Go to the next hit
action-find-previous = Find previous
    .hint = Go to the previous hit
find-bar = Find in the map
find-field = Find
find-hint = Find in this map
find-close = Close the search
find-count = { $number } of { $count }
find-no-match = No match
find-in-text = In the claim
find-in-title = In the title
find-in-note = In the note
find-in-tag = In a tag
find-in-cause = In cause and effect
find-in-scheme = In the scheme
find-in-quote = In a quote
find-in-cue = In the cue
find-in-date = In the date
find-in-place = In where it appeared
find-in-speaker = In speaker { $name }
find-in-source = In source { $name }
# Problems and their fixes
fix-name-speaker = Name the speaker
fix-mark-anonymous = Mark as anonymous
fix-delete-speaker = Delete the speaker
fix-delete-source = Delete the source
fix-drop-authors = Drop the unknown authors
fix-drop-reply = Replies to nothing
fix-take-group-out = Take the group out
fix-add-premise = Add a premise
fix-delete-relation = Delete the relation
fix-delete-attribution = Delete the attribution
fix-delete-claim = Delete the claim
fix-keep-end = Keep only { $name }
fix-choose-speaker = Choose a speaker
fix-drop-speaker = Drop the unknown speaker
fix-drop-source = Drop the unknown source
fix-drop-group = Drop the unknown group
fix-write-claim = Write it
fix-unite-claims = Make them one claim
fix-reword-claim = Reword it
fix-write-date = Write { $date }

# Inspector
pick-none = None
field-several = Several values
field-not-said = Not said
field-kind = Kind
field-group = Group
field-scheme = Scheme
field-speaker = Speaker
field-stance = Stance
field-source = Source
field-quotation = Quotation
field-date = Date
inspector-several = { $count } selected
inspector-selection = the selection
inspector-tags = Tags
inspector-which = Which
inspector-claims = { $count ->
    [one] 1 claim
   *[other] { $count } claims
}
inspector-relations = { $count ->
    [one] 1 relation
   *[other] { $count } relations
}
inspector-attributions = { $count ->
    [one] 1 attribution
   *[other] { $count } attributions
}
inspector-tag-of = { $tag } ({ $count })
inspector-remove-tag = Remove the tag { $tag }
inspector-add-tag = Add tag
inspector-commas = Commas between them
list-more = and { $count } more
check-date = Write it as 2016, 2016-11, 2016-11-14 or 2016-11-14T18:33.
check-date-as = Write it as { $date }, so that it can be sorted.
check-address = A web address starts with https:// and has no spaces.
check-claim-empty = A claim says something: write one sentence.
check-claim-twin = Another claim says this already.
check-speaker-empty = Write the name, or mark the speaker as anonymous.
check-speaker-twin = Another speaker has this name.
problem-fix = { $fix }: { $message }
problems-none = Nothing to complain about.

# Bookmarks
action-toggle-bookmark = Bookmark
    .hint = Mark the selected claims to come back to, or unmark them
action-next-bookmark = Next bookmark
    .hint = Go to the next bookmarked claim
action-previous-bookmark = Previous bookmark
    .hint = Go to the previous bookmarked claim
ready-bookmarks = There are no bookmarks. Select a claim and bookmark it first.

# Palette
palette-name = Command palette
palette-field = Find a command or a claim
palette-nothing = Nothing of that name.
palette-prefixes = { ">" } commands   { "@" } speakers and sources   { "#" } bookmarks
palette-claim = Claim
palette-bookmark = Bookmark
palette-speaker = Speaker
palette-source = Source
palette-file = Recent file
# Files and tabs
action-close-tab = Close map
    .hint = Close this map; unsaved changes are asked about
action-next-tab = Next map
    .hint = Show the next map of this window
action-previous-tab = Previous map
    .hint = Show the map before this one
unsaved-title = Save your changes?
unsaved-one = “{ $name }” has changes that are not saved. Save them before closing?
unsaved-several = { $count } maps have changes that are not saved. Save them before closing?
unsaved-save = Save
unsaved-save-all = Save all
unsaved-discard = Discard
unsaved-discard-all = Discard all
dialog-cancel = Cancel
tab-bar = Open maps
tab-name = { $name }
tab-name-unsaved = { $name }, unsaved changes
tab-close = Close { $name }
tab-new = New map
# Panels

action-show-inspector = Inspector
    .hint = Show or hide every field of what is selected
action-show-problems = Problems
    .hint = Show or hide what should be looked at
action-reset-panels = Reset panels
    .hint = Arrange the panels as at the first start
action-next-panel = Next panel
    .hint = Give the keyboard to the next panel or to the map
action-previous-panel = Previous panel
    .hint = Give the keyboard to the panel before or to the map
panel-hide = Hide { $panel }
