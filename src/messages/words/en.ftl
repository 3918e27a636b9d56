# Readout's own words. Neutral in every dispute: see docs/names.md.

# quotations and citations
in-language = in { $language }
machine-translation = (machine translation: { $text })
as-of = As of { $date }:
label = { $name }:
touching = Mentioned also in reports on other matters:
quoted-above = quoted above
sources = Sources
reported-on = reported on { $date }
event-on = { $date }
undated = date not known

# stories
story-number = { $number }.
story-span = first report { $first }, last report { $last }
balance-country = { $country } { $origins }
balance-state = { $state } state
balance-articles = { $count ->
    [one] 1 article
   *[other] { $count } articles
  }
unlabelled = unlabelled
sides-differ = Each side:
only-through-others = known only through other countries' outlets
corrected = A page of this story was changed or withdrawn after it was read.
page-changed = Changed by { $outlet }, seen on { $date }, { $time }:
page-withdrawn = Withdrawn by { $outlet }, seen on { $date }, { $time }:
page-changed-more = and { $count } more

# answers
newest-age = { $days ->
    [one] Newest report: { $date }, 1 day ago.
   *[other] Newest report: { $date }, { $days } days ago.
  }
coming-on = Announced for { $date }:
read-as = Taken to mean { $name }.
unheard = { $name }: no words on this in what I read. What was reported:
button-story = Story { $number }
button-timeline = Timeline
button-positions = Positions
button-cite = Copy with sources
button-topics = Topics
button-latest = Newest
nothing-found = Nothing found about “{ $question }” in the { $searched ->
    [one] one article
   *[other] { $searched } articles
  } read until { $asOf }.
not-covered = “{ $question }” is not covered by my sources: they are read for the diplomacy of Armenia, Azerbaijan, Georgia and the powers around them.
sources-down = My sources could not be read. Last good reading: { $lastRead }.
nothing-read = I have not read anything yet.
nothing-read-next = Next: add a source ({ $add }), or try the sample ({ $demo }).
nearest = Nearest that I read, { $date }:
question-missing = What do you want to know? For example: latest on peace treaty
never = never

# digest
digest-title = Digest, { $date }
digest-not-yet = { $date } is still to come. The last 24 hours:
digest-not-understood = I know no day by “{ $words }”. The last 24 hours:
digest-read-until = read until { $time }
digest-quiet = A quiet day: nothing new in the { $sources ->
    [one] one source
   *[other] { $sources } sources
  } read until { $time }.
digest-also = Also
digest-more = { $count } more: `topics`
digest-coming-up = Coming up
digest-foot = { $read } of { $all } sources read
digest-corrected = Corrected since your last edition
digest-not-read = not read: { $names }
digest-one-sided = Reported so far only in { $country }
digest-new = new
not-seen = Not seen in the { $count } sources of { $country } that I read
no-answer-unread = No answer from { $capital } in what I read; no source of { $country } was read since
no-answer = No answer from { $capital } in the { $count ->
    [one] one source
   *[other] { $count } sources
} of { $country } read until { $time }

# the web page
web-today = Today
web-digests = Digests
web-ask = Ask
web-question = Your question
web-ask-further = Ask further
web-stories = { $count ->
    [one] 1 story
   *[other] { $count } stories
  }
web-topic-quiet = Nothing was read on this topic yet.
web-feed = This topic as a feed (RSS)
web-day-before = The day before
web-day-after = The day after
web-times = Times are those of { $zone }.
web-language = Language
web-skip = To the text
web-not-found = There is no such page.
web-unreadable = This request could not be read.
web-chat-only = “{ $command }” needs a page of your own, or a chat in Telegram or Slack.
web-mine = Your own page
web-mine-what = Digests at your times and alerts on your topics can come to a page of your own: without an account, a cookie or e-mail. Commands work there as in a chat.
web-mine-make = Make my page
web-mine-say = What is to be done?
web-mine-do = Do it
web-mine-hint = `subscribe 8:30 weekdays peace treaty` · `follow border` · `settings` · `unsubscribe` · `forget me`, or a question
web-mine-came = What came here
web-mine-none = Nothing has come yet; the next digest comes at its time.
web-mine-key = The key to this page
web-mine-keep = The address of the page is its key: whoever knows it can read and change the page. Keep it as a bookmark and give it to nobody; it cannot be sent to you again.
web-mine-feed = What comes here as a feed (its address is a key too, for reading only)
web-mine-unused = A page that is not visited, and whose feed is not read, for { $days } days is deleted with all that hangs on it; one that subscribes to nothing, after a day. `forget me` deletes it at once.
web-mine-closed = Here a page of one’s own is made through an admin’s link.
web-mine-gone = There is no such page: it was deleted, or its address is not complete.
button-web = On the web
weblogin-link = Admin pages, once, within an hour: { $link }
weblogin-private = Ask me in private: the link is for you alone.
command-weblogin = a one-time link to the admin pages

