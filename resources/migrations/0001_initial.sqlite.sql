-- SPDX-FileCopyrightText: 2026 The Heliograph authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Instants are milliseconds since 1970-01-01 UTC. Texts are UTF-8.

CREATE TABLE schema_version (
  version    INTEGER PRIMARY KEY,
  applied_at INTEGER NOT NULL
);

-- Facts of the workspace as a whole: 'address_key' (the key of address hashes), 'default_region', …
CREATE TABLE workspace (
  name  TEXT PRIMARY KEY,
  value BLOB NOT NULL
) WITHOUT ROWID;

-- Audience -----------------------------------------------------------------------------------------------------------

-- A property's own name is data; its column in profile is generated ('p_' and the id).
CREATE TABLE property (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL UNIQUE,
  type       TEXT NOT NULL CHECK (type IN ('text', 'number', 'boolean', 'date', 'list')),
  created_at INTEGER NOT NULL
);

-- Wide: one column a property is added as it is discovered.
CREATE TABLE profile (
  id           INTEGER PRIMARY KEY,
  identity     TEXT NOT NULL UNIQUE,
  phone        TEXT,                       -- E.164 when phone_state is 'valid' or 'possible', else as it was given
  phone_state  TEXT NOT NULL DEFAULT 'none' CHECK (phone_state IN ('none', 'invalid', 'possible', 'valid')),
  country      TEXT,                       -- ISO 3166 region of the number
  address_hash BLOB,                       -- keyed hash of the E.164 number; joins suppression
  opted_out    INTEGER NOT NULL DEFAULT 0, -- the person's own opt-out, whatever becomes of the number; see suppression too
  time_zone    TEXT,                       -- IANA name
  is_test      INTEGER NOT NULL DEFAULT 0, -- somebody of the house: tests are offered to them first
  created_at   INTEGER NOT NULL,
  updated_at   INTEGER NOT NULL
);
CREATE INDEX profile_by_address ON profile (address_hash) WHERE address_hash IS NOT NULL;
CREATE INDEX profile_for_tests ON profile (id) WHERE is_test;

-- Opt-outs by address, apart from profiles, so that they outlive them.
CREATE TABLE suppression (
  channel      TEXT NOT NULL,              -- 'sms'; or 'identity': of a deleted person, whatever the number
  address_hash BLOB NOT NULL,
  source       TEXT NOT NULL,              -- 'import', 'person', 'provider', 'reply'
  reason       TEXT NOT NULL,
  created_at   INTEGER NOT NULL,
  PRIMARY KEY (channel, address_hash)
) WITHOUT ROWID;

-- Counts every change to people and to their opt-outs, by whatever program, for each 16,384 ids: whoever keeps people in
-- memory or in files looks here whether and which of them are still as they were. New people are told by the highest
-- id, as they come in millions; 'people_removed' counts those who were deleted.
CREATE TABLE people_block (
  block   INTEGER PRIMARY KEY,             -- id >> 14
  changes INTEGER NOT NULL
);
INSERT INTO workspace (name, value) VALUES ('people_removed', 0), ('workspace_id', lower(hex(randomblob(16))));
CREATE TRIGGER people_block_update AFTER UPDATE ON profile
  BEGIN INSERT INTO people_block (block, changes) VALUES (NEW.id >> 14, 1)
    ON CONFLICT (block) DO UPDATE SET changes = changes + 1; END;
CREATE TRIGGER people_block_delete AFTER DELETE ON profile
  BEGIN UPDATE workspace SET value = value + 1 WHERE name = 'people_removed'; END;
CREATE TRIGGER people_block_opt_out AFTER INSERT ON suppression WHEN NEW.channel = 'sms'
  BEGIN INSERT INTO people_block (block, changes) SELECT DISTINCT id >> 14, 1 FROM profile
      WHERE address_hash = NEW.address_hash
    ON CONFLICT (block) DO UPDATE SET changes = changes + 1; END;
CREATE TRIGGER people_block_opt_in AFTER DELETE ON suppression WHEN OLD.channel = 'sms'
  BEGIN INSERT INTO people_block (block, changes) SELECT DISTINCT id >> 14, 1 FROM profile
      WHERE address_hash = OLD.address_hash
    ON CONFLICT (block) DO UPDATE SET changes = changes + 1; END;

-- A person's apps and what they can be reached by. A device that is given to somebody else goes with its key.
CREATE TABLE device (
  id          INTEGER PRIMARY KEY,
  profile_id  INTEGER NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
  key         TEXT NOT NULL UNIQUE,        -- the app's own id of the device, else its push token
  platform    TEXT,                        -- 'android', 'ios', 'web' or as it was given
  make        TEXT,
  model       TEXT,
  os_version  TEXT,
  app_version TEXT,
  sdk_version TEXT,
  push_token  TEXT,
  updated_at  INTEGER NOT NULL
);
CREATE INDEX device_by_profile ON device (profile_id);

