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
action-cancel-task = Stop what runs
    .hint = Stop the layout, opening, saving or exporting that takes long
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

# Folding, focus, filter, back and forward
action-back = Back
    .hint = To where you were before the last jump
action-forward = Forward
    .hint = To where you came back from
action-toggle-fold = Fold or unfold
    .hint = Hide or show what bears on the selection
action-fold-all = Fold all
    .hint = Show conclusions alone
action-unfold-one-level = Unfold one level
    .hint = Show conclusions and what bears on them directly
action-unfold-two-levels = Unfold two levels
    .hint = Show what is up to two steps from a conclusion
action-unfold-three-levels = Unfold three levels
    .hint = Show what is up to three steps from a conclusion
action-unfold-all = Unfold all
    .hint = Show every folded branch
action-focus = Focus on selection
    .hint = Show only what is within a few steps of the selection
action-widen-focus = Wider focus
    .hint = Show one step more around what is focused on
action-narrow-focus = Narrower focus
    .hint = Show one step less around what is focused on
action-leave-focus = Leave focus
    .hint = Show all of the map again
action-toggle-filter = Filter
    .hint = Show only claims of some kind, tag, speaker, source, stance or date
action-clear-filter = Clear filter
    .hint = Show what the filter hides
blocked-back = There is no place to go back to.
blocked-forward = There is no place to go forward to.
blocked-fold = No claim with reasons or rebuttals is selected. Select one first.
blocked-fold-filtered = The filter looks into folded branches. Clear it before folding.
blocked-unfold = No branch is folded.
blocked-focus = Nothing is focused on. Focus on a selection first.
blocked-wider = The focus is as wide as it can be.
blocked-narrower = The focus is as narrow as it can be.
blocked-filter = No filter is set.
shown-everything = Everything is shown
shown-count = { $shown } of { $count } shown
focus-bar = Focus
focus-several = { $count ->
    [one] 1 selected
   *[other] { $count } selected
}
focus-steps = { $count ->
    [one] 1 step
   *[other] { $count } steps
}
filter-bar = Filter
filter-close = Close the filter
filter-by = Filter by { $title }
filter-by-set = Filter by { $title }, set: { $text }
filter-kind = Kind
filter-standing = Standing
filter-relation = Relation
filter-tag = Tag
filter-speaker = Speaker
filter-source = Source
filter-stance = Stance
filter-date = Date
filter-unsupported = Without support
filter-rebutted = With a rebuttal
filter-final = Conclusion
filter-unattributed = Said by nobody
filter-undercut = Undercut
filter-search = Search
filter-any = Any
filter-since = From
filter-until = Until
filter-date-since = From { $date }
filter-date-until = Until { $date }
filter-no-date = Write 2016, 2016-11 or 2016-11-14.
filter-too-many-links = Only the first { $count } hidden ways are drawn
shown-fold-branch = Fold the branch of { $name }
shown-unfold-branch = { $count ->
    [one] Unfold 1 claim of { $name }
   *[other] Unfold { $count } claims of { $name }
}
shown-hidden-link = { $count ->
    [one] 1 hidden between { $from } and { $to }
   *[other] { $count } hidden between { $from } and { $to }
}
shown-hidden-link-hint = Show what is hidden here
shown-hidden = { $count } hidden
shown-folded = { $count ->
    [one] 1 claim folded.
   *[other] { $count } claims folded.
}
# Writing by keyboard

action-cut-branch = Cut branch
    .hint = Move the selection and all that bears on it to the clipboard
action-copy-branch = Copy branch
    .hint = Copy the selection and all that bears on it
action-paste-under = Paste as reasons
    .hint = Insert what was copied as reasons for the selection
action-add-sibling = Add sibling
    .hint = A further reason of the same kind beside the selection
action-add-sibling-above = Add sibling one level up
    .hint = A further reason beside what the selection bears on
action-add-parent = Add parent
    .hint = A new claim that the selected claims support
action-select-branch = Select branch
    .hint = The selection and all that bears on it
action-walk-to-target = Up the argument
    .hint = To the claim that the selection bears on
action-walk-to-grounds = Down the argument
    .hint = To the first claim that bears on the selection
action-walk-to-previous = Previous sibling
    .hint = To the claim before this one that bears on the same
action-walk-to-next = Next sibling
    .hint = To the claim after this one that bears on the same
action-extend-up = Extend upwards
    .hint = Also select the nearest claim above
action-extend-down = Extend downwards
    .hint = Also select the nearest claim below
action-extend-left = Extend to the left
    .hint = Also select the nearest claim to the left
action-extend-right = Extend to the right
    .hint = Also select the nearest claim to the right
action-extend-to-target = Extend up the argument
    .hint = Also select the claim that the selection bears on
action-extend-to-grounds = Extend down the argument
    .hint = Also select the first claim that bears on the selection
action-extend-to-previous = Extend to the previous sibling
    .hint = Also select the claim before this one that bears on the same
action-extend-to-next = Extend to the next sibling
    .hint = Also select the claim after this one that bears on the same
write-only-claims-have-text = Only a claim has a text of its own. Select a claim, or use the inspector for the fields of an arrow.
write-premise-removed = Premise removed.
write-no-premise = Only a claim or an attribution can support something. Select one first.
write-deleted-claim = The claim is deleted.
write-deleted-relation = The relation is deleted.
write-deleted-attribution = The attribution is deleted.
write-deleted-items = { $count } items are deleted.
write-no-target = This bears on nothing: it is where the argument ends.
write-no-grounds = Nothing bears on this yet. Add a support or a rebuttal.
write-no-sibling = Nothing stands beside this.
write-no-previous-sibling = This is the first of those that bear on the same.
write-no-next-sibling = This is the last of those that bear on the same.
write-no-attribution = Nobody is said to say this yet. Add an attribution.
write-delete-entry = Delete “{ $name }”? { $also }
write-hint = What is claimed, in one sentence
write-field = Text of the claim
paste-nothing = There is no text to paste. Copy claims, or text from another program, first.
keymap-unreadable = Your own keys are not used: { $why }
keymap-not-saved = Your keys are not kept: { $why }
keymap-unknown-action = Your keymap names a command that does not exist: “{ $action }”.
keymap-unknown-key = Your keymap names a key that does not exist: “{ $key }” for “{ $action }”.
keymap-twice = Your keymap gives “{ $key }” to several commands; “{ $action }” goes without.
keys-title = Keyboard shortcuts
keys-find = Find
keys-find-name = Find a shortcut
keys-close = Close
keys-reset-all = Reset all keys
keys-reset-one = Reset the keys of { $action }
keys-none-found = Nothing of that name, and no such key.
keys-change-hint = { $hint }. Click to change its keys.
keys-press = Press another key for “{ $action }”. Escape leaves it as it is.
keys-taken = { $key } is the key of “{ $owner }”.
keys-take = Give it to { $action }
keys-keep = Leave as it is
keys-writing = While writing
keys-writing-done = Done
keys-writing-line = New line
keys-writing-back = Take it back
keys-writing-then = Done, then { $action }
keys-pointer = Pointer
keys-pointer-new = Write a new claim
    .how = Double-click on empty ground
keys-pointer-write = Write in a claim
    .how = Double-click on it
keys-pointer-connect = Connect
    .how = Drag a grip on a card's edge onto a claim, a relation's sign or empty ground
keys-pointer-select = Select several
    .how = Shift or Ctrl and click; Shift and drag
keys-pointer-pan = Pan
    .how = Drag empty ground; wheel; middle button; space bar and drag
keys-pointer-zoom = Zoom
    .how = Ctrl and wheel; pinch
# Hands on the canvas
menu-arrange = Arrange
action-align-left = Align left
    .hint = Bring the left edges of the selected claims into line
action-align-center = Align centers
    .hint = Bring the selected claims one above the other
action-align-right = Align right
    .hint = Bring the right edges of the selected claims into line
action-align-top = Align top
    .hint = Bring the upper edges of the selected claims into line
action-align-middle = Align middles
    .hint = Bring the selected claims side by side
action-align-bottom = Align bottom
    .hint = Bring the lower edges of the selected claims into line
action-distribute-across = Distribute horizontally
    .hint = Make the gaps between the selected claims equal from left to right
action-distribute-down = Distribute vertically
    .hint = Make the gaps between the selected claims equal from top to bottom
action-toggle-minimap = Minimap
    .hint = Show or hide the small picture of the whole map
blocked-align = Fewer than two claims are selected. Select the claims to bring into line first.
blocked-distribute = Fewer than three claims are selected. Select the claims to space evenly first.
step-align = Align { $count } claims
step-distribute = Distribute { $count } claims
step-hang = Change target
hang-done-support = { $a } now supports { $b }
hang-done-rebuttal = { $a } now rebuts { $b }
hang-done = { $a } now bears on { $b }
minimap-name = Minimap: drag to move the view
grip-tip = Drag onto a claim or a relation to connect, onto the ground for a new claim
grip-end = Move the end of { $name }
grip-end-tip = Drag onto what it is to bear on instead
drop-name = Kind of relation
drop-question = How does it bear on { $to }?
drop-ground = A new claim here, and { $from }:
drop-says = Says this instead
drop-premise = Further premise
drop-support = Support
drop-rebuttal = Rebuttal
drop-undercut = Undercut
drop-restatement = Restatement
drop-preference = Preference
drop-contradiction = Contradiction
drop-instead = { $kind } of this instead of { $old }
drop-new-supports = The new claim supports it
drop-new-rebuts = The new claim rebuts it
drop-new-supported = It supports the new claim
drop-new-rebutted = It rebuts the new claim
hang-hint-support = Will support { $b } instead
hang-hint-rebuttal = Will rebut { $b } instead
hang-hint = Will bear on { $b } instead
hang-hint-ask = Drop to choose how it bears on { $b }
hang-already-support = It supports { $b } already
hang-already-rebuttal = It rebuts { $b } already
hang-already = It bears on { $b } already
line-hint = Drop to connect with { $b }
line-hint-ground = Drop for a new claim here
line-hint-end = Drop on what it is to bear on
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
# Looks, sizes, languages, announcements
action-settings = Settings…
    .hint = Colours, sizes, language and motion
action-scale-up = Larger interface
    .hint = Everything in the window one step larger
action-scale-down = Smaller interface
    .hint = Everything in the window one step smaller
action-scale-reset = Interface at 100%
    .hint = Everything in the window at its own size
settings-title = Settings
settings-done = Done
settings-shortcuts = Keyboard shortcuts…
settings-system = As the system has it
settings-theme = Colours
settings-scale = Size of the interface
settings-text-size = Text in panels and menus
settings-percent = { $percent }%
settings-language = Language
settings-motion = Motion
settings-motion-full = Glide and move
settings-motion-reduced = As little as possible
theme-light = Light
theme-dark = Dark
theme-contrast-light = High contrast, light
theme-contrast-dark = High contrast, dark

# Words of the model
claim-kind-fact = Fact
claim-kind-value = Value
claim-kind-policy = Policy
claim-kind-cause = Cause
claim-kind-definition = Definition
relation-kind-support = Support
relation-kind-rebuttal = Rebuttal
relation-kind-restatement = Restatement
relation-kind-preference = Preference
relation-kind-contradiction = Contradiction
relations-support =
    { $count ->
        [one] 1 support
       *[other] { $count } supports
    }