# topics and story lists
topics-title = Topics today
topics-none = No topic has news in the last 24 hours.
topic-line = { $topic }: { $count ->
    [one] 1 story
   *[other] { $count } stories
  }
latest-title = Newest
story-unknown = There is no story { $story }. Story numbers look like s12; a number alone is a place in the last list.
timeline-title = Timeline: { $subject }
positions-title = Positions: { $subject }
positions-other = Other voices:
positions-silent = { $country }: no official statement in what I read.

# check
check-ask = Send me a link or the text of a post: I say what is known about it.
check-title = What is known about this
check-earliest = Earliest report that I read: { $outlet }, { $when }
check-reports = { $count ->
    [one] One report
   *[other] { $count } reports
  } in all, { $copies ->
    [0] none of them a copy
    [one] one of them a copy
   *[other] { $copies } of them copies
  }.
check-unknown = I found nothing about this in what I read until { $asOf }.
command-check = what is known about a link or a text

# about
about-title = About Readout
about-balance = The balance under a story counts origins by the country of the outlet: reprints of one text count once. Sources whose country nobody confirmed are counted apart.
about-sources = Sources: { $total ->
    [one] 1
   *[other] { $total }
  } ({ $countries })
about-read = Read until { $when }: { $articles ->
    [one] 1 article
   *[other] { $articles } articles
  }, { $relevant } on the region's diplomacy.
about-questions = Questions are not kept: the last one stays for ten minutes, for follow-ups, and is then deleted. “forget me” deletes what is kept about you.
command-about = how stories are chosen, what is counted, which sources are read

# what is coming up
calendar-title = Announced
calendar-none = Nothing is announced for the coming days in what I read.
calendar-both = announced by both sides' outlets ({ $countries }), first on { $date }
calendar-one-side = announced by one side's outlets only ({ $countries }), first on { $date }
calendar-others = announced only by others' outlets ({ $countries }), first on { $date }
calendar-moved = moved, as a later report says:
calendar-cancelled = cancelled, as a later report says:
calendar-past = past; what came out:
calendar-past-nothing = past; nothing seen yet of what came out
command-calendar = announced meetings, votes and deadlines
choose-timeline = Timeline of what? Choose a topic or write your own words.
choose-positions = Positions on what? Choose a topic or write your own words.
choose-follow = Follow what? Choose a topic or write its name.
choose-story = Which story? Choose one, or write its number.

