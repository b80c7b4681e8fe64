-- Aid money: a double-entry ledger under everything, then proposal, decree, batch, tranche, report.

-- One account a budget line, proposal, tranche or group. `debits` came in, `credits` went out; only transfers change them.
CREATE TABLE ledger_account (
  id           text PRIMARY KEY,
  regency_code text NOT NULL,
  programme_id uuid NOT NULL REFERENCES programme (id),
  kind         text NOT NULL CHECK (kind IN ('appropriation', 'budget', 'reserved', 'inTransit', 'groupCash', 'spent', 'returnedToTreasury')),
  owner        uuid NOT NULL,
  group_id     uuid REFERENCES kube_group (id),
  debits       bigint NOT NULL DEFAULT 0 CHECK (debits >= 0),
  credits      bigint NOT NULL DEFAULT 0 CHECK (credits >= 0),
  CHECK (id = programme_id::text || '/' || kind || '/' || owner::text),
  CONSTRAINT ledger_budget_floor CHECK (kind <> 'budget' OR debits >= credits),
  CONSTRAINT ledger_reserved_floor CHECK (kind <> 'reserved' OR debits >= credits),
  CONSTRAINT ledger_transit_floor CHECK (kind <> 'inTransit' OR debits >= credits),
  CONSTRAINT ledger_cash_floor CHECK (kind <> 'groupCash' OR debits >= credits),
  CONSTRAINT ledger_other_floor CHECK (kind NOT IN ('spent', 'returnedToTreasury') OR debits >= credits)
);
CREATE INDEX ledger_account_programme ON ledger_account (programme_id, kind);
CREATE INDEX ledger_account_group ON ledger_account (group_id) WHERE group_id IS NOT NULL;

CREATE TABLE ledger_transfer (
  id           text PRIMARY KEY CHECK (length(id) BETWEEN 3 AND 300),
  regency_code text NOT NULL,
  programme_id uuid NOT NULL REFERENCES programme (id),
  kind         text NOT NULL CHECK (kind IN ('setCeiling', 'reserve', 'release', 'sendSp2d', 'receive', 'bankReturn', 'spend', 'refund')),
  from_account text NOT NULL,
  to_account   text NOT NULL,
  amount       bigint NOT NULL CHECK (amount > 0 AND amount <= 1000000000000000),
  counts_on    date NOT NULL,
  document     text,
  reverses     text UNIQUE REFERENCES ledger_transfer (id),
  reason       text,
  group_id     uuid REFERENCES kube_group (id),
  proposal_id  uuid,
  tranche_id   uuid,
  lpj_id       uuid,
  actor_id     text NOT NULL,
  at           timestamptz(3) NOT NULL,
  CHECK (from_account <> to_account),
  CHECK (split_part(from_account, '/', 1) = programme_id::text AND split_part(to_account, '/', 1) = programme_id::text),
  CHECK ((reverses IS NULL) = (reason IS NULL))
);
CREATE INDEX ledger_transfer_programme ON ledger_transfer (programme_id, at);
CREATE INDEX ledger_transfer_group ON ledger_transfer (group_id, at) WHERE group_id IS NOT NULL;
CREATE INDEX ledger_transfer_tranche ON ledger_transfer (tranche_id) WHERE tranche_id IS NOT NULL;
CREATE INDEX ledger_transfer_from ON ledger_transfer (from_account);
CREATE INDEX ledger_transfer_to ON ledger_transfer (to_account);

CREATE FUNCTION ledger_transfer_apply() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  account text;
  original ledger_transfer;
BEGIN
  IF NEW.reverses IS NOT NULL THEN
    SELECT * INTO original FROM ledger_transfer WHERE id = NEW.reverses;
    IF original.reverses IS NOT NULL OR original.amount <> NEW.amount OR original.from_account <> NEW.to_account OR original.to_account <> NEW.from_account THEN
      RAISE EXCEPTION 'transfer % does not mirror %', NEW.id, NEW.reverses USING ERRCODE = 'restrict_violation';
    END IF;
  END IF;
  -- In order of id, so that two writers take the same two rows in the same order.
  FOREACH account IN ARRAY ARRAY[least(NEW.from_account, NEW.to_account), greatest(NEW.from_account, NEW.to_account)] LOOP
    INSERT INTO ledger_account (id, regency_code, programme_id, kind, owner, group_id)
    VALUES (account, NEW.regency_code, NEW.programme_id, split_part(account, '/', 2), split_part(account, '/', 3)::uuid,
            CASE WHEN split_part(account, '/', 2) IN ('appropriation', 'budget') THEN NULL ELSE NEW.group_id END)
    ON CONFLICT (id) DO NOTHING;
    UPDATE ledger_account
    SET debits = debits + CASE WHEN id = NEW.to_account THEN NEW.amount ELSE 0 END,
        credits = credits + CASE WHEN id = NEW.from_account THEN NEW.amount ELSE 0 END
    WHERE id = account;
  END LOOP;
  RETURN NULL;