-- What a person said last about being written to, and where and when. An opt-out counts whatever stands here.
CREATE TABLE consent (
  id         INTEGER PRIMARY KEY,
  profile_id INTEGER NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
  channel    TEXT NOT NULL,                -- 'sms', 'push', 'email', 'whatsapp'
  given      INTEGER NOT NULL,             -- 1 they agreed, 0 they took it back
  source     TEXT NOT NULL DEFAULT '',     -- where from: the name of a form, of a file
  given_at   INTEGER NOT NULL,
  UNIQUE (profile_id, channel)
);

-- Events: what people did. Each type has a table of its own, made when the first event of the name comes:
--   event_<id> (id INTEGER PRIMARY KEY, profile_id INTEGER NOT NULL, at INTEGER NOT NULL, p_<id of event_property> …)
-- without an index, so that millions come in quickly; who asks for many events reads a column snapshot.
CREATE TABLE event_type (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL
);

CREATE TABLE event_property (
  id            INTEGER PRIMARY KEY,
  event_type_id INTEGER NOT NULL REFERENCES event_type (id) ON DELETE CASCADE,
  name          TEXT NOT NULL,
  type          TEXT NOT NULL CHECK (type IN ('text', 'number', 'boolean', 'date', 'list')),
  UNIQUE (event_type_id, name)
);

-- Events that have ids of their own, as 8 bytes of a hash, so that none is taken twice. New ones come into the small
-- table, which fits into memory, and go over to the large one by the million, in order.
CREATE TABLE event_key (
  key INTEGER PRIMARY KEY
);
CREATE TABLE event_key_fresh (
  key INTEGER PRIMARY KEY
);

-- How far the import of a file has come, written with its rows: one that was broken off goes on from there. What has
-- become of a file of events stays known, so that events without ids of their own aren't taken twice from it.
CREATE TABLE import_position (
  file     BLOB PRIMARY KEY,               -- hash of what is imported, how, and the file's size, time, first and last bytes
  records  INTEGER NOT NULL,               -- so many were taken
  counts   TEXT NOT NULL,                  -- what became of them, JSON
  done     INTEGER NOT NULL DEFAULT 0,     -- the file is in
  moved_at INTEGER NOT NULL
) WITHOUT ROWID;

-- Custom lists: people named one by one.
CREATE TABLE custom_list (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
);

CREATE TABLE custom_list_member (
  list_id    INTEGER NOT NULL REFERENCES custom_list (id) ON DELETE CASCADE,
  profile_id INTEGER NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
  PRIMARY KEY (list_id, profile_id)
) WITHOUT ROWID;
CREATE INDEX custom_list_member_by_profile ON custom_list_member (profile_id);

-- Whoever changes events or lists adds 1 in the same commit.
INSERT INTO workspace (name, value) VALUES ('event_changes', 0), ('list_changes', 0);

-- Colleagues who get every campaign that is sent and stand outside its figures.
CREATE TABLE seed_person (
  profile_id INTEGER PRIMARY KEY REFERENCES profile (id) ON DELETE CASCADE,
  added_at   INTEGER NOT NULL
);
CREATE TRIGGER audience_change_seed AFTER INSERT ON seed_person
  BEGIN UPDATE workspace SET value = value + 1 WHERE name = 'list_changes'; END;
CREATE TRIGGER audience_change_unseed AFTER DELETE ON seed_person
  BEGIN UPDATE workspace SET value = value + 1 WHERE name = 'list_changes'; END;

CREATE TABLE segment (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL UNIQUE,
  definition TEXT NOT NULL,                -- segment JSON
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
);

-- How large segments were, day by day, as far as they were counted.
CREATE TABLE segment_size (
  segment_id INTEGER NOT NULL REFERENCES segment (id) ON DELETE CASCADE,
  day        INTEGER NOT NULL,             -- since 1970-01-01, by the computer's own zone
  people     INTEGER NOT NULL,
  reachable  INTEGER NOT NULL,
  PRIMARY KEY (segment_id, day)
) WITHOUT ROWID;

-- Providers ----------------------------------------------------------------------------------------------------------

CREATE TABLE provider (
  id               INTEGER PRIMARY KEY,
  name             TEXT NOT NULL UNIQUE,
  type             TEXT NOT NULL,          -- id of the definition
  settings         TEXT NOT NULL,          -- JSON; never a secret
  base_url         TEXT,
  definition       TEXT,                   -- a definition of its own (generic HTTP), JSON
  is_default       INTEGER NOT NULL DEFAULT 0,
  archived_at      INTEGER,
  verified_at      INTEGER,
  last_accepted_at INTEGER,
  last_problem     TEXT,
  balance          TEXT NOT NULL DEFAULT '',  -- as the provider wrote it when the account was verified
  created_at       INTEGER NOT NULL
);

CREATE TABLE provider_group (
  id          INTEGER PRIMARY KEY,
  name        TEXT NOT NULL UNIQUE,
  is_default  INTEGER NOT NULL DEFAULT 0,
  archived_at INTEGER,                     -- not offered any more; what names it still goes through it
  created_at  INTEGER NOT NULL
);

