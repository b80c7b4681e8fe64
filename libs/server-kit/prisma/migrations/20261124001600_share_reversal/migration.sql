-- What was shared to members, paid to them, or taken out of their fund can be taken back, by rows that turn the sign; nothing is erased.

-- A share-out taken back, once. Its slips must not have been paid out, or those payouts were taken back before.
CREATE TABLE market_share_reversal (
  share_id     uuid PRIMARY KEY REFERENCES market_share (id),
  regency_code text NOT NULL,
  group_id     uuid NOT NULL REFERENCES kube_group (id),
  deal_id      uuid NOT NULL REFERENCES market_deal (id),
  amount       bigint NOT NULL CHECK (amount > 0),
  reason       text NOT NULL,
  on_day       date NOT NULL,
  actor_id     text NOT NULL,
  actor_name   text NOT NULL,
  at           timestamptz(3) NOT NULL
);
CREATE INDEX market_share_reversal_deal ON market_share_reversal (deal_id);
CREATE TRIGGER market_share_reversal_append_only BEFORE UPDATE OR DELETE ON market_share_reversal FOR EACH ROW EXECUTE FUNCTION anyam_append_only();
CREATE TRIGGER market_share_reversal_no_truncate BEFORE TRUNCATE ON market_share_reversal FOR EACH STATEMENT EXECUTE FUNCTION anyam_append_only();

-- A slip is paid out in one or more parts; a part entered by mistake is taken back by another below zero.
ALTER TABLE market_payout
  DROP CONSTRAINT market_payout_share_id_member_id_key,
  DROP CONSTRAINT market_payout_amount_check,
  ADD COLUMN no bigint GENERATED ALWAYS AS IDENTITY,
  ADD COLUMN takes_back uuid UNIQUE REFERENCES market_payout (id),
  ADD COLUMN reason text,
  ADD CHECK (amount <> 0 AND (takes_back IS NULL) = (amount > 0) AND (takes_back IS NULL) = (reason IS NULL));
CREATE INDEX market_payout_slip ON market_payout (share_id, member_id, no);

CREATE FUNCTION market_share_reversal_apply() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM market_deal WHERE id = NEW.deal_id FOR UPDATE;
  IF NOT EXISTS (SELECT 1 FROM market_share s WHERE s.id = NEW.share_id AND s.deal_id = NEW.deal_id AND s.group_id = NEW.group_id AND s.amount = NEW.amount) THEN
    RAISE EXCEPTION 'reversal does not mirror share-out %', NEW.share_id USING ERRCODE = 'restrict_violation';
  END IF;
  IF (SELECT coalesce(sum(amount), 0) FROM market_payout WHERE share_id = NEW.share_id) <> 0 THEN
    RAISE EXCEPTION 'share-out % is paid out', NEW.share_id USING ERRCODE = 'restrict_violation';
  END IF;
  UPDATE market_deal SET shared = shared - NEW.amount WHERE id = NEW.deal_id;
  RETURN NULL;
END $$;
CREATE TRIGGER market_share_reversal_apply AFTER INSERT ON market_share_reversal FOR EACH ROW EXECUTE FUNCTION market_share_reversal_apply();

-- Of a slip never more is paid than its net, nor anything once the share-out is taken back. The deal's row makes payers of one deal wait.
CREATE FUNCTION market_payout_apply() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM market_deal WHERE id = (SELECT deal_id FROM market_share WHERE id = NEW.share_id) FOR UPDATE;
  IF NEW.takes_back IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM market_payout o WHERE o.id = NEW.takes_back AND (o.share_id, o.member_id, o.purse, o.amount) = (NEW.share_id, NEW.member_id, NEW.purse, -NEW.amount) AND o.takes_back IS NULL) THEN
    RAISE EXCEPTION 'payout % does not mirror %', NEW.id, NEW.takes_back USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.takes_back IS NULL AND EXISTS (SELECT 1 FROM market_share_reversal WHERE share_id = NEW.share_id) THEN
    RAISE EXCEPTION 'share-out % is taken back', NEW.share_id USING ERRCODE = 'restrict_violation';
  END IF;
  IF (SELECT sum(amount) FROM market_payout WHERE share_id = NEW.share_id AND member_id = NEW.member_id)
     > (SELECT net FROM market_share_line WHERE share_id = NEW.share_id AND member_id = NEW.member_id) THEN
    RAISE EXCEPTION 'more than the slip says' USING ERRCODE = 'check_violation', CONSTRAINT = 'market_payout_fits';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER market_payout_apply AFTER INSERT ON market_payout FOR EACH ROW EXECUTE FUNCTION market_payout_apply();