relations-rebuttal =
    { $count ->
        [one] 1 rebuttal
       *[other] { $count } rebuttals
    }
relations-restatement =
    { $count ->
        [one] 1 restatement
       *[other] { $count } restatements
    }
relations-preference =
    { $count ->
        [one] 1 preference
       *[other] { $count } preferences
    }
relations-contradiction =
    { $count ->
        [one] 1 contradiction
       *[other] { $count } contradictions
    }
stance-asserts = asserts
stance-asserts-title = Asserts
stance-denies = denies
stance-denies-title = Denies
stance-questions = questions
stance-questions-title = Questions
stance-endorses = endorses
stance-endorses-title = Endorses
stance-reports = reports
stance-reports-title = Reports
quotation-direct = Direct
quotation-indirect = Indirect
quotation-mixed = Mixed
speaker-kind-person = Person
speaker-kind-organisation = Organisation
speaker-kind-publication = Publication
speaker-kind-group = Group
speaker-kind-anonymous = Anonymous
source-kind-article = Article
source-noun-article = article
source-kind-comment = Comment
source-noun-comment = comment
source-kind-post = Post
source-noun-post = post
source-kind-speech = Speech
source-noun-speech = speech
source-kind-book = Book
source-noun-book = book
source-kind-broadcast = Broadcast
source-noun-broadcast = broadcast
source-kind-data-set = Data set
source-noun-data-set = data set
source-kind-document = Document
source-noun-document = document
a-claim = a claim
a-relation = a relation
an-attribution = an attribution
role-premise = premise
role-target = target
role-content = content
label-empty-claim = (empty claim)
label-confidential = confidential speaker
label-anonymous = anonymous
label-unnamed-speaker = unnamed speaker

# Nodes in sentences. German names stand in a case; verbs and prepositions around them take the accusative.
name-claim = “{ $claim }”
name-support-of =
    { $case ->
       *[other] the support of “{ $claim }”
    }
name-rebuttal-of =
    { $case ->
       *[other] the rebuttal of “{ $claim }”
    }
name-restatement-of =
    { $case ->
       *[other] the restatement of “{ $claim }”
    }
name-preference-of =
    { $case ->
       *[other] the preference of “{ $claim }”
    }
name-contradiction-of =
    { $case ->
       *[other] the contradiction of “{ $claim }”
    }
name-a-support =
    { $case ->
       *[other] a support
    }
name-a-rebuttal =
    { $case ->
       *[other] a rebuttal
    }
name-an-undercut =
    { $case ->
       *[other] an undercut
    }
name-a-restatement =
    { $case ->
       *[other] a restatement
    }
name-a-preference =
    { $case ->
       *[other] a preference
    }
name-a-contradiction =
    { $case ->
       *[other] a contradiction
    }
name-assertion-of =
    { $case ->
       *[other] the assertion of “{ $claim }” by { $speaker }
    }
name-assertion-by =
    { $case ->
       *[other] the assertion by { $speaker }
    }
name-denial-of =
    { $case ->
       *[other] the denial of “{ $claim }” by { $speaker }
    }
name-denial-by =
    { $case ->
       *[other] the denial by { $speaker }
    }
name-question-of =
    { $case ->
       *[other] the question of “{ $claim }” by { $speaker }
    }
name-question-by =
    { $case ->
       *[other] the question by { $speaker }
    }
name-endorsement-of =
    { $case ->
       *[other] the endorsement of “{ $claim }” by { $speaker }
    }
name-endorsement-by =
    { $case ->
       *[other] the endorsement by { $speaker }
    }
name-report-of =
    { $case ->
       *[other] the report of “{ $claim }” by { $speaker }
    }
name-report-by =
    { $case ->
       *[other] the report by { $speaker }
    }
name-missing =
    { $case ->
       *[other] the missing { $id }
    }
describe-claim = Claim: { $text }
describe-nothing = nothing
describe-and = { $before } and { $next }
describe-support = Support from { $premises } to { $target }.
describe-rebuttal = Rebuttal from { $premises } to { $target }.
describe-undercut = Undercut from { $premises } to { $target }.
describe-restatement = Restatement from { $premises } to { $target }.
describe-preference = Preference from { $premises } to { $target }.
describe-contradiction = Contradiction from { $premises } to { $target }.
describe-in-source = { ", " }in { $source }
describe-asserts = Attribution: { $speaker } asserts { $content }{ $place }.
describe-denies = Attribution: { $speaker } denies { $content }{ $place }.
describe-questions = Attribution: { $speaker } questions { $content }{ $place }.
describe-endorses = Attribution: { $speaker } endorses { $content }{ $place }.
describe-reports = Attribution: { $speaker } reports { $content }{ $place }.
describe-nobody = an unnamed speaker
describe-asserted-by = Asserted by { $speakers }.
describe-denied-by = Denied by { $speakers }.
describe-questioned-by = Questioned by { $speakers }.
describe-endorsed-by = Endorsed by { $speakers }.
describe-reported-by = Reported by { $speakers }.

# Cards
card-empty = Empty claim
card-more = +{ $count } more

# Announcements to screen readers; names stand in the accusative
announce-support-added = Support added to { $name }
announce-rebuttal-added = Rebuttal added to { $name }
announce-undercut-added = Undercut added to { $name }
announce-restatement-added = Restatement added to { $name }
announce-preference-added = Preference added to { $name }
announce-contradiction-added = Contradiction added to { $name }
announce-claim-added = Claim added
announce-premise-added = Premise added to { $name }
announce-attribution-added = Attribution added to { $name }
announce-claim-deleted = Claim deleted: “{ $claim }”
announce-deleted =
    Done: { $step }. { $count ->
        [one] 1 part of the map is gone
       *[other] { $count } parts of the map are gone
    }
announce-done = Done: { $step }
announce-undone = Undone: { $step }
announce-redone = Done again: { $step }
announce-claim = Claim { $place } of { $count }
announce-claim-unplaced = Claim without a place, of { $count } claims
announce-at = Selected: { $name }
announce-selected = { $count } selected
announce-nothing-selected = Nothing selected

# Refusals and toasts of the editor
toast-not-applied = “{ $step }” could not be done: { $reason }. Save your work and report this.
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
bookmark-named = Bookmark: { $name }
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
palette-tab = Open map
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
compare-claims-added =
    { $count ->
        [one] 1 claim added
       *[other] { $count } claims added
    }
compare-claims-removed =
    { $count ->
        [one] 1 claim removed
       *[other] { $count } claims removed
    }
compare-texts-changed =
    { $count ->
        [one] 1 text changed
       *[other] { $count } texts changed
    }
compare-claims-changed =
    { $count ->
        [one] 1 claim changed otherwise
       *[other] { $count } claims changed otherwise
    }
compare-relations-added =
    { $count ->
        [one] 1 relation added
       *[other] { $count } relations added
    }
compare-relations-removed =
    { $count ->
        [one] 1 relation removed
       *[other] { $count } relations removed
    }
compare-relations-changed =
    { $count ->
        [one] 1 relation changed
       *[other] { $count } relations changed
    }
compare-attributions-added =
    { $count ->
        [one] 1 attribution added
       *[other] { $count } attributions added
    }
compare-attributions-removed =
    { $count ->
        [one] 1 attribution removed
       *[other] { $count } attributions removed
    }
compare-attributions-changed =
    { $count ->
        [one] 1 attribution changed
       *[other] { $count } attributions changed
    }
compare-entries-changed =
    { $count ->
        [one] 1 speaker, source or group changed
       *[other] { $count } speakers, sources or groups changed
    }
compare-claims-moved =
    { $count ->
        [one] 1 claim moved
       *[other] { $count } claims moved
    }
compare-head-changed = title, remarks or views changed

# Start
action-new-pro-con = New pro and con
    .hint = A map of one claim with what speaks for it and against it, to overwrite
action-new-two-sided = New two-sided debate
    .hint = A map of two positions that exclude each other, to overwrite
action-new-claim-check = New claim check
    .hint = A map of a claim as it was made and the evidence, to overwrite
shipped-blank = Blank
    .hint = One empty claim
shipped-pro-con = Pro and con
    .hint = One claim, for and against
shipped-two-sided = Two-sided debate
    .hint = Two positions and who holds them
shipped-claim-check = Claim check
    .hint = Who said it, and the evidence
shipped-first-map = The library at night
    .hint = A small map to learn with
shipped-who-cost-whom = Who cost whom the election
    .hint = A real debate: 240 claims and who said them
start-title = What is the debate about?
start-hint = Write down one claim. Then say what speaks for it, what rebuts it, and who says so.
start-open = Open a map
start-open-short = Open…
start-tour = One-minute tour
start-templates = Begin with a template
start-template = Template: { $title }
start-example = Example: { $title }
start-recent-file = Recent file: { $name }
start-recent = Recent files
start-examples = Examples
start-keys = Double-click or press { $add }, or drop an article here to find who says what in it; { $palette } finds every command

# Tour
action-start-tour = One-minute tour
    .hint = Try the eight things that matter on a map that is thrown away
tour-name = Tour
tour-end = End the tour
tour-skip = Skip
tour-close = Close
tour-done = Done
tour-place = { $number } of { $count }
tour-claim = Write down a claim
    .text = Press { $key }, or double-click the empty canvas. Write one sentence that somebody could dispute, and press Enter.
tour-support = Give a reason for it
    .text = With the claim selected, press { $key }. Write what speaks for it, and press Enter.
tour-rebuttal = Rebut it
    .text = Select a claim, with { $up } or a click, and press { $key }. Write what speaks against it, and press Enter.
tour-undercut = Attack the step, not the claim
    .text = A reason can be true and still prove nothing. Select the reason or its arrow, press { $key } and write why the one does not follow from the other.
tour-speaker = Say who says it
    .text = Select a claim, press { $key }, and give the speaker's name in the inspector.
tour-find = Find a word
    .text = Press { $key } and type a word that you wrote. Escape closes the search.
tour-undo = Take it back
    .text = Press { $key }. Every step can be undone, and done again with { $redo }.
tour-fit = See it all
    .text = Press { $key } to show the whole map.
tour-over = That is all it takes
    .text = { $palette } finds every command and every claim; { $keys } lists all keys. This map is yours to keep or to throw away.
autosave-failed = Unsaved work cannot be kept against a crash: { $why }
crash-title = Elenchus has to close because of a bug in it
crash-kept =
    { $count ->
        [0] Nothing was unsaved.
        [one] The unsaved work in one map was kept. The next start offers it.
       *[other] The unsaved work in { $count } maps was kept. The next start offers it.
    }
crash-close = Close
recovery-title = Recovered maps
recovery-intro = Elenchus did not end as it should. This is what it kept of your unsaved work; nothing is deleted unless you say so.
recovery-nameless = Recovered map
recovery-kept = kept { $ago }
recovery-difference = { $difference } since the file saved { $ago }
recovery-never-saved =
    { $count ->
        [one] Never saved to a file: 1 claim
       *[other] Never saved to a file: { $count } claims
    }
recovery-file-gone = Its file is no longer there.
recovery-file-unreadable = Its file cannot be read as a map.
recovery-file-changed = Another program has changed the file since this work began.
recovery-unreadable = What was kept cannot be read: { $why }
recovery-open = Open recovered
recovery-open-file = Open the file
recovery-open-both = Open both
recovery-discard = Discard…
recovery-really = Delete what was recovered for good?
recovery-delete = Delete
recovery-keep = Keep
recovery-later = Decide later
recovery-copy-name = { $name } (as in its file)
ago-now = just now
ago-minutes =
    { $count ->
        [one] 1 minute ago
       *[other] { $count } minutes ago
    }