CREATE TABLE provider_group_member (
  group_id    INTEGER NOT NULL REFERENCES provider_group (id) ON DELETE CASCADE,
  position    INTEGER NOT NULL,
  provider_id INTEGER NOT NULL REFERENCES provider (id),
  PRIMARY KEY (group_id, position),
  UNIQUE (group_id, provider_id)
) WITHOUT ROWID;

-- What a part of a text costs, as a person has entered it; at most one row a target (the three first columns).
CREATE TABLE price (
  provider_id INTEGER REFERENCES provider (id) ON DELETE CASCADE,  -- NULL: any provider
  prefix      TEXT NOT NULL,               -- digits that the E.164 number begins with; '': everywhere
  country     TEXT NOT NULL DEFAULT '',    -- ISO 3166: only numbers of that region; '': of any
  micros      INTEGER NOT NULL CHECK (micros >= 0),  -- millionths of the currency's unit
  currency    TEXT NOT NULL                -- ISO 4217
);
CREATE UNIQUE INDEX price_by_target ON price (coalesce(provider_id, 0), prefix, country);

-- One row a provider: couriers of all processes reserve their sending slots here, so that their sum keeps the limit.
CREATE TABLE rate_lease (
  provider_id  INTEGER PRIMARY KEY REFERENCES provider (id) ON DELETE CASCADE,
  next_free_at INTEGER NOT NULL,           -- the first instant that nobody has reserved
  paused_until INTEGER NOT NULL DEFAULT 0, -- set by "too many requests" and when it can't be reached
  pause_reason TEXT NOT NULL DEFAULT '',   -- 'throttled' or 'unreachable'
  -- Whether it can be reached. Before it has answered, and after a pause for not answering, one message tries it.
  answered_at  INTEGER NOT NULL DEFAULT 0, -- the last answer of any kind
  failures     INTEGER NOT NULL DEFAULT 0, -- tries in a row that had none
  faults       INTEGER NOT NULL DEFAULT 0, -- answers in a row that tell of a fault of its own (5xx)
  failed_at    INTEGER NOT NULL DEFAULT 0, -- when that was last seen; what left before tells nothing new
  trial_until  INTEGER NOT NULL DEFAULT 0  -- one message is trying it; then another may
);

-- Library ------------------------------------------------------------------------------------------------------------

-- Pieces of messages, written as {% render "name" %} where they are wanted.
CREATE TABLE snippet (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL UNIQUE,
  text       BLOB NOT NULL,                -- Liquid, canonical UTF-8
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
);

-- Whole messages to begin with.
CREATE TABLE message_template (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL UNIQUE,
  text       BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
);

-- Campaigns ----------------------------------------------------------------------------------------------------------

CREATE TABLE campaign (
  id          INTEGER PRIMARY KEY,
  name        TEXT NOT NULL,
  state       TEXT NOT NULL CHECK (state IN ('draft', 'published', 'stopped')),
  body        TEXT NOT NULL,               -- campaign JSON
  revision    INTEGER NOT NULL,            -- grows by one with every save
  created_at  INTEGER NOT NULL,
  updated_at  INTEGER NOT NULL,
  archived_at INTEGER,
  writer      TEXT NOT NULL DEFAULT ''     -- the window that saved it last; empty: none
);

-- What was saved, for the history of a draft; 'stale' are saves that lost against a newer one and are kept beside it.
CREATE TABLE campaign_revision (
  id          INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  revision    INTEGER NOT NULL,
  kind        TEXT NOT NULL CHECK (kind IN ('saved', 'stale')),
  body        TEXT NOT NULL,
  saved_at    INTEGER NOT NULL,
  writer      TEXT NOT NULL DEFAULT ''
);
CREATE INDEX campaign_revision_by_campaign ON campaign_revision (campaign_id, saved_at);

-- The windows in which a draft is open. A window that was killed leaves its row; it counts only while its process lives.
CREATE TABLE campaign_presence (
  campaign_id   INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  writer        TEXT NOT NULL,
  process       INTEGER NOT NULL,
  process_start INTEGER NOT NULL,          -- as the kernel counts it: a number is used again, not with its start
  opened_at     INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, writer)
) WITHOUT ROWID;

-- Frozen when published.
CREATE TABLE campaign_version (
  id             INTEGER PRIMARY KEY,
  campaign_id    INTEGER NOT NULL REFERENCES campaign (id),
  number         INTEGER NOT NULL,
  body           TEXT NOT NULL,
  approved_reach INTEGER NOT NULL,
  published_at   INTEGER NOT NULL,
  linked         TEXT NOT NULL DEFAULT '[]', -- the sources of linked content as they were, JSON
  UNIQUE (campaign_id, number)
);

-- Filters of the list of campaigns that were given a name.
CREATE TABLE campaign_filter (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL UNIQUE,
  definition TEXT NOT NULL,                -- query JSON
  created_at INTEGER NOT NULL
);

