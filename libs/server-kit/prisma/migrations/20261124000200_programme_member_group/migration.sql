-- Programme: fiscal year, source, ceiling, and its dated rule sets.
CREATE TABLE programme (
  id           uuid PRIMARY KEY,
  regency_code text NOT NULL REFERENCES region (code),
  name         text NOT NULL,
  fiscal_year  smallint NOT NULL CHECK (fiscal_year BETWEEN 2000 AND 2100),
  source       text NOT NULL CHECK (source IN ('APBD', 'APBN')),
  budget_type  text NOT NULL CHECK (budget_type IN ('bansos', 'hibah')),
  ceiling      bigint NOT NULL CHECK (ceiling >= 0),
  dpa_number   text NOT NULL,
  state        text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed')),
  created_by   text NOT NULL,
  created_at   timestamptz(3) NOT NULL,
  UNIQUE (regency_code, fiscal_year, name)
);

CREATE TABLE rule_set (
  id           uuid PRIMARY KEY,
  programme_id uuid NOT NULL REFERENCES programme (id),
  version      integer NOT NULL CHECK (version > 0),
  valid_from   date NOT NULL,
  settings     jsonb NOT NULL,
  reason       text NOT NULL CHECK (length(reason) > 0),
  created_by   text NOT NULL,
  created_at   timestamptz(3) NOT NULL,
  frozen_at    timestamptz(3),
  UNIQUE (programme_id, version)
);
-- What judged something stays as it was.
CREATE FUNCTION rule_set_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.frozen_at IS NOT NULL THEN
    RAISE EXCEPTION 'rule_set % is frozen', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER rule_set_frozen BEFORE UPDATE OR DELETE ON rule_set FOR EACH ROW EXECUTE FUNCTION rule_set_frozen();

CREATE TABLE person (
  id             uuid PRIMARY KEY,
  regency_code   text NOT NULL REFERENCES region (code),
  national_id    text NOT NULL CHECK (national_id ~ '^[0-9]{16}$'),
  family_card_no text NOT NULL CHECK (family_card_no ~ '^[0-9]{16}$'),
  name           text NOT NULL CHECK (length(name) > 0),
  name_key       text NOT NULL,
  birth_place    text,
  birth_date     date NOT NULL,
  sex            text NOT NULL CHECK (sex IN ('L', 'P')),
  village_code   text NOT NULL REFERENCES region (code),
  address        text,
  phone          text,
  occupation     text,
  married        boolean,
  import_id      uuid,
  created_by     text NOT NULL,
  created_at     timestamptz(3) NOT NULL,
  updated_at     timestamptz(3) NOT NULL,
  UNIQUE (regency_code, national_id)
);
CREATE INDEX person_name_key ON person USING gin (name_key gin_trgm_ops);
CREATE INDEX person_village ON person (village_code text_pattern_ops, name_key);
CREATE INDEX person_family_card ON person (regency_code, family_card_no);
CREATE INDEX person_last4 ON person (regency_code, right(national_id, 4));