END $$;
-- AFTER, so a repeated insert that meets ON CONFLICT DO NOTHING moves nothing.
CREATE TRIGGER ledger_transfer_apply AFTER INSERT ON ledger_transfer FOR EACH ROW EXECUTE FUNCTION ledger_transfer_apply();
CREATE TRIGGER ledger_transfer_append_only BEFORE UPDATE OR DELETE ON ledger_transfer FOR EACH ROW EXECUTE FUNCTION anyam_append_only();
CREATE TRIGGER ledger_transfer_no_truncate BEFORE TRUNCATE ON ledger_transfer FOR EACH STATEMENT EXECUTE FUNCTION anyam_append_only();

CREATE FUNCTION ledger_account_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP IN ('DELETE', 'TRUNCATE') OR pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION 'ledger_account changes by transfers only' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ledger_account_guard BEFORE INSERT OR UPDATE OR DELETE ON ledger_account FOR EACH ROW EXECUTE FUNCTION ledger_account_guard();
CREATE TRIGGER ledger_account_no_truncate BEFORE TRUNCATE ON ledger_account FOR EACH STATEMENT EXECUTE FUNCTION ledger_account_guard();

-- Proposals.
CREATE TABLE proposal (
  id             uuid PRIMARY KEY,
  regency_code   text NOT NULL REFERENCES region (code),
  programme_id   uuid NOT NULL REFERENCES programme (id),
  rule_set_id    uuid NOT NULL REFERENCES rule_set (id),
  group_id       uuid NOT NULL REFERENCES kube_group (id),
  purpose        text,
  requested      bigint NOT NULL DEFAULT 0 CHECK (requested BETWEEN 0 AND 1000000000000),
  state          text NOT NULL CHECK (state IN ('draf', 'diajukan', 'verifikasiAdministrasi', 'verifikasiLapangan', 'perbaikan', 'lolos', 'ditolak', 'ditetapkan', 'siapCair')),
  since          timestamptz(3) NOT NULL,
  visited_on     date,
  visit_suitable boolean,
  visit_met      integer CHECK (visit_met BETWEEN 0 AND 100),
  visit_note     text,
  visited_by     text,
  training_on    date,
  -- How often it was decreed: names the reservation in the ledger.
  revision       integer NOT NULL DEFAULT 0 CHECK (revision >= 0),
  created_by     text NOT NULL,
  created_at     timestamptz(3) NOT NULL,
  updated_at     timestamptz(3) NOT NULL,
  CHECK ((visited_on IS NULL) = (visit_suitable IS NULL))
);
-- A group asks a programme once; after a refusal it may ask again.
CREATE UNIQUE INDEX proposal_once ON proposal (regency_code, programme_id, group_id) WHERE state <> 'ditolak';
CREATE INDEX proposal_state ON proposal (regency_code, state, since, id);
CREATE INDEX proposal_programme ON proposal (programme_id, state, since, id);
CREATE INDEX proposal_group ON proposal (group_id);

CREATE TABLE budget_line (
  id           uuid NOT NULL,
  regency_code text NOT NULL,
  proposal_id  uuid NOT NULL REFERENCES proposal (id),
  no           integer NOT NULL CHECK (no BETWEEN 1 AND 100),
  description  text NOT NULL,
  quantity     bigint NOT NULL CHECK (quantity BETWEEN 1 AND 1000000),
  unit         text NOT NULL,
  unit_price   bigint NOT NULL CHECK (unit_price BETWEEN 1 AND 1000000000),
  category     text NOT NULL,
  PRIMARY KEY (regency_code, id)
);
CREATE UNIQUE INDEX budget_line_no ON budget_line (regency_code, proposal_id, no);