ago-hours =
    { $count ->
        [one] 1 hour ago
       *[other] { $count } hours ago
    }
ago-days =
    { $count ->
        [one] 1 day ago
       *[other] { $count } days ago
    }
action-show-outline = Outline
    .hint = Show or hide the map as a tree that is walked by keys
outline-empty = Nothing here yet. { $key } writes the first claim.
outline-support = support for { $target }
outline-rebuttal = rebuttal to { $target }
outline-restatement = restatement of { $target }
outline-preference = preferred to { $target }
outline-contradiction = contradiction to { $target }
outline-of-nothing = bears on nothing
outline-step = the step from { $from } to { $to }
outline-saying = the words of { $speaker } on { $of }
outline-several = { $relation }, { $count ->
    [0] without premises
   *[other] by { $count } premises together
}
outline-together = { $count ->
    [0] No premises
   *[other] { $count } premises together
}
outline-premise = premise { $number } of { $count }
outline-see = see { $place }
outline-bearing-see = { $bearing }, see { $place }
outline-says = { $speaker } { $stance } it
outline-nobody = Somebody unnamed
outline-in = in { $source }
outline-text = Text of the claim in the outline

# Steps of the history
step-edit-text = Edit text
step-edit-title = Edit title
step-change-kind-of-claim = Change kind of claim
step-edit-cause = Edit cause
step-edit-effect = Edit effect
step-edit-tags = Edit tags
step-change-group = Change group
step-edit-note = Edit note
step-edit-data = Edit data
step-change-kind-of-relation = Change kind of relation
step-edit-scheme = Edit scheme
step-change-weight = Change weight
step-change-speaker = Change speaker
step-change-source = Change source
step-change-stance = Change stance
step-change-quotation = Change quotation
step-edit-quote = Edit quote
step-edit-cue = Edit cue
step-edit-date = Edit date
step-change-kind-of-speaker = Change kind of speaker
step-edit-name = Edit name
step-edit-aliases = Edit aliases
step-edit-role = Edit role
step-edit-affiliation = Edit affiliation
step-change-confidentiality = Change confidentiality
step-change-kind-of-source = Change kind of source
step-change-authors = Change authors
step-edit-venue = Edit venue
step-edit-address = Edit address
step-edit-archive-address = Edit archive address
step-change-what-it-replies-to = Change what it replies to
step-edit-heading = Edit heading
step-move-group = Move group
step-reorder-groups = Reorder groups
step-edit-title-of-map = Edit title of map
step-edit-note-on-map = Edit note on map
step-edit-data-of-map = Edit data of map
step-rename-view = Rename view
step-change-layout = Change layout
step-add-claim = Add claim
step-add-premise = Add premise
step-add-parent = Add parent
step-add-attribution = Add attribution
step-change-target = Change target
step-change-what-is-said = Change what is said
step-fold = Fold
step-unite-claims = Unite claims
step-add-speaker = Add speaker
step-add-source = Add source
step-add-author = Add author
step-add-group = Add group
step-reorder = Reorder
step-lay-out = Lay out
step-delete-speaker = Delete speaker
step-delete-source = Delete source
step-delete-group = Delete group
step-remove-premise = Remove premise
step-cut = Cut
step-duplicate = Duplicate
step-add-support = Add support
step-add-rebuttal = Add rebuttal
step-add-undercut = Add undercut
step-add-restatement = Add restatement
step-add-preference = Add preference
step-add-contradiction = Add contradiction

# Why a step cannot be done
op-missing = That { $what } is no longer in the map.
op-points-at-nothing = Only a relation or attribution can do that, not a claim.
op-ill-formed =
    { $from ->
        [attribution] An attribution
       *[other] A { $from }
    } cannot be the { $role } of { $to ->
        [attribution] an attribution
       *[other] a { $to }
    }. Choose another end.
op-itself =
    { $what ->
        [attribution] An attribution
       *[other] A { $what }
    } cannot bear on itself. Choose another end.
op-already-there = They are already connected in this way.
op-circle = That would make a circle: the { $what } would lead back to itself. Choose another one.
op-weight = A weight is a percentage: choose a number from 0 to 100.
op-nothing = There is nothing to { $what } here.
step-delete-claims =
    { $count ->
        [one] Delete claim
       *[other] Delete { $count } claims
    }
step-delete-relations =
    { $count ->
        [one] Delete relation
       *[other] Delete { $count } relations
    }
step-delete-attributions =
    { $count ->
        [one] Delete attribution
       *[other] Delete { $count } attributions
    }
step-delete-items =
    { $count ->
        [one] Delete item
       *[other] Delete { $count } items
    }
step-paste-claims =
    { $count ->
        [one] Paste claim
       *[other] Paste { $count } claims
    }
step-move-claims =
    { $count ->
        [one] Move claim
       *[other] Move { $count } claims
    }
step-pin-claims =
    { $count ->
        [one] Pin claim
       *[other] Pin { $count } claims
    }
step-unpin-claims =
    { $count ->
        [one] Unpin claim
       *[other] Unpin { $count } claims
    }

# What a deletion takes along
count-relations =
    { $count ->
        [one] 1 relation
       *[other] { $count } relations
    }
count-attributions =
    { $count ->
        [one] 1 attribution
       *[other] { $count } attributions
    }

# Why a command cannot be done now
blocked-undo = There is nothing to undo.
blocked-redo = There is nothing to redo.
blocked-nothing-selected = Nothing is selected. Select a claim, an arrow or an attribution first.
blocked-no-claim = No claim is selected. Select one first.
blocked-copy = No claim is selected. Select the claims to copy; what joins them comes along.
blocked-not-placed = No claim with a place is selected. Select one first.
blocked-no-arrow = No arrow is selected. Select the arrow between two claims first.
blocked-no-step = This is no step of an argument. Select the arrow between two claims first.
blocked-several-steps = The selected claim is a premise of several steps. Select the arrow that you mean.
blocked-empty-map = The map is empty. Add a claim first.

# Findings about a map
list-and-more = { $shown } and { $count } more
found-dangling-end = A { $role } edge joins { $name } and { $missing }, which is not in the map.
help-dangling-end = Remove the edge, or restore the node that it names.
found-malformed-edge =
    { $name } is given as the { $role ->
        [target] relation on the target
        [content] attribution
       *[other] premise
    } of { $other }: { $from ->
        [attribution] an attribution
       *[other] a { $from }
    } cannot be that to { $to ->
        [attribution] an attribution
       *[other] a { $to }
    }.
help-malformed-edge = Remove the edge; where one bears on the other, put a support or a rebuttal between them.
found-no-premise = { $name } has no premise.
help-no-premise = Add a claim as its premise, or delete it.
found-no-target = { $name } has no target.
found-no-target-from = { $name } from { $premises } has no target.
help-no-target = Connect it to what it bears on, or delete it.
found-several-targets = { $name } has { $count } targets.
help-several-targets = Keep one target and give each of the others a relation of its own.
found-no-content = { $name } does not say what is said.
help-no-content = Connect it to a claim, a relation or another attribution, or delete it.
found-several-contents = { $name } has { $count } contents.
help-several-contents = Keep one content and give each of the others an attribution of its own.
found-no-speaker = An attribution names no speaker.
found-no-speaker-of = An attribution of { $name } names no speaker.
help-no-speaker = Choose a speaker; somebody whom the source does not name can be registered as anonymous.
found-no-text = Claim { $name } has no text.
help-no-text = Write the proposition as one sentence, or delete the claim.
found-duplicate = { $claim } is said by { $other } already.
help-duplicate = Use one claim in both places, or say what differs.
found-two-propositions = { $claim } seems to hold two propositions, joined by “{ $seam }”.
help-two-propositions = Split it in two claims, so that each can be supported and rebutted by itself.
found-supports-itself = { $name } supports itself.
found-rebuts-itself = { $name } rebuts itself.
found-restates-itself = { $name } restates itself.
found-preferred-to-itself = { $name } is preferred to itself.
found-contradicts-itself = { $name } contradicts itself.
help-itself = Give the relation another premise or another target, or delete it.
found-circle = { $name } supports itself in a circle, by way of { $through }.
help-circle = Break the circle: delete the support that does not hold, or let it start from an independent claim.
found-circle-own-step = the step that leads to it
found-report-circle = The reports of { $speakers } lead back to themselves.
help-report-circle = Decide who reports whom: the first in the chain must say something that is no report.
found-attribution = Attribution { $id }
found-source = Source { $name }
found-group = group { $name }
found-unknown-speaker = { $who } names the speaker { $id }, who is not in the register.
help-unknown-speaker = Add the speaker, or choose another.
found-unknown-source = { $who } names the source { $id }, which is not in the register.
help-unknown-source = Add the source, or choose another.
found-unknown-group = The group { $id }, which { $who } names, is not in the map.
help-unknown-group = Add the group, or choose another.
found-in-attribution = attribution { $id }
found-in-source = source { $name }
found-nameless = Speaker { $id } has no name.
help-nameless = Write the name, or mark the speaker as anonymous and say in the role who it is.
found-unused-speaker = Speaker { $name } says nothing in this map.
help-unused-speaker = Attribute something to the speaker, or delete the entry.
found-unused-source = Source { $name } is cited nowhere in this map.
help-unused-source = Cite it in an attribution, or delete the entry.
found-date = { $date } is no date that can be sorted: see { $whose }.
help-date = Write it as 2016, 2016-11, 2016-11-14 or 2016-11-14T18:33, as precise as it is stated.
found-group-circle = The group { $names } contains itself.
help-group-circle = Take the group out of the one that it is in.
found-reply-circle = The replies of { $names } lead back to themselves.
help-reply-circle = Correct what each of them replies to: the first can reply to none of the others.

# What the codes of findings mean
code-dangling-end = An edge names a node that is not in the map. Remove the edge, or restore the node.
code-malformed-edge = An edge joins two kinds of node that its role does not allow, for example a claim as the premise of a claim. Put a relation between them.
code-relation-without-premise = A relation has a target but nothing that speaks for or against it. Add a premise or delete the relation.
code-relation-without-target = A relation has premises but no target. Connect it to the node that it supports or rebuts.
code-several-targets = A relation has more than one target. Give each target a relation of its own.
code-attribution-without-content = An attribution says who speaks but not what is said. Connect it to a claim, a relation or another attribution.
code-several-contents = An attribution has more than one content. Give each content an attribution of its own.
code-attribution-without-speaker = An attribution names nobody. Choose a speaker; an unknown one may be registered as anonymous.
code-unknown-speaker = A record names a speaker that is not in the register. Add the speaker or choose another.
code-unknown-source = A record names a source that is not in the register. Add the source or choose another.
code-unknown-group = A record names a group that is not in the map. Add the group or choose another.
code-group-circle = Groups contain each other in a circle. Take one of them out of the other.
code-reply-circle = Sources are replies to each other in a circle. Correct what each replies to.
code-claim-without-text = A claim says nothing. Write the proposition as one sentence, or delete the claim.
code-duplicate-claim = Two claims have the same text. Use one claim in both places, or say what differs.
code-self-relation = A claim supports or rebuts itself, directly or in a circle of supports. An argument that leans on its own conclusion proves nothing: break the circle.
code-report-circle = Attributions report each other in a circle, so nobody ever said the thing. Decide who reports whom.
code-unused-speaker = A speaker says nothing in this map. Delete the entry if it is not needed.
code-unused-source = A source is cited nowhere in this map. Delete the entry if it is not needed.
code-speaker-without-name = A speaker has no name. Name the person or organisation, or mark the speaker as anonymous with a description.
code-date-not-iso = A date is not written as YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDThh:mm, so it cannot be sorted.
code-two-propositions = A claim seems to hold two propositions. Split it, so that each can be supported and rebutted by itself.
code-syntax = The file departs from its format at this place. What could be read is kept; mend the place named.
code-not-kept = Something in the file has no counterpart in an argument map and is not kept.
severity-hint = hint
severity-warning = warning
severity-error = error