-- Numbers that were typed for tests, to be offered again; forgotten when a person says so.
CREATE TABLE test_number (
  id      INTEGER PRIMARY KEY,
  number  TEXT NOT NULL UNIQUE,            -- E.164
  used_at INTEGER NOT NULL
);

CREATE TABLE test_send (
  id          INTEGER PRIMARY KEY,
  campaign_id INTEGER REFERENCES campaign (id) ON DELETE CASCADE,  -- NULL: a provider was tested by itself
  provider_id INTEGER REFERENCES provider (id) ON DELETE SET NULL,
  profile_id  INTEGER REFERENCES profile (id) ON DELETE SET NULL,      -- whose number it is
  number_id   INTEGER REFERENCES test_number (id) ON DELETE SET NULL,  -- or the number that was typed
  sent_at     INTEGER NOT NULL,
  accepted    INTEGER NOT NULL,
  unclear     INTEGER NOT NULL DEFAULT 0,  -- neither accepted nor refused for sure
  answer      TEXT NOT NULL,               -- the provider's words, without the number
  encoding    TEXT NOT NULL DEFAULT '',
  parts       INTEGER NOT NULL DEFAULT 0,
  price       INTEGER,                     -- of all parts, millionths of the currency's unit; NULL: not known
  currency    TEXT NOT NULL DEFAULT '',
  body_hash   BLOB NOT NULL,               -- of the message source, to say "text unchanged since"
  event_values TEXT NOT NULL DEFAULT ''    -- that stood for the triggering event: 'default', 'sample', each with
                                           -- ' edited' behind if a value was typed; '': none was read
);
CREATE INDEX test_send_by_campaign ON test_send (campaign_id, sent_at);
CREATE INDEX test_send_by_profile ON test_send (profile_id) WHERE profile_id IS NOT NULL;
CREATE INDEX test_send_by_provider ON test_send (provider_id);

-- Linked content -----------------------------------------------------------------------------------------------------

-- Web services whose answers messages read: {{ Linked.<name>.<label> }}.
CREATE TABLE linked_source (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL UNIQUE,
  definition TEXT NOT NULL,                -- source JSON; never a secret
  updated_at INTEGER NOT NULL
);

-- Answers to tests, without secrets: previews and checks read them and ask nobody.
CREATE TABLE linked_answer (
  source_id  INTEGER NOT NULL REFERENCES linked_source (id) ON DELETE CASCADE,
  parameters BLOB NOT NULL,                -- hash of the values that were given
  fetched_at INTEGER NOT NULL,
  status     INTEGER NOT NULL,             -- of HTTP
  headers    TEXT NOT NULL,                -- JSON
  body       BLOB NOT NULL,                -- at most 256 KiB
  PRIMARY KEY (source_id, parameters)
);

-- Link shorteners ----------------------------------------------------------------------------------------------------

CREATE TABLE shortener (
  id           INTEGER PRIMARY KEY,
  name         TEXT NOT NULL UNIQUE,
  type         TEXT NOT NULL,              -- id of the definition
  settings     TEXT NOT NULL,              -- JSON; never a secret
  base_url     TEXT NOT NULL DEFAULT '',   -- empty: the definition's
  short_length INTEGER NOT NULL,           -- characters that its links take, until one is made
  is_default   INTEGER NOT NULL DEFAULT 0,
  updated_at   INTEGER NOT NULL
);

-- Links that were made, so that none is made twice for a campaign.
CREATE TABLE short_link (
  campaign_id  INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  shortener_id INTEGER NOT NULL REFERENCES shortener (id) ON DELETE CASCADE,
  made_with    BLOB NOT NULL,              -- hash of the shortener's settings
  target       TEXT NOT NULL,              -- the long link with its parameters
  link         TEXT NOT NULL,
  made_at      INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, shortener_id, made_with, target)
);

-- Delivery -----------------------------------------------------------------------------------------------------------