CREATE TABLE proposal_document (
  id           uuid PRIMARY KEY,
  regency_code text NOT NULL,
  proposal_id  uuid NOT NULL REFERENCES proposal (id),
  kind         text NOT NULL,
  file_id      uuid NOT NULL REFERENCES stored_file (id),
  added_by     text NOT NULL,
  added_name   text NOT NULL,
  added_at     timestamptz(3) NOT NULL,
  UNIQUE (regency_code, proposal_id, kind, file_id)
);

-- Decrees (SK). Once issued, the list is frozen.
CREATE TABLE decree (
  id           uuid PRIMARY KEY,
  regency_code text NOT NULL REFERENCES region (code),
  programme_id uuid NOT NULL REFERENCES programme (id),
  state        text NOT NULL CHECK (state IN ('draft', 'issued')),
  number       text,
  dated        date,
  canonical    text,
  sha256       text,
  total        bigint NOT NULL DEFAULT 0 CHECK (total >= 0),
  created_by   text NOT NULL,
  created_name text NOT NULL,
  created_at   timestamptz(3) NOT NULL,
  issued_by    text,
  issued_at    timestamptz(3),
  CHECK ((state = 'issued') = (number IS NOT NULL AND dated IS NOT NULL AND canonical IS NOT NULL AND sha256 IS NOT NULL AND issued_at IS NOT NULL))
);
CREATE UNIQUE INDEX decree_number ON decree (regency_code, number);
CREATE INDEX decree_programme ON decree (programme_id, created_at DESC);
CREATE FUNCTION decree_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'issued' THEN
    RAISE EXCEPTION 'decree % is frozen', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER decree_frozen BEFORE UPDATE OR DELETE ON decree FOR EACH ROW EXECUTE FUNCTION decree_frozen();

CREATE TABLE decree_recipient (
  decree_id    uuid NOT NULL REFERENCES decree (id),
  proposal_id  uuid NOT NULL REFERENCES proposal (id),
  regency_code text NOT NULL,
  group_id     uuid NOT NULL REFERENCES kube_group (id),
  amount       bigint NOT NULL CHECK (amount > 0),
  revoked_at   timestamptz(3),
  revoke_note  text,
  PRIMARY KEY (regency_code, decree_id, proposal_id)
);
CREATE UNIQUE INDEX decree_recipient_once ON decree_recipient (regency_code, proposal_id) WHERE revoked_at IS NULL;
CREATE FUNCTION decree_recipient_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE frozen boolean;
BEGIN
  SELECT state = 'issued' INTO frozen FROM decree WHERE id = coalesce(OLD.decree_id, NEW.decree_id);
  IF NOT frozen THEN RETURN coalesce(NEW, OLD); END IF;
  -- The only change of a frozen list: a line is revoked, once.
  IF TG_OP = 'UPDATE' AND OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL
     AND (OLD.decree_id, OLD.proposal_id, OLD.group_id, OLD.amount) = (NEW.decree_id, NEW.proposal_id, NEW.group_id, NEW.amount) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the list of decree % is frozen', coalesce(OLD.decree_id, NEW.decree_id) USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER decree_recipient_frozen BEFORE INSERT OR UPDATE OR DELETE ON decree_recipient FOR EACH ROW EXECUTE FUNCTION decree_recipient_frozen();

-- Payment batches. `work_state` is the background work's own; the batch moves only in the transaction that finishes it.
CREATE TABLE payment_batch (
  id           uuid PRIMARY KEY,
  regency_code text NOT NULL REFERENCES region (code),
  programme_id uuid NOT NULL REFERENCES programme (id),
  number       text NOT NULL,
  name         text NOT NULL,
  bank_format  text NOT NULL,
  state        text NOT NULL CHECK (state IN ('draf', 'dikunci', 'disetujui', 'disahkan', 'sppLs', 'spm', 'sp2dTerbit', 'dikirim', 'direkonsiliasi', 'ditutup', 'dibatalkan')),
  since        timestamptz(3) NOT NULL,
  work_state   text NOT NULL DEFAULT 'idle' CHECK (work_state IN ('idle', 'queued', 'running', 'failed')),
  work_action  text,
  work_input   jsonb,
  work_attempt integer NOT NULL DEFAULT 0,
  work_error   text,
  work_since   timestamptz(3),
  spp_number   text,
  spp_date     date,
  spm_number   text,
  spm_date     date,
  sp2d_number  text,
  sp2d_date    date,
  sp2d_file_id uuid REFERENCES stored_file (id),
  sent_at      timestamptz(3),
  list_sha256  text,
  matched_at   timestamptz(3),
  created_by   text NOT NULL,
  created_at   timestamptz(3) NOT NULL,
  UNIQUE (regency_code, number),
  CHECK ((work_state = 'idle') = (work_action IS NULL))
);
CREATE UNIQUE INDEX payment_batch_sp2d ON payment_batch (regency_code, sp2d_number) WHERE sp2d_number IS NOT NULL;
CREATE INDEX payment_batch_list ON payment_batch (regency_code, created_at DESC);
CREATE INDEX payment_batch_work ON payment_batch (work_state) WHERE work_state <> 'idle';