# Reading and writing files
io-not-found = There is no file “{ $path }”. Check its name and folder.
io-is-folder = “{ $path }” is a folder, not a file. Name a file in it.
io-missing-folder = There is no folder “{ $path }”. Make it first, or save elsewhere.
io-denied = “{ $path }” may not be { $doing } by this user. Change its permissions, or choose another place.
io-read-only = “{ $path }” is read-only. Make it writable, or save under another name.
io-disk-full = The disk is full: “{ $path }” was not written, what was there before is untouched. Make room, or save on another disk.
io-too-large = “{ $path }” is longer than { $limit } MiB, which is the most that is read.
io-changed-on-disk = “{ $path }” was changed on disk by another program. Save under another name, or overwrite it knowingly.
io-unknown-format = “{ $path }” is in no format that can be read. Readable are: { $known }.
io-import = “{ $path }” cannot be read: { $reason }
io-system = “{ $path }” could not be { $doing }: { $reason }.
running-opening = Opening
running-saving = Saving
running-exporting = Exporting
running-layout = Laying out
running-stop = Stop what runs
exported = Exported { $path }.
export-no-format = there is no such format
notice-copy = { $file } is open in another window. This is a copy without a file; saving asks for a name.
notice-copy-of-process = { $file } is open in another window (process { $process }). This is a copy without a file; saving asks for a name.
notice-changed = Another program has changed { $file }.
notice-changed-dirty = Another program has changed { $file }, and you have changes that are not saved.
notice-save-as = Save as…
notice-load-again = Load it again
notice-open-beside = Open theirs beside
notice-keep-mine = Keep mine
notice-dismiss = Dismiss
notice-why = Two windows never write one file without asking
context-menu = What can be done with it
context-align = Align
context-kind = Kind of relation

# Large maps
running-drawing = Drawing
action-clear-recent = Clear recent files
    .hint = Forget which files were opened lately
toast-undo = Undo
confirm-title = Are you sure?
confirm-yes = Go on
replace-title = Replace the file?
replace-map = “{ $name }” is there already. Saving replaces it; a backup is kept.
replace-export = “{ $name }” is there already. Exporting replaces it.
replace-yes = Replace
changed-title = The file has changed
changed-text = Another program has changed “{ $name }” since you opened it. Saving replaces what it wrote; a backup is kept.
changed-elsewhere = Save elsewhere…
changed-overwrite = Overwrite
path-open-title = Open a map
path-open = Open
path-save-title = Save the map as
path-export-title = Export to
path-export = Export
path-native = Choose the file in the system's dialog, or type its path here.
path-type = Type the path of the file. “~” is your home folder.
path-name = Path

# What a deletion takes along
deletion-relations = { $count ->
        [one] 1 relation
       *[other] { $count } relations
    }
deletion-undercuts = { $count ->
        [one] 1 undercut
       *[other] { $count } undercuts
    }
deletion-attributions = { $count ->
        [one] 1 attribution
       *[other] { $count } attributions
    }
deletion-and = { $a } and { $b }
deletion-go = { $count ->
        [one] { $what } goes with it.
       *[other] { $what } go with it.
    }
deletion-loose = { $count ->
        [one] 1 claim bears on nothing now.
       *[other] { $count } claims bear on nothing now.
    }
deletion-references = { $count ->
        [one] 1 record that names it stays, without it.
       *[other] { $count } records that name it stay, without it.
    }
outline-hint = What is claimed, in one sentence
action-show-history = History
    .hint = Show or hide every step, to travel back to and forth
history-begin = As opened
history-now = { $step }, present state
history-undone = { $step }, undone
history-saved = saved
announce-travelled = Back to: { $step }
announce-travelled-back = Back to the state as opened
action-show-speakers = Speakers
    .hint = Show or hide the table of those who say something
action-show-sources = Sources
    .hint = Show or hide the table of where things are said
register-name = Name
register-title = Title
register-kind = Kind
register-role = Role
register-affiliation = Affiliation
register-authors = Authors
register-date = Date
register-venue = Venue
register-uses = Uses
register-no-speakers = No speakers yet. They come with attributions, or with the plus sign.
register-no-sources = No sources yet. They come with attributions, or with the plus sign.
register-no-match = Nothing fits what is typed above.
register-filter = Filter
register-filter-of = Filter { $register }
register-count = { $count ->
    [one] 1 entry
   *[other] { $count } entries
}
register-marked = { $count } of { $all } marked
register-sort = Sort by { $column }
register-delete = Delete this entry
register-where-used = Show where it is used
register-mark-one = Mark an entry first.
register-mark-two = Mark two entries or more first: click with Ctrl or Shift.
register-merge = Merge
register-merge-into = Which one stays?
merge-question = Merge “{ $names }” into “{ $into }”? { $attributions ->
    [0] No attribution changes
    [one] 1 attribution changes
   *[other] { $attributions } attributions change
}, { $records ->
    [0] and no other entry names what goes.
    [one] and 1 other entry that names what goes.
   *[other] and { $records } other entries that name what goes.
}
keys-pointer-hang = Let a claim bear on another
    .how = Drag it onto that one; what bears on it comes along
keys-pointer-move = Move without snapping
    .how = Hold Alt or Ctrl while dragging
keys-pointer-menu = What can be done with it
    .how = Right click
keys-pointer-open = Open a file
    .how = Drop it on the window
write-then-support = a reason for it
write-then-sibling = one beside it
write-then-rebuttal = an objection
tab-shown = Map: { $name }

# Inspector, status line, dialogs
field-attribution = Attribution
inspector-words = In which words
field-quote = Quote
inspector-add-quote = Add quote
field-cue = Cue
field-cue-hint = said, according to, …
inspector-said = What is said
inspector-more = More
field-note = Note
field-claim = Claim
inspector-unpin = Unpin: layouts may move it
inspector-pin = Pin: layouts leave it here
field-text = Text
field-cause-of-hint = What is blamed
field-effect = Effect
field-effect-hint = For what
inspector-on = What bears on it
inspector-from = What it bears on
field-title = Title
field-title-hint = A short name
field-data = Data
inspector-who = Who says it
inspector-nobody = Nobody named
field-map = Map
field-map-title-hint = What the debate is about
inspector-views = Views
inspector-speakers = Speakers
inspector-sources = Sources
inspector-groups = Groups
label-unnamed = (unnamed)
field-name = Name
field-role = Role
field-role-hint = historian, senator, …
field-affiliation = Affiliation
field-aliases = Other names
field-aliases-hint = Semicolons between them
field-confidential = Confidential: not named in exports
inspector-they-say = What they say
field-venue = Venue
field-venue-hint = Where it appeared
inspector-authors = Authors
label-missing-speaker = a missing speaker
inspector-where = Where to find it
field-address = Address
field-archive = Archived copy
field-reply = In reply to
inspector-said-there = What is said there
field-heading = Heading
field-part-of = Part of
inspector-in-it = What is in it
field-scheme-hint = Argument from authority, …
inspector-premises = From
inspector-remove-premise = Remove this premise
inspector-target = To
field-weight = Weight
field-has-weight = Has a weight
field-not-weighed = Not weighed
field-weight-percent = Weight in percent
status-unsaved = Unsaved changes
status-saved = Saved
status-no-file = Not yet in a file
status-no-problems = No problems
status-show-problems = Show the list of problems
pick-open = Open
about-fonts = Fonts: Noto Sans (SIL Open Font License), Lucide icons (ISC)
export-picture = A picture cannot be opened again as a map.
export-all = Holds all of the map
export-size = Size
canvas-name = Canvas
popup-edit-attribution = Edit attribution
popup-delete-attribution = Delete attribution
popup-show-speaker = Show this speaker
popup-show-source = Show this source
menu-to-light = Switch to light theme
menu-to-dark = Switch to dark theme
menu-hide-inspector = Hide inspector
menu-show-inspector = Show inspector
menu-find-command = Find a command
inspector-go-support = Go to this support
inspector-go-rebuttal = Go to this rebuttal
inspector-go-restatement = Go to this restatement
inspector-go-preference = Go to this preference
inspector-go-contradiction = Go to this contradiction
inspector-imported = Imported as { $origin }
inspector-attribution-named = Attribution: { $name }
inspector-delete-attribution-named = Delete attribution: { $name }
inspector-remove-author = Remove author { $name }
about-version = Version { $version }
about-licence = Licence: { $licence }
about-what = Argument maps with their origins: claims, rebuttals and who says so
export-lost = Will not be kept: { $what }.
canvas-map =
    { $count ->
        [one] Map: 1 claim
       *[other] Map: { $count } claims
    }
count-claims =
    { $count ->
        [one] 1 claim
       *[other] { $count } claims
    }
count-hints =
    { $count ->
        [one] 1 hint
       *[other] { $count } hints
    }
count-problems =
    { $count ->
        [one] 1 problem
       *[other] { $count } problems
    }
status-problems = Problems: { $text }
export-title = Export
pick-show = Show this { $noun }
pick-choose = Choose { $noun }
pick-find-or-new = Find or name a new { $noun }
pick-find = Find { $noun }
pick-new = New { $noun } “{ $text }”
pick-no = No { $noun }
pick-no-yet = No { $noun } yet: type a name
inspector-go = Go to { $name }
inspector-delete-attribution = Delete attribution
inspector-delete-claim = Delete claim
inspector-delete-relation = Delete relation
inspector-delete-selection = Delete selection
step-change-bookmark = Change bookmark
io-in-use =
    “{ $path }” is open in another window or tab{ $process ->
        [0] { "" }
       *[other] { " " }(process { $process })
    }. Save under another name, or close it there first.
step-bookmark-claims =
    { $count ->
        [one] Bookmark claim
       *[other] Bookmark { $count } claims
    }
step-unbookmark-claims =
    { $count ->
        [one] Remove bookmark of claim
       *[other] Remove bookmark of { $count } claims
    }


# What is hidden, dialogs of the system, names
outline-hidden = { $row } (hidden on the canvas)
drop-to-open = Drop to open
grip-connect = Connect { $name }
file-dialog-all = All that can be opened
step-merge-speakers = Merge speakers
step-merge-sources = Merge sources
map-untitled = Untitled


# Hands: ends of arrows, several keys of a command, maps of the last run
step-replace-premise = Replace premise
grip-start = Move the beginning of { $name }
grip-start-tip = Drag onto what is to be its premise instead
keys-pointer-end = Give a link another end
    .how = Drag the end of its arrow, or its beginning, to another claim