# Slack
slack-greeting = Readout is here: the diplomacy of Armenia, Azerbaijan and Georgia, every sentence with its source. Ask with @Readout and your words, or type /readout. Nothing else is posted here unless somebody asks for it.
slack-help-group = Ask with /readout or by mentioning @Readout: I do not read what else is said here. In threads, where slash commands do not work, a mention understands the same words (@Readout latest peace treaty).
slack-help-private = In channels: /readout, or mention @Readout, also in threads.
slack-share = Share here
slack-keep = Keep in my DM
slack-kept = Kept: it is in your messages with me.
slack-invite = One step is missing: I am not in this channel, so I can't post here. Type /invite @Readout in it.
slack-wait = One moment…
slack-wait-long = This takes longer than usual. I go on looking…
slack-done = Done
slack-cancel = Cancel
slack-save = Save
slack-cite-title = Copy with sources
slack-cite-label = Select all and copy
slack-subscribe-title = Daily digest
slack-subscribe-button = Digest at my time
slack-times = At what times?
slack-times-hint = 24-hour clock, several with commas: 8:30, 18:00
slack-times-wrong = Times look like 8:30 or 18:00, several with commas.
slack-days = On which days?
slack-zone = Time zone
slack-zone-hint = For example Asia/Yerevan, Asia/Baku, Asia/Tbilisi, Europe/Brussels
slack-zone-wrong = There is no time zone “{ $zone }”. For example: Asia/Tbilisi
slack-topics = Only these topics
slack-topics-hint = Nothing chosen: all topics
slack-read = Languages you read
slack-read-hint = In the order in which you choose them
slack-length = Length
slack-settings-title = Settings
slack-language = Language of Readout's own words
slack-who = Who may change this channel's digests
slack-who-members = every member
slack-who-admins = workspace admins only
slack-add-title = Add a source
slack-add-label = Any link
slack-add-hint = A feed, a site, an article, a sitemap, or a public Telegram channel
slack-add-wrong = That is no link. For example: https://example.am or https://t.me/channel
slack-look = Look
slack-add = Add
slack-add-which = Which of these?
slack-add-name = Name
slack-add-country = Country
slack-add-country-hint = Two letters (AM, AZ, GE). Empty: unlabelled, counted apart.
slack-add-country-wrong = A country is two letters: AM
slack-add-language = Language
slack-add-ownership = Ownership
slack-choose = Choose
slack-home-title = Readout
slack-home-ask = Ask me in Messages above, or mention @Readout in a channel.
slack-home-today = Today
slack-home-subscriptions = My digests
slack-home-following = Followed topics
slack-home-announced = What is announced
slack-home-sources = Sources (for admins)
slack-home-refresh = Refresh

# pictures
picture-alt = { $title }, { $period }: { $articles ->
    [one] one article
   *[other] { $articles } articles
  }, { $developments ->
    [one] one development
   *[other] { $developments } developments
  }
picture-unit = { $per ->
    [day] articles a day
    [week] articles a week
   *[month] articles a month
  } by country of the outlet
picture-other = others

# cite
cite-title = With sources

# sources
sources-none = There are no sources yet.
sources-total = { $total ->
    [one] 1 source
   *[other] { $total } sources
  }, { $active } active, { $failing } with errors
sources-count = { $total ->
    [one] 1 source
   *[other] { $total } sources
  }: { $parts }
sources-countries = Readable by country: { $countries }
sources-page = Page { $page } of { $pages }
sources-no-match = No source matches “{ $words }”.
condition-well = { $count } read well
condition-failing = { $count } not read
condition-unreadable = { $count } whose pages give no article
condition-silent = { $count } silent beyond their habit
condition-unread = { $count } not read yet
condition-paused = { $count } paused
condition-ended = { $count } ended
condition-unlabelled = { $count } unlabelled
source-line = { $number }. { $name } · { $labels } · { $health }
health-well = read { $when }
health-failing = not read: { $error }; last read: { $last }
health-unreadable = { $percent } % of its pages give no article
health-silent = nothing new for { $days ->
    [one] 1 day
   *[other] { $days } days
  }, which is not its habit
health-unread = not read yet
health-paused = paused
health-paused-until = paused until { $date }
health-ended = ended: { $error }
button-retry = Retry { $number }
button-pause-week = Pause { $number } a week
button-resume = Read { $number } again
button-find-address = New address for { $number }
button-use-address = Use the new address for { $number }
button-sources = Sources
button-starter = Starter list
button-add = Add { $number } without labels
button-add-as = Add { $number } as { $labels }
button-guess-labels = Label as guessed
button-previous = ‹ Back
button-next = Next ›
source-added = Added: { $name } ({ $kind }), { $count ->
    [one] 1 item
   *[other] { $count } items
  } now.
source-exists = Already there: { $number }. { $name }.
source-removed = Removed: { $name }. What was read from it stays.
source-paused = Paused: { $name }.
source-resumed = Reading again: { $name }.
source-unknown = No source matches “{ $words }”.
source-several = Several sources match “{ $words }”: { $names }.
source-found = Found { $kind } “{ $title }” at { $url }
source-sample = { $date } · { $lang } · { $title }
source-sample-words = { $date } · { $lang } · { $title } – { $words }
source-page-links = The { $count ->
    [one] one article
   *[other] { $count } articles
  } linked from this page will be read as well.
