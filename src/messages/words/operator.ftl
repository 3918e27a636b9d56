# Words of the operator's terminal: help, reports, doctor. English only; what a chat shows is in the six bundles beside.

# the command line
cli-description = Reads the news of South Caucasus diplomacy, groups it into stories, prints digests and answers questions, every sentence with its source.
cli-help-hint = (readout --help lists what there is)
option-json = data on stdout, for programs
option-data = folder in which everything is kept
option-as-of = answer as at that instant (ISO 8601)
option-lang = interface language: en, ru, hy, az, ka, tr
option-source = name of the source the articles belong to
option-all = every source now, due or not
option-file = a file of questions; prints one JSON line each
option-starter = adds starter lists instead of a link: am, az, ge, ru, tr, world, bodies or all
option-pick = which of several that were found
option-yes = adds what was found without asking
option-name = name of the source
option-country = country of the outlet (AM)
option-language = language of most of its items (hy)
option-ownership = state, public, independent, party, exile, official or agency
option-zone = zone in which its dates are read: an IANA name or +04:00
verb-start = runs the service: sources, digests, every adapter that is configured
verb-demo = shows everything on a bundled sample, in a temporary folder
verb-read = reads files, folders or addresses through the whole pipeline
verb-poll = fetches every source that is due and reads what is new
verb-export = articles or stories as JSON lines
verb-rebuild = derives everything anew from the stored articles
verb-inspect = what would be understood of a page, feed, language or pairs, storing nothing
verb-backup = writes everything that is kept into one file
verb-restore = fills an empty store from such a file
verb-chat = a prompt: every line is a command or a question
report-source = { $name }: { $fetched } read, { $new } new, { $changed } changed, { $dropped } dropped
report-reread = { $name }: { $read } pages read again, { $changed } changed, { $withdrawn } withdrawn
report-failed = { $name }: not read: { $reason }
report-more = … and { $count } more
report-total = { $sources } sources, { $failed } not read: { $new } new articles, { $dropped } dropped
report-nothing-due = No source is due yet (poll --all reads every source now).
report-interrupted = Stopped. What was read is kept; the next poll goes on.
report-rebuilt = { $articles } articles understood and placed anew.
backup-done = { $rows } rows written to { $file }.
restore-done = { $rows } rows restored from { $file }.
restore-left-out = { $rows } rows were left out: what they belong to was added while the backup was made.
demo-intro = Readout demo: six invented outlets on this machine, in six languages (all is sample data, kept in a temporary folder).
demo-source = Read { $name } ({ $country }): { $count } articles, such as “{ $title }”
demo-digest = The digest, as a subscriber would see it:
demo-question = Question: { $question }
demo-prompt = Ask something (Enter ends):
demo-next = Next: readout addsource <link>, then readout poll and readout digest. To run the bot: readout start (see README.md).

verb-profile = writes the Telegram bot's description, in six languages, in place of what was set at BotFather
profile-done = @{ $bot } now describes itself in six languages.
profile-no-token = TELEGRAM_BOT_TOKEN is not set. Expected: the token from BotFather.