premise-hint = Will have { $b } as a premise instead
line-hint-premise = Drop on what is to be its premise
keys-press-instead = Press the key that is to replace { $old } for “{ $action }”. Escape leaves it as it is.
keys-change = Change { $key }
keys-change-tip = Choose another key in its place
keys-remove = Remove { $key }
keys-add = Add a key
keys-done = Done
keys-while-writing = { $key } (while writing)
palette-go-to-map = Go to map { $name }
# Exports
theme-print = Print
profile-screen = Screen
profile-screen-hint = The bare map, as the canvas shows it
profile-assignment = Assignment
profile-assignment-hint = Title, legend and numbered claims; as PDF with an outline and footnotes
profile-article = Article
profile-article-hint = One branch, in colours that survive a copying machine
profile-poster = Poster
profile-poster-hint = Title and legend; as PDF over as many sheets as it needs
page-fit = Fitted
page-letter = Letter
sheet-facts =
    { $claims ->
        [one] 1 claim
       *[other] { $claims } claims
    }{ $relations ->
        [0] { "" }
        [one] { " · " }1 relation
       *[other] { " · " }{ $relations } relations
    }{ $sources ->
        [0] { "" }
        [one] { " · " }1 source
       *[other] { " · " }{ $sources } sources
    }
legend-support = supports
legend-rebuttal = rebuts
legend-undercut = undercuts a step
legend-restatement = says the same as
legend-preference = is preferred to
legend-contradiction = contradict each other
legend-stance = somebody { $verb } it
cite-about = { $speaker } { $verb } what { $whom } says
pdf-outline = Outline
pdf-map = Map
poster-sheet = Sheet { $number } of { $count }: row { $row }, column { $column }
poster-too-many = the poster would take { $count } sheets; at most { $most } are made: choose a larger page or a smaller scale
page-number = { $number } of { $count }
export-format = Format
export-part = Part of the map
export-part-all = All of it
export-part-selection = The selection
export-part-branch = The selection and all that bears on it
export-part-shown = What is shown
export-profile = For
export-page = Page
export-times = { $scale }×
export-transparent = Transparent background
export-outlines = Text as outlines
export-left-out =
    { $count ->
        [one] 1 claim is left out
       *[other] { $count } claims are left out
    }
export-nothing-lost = Nothing in the map is left unsaid
copied-picture = Copied a picture of { $width } × { $height } pixels
copied-svg = Copied as SVG
action-copy-picture = Copy as picture
    .hint = Copy the selection, or all that is shown, as a picture
action-copy-svg = Copy as SVG
    .hint = Copy the selection, or all that is shown, as the text of an SVG file
# The outline: who says it
outline-said-more = { $first }, and { $count } more
# Layouts
action-lay-out-auto = Lay out as suits the map
    .hint = Layers for trees and near-trees, forces for webs
action-lay-out-force = Lay out by forces
    .hint = What is linked comes close, nothing overlaps
action-lay-out-layered = Lay out in layers
    .hint = Every reason beyond what it bears on, with few crossings
action-lay-out-tree = Lay out as a tree
    .hint = Compact; links beyond the tree are drawn across it
action-lay-out-timeline = Lay out by date
    .hint = What was said first on the left; what has no date apart
action-lay-out-speakers = Lay out by speaker
    .hint = A lane for each speaker, who said most first
action-reasons-below = Reasons below
    .hint = Lay out with the thesis at the top
action-reasons-above = Reasons above
    .hint = Lay out with the thesis at the bottom
action-reasons-left = Reasons on the left
    .hint = Lay out with the thesis on the right
action-reasons-right = Reasons on the right
    .hint = Lay out with the thesis on the left
legend-thesis = thesis

# Names of formats
format-svg = SVG picture
format-png = PNG picture
format-graph = Plain graph (JSON)
format-outline = Indented text
format-native = Argument map (RON)

# What an export does not hold, in the plural

# Findings while reading Argdown
argdown-more-findings =
    { $count ->
        [one] There is 1 more finding of this kind.
       *[other] There are { $count } more findings of this kind.
    }
argdown-more-findings-help = Mend those listed first.
argdown-attack-on-argument-help = Attack a premise instead where that is meant.
argdown-undercut-on-statement-help = Write the argument with its premises and conclusion, and put the undercut below its inference.
argdown-attack-on-argument =
    { $count ->
        [one] 1 attack on a whole argument is read as an undercut of its last step.
       *[other] { $count } attacks on whole arguments are read as undercuts of their last steps; the first one stands here.
    }
argdown-undercut-on-statement =
    { $count ->
        [one] 1 undercut bears on no inference and is read as a rebuttal of the statement or argument.
       *[other] { $count } undercuts bear on no inference and are read as rebuttals of the statement or argument; the first one stands here.
    }
argdown-emphasis-help = The words are kept; nothing needs to be done.
argdown-mentions-help = The title mentioned is kept; add a relation where one is meant.
argdown-emphasis =
    { $count ->
        [one] 1 bold or italic passage becomes plain text.
       *[other] { $count } bold or italic passages become plain text; the first one stands here.
    }
argdown-mentions =
    { $count ->
        [one] 1 mention becomes plain text.
       *[other] { $count } mentions become plain text; the first one stands here.
    }
argdown-unused-premise = Premise ({ $number }) is used by no step of its argument; it is kept as a claim of its own.
argdown-unused-premise-help = Name it in the “uses” of a step, or delete it.
argdown-unknown-premise = This step uses ({ $number }), but no statement of that number stands above it.
argdown-unknown-premise-help = Name only premises and conclusions above the step.
argdown-step-without-premises-help = Name at least one statement above it.
argdown-step-without-premises = This step has no premises and is not kept.
argdown-number-missing = A number is missing in front of this statement.
argdown-number-missing-help = Begin each premise and conclusion with its number, for example (3).
argdown-title-line = A title begins on a new line.
argdown-title-line-help = Write the title on the same line as the symbol or number in front of it.
argdown-argument-as-premise = A premise or conclusion cannot be an argument; it is read as a statement of that title.
argdown-argument-as-premise-help = Write a statement here, for example [Title]: text.
argdown-contradiction = Only statements can contradict each other.
argdown-contradiction-help = Write a statement behind ><, or use - for an attack.
argdown-data-first = Data stands where a statement is due.
argdown-data-first-help = Write the statement first, then its data in braces.
argdown-data-twice = A second block of data follows the first.
argdown-data-twice-help = Write all data in one pair of braces.
argdown-reference-tags = Tags of a reference must stand on its line.
argdown-reference-tags-help = Move the tag up behind the title.
argdown-reference-text-help = Put a colon behind the title to define it, or a backslash before the bracket if it is text.
argdown-data-inside-help = Put data behind the whole text, or a backslash before the brace if it is text: \{ "{" }.
argdown-data-inside = Text follows the data in braces.
argdown-bracket-inside-help = Put @ before it to mention it, or a backslash before the bracket if it is text.
argdown-emphasis-open-help = Close it with the same sign behind the last word, or escape it with a backslash if it is text.
argdown-emphasis-open = Bold or italic begins here and never ends.
argdown-title-without-text = A title with a colon has no text behind it.
argdown-title-without-text-help = Write the text, or leave the colon away.
argdown-reference-text = Text follows the reference { $title }; it is read as its definition.
argdown-bracket-inside = { $title } stands inside a text and is read as plain words.
argdown-too-many = There are more than { $limit } statements and arguments.
argdown-comments =
    { $count ->
        [one] 1 comment is not kept.
       *[other] { $count } comments are not kept; the first one stands here.
    }
argdown-too-many-help = Divide the file: what follows is not read.
argdown-last-comment = The comment on the last line is not ended by a line break, so Argdown takes it for text.
argdown-last-comment-help = End the file with a line break if a comment is meant.
argdown-comments-help = Write what should be kept as data or as a statement.
argdown-nothing = The file holds no statement, argument or heading.
argdown-nothing-help = Write a first statement below, after a blank line.
argdown-after-front-matter = A blank line must follow the front matter.
argdown-after-front-matter-help = Leave a blank line behind the closing ===.
argdown-stray-inference = This line begins like an inference, but no premises stand above it.
argdown-stray-inference-help = Write an inference line only between the numbered premises and the numbered conclusion; escape the dashes if they are text: \--.
argdown-stray-front-matter = === opens front matter only at the beginning of a file.
argdown-stray-front-matter-help = Put front matter at the very beginning of the file; escape the signs if they are text: \===.
argdown-last-backslash = A backslash at the end of a line escapes nothing.
argdown-last-backslash-help = Write \\ for a backslash.
argdown-blank-missing = A blank line is missing here.
argdown-blank-missing-help = Leave a blank line between two paragraphs, headings or arguments.
argdown-symbol-alone = Nothing follows this relation symbol.
argdown-symbol-alone-help = Write a statement or an argument behind it, or delete it.
argdown-number-alone = Nothing follows this number or bullet.
argdown-number-alone-help = Write a statement behind it, or delete it.
argdown-regroup = Groups made by “regroup” in the front matter are not made.
argdown-regroup-help = Group statements under headings instead.
argdown-empty-heading = A heading has no text.
argdown-empty-heading-help = Write a title behind the #.
argdown-second-structure = The argument <{ $title }> has a premise-conclusion structure already; this one is read as another argument.
argdown-blank-in-structure-help = Delete the blank line: the statements of a premise-conclusion structure follow each other directly.
argdown-blank-in-structure = A blank line stands inside a premise-conclusion structure.
argdown-blank-before-premise-help = Leave a blank line before the first premise.
argdown-second-structure-help = Give each premise-conclusion structure an argument of its own.
argdown-inference-open-help = Write ---- between premises and conclusion, or -- rules -- around the rules used.
argdown-inference-open = This inference is not closed.
argdown-two-inferences = Two inferences follow each other.
argdown-two-inferences-help = Write the conclusion of the first one between them.
argdown-after-inference = Text follows an inference line.
argdown-after-inference-help = Write rules between two pairs of dashes: -- rule --.
argdown-no-conclusion-help = Close the premises with ---- and write the conclusion below it, with its number.
argdown-no-conclusion = This premise-conclusion structure does not end with a conclusion.
argdown-blank-in-tree-help = Delete the blank line: relations must follow their statement or argument directly.
argdown-blank-in-tree = A blank line stands inside a relation tree.
argdown-stray-relation-help = Write the statement or argument that it bears on above it, or escape the sign if it is text.
argdown-stray-relation = A relation symbol stands where no statement or argument is above it.
argdown-relation-indent-help = Indent relations more deeply than the statement or argument that they belong to.
argdown-relation-indent = The indentation of this relation fits nothing above it.
argdown-not-on-inference-help = Only undercuts (<_) can stand below an inference; put other relations below the argument or its statements.
argdown-not-on-inference = This relation cannot bear on an inference.
argdown-list-in-text-help = Leave a blank line before a list; escape the bullet if it is text.
argdown-list-in-text = A list begins in the middle of a paragraph.
argdown-item-indent-help = Write all items at one indentation: Argdown lists are not nested.
argdown-item-indent = The indentation of this item fits none above it.

