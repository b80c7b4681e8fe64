-- Savings of groups: the solidarity fund (IKS), voluntary savings and loans. The money itself stands in the group's books;
-- here stands who brought it, in which meeting, by which decision, and what it comes to for each member.

-- A loan to a member. Terms are frozen from the group's decision on the day of payout; a rescheduling gives a new version of the schedule.
CREATE TABLE member_loan (
  id           uuid PRIMARY KEY,
  regency_code text NOT NULL REFERENCES region (code),
  group_id     uuid NOT NULL REFERENCES kube_group (id),
  member_id    uuid NOT NULL REFERENCES membership (id),
  state        text NOT NULL CHECK (state IN ('requested', 'approved', 'refused', 'paidOut', 'running', 'inArrears', 'rescheduled', 'bad', 'paidOff', 'writtenOff')),
  since        timestamptz(3) NOT NULL,
  what         text NOT NULL,
  principal    bigint NOT NULL CHECK (principal BETWEEN 1 AND 1000000000000),
  instalments  integer NOT NULL CHECK (instalments BETWEEN 1 AND 240),
  charge       jsonb NOT NULL,
  every        text NOT NULL CHECK (every IN ('month', 'selapan')),
  pay_order    text NOT NULL CHECK (pay_order IN ('serviceFirst', 'principalFirst')),
  applied_on   date NOT NULL,
  paid_out_on  date,
  -- Of the schedule in force: 0 before payout.
  version      integer NOT NULL DEFAULT 0 CHECK (version >= 0),
  written_off  bigint NOT NULL DEFAULT 0 CHECK (written_off >= 0),
  created_by   text NOT NULL,
  created_at   timestamptz(3) NOT NULL,
  CHECK ((paid_out_on IS NULL) = (version = 0)),
  CHECK ((written_off > 0) = (state = 'writtenOff'))
);
CREATE INDEX member_loan_group ON member_loan (group_id, since DESC, id);
CREATE INDEX member_loan_state ON member_loan (regency_code, state, group_id);
CREATE INDEX member_loan_member ON member_loan (member_id);

CREATE FUNCTION member_loan_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'UPDATE' THEN
    RAISE EXCEPTION 'a loan is never deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.id <> OLD.id OR NEW.group_id <> OLD.group_id OR NEW.member_id <> OLD.member_id OR NEW.principal <> OLD.principal
     OR (OLD.paid_out_on IS NOT NULL AND NEW.paid_out_on IS DISTINCT FROM OLD.paid_out_on) OR NEW.version < OLD.version THEN
    RAISE EXCEPTION 'the terms of loan % are frozen', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER member_loan_guard BEFORE UPDATE OR DELETE ON member_loan FOR EACH ROW EXECUTE FUNCTION member_loan_guard();
CREATE TRIGGER member_loan_no_truncate BEFORE TRUNCATE ON member_loan FOR EACH STATEMENT EXECUTE FUNCTION anyam_append_only();

CREATE TABLE loan_instalment (
  loan_id        uuid NOT NULL REFERENCES member_loan (id),
  version        integer NOT NULL CHECK (version >= 1),
  no             integer NOT NULL CHECK (no BETWEEN 1 AND 240),
  regency_code   text NOT NULL,
  group_id       uuid NOT NULL REFERENCES kube_group (id),
  due            date NOT NULL,
  principal      bigint NOT NULL CHECK (principal >= 0),
  service        bigint NOT NULL CHECK (service >= 0),
  paid_principal bigint NOT NULL DEFAULT 0,
  paid_service   bigint NOT NULL DEFAULT 0,
  -- False once a newer version stands in its place or the loan was written off.
  live           boolean NOT NULL DEFAULT true,
  PRIMARY KEY (loan_id, version, no),
  CONSTRAINT loan_instalment_principal_fits CHECK (paid_principal BETWEEN 0 AND principal),
  CONSTRAINT loan_instalment_service_fits CHECK (paid_service BETWEEN 0 AND service)
);
CREATE INDEX loan_instalment_unpaid ON loan_instalment (group_id, due) WHERE live AND (paid_principal < principal OR paid_service < service);
CREATE INDEX loan_instalment_overdue ON loan_instalment (regency_code, due) WHERE live AND (paid_principal < principal OR paid_service < service);

-- A decision carries one thing, once.
CREATE TABLE savings_decision (
  decision_id  uuid PRIMARY KEY,
  regency_code text NOT NULL,
  group_id     uuid NOT NULL REFERENCES kube_group (id),
  kind         text NOT NULL CHECK (kind IN ('iksUse', 'loan', 'reschedule', 'writeOff')),
  -- The use of the fund or the loan that it carried.
  subject_id   uuid NOT NULL,
  used_on      date NOT NULL,
  actor_id     text NOT NULL,
  at           timestamptz(3) NOT NULL
);
CREATE INDEX savings_decision_group ON savings_decision (group_id);
CREATE INDEX savings_decision_subject ON savings_decision (subject_id);
CREATE TRIGGER savings_decision_append_only BEFORE UPDATE OR DELETE ON savings_decision FOR EACH ROW EXECUTE FUNCTION anyam_append_only();
CREATE TRIGGER savings_decision_no_truncate BEFORE TRUNCATE ON savings_decision FOR EACH STATEMENT EXECUTE FUNCTION anyam_append_only();