# doctor
verb-doctor = what is wrong and how to mend it
doctor-configuration = every variable that is set can be used
doctor-not-set = not used ({ $name } is not set)
doctor-token-refused = { $name } is refused: { $reason }
doctor-token-remedy = Copy the token anew from where it was made, then start again.
doctor-sending-stopped = nothing is sent by { $sender } since { $since }; what is due waits, and ends where it is twelve hours late
doctor-sending-paused = all sending is paused
doctor-sending-paused-remedy = Let it go on with: readout resumesending
doctor-sending = nothing holds it up
doctor-slack-scopes = { $team }: the app was not granted { $scopes }
doctor-slack-scopes-remedy = Paste slack/manifest.yaml anew at the app's "App Manifest" (or what "npm run slack-manifest -- --own" prints), save, reinstall.
doctor-slack-oauth = workspaces install by OAuth
doctor-unreachable = { $name } cannot be reached
doctor-network-remedy = Check the network, a proxy, and the address.
doctor-model = { $model } answers: it translates headlines, each marked and checked. Of a trial it made: { $text }
doctor-model-half = { $set } is set and { $missing } is not: no language model is used
doctor-model-half-remedy = Set { $missing } too, or take { $set } away. Without a model everything works but translated headlines.
doctor-model-poor = { $model } answers, but what it makes of a simple headline may not be shown ({ $reason })
doctor-model-poor-remedy = Set LLM_MODEL to a model that follows instructions and knows the six languages. What fails the checks is never shown.
doctor-model-unreachable-remedy = See that the endpoint runs and LLM_BASE_URL is its address (Ollama: http://127.0.0.1:11434/v1).
doctor-model-key-remedy = Make a new key at the endpoint and set LLM_API_KEY.
doctor-model-not-found-remedy = Look which models the endpoint serves and set LLM_MODEL to one (Ollama: ollama pull { $model }); LLM_BASE_URL ends before /chat/completions (https://api.openai.com/v1).
doctor-model-busy-remedy = Wait, or ask the endpoint's provider for more calls; a running service waits as long as it is asked to.
doctor-model-reply-remedy = See the endpoint's own log. Redirects are not followed: LLM_BASE_URL must be the final address.
doctor-embedding = EMBEDDING_MODEL ({ $model }) is accepted, and nothing uses it yet
doctor-privacy-on = Group privacy is on (BotFather's default): in groups the bot is sent commands and replies to its messages; its name alone (@{ $bot } …) does not reach it unless it is an admin of the group. /ask works everywhere.
doctor-privacy-off = Group privacy is off: in groups the bot is sent every message, so its name (@{ $bot } …) works too; what is not meant for it is neither read nor kept.
doctor-clock-behind = this machine says { $now }, and an article is more than an hour younger
doctor-clock-remedy = Set the clock (timedatectl set-ntp true), or look whether the source writes wrong dates.
doctor-keep-all = articles are kept for ever (READOUT_KEEP_DAYS is not set)
doctor-keep-days = articles are deleted { $days } days after they were read (READOUT_KEEP_DAYS); stories keep their ids
doctor-rules-current = every article was tagged by the present rules and lexicon
doctor-stale = { $articles } articles were tagged by older rules or another lexicon
doctor-stale-remedy = Derive them anew: readout rebuild
doctor-contradiction = “{ $title }” gives { $speaker } an office that the lexicon does not know of that day ({ $role }): “{ $text }”
doctor-contradiction-remedy = If the page is right, the lexicon is out of date: see the offices of { $speaker } in src/lexicon/data/people. If it is wrong, nothing is to be done: it stands inside the quotation only.
doctor-undated = { $undated } of { $all } articles of { $name } in the last 30 days have no date that can be used: they are kept, but no digest and no answer shows them
doctor-undated-remedy = Look at what is read of a page of it: readout inspect page <link> (publishedAt). A date of the future or of 1970 counts as none: is the clock of this machine right?
doctor-shape = articles of { $name } are not as long as they were: { $recent } bytes now, { $before } before
doctor-shape-remedy = Look at what is read of a page of it: readout inspect page <link>. Pause it with: readout pausesource { $id }
doctor-source-remedy = Look at it with: readout sources bad. Pause it with: readout pausesource { $id }

# what lies behind a decision
verb-article = one article as it is kept (--why: what decided its tags and its story)
option-why = tells what decided
article-unknown = No article { $words } is kept. Expected: its number (a45) or its address.

# lexicon
verb-lexicon = lexicon add|remove|list|export: names of your own beside the shipped ones
option-slug = short name in Latin letters
option-kind = person, organisation or place
option-side = country (AM) or body of a new entry
option-name-lang = a name with its language, en:Name (may be repeated)
option-family-name-lang = a person's family name alone, en:Name (may be repeated)

# rights
verb-admin = admin add <platform>:<user>, admin link: grants a role, makes a one-time owner link
admin-added = { $person } is owner now.
admin-how = Expected: admin add telegram:123 (or slack:T1/U1), or admin link
admin-link = One-time owner link, good for an hour: send this to the bot in private: /start own_{ $code } (Slack: /readout own { $code })
admin-link-web = Admin pages of the web, good once and for an hour: { $link }

# the web's admin pages
web-admin = Administration
web-admin-sources = Sources
web-admin-add = Add a source
web-admin-link = Feed, site, section, article, sitemap, public Telegram channel or OPML file
web-admin-look = Look at it
web-admin-outbox = Outbox
web-admin-audit = Changes
web-admin-older = Older changes
web-admin-reading = Reading and sending
web-admin-command = Another command
web-admin-command-hint = As in a chat, for example: hide s12 · merge s12 s15 · retag a45 topics +border · check-sources · promote telegram:123456
web-admin-run = Run
web-admin-back = Back to administration
web-admin-actions = Actions
web-admin-pause = Pause
web-admin-pause-week = Pause for a week
web-admin-resume = Resume
web-admin-remove = Remove; what was read stays
web-admin-no-sources = No source is read yet.
web-admin-sign-in = Sign in
web-admin-sign-out = Sign out
web-admin-password = Password
web-admin-wrong = That is not the password.
web-admin-slow = Too many attempts. Wait { $seconds } seconds.
web-admin-link-bad = This link is not good (any more). A new one: readout admin link
web-admin-enter = This link opens the admin pages once. Whoever presses the button is signed in for twelve hours.
web-admin-how-password = The password is READOUT_WEB_PASSWORD.
web-admin-how-link = No READOUT_WEB_PASSWORD is set. Open the one-time link that `npm start` printed, or make a new one: `readout admin link`. To sign in by password, set READOUT_WEB_PASSWORD (at least 8 characters) and start again.
web-admin-how-key = READOUT_SECRET_KEY is not set: sessions end when the service does. Set it (at least 16 characters) to keep them.
web-admin-forged = This form was not sent from this page, or its session has ended. Sign in again.