# Findings while reading graphs and texts
graphml-broken = The XML is broken here: { $error }.
file-cut-off = The file ends in the middle.
graphml-no-root = This is no GraphML: it has no <graphml> element.
graphml-deep = Elements are nested more than { $limit } deep.
graphml-attribute = <{ $element }> has no { $attribute }.
graphml-broken-help = Mend the tag or entity named.
file-cut-off-help = Get the whole file.
graphml-deep-help = Flatten the graph.
graphml-attribute-help = Add the attribute.
graphml-hyperedge-help = Write it as several edges.
graphml-hyperedge = A hyperedge joins more than two nodes and is not kept.
graph-unknown-node = Edge { $number } names the node “{ $id }”, which the file does not have.
graph-unknown-node-help = Add the node or remove the edge.
graph-form-help = A plain graph is { "{" }"nodes":[{ "{" }"id","w","h"{ "}" }],"edges":[{ "{" }"source","target","kind"{ "}" }]{ "}" }.
graph-form = This is no plain graph: { $error }.
graph-node-without-id = Node { $number } names a node by something that is neither text nor number.
graph-edge-without-id = Edge { $number } names a node by something that is neither text nor number.
graph-id-help = Write ids as "a" or 7.
graph-id-twice = Two nodes have the id “{ $id }”.
graph-id-twice-help = Give each node an id of its own.
text-utf16 = The file is encoded in UTF-16, not in UTF-8.
text-binary = This is no text file.
text-byte = The byte { $byte } here is not UTF-8.
text-encoding-help = Save the file as UTF-8 and open it again.
file-too-large = there are { $found } { $what }; at most { $limit } can be read

# Findings while reading argument maps
native-empty-help = Look for a backup beside it, or begin a new map.
native-empty = The file is empty.
native-no-version = The file does not say which version of the format it has.
native-newer-help = Open it with a newer build of the program.
native-no-such-version-help = Correct the number if it was changed by hand.
native-a-map = an argument map
native-a-field-name = the name of a field
native-no-version-help = If it is an argument map, write `format: { $version },` first behind the opening parenthesis.
native-newer = The file was written by a newer version (format { $version }; this build reads up to { $current }).
native-no-such-version = There is no format { $version }; this build reads 1 to { $current }.
native-unknown-field = Unknown field `{ $found }`
native-known = Known are { $names }.
native-within = { $what } in { $outer }.
native-unknown-kind = Unknown kind `{ $found }`.
native-unknown-kind-of = Unknown kind `{ $found }` of { $outer }.
native-missing-field = The field `{ $field }` is missing
native-missing-field-help = Add `{ $field }: …`.
native-field-twice = The field `{ $field }` stands twice
native-field-twice-help = Remove one of the two.
native-other-name = Expected { $expected }, found `{ $found }`.
native-other-name-help = Write { $expected } here, or nothing before the parenthesis.
native-length =
    { $found ->
        [one] Expected { $expected }, found 1 value.
       *[other] Expected { $expected }, found { $found } values.
    }
native-length-help = An edge is ("from", Role, "to"); a place is (x, y).
native-type = Expected { $expected }, found { $found }.
native-place = Mend this place in a text editor.
native-deep = Brackets are nested deeper than any argument map needs.
native-deep-help = Is this an argument map?
native-cut-off-help = It may have been cut off; look for a backup beside it, or close what is open.
native-text-open = A text begins here and never ends.
native-text-open-help = Add the closing quotation mark.
native-comment-open = A comment begins with /* and never ends.
native-comment-open-help = Add the closing */.
native-comma = Expected a comma here.
native-comma-help = Separate entries by commas; positions are whole numbers.
native-colon = Expected a colon here.
native-colon-help = Between a name and its value stands a colon.
native-string = Expected a text in quotation marks.
native-string-help = Write it as "…".
native-brace = Expected an opening brace { "{" }.
native-brace-help = Records stand as "id": … between braces.
native-brace-end = Expected a closing brace { "}" }.
native-bracket = Expected an opening bracket [.
native-bracket-help = A list stands between brackets, even if it has one entry.
native-bracket-end = Expected a closing bracket ].
native-parenthesis = Expected an opening parenthesis (.
native-parenthesis-end = Expected a closing parenthesis ).
native-integer = Expected a whole number.
native-range = The number is too large or too small for this place.
native-boolean = Expected true or false.
native-name = Expected a name here.
native-trailing = Something stands behind the end of the map.
native-trailing-help = Remove what follows the last parenthesis.
native-escape = Unknown escape in a text.
native-escape-help = Known are \" \\ \n \r \t and \u{ "{" }…{ "}" }; write a backslash as \\.
native-an-id = an id in quotation marks
native-id-help = Ids are never typed by hand as a rule: correct the one that was changed.
native-records = records by id, in braces
native-id-twice-help = Each id stands once: remove one of the two, or give it another id.
native-a-node = a Claim, a Relation or an Attribution
native-wrong-kind-help = The ids of claims begin with c_, of relations with r_, of attributions with a_.
native-a-kind = Claim, Relation or Attribution
native-edges = edges in brackets
native-edge-twice-help = Remove one of the two lines.
native-too-many-help = Split the map into several files.
native-long-id = “{ $id }” is too long for an id
native-id-twice = “{ $id }” stands twice in the same list
native-too-many-entries = there are more than { $limit } entries in one list
native-too-many-edges = there are more than { $limit } edges
native-wrong-kind = “{ $id }” is the id of { $expected }, but stands before { $found }
native-edge-twice = the edge from “{ $from }” to “{ $to }” stands twice
native-claim = a claim
native-relation = a relation
native-attribution = an attribution
native-pinned = “{ $id }” is pinned but has no place in this view
native-pinned-help = Add it to `at`, or take it out of `pinned`.
id-prefix = “{ $text }” is not the id of a { $kind }: it must begin with { $expected }
id-form = “{ $text }” is not an id: after the prefix come 1 to 20 letters, digits, - or _

# Keys
key-ctrl = Ctrl+
key-shift = Shift+
key-alt = Alt+
key-enter = Enter
key-escape = Escape
key-tab = Tab
key-space = Space
key-backspace = Backspace
key-delete = Delete
key-insert = Insert
key-home = Home
key-end = End
key-page-up = PageUp
key-page-down = PageDown
key-up = Up
key-down = Down
key-left = Left
key-right = Right

# Text formats
format-markdown = Outline with footnotes (Markdown)
format-csv = Table (CSV)

# Web page
format-html = Web page (HTML)
html-skip = Skip to the outline
html-find = Find in the map
html-found = { "{n}" } of { "{all}" }
html-found-none = nothing found
html-previous = Previous match
html-next = Next match
html-smaller = Zoom out
html-larger = Zoom in
html-whole = Show the whole map
html-shade = Dark colours
html-print = Print
html-aside = Outline and sources
html-picture = Map
html-keys = Drag to move, scroll to zoom. Arrow keys go from claim to claim, Enter opens who says it, F folds, + − 0 zoom, / finds.
html-outline = Outline
html-fold-all = Fold all
html-unfold-all = Unfold all
html-branch = Branch of “{ "{claim}" }”
html-fold = Fold the branch
html-unfold = Unfold the branch
html-close = Close
html-sources = Who says it
html-made-with = Made with Elenchus
# Pictures in words

svg-untitled = Argument map
svg-description =
    Argument map of { $claims ->
        [one] 1 claim
       *[other] { $claims } claims
    } and { $relations ->
        [one] 1 relation
       *[other] { $relations } relations
    }.

# Dates and how they are known
code-date-bounds = A date lies outside the days between which it must have been, or these days are in the wrong order.
date-basis-inferred = Concluded by the map's author
date-basis-relative = Counted from another date
date-basis-stated = Stated in the text
date-basis-url = In the address
field-date-basis = Date rests on
field-date-words = Date in words
field-date-words-hint = last month, three days ago, …
field-earliest = Not before
field-hedges = Hedges
field-hedges-hint = allegedly, may have, …
field-latest = Not after
field-relative-to = Counted from
found-after-latest = Dated { $date }, though it was not after { $latest }.
found-before-earliest = Dated { $date }, though it was not before { $earliest }.
found-bounds-crossed = Said not before { $earliest } and not after { $latest }, which no day is.
help-bounds = Correct the date, or the days between which it was.
step-edit-dating = Edit what a date rests on
step-edit-hedges = Edit hedges
# Texts of sources

label-confidential-source = confidential source
native-sha256 = This is no SHA-256 sum
native-sha256-help = It has 64 hexadecimal digits; take them from a backup of the file.
native-long-text = This text is longer than { $limit } bytes
native-long-text-help = Keep only the part of the source that the map needs.
native-beside = `beside` must name a file in the map's folder or below it
native-beside-help = Write a name like `texts/report.txt`, without `..`, drive or leading slash.
step-import-sources =
    { $count ->
        [one] Import source
       *[other] Import { $count } sources
    }
step-add-version = Add version of text
step-remove-text = Remove text
op-same-text = The text is the same as in the latest version: nothing was changed.
found-text-altered = Version { $version } of the text of { $source } is not what was imported: its SHA-256 is another one.
help-text-altered = Take the text from a backup of the file, or import the source again.
found-text-altered-beside = { $file }, version { $version } of the text of { $source }, is not what was imported: its SHA-256 is another one.
help-text-altered-beside = Put the original file back, or take what is there now as a new version in the register of sources.
found-text-missing = Version { $version } of the text of { $source } is missing. Its file: “{ $file }”.
help-text-missing = Put the file back beside the map, or import the source again.
code-text-altered = A stored text of a source is not byte for byte what was imported. Quotations may no longer be where they were.
code-text-missing = A text of a source that is kept beside the map is not there. Nothing can be looked up in it.

# Traces and origins
mark-anonymous = Origins that nobody names: { $who }.
mark-circle = A circle of reports: { $way }.
mark-collective = Origins that are many people spoken of together: { $who }.
mark-one-mention = Rests on the word of { $who } alone.
mark-one-origin = All { $mentions } mentions have it from one origin: { $who }.
mark-one-source = Several origins, but all are known from one source only: { $source }.
mark-undated = Origins without a date: { $who }.
mark-unlinked = Origins in no source with an address: { $who }.
origins-count = { $origins ->
    [one] 1 independent origin
   *[other] { $origins } independent origins
 } in { $mentions ->
    [one] 1 mention
   *[other] { $mentions } mentions
 }
origins-none = Nobody in this map says it
time-by = by { $date }
time-counted-from = counted from { $date }
time-from = from { $date }
time-of-source = date of the source
time-undated = undated
time-undated-by = undated, by { $date }
# Groups in the web page, the export dialog

html-groups = Groups
export-counting = Counting what will not be kept: { $percent } %
document-unknown = This is no kind of document that can be read. Known are: { $known }
document-empty = There are no words in it.
document-empty-help = Open it in the program that made it and save or copy its text.
document-plain = Plain text
document-html = Web page (HTML)
document-wordpress = WordPress export (WXR)
document-disqus = Disqus export
document-hacker-news = Hacker News thread (JSON)
document-reddit = Reddit thread (JSON)
document-binary = This is no text: it has bytes that no text has.
document-binary-help = Save it as text, PDF, DOCX or a web page from the program that made it.
document-broken-help = Open it in the program that made it and save it again.
document-part-missing = { $name } is missing in the file.
document-zip = The file cannot be unpacked: { $error }
document-pdf = This PDF cannot be read: { $error }
document-pdf-broken = This PDF is broken, or made in a way that cannot be read here.
document-pdf-broken-help = Open it in a PDF viewer, print it to a new PDF, or copy its text and paste it as a source.
document-pdf-locked = This PDF is locked with a password.
document-pdf-locked-help = Save a copy without a password in a PDF viewer.
document-pdf-scan = This PDF has no text: it is a picture of pages.
document-pdf-scan-help = Run text recognition over it in another program first.
document-no-posts = There is no post or thread in it.
document-json = This JSON cannot be read: { $error }
document-json-help = Save the thread again from the address that gave it.

