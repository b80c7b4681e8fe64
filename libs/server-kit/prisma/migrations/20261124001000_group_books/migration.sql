-- The books of a group: double entry, one book a group, id of the book = id of the group.

-- One row a group, locked by whoever posts or closes: gives the order of posting, and carries what the lists show.
CREATE TABLE book_head (
  group_id       uuid PRIMARY KEY REFERENCES kube_group (id),
  regency_code   text NOT NULL,
  last_seq       bigint NOT NULL DEFAULT 0 CHECK (last_seq >= 0),
  first_on       date,
  last_on        date,
  last_at        timestamptz(3),
  closed_through date,
  cash           bigint NOT NULL DEFAULT 0 CHECK (cash >= 0),
  bank           bigint NOT NULL DEFAULT 0 CHECK (bank >= 0)
);
CREATE INDEX book_head_regency ON book_head (regency_code, closed_through);
CREATE INDEX book_head_last ON book_head (regency_code, last_on);
CREATE INDEX book_head_cash ON book_head (regency_code, cash);
CREATE INDEX book_head_bank ON book_head (regency_code, bank);

-- `debits` came in, `credits` went out; only transfers change them. What is held never falls below zero, a source never rises above it.
CREATE TABLE book_account (
  id           text PRIMARY KEY,
  regency_code text NOT NULL,
  group_id     uuid NOT NULL REFERENCES book_head (group_id),
  kind         text NOT NULL,
  owner        text NOT NULL CHECK (owner <> ''),
  debits       bigint NOT NULL DEFAULT 0 CHECK (debits >= 0),
  credits      bigint NOT NULL DEFAULT 0 CHECK (credits >= 0),
  CHECK (id = group_id::text || '/' || kind || '/' || owner),
  CONSTRAINT book_account_kind CHECK (kind IN (
    'cash', 'bank', 'receivable', 'materialStock', 'memberMaterial', 'loan', 'inventory', 'expense',
    'payable', 'proceeds', 'memberPayable', 'savings', 'iks', 'aidCapital', 'capital', 'income')),
  CONSTRAINT book_account_floor CHECK (
    kind NOT IN ('cash', 'bank', 'receivable', 'materialStock', 'memberMaterial', 'loan', 'inventory', 'expense') OR debits >= credits),
  CONSTRAINT book_account_ceiling CHECK (
    kind IN ('cash', 'bank', 'receivable', 'materialStock', 'memberMaterial', 'loan', 'inventory', 'expense') OR credits >= debits),
  CONSTRAINT book_account_own CHECK (kind NOT IN ('cash', 'bank', 'aidCapital', 'capital') OR owner = group_id::text)
);
CREATE INDEX book_account_group ON book_account (group_id, kind);

-- A business event: what people call one entry. Its transfers are taken back together.
CREATE TABLE book_event (
  group_id     uuid NOT NULL REFERENCES book_head (group_id),
  key          text NOT NULL CHECK (length(key) BETWEEN 1 AND 300),
  regency_code text NOT NULL,
  -- Place of its first transfer in the order of posting.
  seq          bigint NOT NULL CHECK (seq > 0),
  kind         text NOT NULL CHECK (kind ~ '^[A-Za-z]{1,40}$'),
  text_id      text NOT NULL CHECK (length(text_id) <= 500),
  text_en      text NOT NULL CHECK (length(text_en) <= 500),
  counts_on    date NOT NULL,
  -- Typed into the books themselves; the others come from a sale, a meeting, a loan and are corrected there.
  manual       boolean NOT NULL DEFAULT false,
  meeting_id   uuid,
  member_id    uuid REFERENCES membership (id),
  deal_id      uuid,
  reverses     text,
  reason       text,
  actor_id     text NOT NULL,
  actor_name   text NOT NULL,
  at           timestamptz(3) NOT NULL,
  PRIMARY KEY (group_id, key),
  UNIQUE (group_id, seq),
  CONSTRAINT book_event_reversed_once UNIQUE (group_id, reverses),
  FOREIGN KEY (group_id, reverses) REFERENCES book_event (group_id, key),
  CHECK ((reverses IS NULL) = (reason IS NULL))
);
CREATE INDEX book_event_member ON book_event (group_id, member_id, seq) WHERE member_id IS NOT NULL;