source-guess = Guess: { $labels }. It counts as unlabelled until you confirm it.
source-confirm = Add it with “yes” (--yes), and name its labels: country=AM language=hy ownership=independent zone=+04:00.
source-unconfirmed = It has no labels yet, and is counted apart. Label it: labelsource { $number } AM hy independent
source-which = Which source? { $command } takes its number, its host or a part of its name.
source-paused-until = Paused until { $date }: { $name }.
source-still-failing = Still not read: { $name }: { $error }.
source-read-again = Read: { $name }, { $count ->
    [one] 1 article
   *[other] { $count } articles
  } new.
source-moved = { $name } is read at { $url } from now on, { $count ->
    [one] 1 article
   *[other] { $count } articles
  } new.
source-no-better = No better address was found for { $name }.
source-address-taken = Another source is already read at { $url }.
source-labelled = { $name }: { $labels }.
label-how = { $name }: { $labels }. Say for example: labelsource { $name } AM hy independent
labels-guessed = { $count ->
    [one] 1 source
   *[other] { $count } sources
  } labelled by their addresses, { $left } left without a guess.
addsource-bare = Give me any link: a feed, a site, a section, an article, a sitemap, a public Telegram channel (@name) or an OPML file. Or take a starter list:
starter-unknown = There is no starter list “{ $words }”. There are: { $lists }, all.
starter-added = { $added } added, { $known } already there. Opened: { $opened }; not opened yet, so unverified: { $unverified }.
starter-next = poll reads them; check-sources opens those that are unverified and proposes fixes.
import-total = { $all } in the list: { $added } added, { $existed } already there.
import-unlabelled = { $count } without country, counted apart until you confirm their labels: { $names }
import-bare = `importsources` takes an OPML file, its text or its address.
import-nothing = That is no OPML file, or it lists no source.
export-total = { $count ->
    [one] 1 source
   *[other] { $count } sources
  } as OPML.
check-total = { $readable } of { $all } sources can be read.
check-thin = Only { $count } readable sources of { $country } that are not state-owned: too few to hear that side.
check-unreadable = { $number }. { $name }: { $problem }
check-proposal = { $number }. { $name } could be read at { $url }
notice-country = No source of { $country } can be read any more.
notice-ended = { $number }. { $name } ended: { $error }
notice-shape = { $number }. { $name }: its articles have another length than before; the site may have been rebuilt. Look at it: sources { $number }
notices-title = Sources that cannot wait
weekly-title = Sources, this week
weekly-fine = Every source is read well.
check-nothing-there = nothing readable is at its address
source-nothing = Nothing readable was found at { $url }: { $reason }

# help
profile-short = The diplomacy of Armenia, Azerbaijan and Georgia: digests and answers, every sentence with its source.
help-line = Readout follows the diplomacy of Armenia, Azerbaijan and Georgia: digests and answers, every sentence with its source.
help-commands = Commands
about-methods = Stories are chosen by the number of origins and of sides that report them, by official statements and by freshness.
about-no-model = No language model is used.
about-model = A language model ({ $model }) does one thing: it translates headlines in languages that you do not read. Each translation is marked, stands behind the original, and is shown only if names, places and numbers are the same. It chooses, sums up and answers nothing.
sample-notice = sample
not-manager = “{ $command }” is for those who manage this chat.
not-allowed = “{ $command }” is for admins of this bot.

# one line for each command
command-ask = answers a question with its sources
command-latest = the newest developments on a topic, newest first
command-timeline = dated developments of a topic
command-positions = the newest statement of each side
command-topics = topics with today's counts
command-story = one story whole, by its number
command-cite = plain text with footnotes, ready for mail
command-digest = the digest of the last 24 hours, a week or a day
command-sources = what is read, with country and ownership
command-addsource = adds a feed, site, sitemap or channel
command-pausesource = stops reading a source for now
command-resumesource = reads a paused source again
command-removesource = removes a source; what was read stays
command-retrysource = reads a source now, whenever it is due
command-movesource = reads a source at another address from now on
command-labelsource = says country, language and ownership of a source
command-importsources = adds the sources of an OPML file
command-exportsources = gives the list of sources as OPML
command-check-sources = opens every source and proposes fixes

digest-quiet-plain = A quiet day: nothing new.
digest-quiet-seen = Nothing new until { $time }: { $count ->
    [one] one story of this time was
   *[other] { $count } stories of this time were
  } shown here before.