CREATE TABLE tranche (
  id           uuid PRIMARY KEY,
  regency_code text NOT NULL REFERENCES region (code),
  programme_id uuid NOT NULL REFERENCES programme (id),
  proposal_id  uuid NOT NULL REFERENCES proposal (id),
  group_id     uuid NOT NULL REFERENCES kube_group (id),
  decree_id    uuid NOT NULL REFERENCES decree (id),
  no           integer NOT NULL CHECK (no BETWEEN 1 AND 6),
  of           integer NOT NULL CHECK (of BETWEEN 1 AND 6),
  amount       bigint NOT NULL CHECK (amount > 0),
  state        text NOT NULL CHECK (state IN ('direncanakan', 'sppLs', 'spm', 'sp2d', 'diterima', 'retur', 'perbaikanRekening', 'dipakai', 'dipertanggungjawabkan', 'dibatalkan')),
  since        timestamptz(3) NOT NULL,
  -- Times it was sent to the bank.
  attempt      integer NOT NULL DEFAULT 0,
  batch_id     uuid REFERENCES payment_batch (id),
  received     bigint CHECK (received > 0),
  received_on  date,
  repaired_at  timestamptz(3),
  CHECK ((received IS NULL) = (received_on IS NULL)),
  CHECK (no <= of)
);
-- Numbered anew after a decree is revoked and given again.
CREATE UNIQUE INDEX tranche_once ON tranche (regency_code, proposal_id, decree_id, no);
CREATE INDEX tranche_state ON tranche (regency_code, state, since);
CREATE INDEX tranche_programme ON tranche (programme_id, state);
CREATE INDEX tranche_batch ON tranche (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX tranche_proposal ON tranche (proposal_id);
CREATE INDEX tranche_group ON tranche (group_id);

-- A payment line as it went to the bank: account and names as they were then.
CREATE TABLE batch_line (
  id             uuid PRIMARY KEY,
  regency_code   text NOT NULL,
  batch_id       uuid NOT NULL REFERENCES payment_batch (id),
  tranche_id     uuid NOT NULL REFERENCES tranche (id),
  proposal_id    uuid NOT NULL REFERENCES proposal (id),
  group_id       uuid NOT NULL REFERENCES kube_group (id),
  place          integer NOT NULL CHECK (place > 0),
  reference      text NOT NULL,
  attempt        integer NOT NULL DEFAULT 1,
  amount         bigint NOT NULL CHECK (amount > 0),
  group_name     text NOT NULL,
  bank           text,
  account_number text,
  account_name   text,
  removed_at     timestamptz(3),
  result         text NOT NULL DEFAULT 'waiting' CHECK (result IN ('waiting', 'paid', 'returned', 'amountDiffers', 'missing')),
  bank_amount    bigint CHECK (bank_amount > 0),
  bank_on        date,
  statement_line_id uuid
);
CREATE UNIQUE INDEX batch_line_once ON batch_line (regency_code, batch_id, tranche_id) WHERE removed_at IS NULL;
CREATE UNIQUE INDEX batch_line_reference ON batch_line (regency_code, reference);
CREATE INDEX batch_line_batch ON batch_line (batch_id, place);
CREATE INDEX batch_line_tranche ON batch_line (tranche_id);

CREATE TABLE bank_format (
  regency_code text NOT NULL,
  id           text NOT NULL,
  settings     jsonb NOT NULL,
  updated_by   text NOT NULL,
  updated_at   timestamptz(3) NOT NULL,
  PRIMARY KEY (regency_code, id)
);

CREATE TABLE bank_statement (
  id           uuid PRIMARY KEY,
  regency_code text NOT NULL,
  batch_id     uuid NOT NULL REFERENCES payment_batch (id),
  file_id      uuid NOT NULL REFERENCES stored_file (id),
  file_name    text NOT NULL,
  sha256       text NOT NULL,
  row_count    integer NOT NULL CHECK (row_count >= 0),
  imported_by  text NOT NULL,
  imported_name text NOT NULL,
  imported_at  timestamptz(3) NOT NULL,
  UNIQUE (regency_code, batch_id, sha256)
);
CREATE TABLE bank_statement_line (
  id           uuid PRIMARY KEY,
  regency_code text NOT NULL,
  statement_id uuid NOT NULL REFERENCES bank_statement (id),
  batch_id     uuid NOT NULL REFERENCES payment_batch (id),
  no           integer NOT NULL,
  counts_on    date NOT NULL,
  kind         text NOT NULL CHECK (kind IN ('credit', 'return')),
  reference    text NOT NULL,
  account_number text NOT NULL,
  name         text NOT NULL,
  amount       bigint NOT NULL CHECK (amount > 0),
  description  text NOT NULL,
  result       text NOT NULL DEFAULT 'waiting' CHECK (result IN ('waiting', 'paid', 'returned', 'amountDiffers', 'duplicate', 'unknown', 'ignored')),
  batch_line_id uuid REFERENCES batch_line (id),
  note         text,
  UNIQUE (regency_code, statement_id, no)
);
CREATE INDEX bank_statement_line_batch ON bank_statement_line (batch_id);
-- What the bank said is never changed, only what we make of it.
CREATE FUNCTION bank_statement_line_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (OLD.statement_id, OLD.no, OLD.counts_on, OLD.kind, OLD.reference, OLD.account_number, OLD.name, OLD.amount, OLD.description)
     IS DISTINCT FROM (NEW.statement_id, NEW.no, NEW.counts_on, NEW.kind, NEW.reference, NEW.account_number, NEW.name, NEW.amount, NEW.description) THEN
    RAISE EXCEPTION 'a statement line is kept as the bank wrote it' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER bank_statement_line_guard BEFORE UPDATE OR DELETE ON bank_statement_line FOR EACH ROW EXECUTE FUNCTION bank_statement_line_guard();

CREATE TABLE reconciliation_case (
  id           uuid PRIMARY KEY,
  regency_code text NOT NULL,
  batch_id     uuid NOT NULL REFERENCES payment_batch (id),
  case_key     text NOT NULL,
  kind         text NOT NULL,
  tranche_id   uuid REFERENCES tranche (id),
  group_id     uuid REFERENCES kube_group (id),
  texts        jsonb NOT NULL,
  state        text NOT NULL CHECK (state IN ('open', 'closed')),
  note         text,
  opened_at    timestamptz(3) NOT NULL,
  closed_by    text,
  closed_name  text,
  closed_at    timestamptz(3),
  UNIQUE (regency_code, batch_id, case_key),
  CHECK ((state = 'closed') = (closed_at IS NOT NULL AND note IS NOT NULL))
);
CREATE INDEX reconciliation_case_open ON reconciliation_case (regency_code, opened_at) WHERE state = 'open';
CREATE INDEX reconciliation_case_tranche ON reconciliation_case (tranche_id) WHERE state = 'open';

CREATE TABLE receipt_confirmation (
  id           uuid PRIMARY KEY,
  regency_code text NOT NULL,
  tranche_id   uuid NOT NULL REFERENCES tranche (id),
  person_id    uuid NOT NULL REFERENCES person (id),
  person_name  text NOT NULL,
  method       text NOT NULL CHECK (method IN ('slip', 'phone', 'visit')),
  confirmed_on date NOT NULL,
  file_id      uuid REFERENCES stored_file (id),
  recorded_by  text NOT NULL,
  recorded_name text NOT NULL,
  recorded_at  timestamptz(3) NOT NULL,
  UNIQUE (regency_code, tranche_id, person_id)
);

-- Reports.
CREATE TABLE lpj (
  id            uuid PRIMARY KEY,
  regency_code  text NOT NULL REFERENCES region (code),
  programme_id  uuid NOT NULL REFERENCES programme (id),
  proposal_id   uuid NOT NULL REFERENCES proposal (id),
  tranche_id    uuid NOT NULL REFERENCES tranche (id),
  group_id      uuid NOT NULL REFERENCES kube_group (id),
  state         text NOT NULL CHECK (state IN ('belum', 'draf', 'diajukan', 'diperiksa', 'dikembalikan', 'diterima')),
  since         timestamptz(3) NOT NULL,
  due_on        date NOT NULL,
  overdue       text NOT NULL DEFAULT 'none' CHECK (overdue IN ('none', 'reminder', 'letter', 'barred', 'refund')),
  account_balance bigint NOT NULL DEFAULT 0 CHECK (account_balance BETWEEN 0 AND 1000000000000),
  cash_balance  bigint NOT NULL DEFAULT 0 CHECK (cash_balance BETWEEN 0 AND 1000000000000),
  balance_on    date,
  withdrawn     bigint NOT NULL DEFAULT 0 CHECK (withdrawn BETWEEN 0 AND 1000000000000),
  withdrawn_on  date,
  shift_file_id uuid REFERENCES stored_file (id),
  shift_approved_by text,
  shift_approved_name text,
  proof_file_id uuid REFERENCES stored_file (id),
  typed_by      text,
  typed_name    text,
  typed_by_facilitator boolean NOT NULL DEFAULT false,
  content_hash  text NOT NULL DEFAULT '',
  UNIQUE (regency_code, tranche_id)
);
CREATE INDEX lpj_due ON lpj (regency_code, state, due_on);
CREATE INDEX lpj_group ON lpj (group_id);
CREATE INDEX lpj_programme ON lpj (programme_id);

CREATE TABLE expenditure (
  id             uuid NOT NULL,
  regency_code   text NOT NULL,
  lpj_id         uuid NOT NULL REFERENCES lpj (id),
  budget_line_id uuid NOT NULL,
  no             integer NOT NULL,
  spent_on       date NOT NULL,
  payee          text NOT NULL,
  goods          text NOT NULL,
  amount         bigint NOT NULL CHECK (amount > 0 AND amount <= 1000000000000),
  file_id        uuid REFERENCES stored_file (id),
  witnesses      text[] NOT NULL DEFAULT '{}',
  removed        boolean NOT NULL DEFAULT false,
  -- What of it stands in the ledger: the last revision posted, and its amount while it is not taken back.
  revision       integer NOT NULL DEFAULT 0,
  posted         bigint,
  PRIMARY KEY (regency_code, id)
);
CREATE INDEX expenditure_lpj ON expenditure (lpj_id, no);
CREATE INDEX expenditure_file ON expenditure (file_id) WHERE file_id IS NOT NULL;

CREATE TABLE lpj_confirmation (
  id           uuid PRIMARY KEY,
  regency_code text NOT NULL,
  lpj_id       uuid NOT NULL REFERENCES lpj (id),
  role         text NOT NULL CHECK (role IN ('chair', 'treasurer')),
  person_id    uuid NOT NULL REFERENCES person (id),
  person_name  text NOT NULL,
  method       text NOT NULL CHECK (method IN ('signature', 'phone', 'visit')),
  confirmed_on date NOT NULL,
  file_id      uuid REFERENCES stored_file (id),
  -- What the officer saw: the confirmation counts for this content only.
  content_hash text NOT NULL,
  recorded_by  text NOT NULL,
  recorded_name text NOT NULL,
  recorded_at  timestamptz(3) NOT NULL,
  UNIQUE (regency_code, lpj_id, role, content_hash)
);
CREATE TABLE lpj_note (
  lpj_id       uuid NOT NULL REFERENCES lpj (id),
  regency_code text NOT NULL,
  code         text NOT NULL,
  subject      text NOT NULL,
  note         text NOT NULL,
  by_id        text NOT NULL,
  by_name      text NOT NULL,
  at           timestamptz(3) NOT NULL,
  PRIMARY KEY (regency_code, lpj_id, code, subject)
);
CREATE TABLE treasury_refund (
  id           uuid PRIMARY KEY,
  regency_code text NOT NULL,
  lpj_id       uuid NOT NULL REFERENCES lpj (id),
  amount       bigint NOT NULL CHECK (amount > 0),
  paid_on      date NOT NULL,
  number       text NOT NULL,
  file_id      uuid NOT NULL REFERENCES stored_file (id),
  recorded_by  text NOT NULL,
  recorded_at  timestamptz(3) NOT NULL,
  UNIQUE (regency_code, number)
);
CREATE INDEX treasury_refund_lpj ON treasury_refund (lpj_id);