CREATE TABLE book_transfer (
  group_id     uuid NOT NULL REFERENCES book_head (group_id),
  id           text NOT NULL CHECK (length(id) BETWEEN 3 AND 300),
  seq          bigint NOT NULL CHECK (seq > 0),
  regency_code text NOT NULL,
  event_key    text NOT NULL,
  kind         text NOT NULL CHECK (kind ~ '^[A-Za-z]{1,40}$'),
  from_account text NOT NULL,
  to_account   text NOT NULL,
  amount       bigint NOT NULL CHECK (amount > 0 AND amount <= 1000000000000000),
  counts_on    date NOT NULL,
  document     text,
  reverses     text,
  reason       text,
  PRIMARY KEY (group_id, id),
  UNIQUE (group_id, seq),
  CONSTRAINT book_transfer_reversed_once UNIQUE (group_id, reverses),
  FOREIGN KEY (group_id, event_key) REFERENCES book_event (group_id, key),
  FOREIGN KEY (group_id, reverses) REFERENCES book_transfer (group_id, id),
  CHECK (from_account <> to_account),
  CHECK (split_part(from_account, '/', 1) = group_id::text AND split_part(to_account, '/', 1) = group_id::text),
  CHECK (reverses IS NULL OR reason IS NOT NULL)
);
CREATE INDEX book_transfer_event ON book_transfer (group_id, event_key);
CREATE INDEX book_transfer_day ON book_transfer (group_id, counts_on, seq);
CREATE INDEX book_transfer_from ON book_transfer (from_account, counts_on, seq) INCLUDE (amount);
CREATE INDEX book_transfer_to ON book_transfer (to_account, counts_on, seq) INCLUDE (amount);
-- Turnover, income of members and the growth of IKS of a whole district by month.
CREATE INDEX book_transfer_figures ON book_transfer (regency_code, counts_on) INCLUDE (group_id, kind, amount, reverses)
  WHERE kind IN ('saleAccepted', 'claimReduced', 'shareOut', 'iksPaid', 'iksInvested', 'iksGiven');

-- A closed month: counted cash against the book, and the lock.
CREATE TABLE book_month (
  group_id       uuid NOT NULL REFERENCES book_head (group_id),
  closed_through date NOT NULL,
  regency_code   text NOT NULL,
  counted_on     date NOT NULL,
  pieces         jsonb NOT NULL,
  counted        bigint NOT NULL CHECK (counted >= 0),
  in_book        bigint NOT NULL CHECK (in_book >= 0),
  reason         text,
  closed_by      text NOT NULL,
  closed_by_name text NOT NULL,
  closed_at      timestamptz(3) NOT NULL,
  PRIMARY KEY (group_id, closed_through),
  CHECK (extract(day FROM closed_through + 1) = 1),
  CHECK (counted = in_book OR reason IS NOT NULL)
);

CREATE FUNCTION book_head_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.last_seq = 0 AND NEW.cash = 0 AND NEW.bank = 0 AND NEW.closed_through IS NULL THEN RETURN NEW; END IF;
  IF TG_OP IN ('DELETE', 'TRUNCATE') OR pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION 'book_head changes by transfers and closed months only' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER book_head_guard BEFORE INSERT OR UPDATE OR DELETE ON book_head FOR EACH ROW EXECUTE FUNCTION book_head_guard();
CREATE TRIGGER book_head_no_truncate BEFORE TRUNCATE ON book_head FOR EACH STATEMENT EXECUTE FUNCTION book_head_guard();

CREATE FUNCTION book_account_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP IN ('DELETE', 'TRUNCATE') OR pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION 'book_account changes by transfers only' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER book_account_guard BEFORE INSERT OR UPDATE OR DELETE ON book_account FOR EACH ROW EXECUTE FUNCTION book_account_guard();
CREATE TRIGGER book_account_no_truncate BEFORE TRUNCATE ON book_account FOR EACH STATEMENT EXECUTE FUNCTION book_account_guard();

-- Once a statement, so that a meeting of twenty members moves each account once.
CREATE FUNCTION book_transfer_apply() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  wrong text;
  heads bigint;