# drafts
command-draft = editions of this chat come to its manager first: draft 15 skip
draft-for = Draft for { $place }, { $time }.
draft-at = Draft for { $time }.
draft-note-skip = Without your answer it is skipped then.
draft-note-post = Without your answer it is posted then.
draft-post = Post
draft-later = Later
draft-skip = Skip today
draft-drop = Drop { $number }
draft-up = { $number } up
draft-post-done = Posted.
draft-skip-done = Skipped today.
draft-unknown = There is no such draft any more.
draft-posted-unanswered = It was not answered and is posted.
draft-skipped-unanswered = It was not answered and is skipped today.
draft-line-set = Set, from the next edition on.
draft-off = Editions are posted at once.
draft-on-skip = { $minutes } minutes before its time each edition comes to you first; unanswered it is skipped.
draft-on-post = { $minutes } minutes before its time each edition comes to you first; unanswered it is posted.
draft-how = For example: `draft 15 skip` · `draft 30 post telegram:123456` · `draft off` · `draft above A line` · `draft sign A signature`

# editions
edited-correction = Edited at { $time }: a page cited here was changed or withdrawn after it was read.
alert-title = News on { $topic }
alert-answer = An answer on { $topic }
button-less = Less of this: { $topic }
digest-one-origin = { $origins ->
    [one] Reported so far by one original source
   *[other] Reported so far by { $origins } original sources
  }
digest-developed = new since you last saw it
digest-late-was-down = Late: I was not running at the time of this digest; now it is { $time }.
digest-late-was-busy = Late: it could not be made on time; now it is { $time }.
digest-maybe-missing = The { $time } digest may be missing: whether it arrived is not known.
digest-show-missing = Show the { $time } digest
inbox-empty = No digest has come here yet. Subscribe first: `subscribe 8:30`
command-inbox = the last digests that came here
edition-unknown = There is no such digest of this chat.

# subscriptions
subscription-made = You are subscribed.
subscription-changed = Changed.
subscription-when = { $days } at { $times } ({ $zone })
subscription-topics = about { $topics }
subscription-all = all topics
subscription-muted = without { $topics }
subscription-muted-languages = without stories told only in { $languages }
subscription-only-languages = only stories told in { $languages }
subscription-languages = read in this order: { $languages }
subscription-short = short
subscription-full = full
subscription-quiet = quiet from { $from } to { $to }
subscription-skip-quiet = nothing on quiet days
subscription-next = Next: { $times }
subscription-zone-guessed = The time zone is a guess ({ $zone }). Another one: `settings zone Asia/Yerevan`
subscription-unknown = Not understood: { $words }
subscription-none = This chat has no subscription.
subscription-ended = { $count ->
    [one] The subscription has ended.
   *[other] { $count } subscriptions have ended.
  }
subscription-too-many = A chat has at most { $count } subscriptions. End one first.
unsubscribe-which = Which one?
days-every = every day
days-weekdays = on weekdays
settings-chat = Language: { $language } · time zone: { $zone } · read in this order: { $read }
settings-how = To change: `settings lang ru` · `settings zone Asia/Tbilisi` · `settings read hy, ru, en` · `subscribe 8:30 weekdays peace treaty`
follow-what = What do you want to follow?
follow-unknown = I know no topic, country, person or place by “{ $words }”. For example:
follow-done = Following { $topics }.
follow-bounds = At most 3 alerts a day and one in 2 hours; the rest comes bundled.
unfollow-done = No longer following { $topics }.
following-none = This chat follows nothing.
following-list = Following: { $topics }
button-settings = Settings
button-unsubscribe = Stop digests
button-digest-now = Digest now
button-daily = Daily at { $time }
button-end = End { $number }
button-end-all = End all
button-follow = Follow a topic
button-unfollow = Stop: { $topic }
button-forget = Forget me