-- Uses of the fund by decision in closed minutes.
CREATE TABLE iks_use (
  id               uuid PRIMARY KEY,
  regency_code     text NOT NULL,
  group_id         uuid NOT NULL REFERENCES kube_group (id),
  decision_id      uuid NOT NULL UNIQUE REFERENCES savings_decision (decision_id),
  purpose          text NOT NULL,
  what             text NOT NULL,
  amount           bigint NOT NULL CHECK (amount > 0),
  helped_member_id uuid REFERENCES membership (id),
  meeting_id       uuid NOT NULL,
  used_on          date NOT NULL,
  actor_id         text NOT NULL,
  actor_name       text NOT NULL,
  at               timestamptz(3) NOT NULL,
  CHECK (purpose <> 'socialHelp' OR helped_member_id IS NOT NULL)
);
CREATE INDEX iks_use_group ON iks_use (group_id, used_on DESC);
CREATE INDEX iks_use_meeting ON iks_use (meeting_id);
CREATE TRIGGER iks_use_append_only BEFORE UPDATE OR DELETE ON iks_use FOR EACH ROW EXECUTE FUNCTION anyam_append_only();
CREATE TRIGGER iks_use_no_truncate BEFORE TRUNCATE ON iks_use FOR EACH STATEMENT EXECUTE FUNCTION anyam_append_only();

-- IKS that a decided rate asked of a member: once a meeting, month or payment of a buyer.
CREATE TABLE iks_due (
  group_id     uuid NOT NULL REFERENCES kube_group (id),
  member_id    uuid NOT NULL REFERENCES membership (id),
  occasion     text NOT NULL CHECK (occasion ~ '^(meeting|month|payment):.{7,40}$'),
  regency_code text NOT NULL,
  amount       bigint NOT NULL CHECK (amount > 0),
  due_on       date NOT NULL,
  PRIMARY KEY (group_id, member_id, occasion)
);
CREATE TRIGGER iks_due_append_only BEFORE UPDATE OR DELETE ON iks_due FOR EACH ROW EXECUTE FUNCTION anyam_append_only();
CREATE TRIGGER iks_due_no_truncate BEFORE TRUNCATE ON iks_due FOR EACH STATEMENT EXECUTE FUNCTION anyam_append_only();