CREATE TABLE run (
  id             INTEGER PRIMARY KEY,
  campaign_id    INTEGER NOT NULL REFERENCES campaign (id),
  version_id     INTEGER NOT NULL REFERENCES campaign_version (id),
  due_at         INTEGER NOT NULL,
  state          TEXT NOT NULL CHECK (state IN ('due', 'held', 'filling', 'running', 'paused', 'stopped', 'done')),
  hold_reason    TEXT NOT NULL DEFAULT '',
  approved_reach INTEGER NOT NULL,
  audience       INTEGER NOT NULL DEFAULT 0,  -- people evaluated at run start; equals the rows in outbox once filled
  fill_cursor    INTEGER NOT NULL DEFAULT 0,  -- the last profile id that has its row
  filled_at      INTEGER,                     -- everybody has a row
  fill_owner     TEXT,                        -- who is filling, so that two programs don't do the work twice
  fill_expires_at INTEGER,                    -- by the database's clock
  started_at     INTEGER,
  finished_at    INTEGER,
  first_batch    INTEGER,                     -- so many are sent to until a person lets the rest go; NULL: no limit (any more)
  only_people    INTEGER,                     -- so many are sent to and no more, drawn by lot; NULL: everybody
  safety_check   INTEGER,                     -- held instead of sent if more qualify; NULL: no safety check
  -- A/B test: the people up to here in the drawing of lots are in it; the others wait for the winner. NULL: no test, or
  -- everybody is in it.
  test_up_to     INTEGER,
  decide_at      INTEGER,                     -- the test was sent: when the winner is to be chosen
  winner_copy    INTEGER,                     -- the copy that everybody gets who wasn't in the test
  decide_by      TEXT NOT NULL DEFAULT '',    -- who is to choose the winner, or chose it: 'person', 'conversions', 'clicks'
  decided_at     INTEGER,                     -- it was chosen, or looked for in vain and left to a person
  decision       TEXT NOT NULL DEFAULT '',    -- the figures that were looked at then, JSON
  -- The last 500 to 1,000 answers in two halves, so that a run pauses by itself when many of them are refusals.
  answered_before INTEGER NOT NULL DEFAULT 0,
  refused_before  INTEGER NOT NULL DEFAULT 0,
  answered_now    INTEGER NOT NULL DEFAULT 0,
  refused_now     INTEGER NOT NULL DEFAULT 0,
  refusals_waived INTEGER NOT NULL DEFAULT 0, -- a person let it go on in spite of 1: their share, 2: their number, too
  held_by_provider INTEGER NOT NULL DEFAULT 0, -- 1: begins when it is published, and providers keep its messages until due_at; 2: likewise, but one refused to
  UNIQUE (version_id, due_at)
);

-- Providers that rejected the account while a run was sent: they get nothing more of it until a person resumes it or
-- mends them. One row for each time.
CREATE TABLE run_left_out (
  run_id      INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  provider_id INTEGER NOT NULL REFERENCES provider (id) ON DELETE CASCADE,
  at          INTEGER NOT NULL,            -- by the database's clock
  ended_at    INTEGER,                     -- used again since then; NULL: it is still left out
  code        TEXT NOT NULL,               -- 'credentials' or 'no_credit'
  words       TEXT NOT NULL,               -- why, for a person
  setup       TEXT NOT NULL,               -- what it was set up with, as a few bytes of a hash
  good_at     INTEGER NOT NULL,            -- when it was last known to be good before that
  PRIMARY KEY (run_id, provider_id, at)
) WITHOUT ROWID;

-- One row a person of a run's audience, whatever becomes of it, and one a colleague of the seed list.
CREATE TABLE outbox (
  id          INTEGER PRIMARY KEY,
  run_id      INTEGER NOT NULL REFERENCES run (id),
  profile_id  INTEGER REFERENCES profile (id) ON DELETE SET NULL,  -- NULL: the person was deleted since
  channel     TEXT NOT NULL DEFAULT 'sms',
  address     TEXT,                        -- emptied with the person
  country     TEXT NOT NULL DEFAULT '',    -- ISO 3166, of the address; '': not known
  state       TEXT NOT NULL CHECK (state IN ('pending', 'claimed', 'sending', 'held', 'accepted', 'refused', 'in_doubt', 'skipped')),
  reason      TEXT NOT NULL DEFAULT '',    -- stable code of why it was skipped, refused or is in doubt
  text        TEXT,                        -- rendered once, before the first try; reused by every other
  encoding    TEXT,
  parts       INTEGER,
  fields      TEXT,                        -- what goes to the provider beside it, made with it; JSON, NULL: nothing
  provider_id INTEGER REFERENCES provider (id) ON DELETE SET NULL,  -- of the last try
  message_id  TEXT,                        -- the provider's id once accepted
  tries       INTEGER NOT NULL DEFAULT 0,
  not_before  INTEGER NOT NULL DEFAULT 0,
  held_until  INTEGER,                     -- the provider was told to send the last try then; NULL: at once
  take_back   TEXT CHECK (take_back IN ('stopped', 'paused', 'person', 'late')), -- 'held': why it is to be taken back; 'late': it can't be any more
  take_back_tries INTEGER NOT NULL DEFAULT 0, -- so often the provider may have been asked to
  take_back_at    INTEGER,                 -- when it is asked next
  quiet_until INTEGER,                     -- waits until the person's quiet hours are over; NULL: doesn't
  draw        INTEGER,                     -- place in the drawing of lots of a run with a first batch, a test or a limit
  seed        INTEGER NOT NULL DEFAULT 0,  -- 1: of the seed list, and in no figure
  copy        INTEGER,                     -- which of the message's copies, from 0; NULL: not decided (yet)
  owner       TEXT,                        -- courier that holds it
  expires_at  INTEGER,                     -- by the database's clock
  asked_at    INTEGER,                     -- the provider was asked about the last try, which was unclear
  clicked_at  INTEGER,                     -- the person followed a link of it for the first time
  -- What the provider said of it afterwards, apart from the state. NULL: nothing yet.
  delivery_state TEXT CHECK (delivery_state IN ('sent', 'failed', 'delivered')),  -- 'sent': handed on, not at the phone yet
  delivery_code  INTEGER,                  -- why it failed: a category, 900 to 920
  delivery_words TEXT,                     -- the provider's code and words, without the number
  delivered_at   INTEGER,                  -- when it was delivered, or failed, as the provider says
  receipt_asks   INTEGER NOT NULL DEFAULT 0, -- so often the provider was asked what became of it
  updated_at  INTEGER NOT NULL,
  UNIQUE (run_id, profile_id)
);
CREATE INDEX outbox_by_state ON outbox (run_id, state, seed, quiet_until, not_before);
CREATE INDEX outbox_quiet ON outbox (run_id, quiet_until, seed) WHERE state = 'pending' AND quiet_until IS NOT NULL;
CREATE INDEX outbox_by_address ON outbox (run_id, address);
-- Where providers say which countries they cover, each takes from its own.
CREATE INDEX outbox_by_country ON outbox (run_id, seed, country, quiet_until, draw, not_before) WHERE state = 'pending';
CREATE INDEX outbox_by_draw ON outbox (run_id, draw, quiet_until) WHERE state = 'pending' AND draw IS NOT NULL;
CREATE INDEX outbox_not_drawn ON outbox (run_id, draw) WHERE state = 'skipped' AND reason = 'not_drawn';
CREATE INDEX outbox_left_out ON outbox (run_id, state, reason, seed)
  WHERE state IN ('skipped', 'refused', 'in_doubt') AND reason <> 'not_drawn';