-- IKS that a share-out asked goes with it, by a line below zero that mirrors it.
ALTER TABLE iks_due
  DROP CONSTRAINT iks_due_amount_check,
  DROP CONSTRAINT iks_due_occasion_check,
  ADD CONSTRAINT iks_due_occasion_check CHECK (occasion ~ '^(meeting|month|payment|back):.{7,40}$'),
  ADD CONSTRAINT iks_due_amount_check CHECK (amount <> 0 AND (amount < 0) = (occasion LIKE 'back:%'));
CREATE FUNCTION iks_due_mirror() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM iks_due d WHERE d.group_id = NEW.group_id AND d.member_id = NEW.member_id AND d.occasion = 'payment:' || substr(NEW.occasion, 6) AND d.amount = -NEW.amount) THEN
    RAISE EXCEPTION 'a due taken back does not mirror its due' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER iks_due_mirror BEFORE INSERT ON iks_due FOR EACH ROW WHEN (NEW.amount < 0) EXECUTE FUNCTION iks_due_mirror();

-- A use of the fund taken back frees its decision for another round: a decision carries one thing at a time.
ALTER TABLE iks_use DROP CONSTRAINT iks_use_decision_id_fkey, DROP CONSTRAINT iks_use_decision_id_key, ADD COLUMN round integer NOT NULL DEFAULT 0;
ALTER TABLE savings_decision ADD COLUMN round integer NOT NULL DEFAULT 0 CHECK (round >= 0), DROP CONSTRAINT savings_decision_pkey, ADD PRIMARY KEY (decision_id, round);
ALTER TABLE iks_use ADD UNIQUE (decision_id, round), ADD FOREIGN KEY (decision_id, round) REFERENCES savings_decision (decision_id, round);
CREATE TABLE iks_use_reversal (
  use_id       uuid PRIMARY KEY REFERENCES iks_use (id),
  regency_code text NOT NULL,
  group_id     uuid NOT NULL REFERENCES kube_group (id),
  decision_id  uuid NOT NULL,
  reason       text NOT NULL,
  on_day       date NOT NULL,
  actor_id     text NOT NULL,
  actor_name   text NOT NULL,
  at           timestamptz(3) NOT NULL
);
CREATE INDEX iks_use_reversal_decision ON iks_use_reversal (decision_id);
CREATE TRIGGER iks_use_reversal_append_only BEFORE UPDATE OR DELETE ON iks_use_reversal FOR EACH ROW EXECUTE FUNCTION anyam_append_only();
CREATE TRIGGER iks_use_reversal_no_truncate BEFORE TRUNCATE ON iks_use_reversal FOR EACH STATEMENT EXECUTE FUNCTION anyam_append_only();

-- A decision's round is the number of its uses taken back, whoever writes it.
CREATE FUNCTION savings_decision_round() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.round := (SELECT count(*) FROM iks_use_reversal WHERE decision_id = NEW.decision_id);
  RETURN NEW;
END $$;
CREATE TRIGGER savings_decision_round BEFORE INSERT ON savings_decision FOR EACH ROW EXECUTE FUNCTION savings_decision_round();
CREATE FUNCTION iks_use_round() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.round := (SELECT max(round) FROM savings_decision WHERE decision_id = NEW.decision_id);
  RETURN NEW;
END $$;
CREATE TRIGGER iks_use_round BEFORE INSERT ON iks_use FOR EACH ROW EXECUTE FUNCTION iks_use_round();