-- Every movement of a member's IKS, savings or debt, in the sense of her own balance. Never changed: a reversal is an entry with the sign turned.
CREATE TABLE savings_entry (
  id           uuid PRIMARY KEY,
  regency_code text NOT NULL,
  group_id     uuid NOT NULL REFERENCES kube_group (id),
  member_id    uuid NOT NULL REFERENCES membership (id),
  kind         text NOT NULL CHECK (kind IN ('iks', 'voluntary', 'loan')),
  source       text NOT NULL,
  amount       bigint NOT NULL CHECK (abs(amount) <= 1000000000000000),
  -- Service charge paid with an instalment; negative in a reversal.
  service      bigint NOT NULL DEFAULT 0,
  counts_on    date NOT NULL,
  purse        text CHECK (purse IN ('cash', 'bank')),
  loan_id      uuid REFERENCES member_loan (id),
  meeting_id   uuid,
  payment_id   uuid,
  use_id       uuid REFERENCES iks_use (id),
  note         text,
  reverses     uuid UNIQUE REFERENCES savings_entry (id),
  reason       text,
  actor_id     text NOT NULL,
  actor_name   text NOT NULL,
  at           timestamptz(3) NOT NULL,
  CHECK (amount <> 0 OR service <> 0),
  CHECK ((kind = 'loan') = (loan_id IS NOT NULL)),
  CHECK (kind = 'loan' OR service = 0),
  CHECK ((reverses IS NULL) = (reason IS NULL)),
  CHECK ((source = 'use') = (use_id IS NOT NULL)),
  CHECK ((source = 'share') = (payment_id IS NOT NULL)),
  CONSTRAINT savings_entry_source CHECK (
    (kind = 'iks' AND source IN ('money', 'share', 'use')) OR (kind = 'voluntary' AND source IN ('money', 'withdrawal'))
    OR (kind = 'loan' AND source IN ('money', 'share', 'payOut', 'writeOff'))),
  -- What comes in adds, what is spent takes off; a reversal the other way.
  CONSTRAINT savings_entry_sign CHECK (
    amount * (CASE WHEN reverses IS NULL THEN 1 ELSE -1 END)
           * (CASE WHEN (kind = 'loan') = (source = 'payOut') AND source NOT IN ('use', 'withdrawal') THEN 1 ELSE -1 END) >= 0
    AND service * (CASE WHEN reverses IS NULL THEN 1 ELSE -1 END) >= 0)
);
CREATE INDEX savings_entry_group ON savings_entry (group_id, counts_on DESC, at DESC, id);
CREATE INDEX savings_entry_member ON savings_entry (member_id, kind, counts_on);
CREATE INDEX savings_entry_meeting ON savings_entry (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX savings_entry_loan ON savings_entry (loan_id, at) WHERE loan_id IS NOT NULL;
-- One payment of a buyer keeps back IKS once a member and an instalment once a loan.
CREATE UNIQUE INDEX savings_entry_share_once ON savings_entry (payment_id, member_id, kind, coalesce(loan_id, member_id)) WHERE payment_id IS NOT NULL AND reverses IS NULL;
CREATE TRIGGER savings_entry_append_only BEFORE UPDATE OR DELETE ON savings_entry FOR EACH ROW EXECUTE FUNCTION anyam_append_only();
CREATE TRIGGER savings_entry_no_truncate BEFORE TRUNCATE ON savings_entry FOR EACH STATEMENT EXECUTE FUNCTION anyam_append_only();

-- Balances, kept by the entries themselves. None is ever below zero, and a fund never lends or loses what it does not hold.
CREATE TABLE savings_member (
  group_id     uuid NOT NULL REFERENCES kube_group (id),
  member_id    uuid NOT NULL REFERENCES membership (id),
  regency_code text NOT NULL,
  iks          bigint NOT NULL DEFAULT 0,
  voluntary    bigint NOT NULL DEFAULT 0,
  lent         bigint NOT NULL DEFAULT 0,
  agreed       bigint NOT NULL DEFAULT 0 CHECK (agreed >= 0),
  paid         bigint NOT NULL DEFAULT 0 CHECK (paid >= 0),
  PRIMARY KEY (group_id, member_id),
  CONSTRAINT savings_member_iks_floor CHECK (iks >= 0),
  CONSTRAINT savings_member_voluntary_floor CHECK (voluntary >= 0),
  CONSTRAINT savings_member_lent_floor CHECK (lent >= 0)
);
CREATE TABLE savings_group (
  group_id     uuid PRIMARY KEY REFERENCES kube_group (id),
  regency_code text NOT NULL,
  iks          bigint NOT NULL DEFAULT 0 CHECK (iks >= 0),
  voluntary    bigint NOT NULL DEFAULT 0 CHECK (voluntary >= 0),
  lent         bigint NOT NULL DEFAULT 0 CHECK (lent >= 0),
  lost         bigint NOT NULL DEFAULT 0 CHECK (lost >= 0),
  agreed       bigint NOT NULL DEFAULT 0 CHECK (agreed >= 0),
  paid         bigint NOT NULL DEFAULT 0 CHECK (paid >= 0),
  CONSTRAINT savings_group_fund_floor CHECK (lent + lost <= iks)
);
CREATE INDEX savings_group_fund ON savings_group (iks DESC, group_id);
CREATE INDEX savings_group_behind ON savings_group (regency_code) WHERE paid < agreed;
CREATE TABLE savings_month (
  group_id     uuid NOT NULL REFERENCES kube_group (id),
  month        text NOT NULL CHECK (month ~ '^\d{4}-\d{2}$'),
  regency_code text NOT NULL,
  iks          bigint NOT NULL DEFAULT 0,
  paid         bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (group_id, month)
);
CREATE INDEX savings_month_regency ON savings_month (regency_code, month) INCLUDE (group_id, iks, paid);

CREATE FUNCTION savings_entry_apply() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM added a LEFT JOIN savings_entry o ON o.id = a.reverses
    WHERE a.reverses IS NOT NULL AND (o.reverses IS NOT NULL OR (o.group_id, o.member_id, o.kind, o.source, o.amount, o.service) IS DISTINCT FROM (a.group_id, a.member_id, a.kind, a.source, -a.amount, -a.service))
  ) THEN
    RAISE EXCEPTION 'a reversal does not mirror its entry' USING ERRCODE = 'restrict_violation';
  END IF;
  INSERT INTO savings_group (group_id, regency_code) SELECT DISTINCT group_id, regency_code FROM added ORDER BY 1 ON CONFLICT DO NOTHING;
  INSERT INTO savings_member (group_id, member_id, regency_code) SELECT DISTINCT group_id, member_id, regency_code FROM added ORDER BY 1, 2 ON CONFLICT DO NOTHING;
  INSERT INTO savings_month (group_id, month, regency_code) SELECT DISTINCT group_id, to_char(counts_on, 'YYYY-MM'), regency_code FROM added WHERE kind = 'iks' ORDER BY 1, 2 ON CONFLICT DO NOTHING;
  UPDATE savings_member m SET iks = m.iks + s.iks, voluntary = m.voluntary + s.voluntary, lent = m.lent + s.lent, paid = m.paid + s.paid
  FROM (SELECT group_id, member_id, coalesce(sum(amount) FILTER (WHERE kind = 'iks'), 0) AS iks, coalesce(sum(amount) FILTER (WHERE kind = 'voluntary'), 0) AS voluntary,
          coalesce(sum(amount) FILTER (WHERE kind = 'loan'), 0) AS lent, coalesce(sum(amount) FILTER (WHERE kind = 'iks' AND source <> 'use'), 0) AS paid
        FROM added GROUP BY group_id, member_id) s
  WHERE m.group_id = s.group_id AND m.member_id = s.member_id;
  UPDATE savings_group g SET iks = g.iks + s.iks, voluntary = g.voluntary + s.voluntary, lent = g.lent + s.lent, lost = g.lost + s.lost, paid = g.paid + s.paid
  FROM (SELECT group_id, sum(amount) FILTER (WHERE kind = 'iks') AS iks, sum(amount) FILTER (WHERE kind = 'voluntary') AS voluntary, sum(amount) FILTER (WHERE kind = 'loan') AS lent,
          sum(-amount) FILTER (WHERE source = 'writeOff') AS lost, sum(amount) FILTER (WHERE kind = 'iks' AND source <> 'use') AS paid FROM added GROUP BY group_id) t,
    LATERAL (SELECT coalesce(t.iks, 0) AS iks, coalesce(t.voluntary, 0) AS voluntary, coalesce(t.lent, 0) AS lent, coalesce(t.lost, 0) AS lost, coalesce(t.paid, 0) AS paid) s
  WHERE g.group_id = t.group_id;
  UPDATE savings_month m SET iks = m.iks + s.iks, paid = m.paid + s.paid
  FROM (SELECT group_id, to_char(counts_on, 'YYYY-MM') AS month, sum(amount) AS iks, coalesce(sum(amount) FILTER (WHERE source <> 'use'), 0) AS paid
        FROM added WHERE kind = 'iks' GROUP BY 1, 2) s
  WHERE m.group_id = s.group_id AND m.month = s.month;
  RETURN NULL;