# administration
own-done = You are the owner of this bot.
own-next = Next: add a source ({ $add }).
own-refused = This link is not valid: it was used already, is too old or not complete. A new one: readout admin link
admins-none = There are no admins yet.
admins-line = { $person } · { $role }
role-owner = owner
role-admin = admin
role-reader = reader
person-unknown = Who is “{ $words }”? For example: `promote telegram:123456`
last-owner = The last owner can't be demoted.
promote-done = { $person } is an admin now.
demote-done = { $person } is no admin any more.
promote-workspace = The admins of this workspace may change the sources now.
demote-workspace = The admins of this workspace may not change the sources any more.
allow-done = This chat may use the bot.
allow-undone = This chat may not use the bot any more.
invite-code = One chat, one hour: `start { $code }`
invite-web = On the web: { $link }
access-refused = This bot is for invited chats only. Ask its admins.
audit-none = Nothing was changed yet.
stats-reading = { $articles } articles from { $sources } sources, { $failing } failing.
stats-subscribers = { $subscriptions } subscriptions in { $chats } chats, { $follows } followed topics.
stats-sending = Outbox: { $planned } planned ({ $stuck } stuck), { $sending } on the way; last 24 hours: { $sent } sent, { $unknown } unknown, { $refused } refused.
outbox-line = { $delivery } · { $state } · { $platform } chat { $chat } · { $attempts } tries · { $reason }
delivery-planned = planned
delivery-sending = on the way
delivery-sent = sent
delivery-unknown = unknown
delivery-refused = refused
resend-done = Delivery { $delivery } is planned again.
resend-unknown = No unknown or refused delivery has the number “{ $words }”.
sending-paused = Sending is paused.
sending-stopped = Nothing is sent by { $sender } since { $time }, { $date }; what is due waits: { $reason }
sending-resumed = Sending goes on.
forget-ask = This deletes what is kept about you and your private chat: subscriptions, followed topics, what you have seen. Groups keep theirs.
forget-done = Forgotten: { $subscriptions } subscriptions, { $follows } followed topics, everything else kept about you.
went-wrong = Something went wrong here; the admins see it in the log.

# one line for each command
command-subscribe = digests at your times: subscribe 8:30 weekdays peace treaty
command-unsubscribe = ends a subscription
command-settings = language, time zone, subscriptions
command-follow = alerts on a topic, country or person
command-unfollow = ends alerts
command-following = what this chat follows
command-own = makes you owner, with the one-time code from the log
command-admins = owners and admins
command-promote = makes somebody an admin
command-demote = makes an admin a reader again
command-allow = lets this chat use the bot
command-invite = a one-time code that lets a chat in
command-audit = who changed what
command-stats = numbers: reading, subscribers, sending
command-outbox = what is stuck, unknown or refused, with reasons
command-resend = sends an unknown or refused delivery once more
command-pausesending = stops all digests and alerts for now
command-resumesending = lets digests and alerts go on
command-forget = deletes what is kept about you

# mending
command-hide = hides a story or an article (hide s12)
command-split = takes articles out of their story (split a45 a46)
command-merge = joins two stories (merge s12 s15)
command-retag = corrects what an article is about (retag a45 topics +border)
command-undo = takes a correction back (undo m3)
mended = Done. To take it back: `undo { $undo }`
undone = Taken back: { $mends }
hide-how = Say which: `hide s12`, or `hide a45` for one article.
split-how = Say which articles leave their story: `split a45 a46`
merge-how = Say which two stories are one: `merge s12 s15`
retag-how = Say what to correct: `retag a45 topics +border -karabakh`
undo-how = Nothing to take back. Say which: `undo m3`
mend-not-understood = Not understood, so nothing was changed: { $words }
mend-no-article = There is no article { $article }. Article numbers look like a45; `split s12` lists those of a story.
mend-in-no-story = { $article } is in no story.
mend-other-story = { $article } is not in { $story }: one story at a time.
mend-whole-story = These are all articles of { $story }: at least one has to stay.
mend-one-already = They are one story already: { $story }.
retag-unknown = { $tag } cannot be used for { $field }. Expected: { $expected }