CREATE INDEX outbox_by_profile ON outbox (profile_id);
CREATE INDEX outbox_unasked ON outbox (updated_at) WHERE state = 'in_doubt' AND asked_at IS NULL;
-- Reports over time are answered by this alone.
CREATE INDEX outbox_settled ON outbox (run_id, seed, state, updated_at) WHERE state IN ('accepted', 'refused');
-- Messages that a provider keeps, by the time at which it sends them, and those that are to be taken back.
CREATE INDEX outbox_kept ON outbox (held_until) WHERE state = 'held';
CREATE INDEX outbox_take_back ON outbox (take_back_at) WHERE state = 'held' AND take_back IN ('stopped', 'paused', 'person');
CREATE INDEX outbox_held ON outbox (expires_at) WHERE state IN ('claimed', 'sending');
-- Messages of which a provider can still be asked what became of them.
CREATE INDEX outbox_unheard ON outbox (provider_id, receipt_asks, updated_at)
  WHERE state = 'accepted' AND message_id IS NOT NULL AND (delivery_state IS NULL OR delivery_state = 'sent');

CREATE TABLE attempt (
  id          INTEGER PRIMARY KEY,
  outbox_id   INTEGER NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
  number      INTEGER NOT NULL,            -- 1 for the first try
  provider_id INTEGER REFERENCES provider (id) ON DELETE SET NULL,
  client_id   TEXT NOT NULL,               -- ours, made before the first byte
  started_at  INTEGER NOT NULL,
  finished_at INTEGER,
  outcome     TEXT NOT NULL DEFAULT '',    -- '' while under way
  http_status INTEGER,
  code        TEXT NOT NULL DEFAULT '',    -- the provider's code
  words       TEXT NOT NULL DEFAULT '',    -- the provider's words, without number and secrets
  message_id  TEXT,
  UNIQUE (outbox_id, number)
);
CREATE INDEX attempt_by_message ON attempt (provider_id, message_id) WHERE message_id IS NOT NULL;

-- Every id that a provider gave a message: some give one for each part, some one for many messages of a request.
CREATE TABLE provider_ref (
  outbox_id   INTEGER NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
  attempt_id  INTEGER NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
  provider_id INTEGER NOT NULL REFERENCES provider (id) ON DELETE CASCADE,
  message_id  TEXT NOT NULL,
  part        INTEGER NOT NULL,            -- from 0, in the order in which they were given
  PRIMARY KEY (attempt_id, part)
) WITHOUT ROWID;
CREATE INDEX provider_ref_by_message ON provider_ref (provider_id, message_id);
CREATE INDEX provider_ref_by_row ON provider_ref (outbox_id);
-- These ids begin with the time, so that new ones come at the index's end.
CREATE INDEX attempt_by_client_id ON attempt (client_id);

-- Receipts and replies ------------------------------------------------------------------------------------------------