# Importing sources

action-import-source = Import source…
    .hint = Read an article, book or thread with its text into the register of sources
action-paste-source = Paste as source…
    .hint = Take the clipboard's text for a source and keep it with its sum
action-toggle-safe-copy = Safe copies
    .hint = Replace confidential speakers and sources in exports and on the clipboard
source-comment = Comment by { $author }
source-comment-dated = Comment by { $author }, { $date }
sources-imported =
    { $count ->
        [one] Imported a source.
       *[other] Imported { $count } sources.
    }
version-added = Version { $version } of the text of “{ $source }” added.
version-nothing-found = Nothing was found in the place of this text: import the source again.
version-nothing-to-compare = There are no two versions to compare.
fix-take-found = Keep what is there as a new version
fix-import-again = Import the text again…
running-reading = Reading a document…
path-document-title = Import a source
path-document = Import
source-title = Import source
source-which = Document
source-one-of = { $number } of { $count }: { $title }
source-as = Take it as
source-as-new = A new source
source-as-version = A new version of “{ $name }”
source-authors = Authors
source-text = Text
source-facts = { $words } words, { $letters } characters, SHA-256 { $sum }…
source-comments =
    { $count ->
        [one] One comment found: make it a source of its own
       *[other] { $count } comments found: make each a source of its own
    }
source-comments-of =
    { $count ->
        [one] 1 comment found, though the text says { $announced }: make it a source of its own
       *[other] { $count } comments found, though the text says { $announced }: make each a source of its own
    }
source-keep = Keep the text
source-keep-inside = In the map's file
source-keep-beside = In files beside the map, in the folder “texts”
source-add = Add to the map
source-add-all = Add all { $count } to the map
field-confidential-source = Confidential: not named in exports
versions-title = Compare versions
versions-what = “{ $name }”: version { $old }, imported { $old_when }, with version { $new }, imported { $new_when }. What went is struck out, what came is underlined.
versions-close = Close
versions-gone = [gone: { $text }]
versions-come = [new: { $text }]
dropped-title = Map or source?
dropped-text =
    { $count ->
        [one] { $names } can be read as a map of its own, or as a source for the map that is open.
       *[other] { $names } can be read as maps of their own, or as sources for the map that is open.
    }
dropped-source = Add as source
dropped-map = Open as map
inspector-text = Text
text-version = Version { $version }, { $letters } characters
text-imported = Imported { $when } UTC
text-file = from { $file }
text-beside = kept in { $file }
text-remove = Remove version { $version } of the text
text-compare = Compare versions { $old } and { $new }
text-import = Import its text…
text-import-version = Import a new version…
text-altered = This is not what was imported.
text-missing = The file is missing.
register-imported = Imported
register-versions = Versions
# Tidying and making room

action-tidy-selection = Tidy selection
    .hint = Lay out what is selected; the rest stays where it is
blocked-tidy = Fewer than two claims are selected. Select the part to tidy first.
step-tidy-selection = Tidy selection
step-make-room = Make room
# Proposals from texts

step-accept-proposals =
    { $count ->
        [one] Accept proposal
       *[other] Accept { $count } proposals
    }
step-dismiss-proposals =
    { $count ->
        [one] Dismiss proposal
       *[other] Dismiss { $count } proposals
    }
proposals-no-text = This source has no text to anchor them in. Import its text first.

heading-undated = Undated
heading-nobody = No speaker
# Quotations against the texts of their sources

quotation-verbatim = verbatim
quotation-truncated = truncated
quotation-altered = altered
quotation-misquoted = misquoted
quotation-not-found = not found
quotation-no-text = no text stored
code-quotation-altered = A few words of a quotation are not those of the source's text. Correct the quotation, or give it as indirect speech.
code-quotation-misquoted = A quotation says something else than the source's text: a “not” is gone, a name or number is another, or many words are others. Correct it, or do not give it as a quotation.
code-quotation-not-found = The words of a quotation are not in the stored text of the source that it names. Check the source, or store the text that has them.
found-quotation-altered = { $quote } is not word for word what { $source } says.
found-quotation-misquoted = { $quote } is not what { $source } says.
found-quotation-not-found = { $quote } is not in the text of { $source }.
help-quotation-altered = Compare the words in the Verifier and correct the quotation.
help-quotation-misquoted = Compare the words in the Verifier and correct the quotation, or mark it as indirect speech.
help-quotation-not-found = Check which source is meant, or add the text that has the words.
quotation-also = also quoted in { $source }
quotation-reused = its words stand in { $source } without marks
quotations-none = no quotations
chip-doubted = not what was said
fix-see-quotation = Compare the words
action-show-verifier = Verifier
    .hint = Show or hide the quotations beside what their sources say
verifier-none = No quotation in this map yet. Give an attribution its words, and its source a text, and they are compared here.
verifier-checking = Looking the quotations up …
verifier-count =
    { $failing ->
        [one] 1 of { $count } is not what was said
       *[other] { $failing } of { $count } are not what was said
    }
verifier-failing-only = Only those
verifier-row = { $class }: { $quote }, { $source }
annotation-form = This is no JSON: { $error }
annotation-form-help = Save it again as JSON-LD from the program that made it.
annotation-none = No annotation in it quotes words of a text.
annotation-skipped = { $count ->
    [one] An annotation quotes no words of a text and was left out.
   *[other] { $count } annotations quote no words of a text and were left out.
}
annotation-many = annotations
export-safe =
    { $count ->
        [one] Safe copy: replace one confidential entry
       *[other] Safe copy: replace { $count } confidential entries
    }
export-safe-hint = Names, titles, addresses and texts of confidential speakers and sources are struck out wherever they stand.

# What is doubtful about provenance
code-both-sides = A speaker both stands by a claim and denies it. People change their minds; a map should say when.
code-one-origin = A claim is passed on by several, but all of them have it from one origin: they are copies, not confirmations.
code-origin-circle = Several have a claim from each other in a circle (“citogenesis”): each cites another of them, and nothing outside the circle supports it.
code-report-predates = A report is dated before what it reports.
code-source-undated = Something is said in a source of which nobody knows when it was, so it cannot be put in order.
code-source-unlinked = Something is said in a source without an address or an archived copy, so it cannot be looked up.
code-unnamed-origins = A claim rests only on people who are not named, or on many spoken of together: nobody can be asked.
found-both-sides = { $who } takes both sides of { $claim }: { $sides }.
found-one-origin = All { $mentions } mentions of { $claim } have it from { $who }.
found-origin-circle = Reports of { $claim } go round in a circle: { $way }.
found-report-predates = { $act } ({ $report }), which was said later ({ $reported }).
found-source-undated = The source { $source } has no date.
found-source-unlinked = The source { $source } has no address.
found-unnamed-origins = Nobody by name stands behind { $claim }: { $who }.
help-both-sides = See whether both say the same, and date them.
help-one-origin = Look for somebody who knows it at first hand.
help-origin-circle = Find out where it came into the circle, and name that source.
help-report-predates = Correct one of the dates, or say who reports whom.
help-source-undated = Give its date, as precise as it is stated.
help-source-unlinked = Give its address or that of an archived copy, or the source that it answers.
help-unnamed-origins = Find somebody who stands by it by name.
table-blame = Who blames whom
table-both-sides = Both sides
table-cause = Cause
table-claim = Claim
table-outcome = Outcome
table-speaker = Speaker
table-stances = Who agrees with whom

# Trace panel, tables, chains
action-add-chain = Add chain of attributions…
    .hint = Say who says it, who reports that, and so on, in one sentence
action-show-tables = Who blames and who agrees
    .hint = Show or hide the tables of who blames whom and who agrees with whom
action-show-trace = Trace
    .hint = Show or hide who said the claim first, who passed it on, and how it changed
chain-add = Add
chain-date = Date { $number }
chain-more = Reported by…
chain-new = not in the register yet
chain-quote = Quote { $number }
chain-remove = Remove { $number }
chain-sentence = The chain in a sentence
chain-sentence-hint = Bodden quotes Parry, who quotes Troy in Time on 14 November 2016
chain-source = Source { $number }
chain-speaker = Speaker { $number }
chain-stance = Stance { $number }
chain-title = Who says it, and who reports it
step-add-chain = Add chain of attributions
tables-count = { $count ->
    [one] 1 row
   *[other] { $count } rows
 }
tables-no-blame = No claim names a cause and what it brought about. Give a claim the kind Cause in the inspector.
tables-no-stances = Nobody says anything in this map yet.
trace-go = Go to what was said
trace-hedged = hedged: { $hedges }
trace-nothing-selected = Select a claim to see who said it first, who passed it on, and how it changed on the way.
trace-origin = { $who }: { $steps ->
    [one] 1 mention
   *[other] { $steps } mentions
 }
trace-step = Step { $number }, { $time }: { $act }
trace-step-of = , about step { $step }
trace-strip =
    { $count ->
        [one] Time line from { $first } to { $last } with 1 step
       *[other] Time line from { $first } to { $last } with { $count } steps
    }
trace-wordings = Other wordings

# Handing over
bibtex-entry = This entry cannot be read and was left out.
bibtex-entry-help = Write it as “@article”, a key and fields between braces, each field as a name, an equals sign and a value.
csl-no-list = This is no list of references in CSL-JSON.
csl-no-list-help = Export the references once more, as CSL-JSON.
format-bibtex = References (BibTeX)
format-blame-csv = Who blames whom (CSV)
format-blame-markdown = Who blames whom (Markdown)
format-csl = References (CSL-JSON)
format-prov = Provenance (PROV-O, Turtle)
format-schema-org = Claims and reviews (schema.org, JSON-LD)
format-sheet-html = Source sheet (web page)
format-sheet-markdown = Source sheet (Markdown)
format-stances-csv = Who agrees with whom (CSV)
format-stances-markdown = Who agrees with whom (Markdown)
sheet-checked = Checked
sheet-complete = Without gaps
sheet-flag = Careful
sheet-gap = Missing
sheet-hash = SHA-256 of the text
sheet-no-date = date
sheet-no-link = address
sheet-no-quote = quoted words
sheet-no-source = source
sheet-no-speaker = speaker
sheet-no-text = stored text
sheet-nobody = who says it
sheet-summary = { $claims ->
    [one] 1 claim
   *[other] { $claims } claims
 }, { $gaps } with gaps
sheet-title = Source sheet: { $title }
sheet-with-gaps = With gaps

# Reader
action-show-reader = Reader
    .hint = The text of a source beside the map