# start and help
start-top = Top stories
start-ask-private = Ask me in plain words, for example: latest on peace treaty. Forward a post or send a link, and I say what is known about it.
start-ask-group = Ask with the command `ask` (also as a reply to somebody's post) or by replying to a message of mine. I do not read what else is said here. Digests for this chat: the command `subscribe`, for its admins.
start-admin = Add the first source: the command `addsource` with a link, or choose a starter list there.
help-own = Your digests and alerts
help-admins = For admins of this bot
command-start = what this is, and today's top stories
command-help = all commands

# a chat platform's own words
command-channel = connects a channel you manage
button-old = This button is too old. Please ask again.
slow-down = That was fast. I answer one by one; give me a moment.
input-too-long = That is too long for a question. Send at most { $most } characters, or a link.
input-no-text = I can read text, links and forwarded posts; for admins also an OPML file with sources.
channel-how = To post digests in a channel: choose it below, or open the link on your phone and add me as an admin who may post. You can also send me the channel's @name.
channel-choose = Choose a channel
channel-unknown = I do not see the channel { $channel }. Add me to it as an admin first, then send its name again.
channel-is-none = { $channel } is not a channel. In a group, add me and use the command subscribe there.
channel-bot-no-admin = I may not post in { $channel }. Make me an admin there with the right to post, then send its name again.
channel-you-no-admin = You are not an admin of { $channel }; only its admins can connect it.
channel-head = Channel { $channel }

# names of an admin's own
command-lexicon = names of your own beside the shipped ones (lexicon add, remove, list, export)
lexicon-how = Say it like this: lexicon add person side:AM en:Name Surname, N. Surname ru:Имя Фамилия (or organisation, place; slug:… for one that is known)
lexicon-added = { $slug }: added, in use at once. Articles of the last 30 days being tagged anew: { $count }. Older ones: readout rebuild
lexicon-removed = { $slug }: taken out. Articles of the last 30 days being tagged anew: { $count }. Older ones: readout rebuild
lexicon-unknown = No added name { $slug }. What was added: lexicon list
lexicon-none = No names were added.
lexicon-other-kind = { $slug } is known already as: { $kind }. Give another slug.
lexicon-no-kind = { $kind } is no kind of name. Expected: person, organisation or place.
lexicon-no-language = { $lang } is not a language of names. Expected: en:, ru:, hy:, az:, ka: or tr: and the name.
lexicon-bad-name = “{ $name }” cannot be a name. Expected: 2 to 120 characters as they stand in a text, with a capital letter where the script has them.
lexicon-bad-slug = { $slug } cannot be a slug. Expected: lower-case Latin letters and digits joined by hyphens (mher-grigoryan).
lexicon-no-side = { $side } is no country and no body that is known. Expected: a country code (AM) or the slug of a body (eu).
lexicon-taken = “{ $name }” is already a name of { $slug } ({ $kind }). More names for it: lexicon add … slug:{ $slug } …
lexicon-line = { $slug } ({ $kind }) · { $names } · { $author }, { $date }
lexicon-kind-person = person
lexicon-kind-organisation = organisation
lexicon-kind-place = place
lexicon-kind-country = country
# settings, one thing at a time
button-panel-time = Time
button-panel-days = Days
button-panel-zone = Time zone
button-panel-topics = Topics
button-panel-language = Language
button-panel-length = Length
button-panel-quiet = Quiet hours
button-alerts = Alerts
button-back = ‹ Back
button-quiet-off = No quiet hours
panel-time = When should the digest come? Another time: `settings 7:45`
panel-days = On which days? Others: `settings mon wed fri`
panel-zone = Which time zone? Or write a city, `settings zone Vienna`, or share your location.
panel-topics = What should the digest be about? Nothing chosen means everything.
panel-language = Which language should I speak?
panel-length = How long should the digest be?
panel-quiet = When should I stay silent? Other hours: `settings quiet 22-6`
button-add-source = Add as source
starter-all = All of them
starter-world = World
starter-bodies = International bodies
button-draft-first = Draft first

# a story's buttons, and what digests leave out
button-more = More
button-whole-story = The whole story
button-follow-topic = Follow topic
button-mute-topic = Mute topic
button-mute = Mute: { $topic }
button-unmute = Unmute: { $topic }
command-mute = keeps a topic or source out of this chat's digests
command-unmute = lets a muted topic or source in again
mute-what = Mute what? A topic or a source, for example: `mute energy`
mute-list = Muted: { $names }
mute-done = Muted: { $names }. The digests of this chat leave it out.
mute-unknown = I know no topic, country, person, place or source by “{ $words }”.
unmute-done = No longer muted: { $names }.
button-report = Report a mistake
command-report = tells the admins of a mistake in a story
report-done = Thank you. The admins of this bot will see it. To say what is wrong: `report { $story } …`
report-which = Which story has a mistake? For example: `report s12 the date is wrong`

ownership-state = state
ownership-public = public
ownership-independent = independent
ownership-party = party
ownership-exile = exile
ownership-official = official
ownership-agency = agency