-- Receipts of messages that nobody here knows: the receipt may have been quicker than the answer to the sending. They
-- are looked at again for some days.
CREATE TABLE receipt_waiting (
  id           INTEGER PRIMARY KEY,
  provider_id  INTEGER NOT NULL REFERENCES provider (id) ON DELETE CASCADE,
  message_id   TEXT NOT NULL,              -- the provider's; '': it gave none
  client_id    TEXT NOT NULL,              -- ours; '': it gave none
  address_hash BLOB,                       -- of the number, where an id stands for several
  kind         TEXT NOT NULL,              -- 'sent', 'failed', 'delivered', 'clicked'
  code         INTEGER NOT NULL,
  words        TEXT NOT NULL,
  target       TEXT NOT NULL,              -- of a click
  opted_out    INTEGER NOT NULL,
  at           INTEGER,                    -- as the provider says
  received_at  INTEGER NOT NULL
);
CREATE INDEX receipt_waiting_by_time ON receipt_waiting (received_at);
CREATE UNIQUE INDEX receipt_waiting_once ON receipt_waiting
  (provider_id, message_id, client_id, kind, target, coalesce(at, 0), coalesce(address_hash, ''));

-- Links that were followed. The same click told twice is one.
CREATE TABLE click (
  outbox_id INTEGER NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
  at        INTEGER NOT NULL,
  target    TEXT NOT NULL,                 -- where the link leads
  PRIMARY KEY (outbox_id, at, target)
) WITHOUT ROWID;

-- What people answered. Goes with the person.
CREATE TABLE reply (
  id          INTEGER PRIMARY KEY,
  provider_id INTEGER REFERENCES provider (id) ON DELETE SET NULL,
  message_id  TEXT NOT NULL,               -- the provider's id of the reply, else a keyed hash of it: to know it again
  profile_id  INTEGER REFERENCES profile (id) ON DELETE CASCADE,  -- NULL: nobody here has the number
  outbox_id   INTEGER REFERENCES outbox (id) ON DELETE SET NULL,  -- the last message they had had from us
  address     TEXT NOT NULL,
  text        TEXT NOT NULL,               -- at most 512 characters
  meaning     TEXT NOT NULL DEFAULT '' CHECK (meaning IN ('', 'stop', 'start')),
  at          INTEGER NOT NULL,            -- as the provider says
  received_at INTEGER NOT NULL,
  read_at     INTEGER                      -- a person marked it as read
);
CREATE UNIQUE INDEX reply_once ON reply (coalesce(provider_id, 0), message_id);
CREATE INDEX reply_by_address ON reply (address, at);
CREATE INDEX reply_by_time ON reply (at);
CREATE INDEX reply_unread ON reply (at) WHERE read_at IS NULL;
CREATE INDEX reply_by_profile ON reply (profile_id);

-- How far providers were asked for receipts and replies that they give out in order.
CREATE TABLE report_feed (
  provider_id INTEGER NOT NULL REFERENCES provider (id) ON DELETE CASCADE,
  kind        TEXT NOT NULL CHECK (kind IN ('receipts', 'inbound')),
  cursor      TEXT NOT NULL DEFAULT '',    -- where to go on
  asked_at    INTEGER NOT NULL,
  quiet       INTEGER NOT NULL DEFAULT 0,  -- so often nothing new came
  PRIMARY KEY (provider_id, kind)
) WITHOUT ROWID;

-- Of a run for so many people only, whoever surely gets nothing makes room for the next by lot, in the same commit and in
-- the same place of the queue and of an A/B test. Whoever may have been sent something keeps the room for good. Who is
-- left without a coupon code frees none that another could have, and a service that gives one person no linked content
-- would be asked for everybody.
CREATE TRIGGER outbox_refilled AFTER UPDATE OF state ON outbox
  WHEN NEW.state IN ('refused', 'skipped') AND OLD.state NOT IN ('refused', 'skipped') AND NEW.seed = 0
    AND NEW.reason NOT IN ('not_drawn', 'campaign_stopped', 'no_coupon') AND substr(NEW.reason, 1, 7) <> 'linked_'
    AND EXISTS (SELECT 1 FROM run r WHERE r.id = NEW.run_id AND r.only_people IS NOT NULL AND r.filled_at IS NOT NULL
      AND r.state <> 'stopped')
    AND NOT EXISTS (SELECT 1 FROM attempt a WHERE a.outbox_id = NEW.id AND a.outcome IN ('', 'in_doubt', 'accepted'))
BEGIN
  UPDATE outbox SET state = 'pending', reason = '', draw = NEW.draw, copy = COALESCE(copy, NEW.copy),
      updated_at = NEW.updated_at
    WHERE id = (SELECT o.id FROM outbox o WHERE o.run_id = NEW.run_id AND o.state = 'skipped' AND o.reason = 'not_drawn'
      ORDER BY o.draw, o.id LIMIT 1);
  -- The answer may have come when the run seemed to be over.
  UPDATE run SET state = 'running', finished_at = NULL
    WHERE id = NEW.run_id AND state = 'done' AND EXISTS
      (SELECT 1 FROM outbox o WHERE o.run_id = NEW.run_id AND o.state = 'pending');
END;