BEGIN
  -- In order of id, like every writer of books.
  PERFORM 1 FROM book_head WHERE group_id IN (SELECT group_id FROM fresh) ORDER BY group_id FOR UPDATE;
  SELECT f.id INTO wrong FROM fresh f JOIN book_head h USING (group_id) WHERE f.counts_on <= h.closed_through LIMIT 1;
  IF wrong IS NOT NULL THEN
    RAISE EXCEPTION 'transfer % is dated in a closed month', wrong USING ERRCODE = 'restrict_violation';
  END IF;
  SELECT f.id INTO wrong FROM fresh f JOIN book_transfer o ON o.group_id = f.group_id AND o.id = f.reverses
  WHERE o.reverses IS NOT NULL OR o.amount <> f.amount OR o.from_account <> f.to_account OR o.to_account <> f.from_account LIMIT 1;
  IF wrong IS NOT NULL THEN
    RAISE EXCEPTION 'transfer % does not mirror what it reverses', wrong USING ERRCODE = 'restrict_violation';
  END IF;
  WITH moved AS (
    SELECT group_id, min(seq) AS low, max(seq) AS high, count(*) AS many, min(counts_on) AS first_on, max(counts_on) AS last_on,
      sum(CASE WHEN split_part(to_account, '/', 2) = 'cash' THEN amount ELSE 0 END - CASE WHEN split_part(from_account, '/', 2) = 'cash' THEN amount ELSE 0 END) AS cash,
      sum(CASE WHEN split_part(to_account, '/', 2) = 'bank' THEN amount ELSE 0 END - CASE WHEN split_part(from_account, '/', 2) = 'bank' THEN amount ELSE 0 END) AS bank
    FROM fresh GROUP BY group_id)
  UPDATE book_head h SET last_seq = m.high, first_on = least(h.first_on, m.first_on), last_on = greatest(h.last_on, m.last_on),
    last_at = greatest(h.last_at, (SELECT max(e.at) FROM book_event e JOIN fresh f ON f.group_id = e.group_id AND f.event_key = e.key WHERE e.group_id = h.group_id)),
    cash = h.cash + m.cash, bank = h.bank + m.bank
  FROM moved m WHERE m.group_id = h.group_id AND m.low = h.last_seq + 1 AND m.high = h.last_seq + m.many;
  GET DIAGNOSTICS heads = ROW_COUNT;
  IF heads <> (SELECT count(DISTINCT group_id) FROM fresh) THEN
    RAISE EXCEPTION 'transfers out of the order of posting' USING ERRCODE = 'restrict_violation';
  END IF;
  INSERT INTO book_account (id, regency_code, group_id, kind, owner)
  SELECT DISTINCT account, regency_code, group_id, split_part(account, '/', 2), split_part(account, '/', 3)
  FROM fresh, LATERAL unnest(ARRAY[from_account, to_account]) AS account ORDER BY account
  ON CONFLICT (id) DO NOTHING;
  UPDATE book_account a SET debits = a.debits + m.came, credits = a.credits + m.went
  FROM (SELECT account, sum(came) AS came, sum(went) AS went FROM (
          SELECT to_account AS account, amount AS came, 0 AS went FROM fresh UNION ALL SELECT from_account, 0, amount FROM fresh) x GROUP BY account) m
  WHERE a.id = m.account;
  RETURN NULL;
END $$;
CREATE TRIGGER book_transfer_apply AFTER INSERT ON book_transfer REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION book_transfer_apply();
CREATE TRIGGER book_transfer_append_only BEFORE UPDATE OR DELETE ON book_transfer FOR EACH ROW EXECUTE FUNCTION anyam_append_only();
CREATE TRIGGER book_transfer_no_truncate BEFORE TRUNCATE ON book_transfer FOR EACH STATEMENT EXECUTE FUNCTION anyam_append_only();
CREATE TRIGGER book_event_append_only BEFORE UPDATE OR DELETE ON book_event FOR EACH ROW EXECUTE FUNCTION anyam_append_only();
CREATE TRIGGER book_event_no_truncate BEFORE TRUNCATE ON book_event FOR EACH STATEMENT EXECUTE FUNCTION anyam_append_only();

-- Months are closed one after the other, from that of the first entry on.
CREATE FUNCTION book_month_close() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE book_head SET closed_through = NEW.closed_through
  WHERE group_id = NEW.group_id AND CASE WHEN closed_through IS NULL THEN first_on IS NULL OR first_on >= date_trunc('month', NEW.closed_through)
                                         ELSE closed_through + 1 = date_trunc('month', NEW.closed_through) END;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'month through % does not follow the last closed one', NEW.closed_through USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER book_month_close BEFORE INSERT ON book_month FOR EACH ROW EXECUTE FUNCTION book_month_close();
CREATE TRIGGER book_month_append_only BEFORE UPDATE OR DELETE ON book_month FOR EACH ROW EXECUTE FUNCTION anyam_append_only();
CREATE TRIGGER book_month_no_truncate BEFORE TRUNCATE ON book_month FOR EACH STATEMENT EXECUTE FUNCTION anyam_append_only();