END $$;
CREATE TRIGGER savings_entry_apply AFTER INSERT ON savings_entry REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION savings_entry_apply();

CREATE FUNCTION iks_due_apply() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO savings_group (group_id, regency_code) SELECT DISTINCT group_id, regency_code FROM added ORDER BY 1 ON CONFLICT DO NOTHING;
  INSERT INTO savings_member (group_id, member_id, regency_code) SELECT DISTINCT group_id, member_id, regency_code FROM added ORDER BY 1, 2 ON CONFLICT DO NOTHING;
  UPDATE savings_group g SET agreed = g.agreed + s.due FROM (SELECT group_id, sum(amount) AS due FROM added GROUP BY 1) s WHERE g.group_id = s.group_id;
  UPDATE savings_member m SET agreed = m.agreed + s.due FROM (SELECT group_id, member_id, sum(amount) AS due FROM added GROUP BY 1, 2) s
  WHERE m.group_id = s.group_id AND m.member_id = s.member_id;
  RETURN NULL;
END $$;
CREATE TRIGGER iks_due_apply AFTER INSERT ON iks_due REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION iks_due_apply();

CREATE FUNCTION savings_balance_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP IN ('DELETE', 'TRUNCATE') OR pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION '% changes by entries only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER savings_group_guard BEFORE INSERT OR UPDATE OR DELETE ON savings_group FOR EACH ROW EXECUTE FUNCTION savings_balance_guard();
CREATE TRIGGER savings_group_no_truncate BEFORE TRUNCATE ON savings_group FOR EACH STATEMENT EXECUTE FUNCTION savings_balance_guard();
CREATE TRIGGER savings_member_guard BEFORE INSERT OR UPDATE OR DELETE ON savings_member FOR EACH ROW EXECUTE FUNCTION savings_balance_guard();
CREATE TRIGGER savings_member_no_truncate BEFORE TRUNCATE ON savings_member FOR EACH STATEMENT EXECUTE FUNCTION savings_balance_guard();
CREATE TRIGGER savings_month_guard BEFORE INSERT OR UPDATE OR DELETE ON savings_month FOR EACH ROW EXECUTE FUNCTION savings_balance_guard();
CREATE TRIGGER savings_month_no_truncate BEFORE TRUNCATE ON savings_month FOR EACH STATEMENT EXECUTE FUNCTION savings_balance_guard();