-- What a provider keeps for later is taken back when its run is stopped or paused, and when its person doesn't want it any
-- more or is gone, whatever program says so. What was asked of the provider already goes on being asked: it may have been
-- taken back.
CREATE TRIGGER take_back_run AFTER UPDATE OF state ON run WHEN NEW.state IN ('stopped', 'paused') AND OLD.state <> NEW.state
BEGIN
  UPDATE outbox SET take_back = NEW.state, take_back_at = 0, reason = 'taking_back'
    WHERE run_id = NEW.id AND state = 'held' AND COALESCE(take_back, '') <> 'person';
END;
CREATE TRIGGER take_back_no_more AFTER UPDATE OF state ON run WHEN OLD.state = 'paused' AND NEW.state NOT IN ('stopped', 'paused')
BEGIN
  UPDATE outbox SET take_back = NULL, take_back_at = NULL, reason = ''
    WHERE run_id = NEW.id AND state = 'held' AND take_back = 'paused' AND take_back_tries = 0;
END;
CREATE TRIGGER take_back_opt_out AFTER INSERT ON suppression WHEN NEW.channel = 'sms'
BEGIN
  UPDATE outbox SET take_back = 'person', take_back_at = 0, reason = 'taking_back'
    WHERE state = 'held' AND profile_id IN (SELECT id FROM profile WHERE address_hash = NEW.address_hash);
END;
CREATE TRIGGER take_back_unsubscribed AFTER UPDATE OF opted_out ON profile WHEN NEW.opted_out <> 0 AND OLD.opted_out = 0
BEGIN
  UPDATE outbox SET take_back = 'person', take_back_at = 0, reason = 'taking_back'
    WHERE state = 'held' AND profile_id = NEW.id;
END;
CREATE TRIGGER take_back_deleted AFTER UPDATE OF address ON outbox WHEN NEW.state = 'held' AND NEW.address IS NULL
BEGIN
  UPDATE outbox SET take_back = 'person', take_back_at = 0, reason = 'taking_back' WHERE id = NEW.id;
END;
-- The same may have been said while the message was on its way. Its run isn't over, as long as it is kept.
CREATE TRIGGER take_back_since AFTER UPDATE OF state ON outbox WHEN NEW.state = 'held' AND OLD.state <> 'held'
BEGIN
  UPDATE outbox SET take_back = 'person', take_back_at = 0, reason = 'taking_back' WHERE id = NEW.id AND (address IS NULL
    OR EXISTS (SELECT 1 FROM profile p WHERE p.id = NEW.profile_id AND (p.opted_out <> 0 OR EXISTS
      (SELECT 1 FROM suppression s WHERE s.channel = 'sms' AND s.address_hash = p.address_hash))));
  UPDATE outbox SET take_back = (SELECT state FROM run WHERE id = NEW.run_id), take_back_at = 0, reason = 'taking_back'
    WHERE id = NEW.id AND take_back IS NULL
      AND EXISTS (SELECT 1 FROM run r WHERE r.id = NEW.run_id AND r.state IN ('stopped', 'paused'));
  UPDATE run SET state = 'running', finished_at = NULL WHERE id = NEW.run_id AND state = 'done';
END;

-- Coupons ------------------------------------------------------------------------------------------------------------

CREATE TABLE coupon_pool (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL UNIQUE,
  longest    TEXT NOT NULL DEFAULT '',     -- the longest code there ever was; what stands for one has its length
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
);

-- A code is reserved for one row before its text is made, and used once the message was accepted.
CREATE TABLE coupon (
  id         INTEGER PRIMARY KEY,
  pool_id    INTEGER NOT NULL REFERENCES coupon_pool (id) ON DELETE CASCADE,
  code       TEXT NOT NULL,
  state      TEXT NOT NULL DEFAULT 'free' CHECK (state IN ('free', 'reserved', 'used')),
  outbox_id  INTEGER REFERENCES outbox (id) ON DELETE SET NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (pool_id, code)
);
CREATE INDEX coupon_by_state ON coupon (pool_id, state);
CREATE UNIQUE INDEX coupon_by_row ON coupon (outbox_id, pool_id);

-- Whoever ends a row settles its code in the same commit. It is free again only if no try of the row may have arrived:
-- one that hasn't ended, or ended unclear, keeps it for good, whatever was decided about the row later.
CREATE TRIGGER coupon_settled AFTER UPDATE OF state ON outbox WHEN NEW.state IN ('accepted', 'refused', 'skipped')
BEGIN
  UPDATE coupon SET state = 'used', updated_at = NEW.updated_at
    WHERE outbox_id = NEW.id AND state = 'reserved' AND NEW.state = 'accepted';
  UPDATE coupon SET state = 'free', outbox_id = NULL, updated_at = NEW.updated_at
    WHERE outbox_id = NEW.id AND state = 'reserved' AND NEW.state <> 'accepted' AND NOT EXISTS
      (SELECT 1 FROM attempt a WHERE a.outbox_id = NEW.id AND a.outcome IN ('', 'in_doubt', 'accepted'));
END;