CREATE TABLE kube_group (
  id              uuid PRIMARY KEY,
  regency_code    text NOT NULL REFERENCES region (code),
  district_code   text NOT NULL REFERENCES region (code),
  village_code    text NOT NULL REFERENCES region (code),
  name            text NOT NULL CHECK (length(name) > 0),
  name_key        text NOT NULL,
  business        text NOT NULL,
  address         text,
  phone           text,
  state           text NOT NULL CHECK (state IN ('calon', 'terbentuk', 'aktif', 'tidakAktif', 'bubar')),
  formed_on       date,
  facilitator_id  text REFERENCES auth_user (id),
  bank            text,
  account_number  text,
  account_name    text,
  signatory_ids   uuid[] NOT NULL DEFAULT '{}',
  import_id       uuid,
  created_by      text NOT NULL,
  created_at      timestamptz(3) NOT NULL,
  updated_at      timestamptz(3) NOT NULL,
  -- Figures of the list, kept in the transaction that changes them.
  member_count    integer NOT NULL DEFAULT 0 CHECK (member_count >= 0),
  aid_stage       text NOT NULL DEFAULT 'none',
  fiscal_year     smallint,
  received        bigint NOT NULL DEFAULT 0 CHECK (received >= 0),
  accounted       bigint NOT NULL DEFAULT 0 CHECK (accounted >= 0),
  flags           text[] NOT NULL DEFAULT '{}'
);
-- One account belongs to one group (rule 23), as long as the group lives.
CREATE UNIQUE INDEX kube_group_account ON kube_group (regency_code, bank, account_number) WHERE account_number IS NOT NULL AND state <> 'bubar';
CREATE INDEX kube_group_village_name ON kube_group (village_code text_pattern_ops, name_key, id);
CREATE INDEX kube_group_regency_name ON kube_group (regency_code, name_key, id);
CREATE INDEX kube_group_district_name ON kube_group (district_code, name_key, id);
CREATE INDEX kube_group_state ON kube_group (regency_code, state, name_key, id);
CREATE INDEX kube_group_stage ON kube_group (regency_code, aid_stage, name_key, id);
CREATE INDEX kube_group_facilitator ON kube_group (facilitator_id, name_key, id);
CREATE INDEX kube_group_name_trgm ON kube_group USING gin (name_key gin_trgm_ops);
CREATE INDEX kube_group_import ON kube_group (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE stored_minutes (
  id            uuid PRIMARY KEY,
  regency_code  text NOT NULL,
  group_id      uuid NOT NULL REFERENCES kube_group (id),
  purpose       text NOT NULL CHECK (purpose IN ('officers', 'join', 'leave', 'business', 'account', 'dissolution', 'other')),
  held_on       date NOT NULL,
  number        text,
  present_count integer NOT NULL CHECK (present_count >= 0),
  member_count  integer NOT NULL CHECK (member_count >= 0),
  decision      text NOT NULL,
  file_id       uuid REFERENCES stored_file (id),
  created_by    text NOT NULL,
  created_at    timestamptz(3) NOT NULL
);
CREATE INDEX stored_minutes_group ON stored_minutes (group_id, held_on DESC);

CREATE TABLE membership (
  id             uuid PRIMARY KEY,
  regency_code   text NOT NULL,
  group_id       uuid NOT NULL REFERENCES kube_group (id),
  person_id      uuid NOT NULL REFERENCES person (id),
  family_card_no text NOT NULL,
  role           text NOT NULL CHECK (role IN ('chair', 'secretary', 'treasurer', 'member')),
  joined_on      date NOT NULL,
  left_on        date,
  leave_reason   text CHECK (leave_reason IN ('resigned', 'died', 'moved', 'expelled', 'dissolved', 'mistake')),
  leave_note     text,
  minutes_id     uuid REFERENCES stored_minutes (id),
  import_id      uuid,
  created_by     text NOT NULL,
  created_at     timestamptz(3) NOT NULL,
  CHECK ((left_on IS NULL) = (leave_reason IS NULL)),
  CHECK (left_on IS NULL OR left_on >= joined_on)
);
-- Rule 7: a NIK, and a family card, in at most one living group. Rule 2: one of each officer.
CREATE UNIQUE INDEX membership_one_group ON membership (regency_code, person_id) WHERE left_on IS NULL;
CREATE UNIQUE INDEX membership_one_family ON membership (regency_code, family_card_no) WHERE left_on IS NULL;
CREATE UNIQUE INDEX membership_one_officer ON membership (regency_code, group_id, role) WHERE left_on IS NULL AND role <> 'member';
CREATE INDEX membership_group ON membership (group_id) WHERE left_on IS NULL;
CREATE INDEX membership_person ON membership (person_id);

CREATE TABLE group_task (
  group_id       uuid NOT NULL REFERENCES kube_group (id),
  task           text NOT NULL CHECK (task IN ('identity', 'place', 'officers', 'members', 'account', 'papers')),
  opened_at      timestamptz(3) NOT NULL,
  not_applicable boolean NOT NULL DEFAULT false,
  note           text,
  PRIMARY KEY (group_id, task)
);

CREATE TABLE group_paper (
  id          uuid PRIMARY KEY,
  group_id    uuid NOT NULL REFERENCES kube_group (id),
  kind        text NOT NULL,
  file_id     uuid NOT NULL REFERENCES stored_file (id),
  added_by    text NOT NULL,
  added_at    timestamptz(3) NOT NULL
);
CREATE INDEX group_paper_group ON group_paper (group_id);

-- A pair that someone looked at and kept apart (rule 16), so it is not shown again.
CREATE TABLE duplicate_decision (
  first_id   uuid NOT NULL,
  second_id  uuid NOT NULL,
  kind       text NOT NULL CHECK (kind IN ('person', 'group')),
  decision   text NOT NULL CHECK (decision IN ('kept', 'merged')),
  reason     text NOT NULL,
  decided_by text NOT NULL,
  decided_at timestamptz(3) NOT NULL,
  PRIMARY KEY (kind, first_id, second_id),
  CHECK (first_id < second_id)
);

-- Register extracts and prior-aid lists (rule 10: period and file hash stay with every judgement).
CREATE TABLE register_extract (
  id           uuid PRIMARY KEY,
  regency_code text NOT NULL REFERENCES region (code),
  kind         text NOT NULL CHECK (kind IN ('register', 'priorAid')),
  period       text NOT NULL,
  file_name    text NOT NULL,
  file_sha256  text NOT NULL,
  row_count    integer NOT NULL,
  created_by   text NOT NULL,
  created_at   timestamptz(3) NOT NULL,
  UNIQUE (regency_code, kind, file_sha256)
);
CREATE TABLE register_entry (
  extract_id     uuid NOT NULL REFERENCES register_extract (id) ON DELETE CASCADE,
  national_id    text NOT NULL,
  family_card_no text,
  name           text,
  village_code   text,
  decile         smallint,
  status         text NOT NULL,
  PRIMARY KEY (extract_id, national_id)
);
CREATE TABLE prior_aid_entry (
  extract_id  uuid NOT NULL REFERENCES register_extract (id) ON DELETE CASCADE,
  national_id text NOT NULL,
  year        smallint NOT NULL,
  programme   text NOT NULL,
  amount      bigint
);
CREATE INDEX prior_aid_entry_person ON prior_aid_entry (extract_id, national_id);

-- Every judgement is kept with what judged it.
CREATE TABLE eligibility_check (
  id           uuid PRIMARY KEY,
  regency_code text NOT NULL,
  group_id     uuid NOT NULL REFERENCES kube_group (id),
  moment       text NOT NULL CHECK (moment IN ('draft', 'submission', 'decree', 'payment')),
  rule_set_id  uuid NOT NULL REFERENCES rule_set (id),
  register_id  uuid REFERENCES register_extract (id),
  prior_aid_id uuid REFERENCES register_extract (id),
  as_of        date NOT NULL,
  findings     jsonb NOT NULL,
  blocks       integer NOT NULL,
  warnings     integer NOT NULL,
  checked_by   text NOT NULL,
  checked_at   timestamptz(3) NOT NULL
);
CREATE INDEX eligibility_check_group ON eligibility_check (group_id, checked_at DESC);
CREATE TRIGGER eligibility_check_append_only BEFORE UPDATE OR DELETE ON eligibility_check FOR EACH ROW EXECUTE FUNCTION anyam_append_only();