reader-accept = Accept
reader-accept-edit = Edit
reader-accept-edit-hint = Accept and put the claim in other words
reader-accept-hint = Make a claim of it, said by that speaker
reader-ambiguous = “{ $words }” stands in { $count } places. Click here, mark the right one and press Q.
reader-attribution = Attribution
reader-attribution-hint = Somebody says the selected claim in these words: name the speaker in the inspector
reader-claim = Claim
reader-claim-hint = A claim of the author in these words
reader-dismiss = Dismiss
reader-dismiss-hint = Do not propose this again
reader-find = Search the text
reader-find-hint = Search this text
reader-find-next = Next place in the text
reader-find-previous = Previous place in the text
reader-no-texts = No source in this map has a text yet. Import an article, a comment thread or a book, and read it here.
reader-nothing-marked = Mark words in the text first, with the mouse or with Shift and the arrow keys.
reader-nothing-selected = Select the claim on the map that these words are about.
reader-orphaned = “{ $words }” does not stand in this text any more. Click here, mark what stands there now and press Q, or delete the attribution.
reader-page = Text of { $source }
reader-passage = { $stance }, { $who }: { $content }
reader-proposal = { $who }: { $content }
reader-proposals = { $count ->
    [one] 1 proposal
   *[other] { $count } proposals
 }
reader-proposals-close = Close the proposals
reader-proposals-none = Nothing is left to answer. What you accepted is on the map; what you dismissed is not proposed again.
reader-propose = Propose
reader-propose-hint = Find who says what in this text. Nothing enters the map before you accept it.
reader-proposing = Reading …
reader-quote = Quote
reader-quote-hint = The author says the selected claim in these words
reader-rebuttal = Rebuttal
reader-rebuttal-hint = A claim of the author in these words, against the selected one
reader-rule = { $tier } · { $rule }
reader-somebody = Somebody
reader-source = Text: { $source }
reader-version = Version { $version }
step-claim-passage = Claim from a text
step-quote-passage = Add quotation
step-rebut-by-passage = Rebuttal from a text

# Debate and intake
quotation-told = The source named has no text here; told so in “{ $source }”
shipped-footbridge = Who says the bridge is unsafe
    .hint = Articles with their texts: a misquotation, a circle of reports, a changed page
quotation-former = stood in version { $version } of { $count }; the latest does not have it
document-pdf-bomb = A part of the PDF unpacks to more than { $limit } MB.
document-pdf-bomb-help = No text is that long: it may be made to bring programs down. Have it printed to a PDF anew by whoever made it.
document-attributes = An element of the page has more than { $limit } attributes.
source-as-known = What is in the map as “{ $name }”
menu-reader = Reader
blocked-no-texts = No source in this map has a text: import one first
reader-accept-certain =
    { $count ->
        [one] Accept the certain one
       *[other] Accept the { $count } certain ones
    }
action-claim-passage = Claim from what is marked
    .hint = The words marked in the text become a claim of its author
action-quote-passage = Quote what is marked
    .hint = The words marked in the text become the author's words for the selected claim
action-attribute-passage = Attribute what is marked
    .hint = Somebody, to be named, says the selected claim in the words marked in the text
action-rebut-by-passage = Rebut by what is marked
    .hint = The words marked in the text become a rebuttal to what is selected
action-propose = Propose who says what
    .hint = Look through the text in the reader for who says what in it
action-next-proposal = Next proposal
    .hint = Go on to the next proposal
action-previous-proposal = Previous proposal
    .hint = Go back to the proposal before
action-accept-proposal = Accept the proposal
    .hint = Add what the proposal says to the map
action-accept-to-edit = Accept the proposal and reword it
    .hint = Add what the proposal says to the map and write on its claim
action-accept-certain = Accept all certain proposals
    .hint = Add all proposals of tier A to the map, as one step
action-dismiss-proposal = Dismiss the proposal
    .hint = Do not propose this again
sheet-misquoted = words as the source has them
source-as-text = The text of “{ $name }”, which is in the map without it
# The provenance of a claim as a picture, and what to be careful about

action-show-provenance = Provenance
    .hint = Show where the claim comes from as a picture: sources and speakers, time from left to right
caution-anonymous = origin that nobody names
caution-circle = circle of reports
caution-collective = many people spoken of together
caution-one-origin = rests on one origin
caution-one-source = origins known from one source only
caution-undated = origin without a date
caution-unlinked = origin without an address
export-part-provenance = Provenance of the claim
provenance-again = { $who } again
provenance-answers = answers
provenance-back = Back to the map
provenance-back-hint = Escape, too, leads back
provenance-bar = Provenance
provenance-claim = { $claim }. { $count }
provenance-left = Back on the map
provenance-name = Provenance of { $claim }
provenance-no-source = no source
provenance-origin = origin
provenance-origin-number = origin { $number }
provenance-passes-on = { $verb } what { $whom } says
provenance-quotes = quotes
provenance-same-words = same words, unnamed
provenance-shown = Provenance of { $claim }: { $count }. The arrow keys walk from the origin to the latest, Escape leads back.
provenance-steps = { $count ->
    [one] 1 step from the origin to the latest
   *[other] { $count } steps from the origin to the latest
 }
provenance-wording = also: { $wording }
trace-copy = Step { $step } has the same words as step { $of } without naming it: both count as one origin.

# From a drop to a trace

inspector-trace = Who said it first
reader-proposals-end = Nothing is left to answer in this text, nor in those that answer it.
reader-proposals-go-on = Go on in the answers
start-import = Import article…
tables-export = Export this table…
text-read = Read
code-quotation-former = A quotation stood in a former version of the source's text; the text was changed since. Compare the versions, and say when it was said.
fix-compare-versions = Compare the versions
found-quotation-former = { $quote } stood in version { $version } of { $source }; the text was changed since.
help-quotation-former = Compare the versions and see what became of the words.
inspector-by-way-of = by way of { $speaker }
source-all-known = Join them with what is there
source-all-mixed = Each as chosen
source-all-new = Take them all as new sources
source-all-of = { $count ->
    [one] 1 is in the map already
   *[other] { $count } are in the map already
 }
sheet-version = Version of the text

# Web page
html-source-as = Source as in note { $note }

# What an export loses, by kind; the count stands before it
loss-quotations =
    { $count ->
        [one] quotation
       *[other] quotations
    }
loss-sources =
    { $count ->
        [one] source with its particulars
       *[other] sources with their particulars
    }
loss-long-claims =
    { $count ->
        [one] end of a long claim
       *[other] ends of long claims
    }
loss-groups =
    { $count ->
        [one] group
       *[other] groups
    }
loss-notes =
    { $count ->
        [one] note
       *[other] notes
    }
loss-small-claims =
    { $count ->
        [one] claim in letters smaller than 5 points
       *[other] claims in letters smaller than 5 points
    }
loss-claim-kinds =
    { $count ->
        [one] kind of a claim
       *[other] kinds of claims
    }
loss-causes =
    { $count ->
        [one] cause with its effect
       *[other] causes with their effects
    }
loss-attribution-premises =
    { $count ->
        [one] premise that is an attribution
       *[other] premises that are attributions
    }
loss-restatements =
    { $count ->
        [one] restatement
       *[other] restatements
    }
loss-preferences =
    { $count ->
        [one] preference
       *[other] preferences
    }
loss-unfinished =
    { $count ->
        [one] unfinished relation
       *[other] unfinished relations
    }
loss-no-claim-premise =
    { $count ->
        [one] relation without a claim as premise
       *[other] relations without a claim as premise
    }
loss-on-attribution =
    { $count ->
        [one] relation that bears on an attribution
       *[other] relations that bear on an attribution
    }
loss-contradicted-relation =
    { $count ->
        [one] contradiction of a relation
       *[other] contradictions of a relation
    }
loss-on-contradiction =
    { $count ->
        [one] relation that bears on a contradiction
       *[other] relations that bear on a contradiction
    }
loss-on-lost =
    { $count ->
        [one] relation that bears on one that cannot be written
       *[other] relations that bear on one that cannot be written
    }
loss-linked-contradictions =
    { $count ->
        [one] contradiction with linked premises
       *[other] contradictions with linked premises
    }
loss-repeated-contradictions =
    { $count ->
        [one] repeated contradiction
       *[other] repeated contradictions
    }
loss-titles-changed =
    { $count ->
        [one] title that had to change
       *[other] titles that had to change
    }
loss-relation-groups =
    { $count ->
        [one] group of a relation
       *[other] groups of relations
    }
loss-contradiction-titles =
    { $count ->
        [one] title of a contradiction
       *[other] titles of contradictions
    }
loss-contradiction-schemes =
    { $count ->
        [one] scheme of a contradiction
       *[other] schemes of contradictions
    }
loss-contradiction-tags =
    { $count ->
        [one] tag of a contradiction
       *[other] tags of contradictions
    }
loss-contradiction-data =
    { $count ->
        [one] contradiction's data
       *[other] contradictions' data
    }
loss-empty-groups =
    { $count ->
        [one] group of claims without text
       *[other] groups of claims without text
    }
loss-group-levels =
    { $count ->
        [one] level of nested groups
       *[other] levels of nested groups
    }
loss-group-circles =
    { $count ->
        [one] group inside itself by way of others
       *[other] groups inside each other in a circle
    }
loss-front-matter =
    { $count ->
        [one] block of front matter
       *[other] blocks of front matter
    }
loss-tags-changed =
    { $count ->
        [one] tag that had to change
       *[other] tags that had to change
    }
loss-group-data =
    { $count ->
        [one] further block of data of a group
       *[other] further blocks of data of groups
    }
loss-reports =
    { $count ->
        [one] report of what others say
       *[other] reports of what others say
    }
loss-tags =
    { $count ->
        [one] claim's tags
       *[other] claims' tags
    }
loss-places =
    { $count ->
        [one] place on the canvas
       *[other] places on the canvas
    }
loss-anchors =
    { $count ->
        [one] place of a quotation in its source
       *[other] places of quotations in their sources
    }
loss-views =
    { $count ->
        [one] view but the main one
       *[other] views but the main one
    }
loss-pins =
    { $count ->
        [one] pin
       *[other] pins
    }
loss-relations =
    { $count ->
        [one] relation
       *[other] relations
    }
loss-unquoted =
    { $count ->
        [one] attribution without a quotation
       *[other] attributions without a quotation
    }
loss-texts =
    { $count ->
        [one] text of a source
       *[other] texts of sources
    }
loss-attributions =
    { $count ->
        [one] attribution
       *[other] attributions
    }
loss-claims =
    { $count ->
        [one] claim
       *[other] claims
    }
loss-datings =
    { $count ->
        [one] particular of a date
       *[other] particulars of dates
    }
loss-replies =
    { $count ->
        [one] answer to another source
       *[other] answers to other sources
    }
loss-group-members =
    { $count ->
        [one] claim apart from the others of its group
       *[other] claims apart from the others of their group
    }
loss-groups-named =
    { $count ->
        [one] group ({ $names })
       *[other] groups ({ $names })
    }
loss-speakers =
    { $count ->
        [one] speaker
       *[other] speakers
    }
loss-weights =
    { $count ->
        [one] weight of a relation
       *[other] weights of relations
    }
loss-data =
    { $count ->
        [one] block of data
       *[other] blocks of data
    }

export-own-file = “{ $name }” is the file of the map itself. Give the export another name.
render-failed = the picture could not be drawn: { $reason }
render-scale = the scale must be a positive number
render-too-far = the claims lie too far apart for this format: lay the map out first, or export it as SVG
render-too-large = at scale { $scale } the picture would have { $width } × { $height } pixels, which is too large for PNG; scale { $largest } is the most that works (SVG has no such limit)
