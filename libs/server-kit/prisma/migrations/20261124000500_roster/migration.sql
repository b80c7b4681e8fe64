-- Roster import: the file as it was read, what was mended, what is wrong, and what became of it.
CREATE TABLE roster_import (
  id            uuid PRIMARY KEY,
  regency_code  text NOT NULL REFERENCES region (code),
  programme_id  uuid NOT NULL REFERENCES programme (id),
  file_id       uuid NOT NULL REFERENCES stored_file (id),
  file_name     text NOT NULL,
  file_sha256   text NOT NULL,
  as_of         date NOT NULL,
  state         text NOT NULL CHECK (state IN ('mapping', 'checked', 'storing', 'stored', 'failed', 'undone', 'dropped')),
  sheets        jsonb NOT NULL,
  choices       jsonb NOT NULL DEFAULT '{}',
  letterhead    jsonb NOT NULL DEFAULT '{}',
  rule_set_id   uuid REFERENCES rule_set (id),
  register_id   uuid REFERENCES register_extract (id),
  prior_aid_id  uuid REFERENCES register_extract (id),
  group_count   integer NOT NULL DEFAULT 0,
  member_count  integer NOT NULL DEFAULT 0,
  blocks        integer NOT NULL DEFAULT 0,
  warnings      integer NOT NULL DEFAULT 0,
  fault_rows    integer NOT NULL DEFAULT 0,
  progress      integer NOT NULL DEFAULT 0,
  receipt       jsonb,
  problem       text,
  created_by    text NOT NULL,
  created_at    timestamptz(3) NOT NULL,
  stored_at     timestamptz(3)
);
-- The same file is stored once a programme; an undone or dropped one may come again.
CREATE UNIQUE INDEX roster_import_once ON roster_import (regency_code, programme_id, file_sha256) WHERE state NOT IN ('undone', 'dropped');
CREATE INDEX roster_import_list ON roster_import (regency_code, created_at DESC);

CREATE TABLE roster_import_group (
  import_id   uuid NOT NULL REFERENCES roster_import (id) ON DELETE CASCADE,
  seq         integer NOT NULL,
  row         integer NOT NULL,
  sheet       text NOT NULL,
  "values"    jsonb NOT NULL,
  corrections jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (import_id, seq)
);
CREATE TABLE roster_import_row (
  import_id   uuid NOT NULL REFERENCES roster_import (id) ON DELETE CASCADE,
  seq         integer NOT NULL,
  group_seq   integer NOT NULL,
  row         integer NOT NULL,
  "values"    jsonb NOT NULL,
  corrections jsonb NOT NULL DEFAULT '{}',
  skipped     boolean NOT NULL DEFAULT false,
  findings    jsonb NOT NULL DEFAULT '[]',
  blocked     boolean NOT NULL DEFAULT false,
  PRIMARY KEY (import_id, seq)
);
CREATE INDEX roster_import_row_faults ON roster_import_row (import_id, seq) WHERE findings <> '[]';

CREATE TABLE saved_mapping (
  regency_code text NOT NULL,
  signature    text NOT NULL,
  mapping      jsonb NOT NULL,
  saved_by     text NOT NULL,
  saved_at     timestamptz(3) NOT NULL,
  PRIMARY KEY (regency_code, signature)
);
