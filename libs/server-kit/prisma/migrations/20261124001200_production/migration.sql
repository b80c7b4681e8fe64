-- Production of the groups: catalogue, targets, goods in lots, material, livestock.

-- What the district's groups make and what they make it of. Quantities everywhere are whole base units.
CREATE TABLE production_product (
  id           uuid PRIMARY KEY,
  regency_code text NOT NULL REFERENCES region (code),
  name         text NOT NULL CHECK (length(name) > 0),
  kind         text NOT NULL CHECK (kind IN ('mat', 'shopGoods', 'sewing', 'livestockProduct', 'other')),
  base_unit    text NOT NULL CHECK (length(base_unit) > 0),
  units        jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(units) = 'array'),
  grades       text[] NOT NULL CHECK (cardinality(grades) > 0),
  active       boolean NOT NULL DEFAULT true,
  created_by   text NOT NULL,
  created_at   timestamptz(3) NOT NULL,
  updated_at   timestamptz(3) NOT NULL
);
CREATE UNIQUE INDEX production_product_name ON production_product (regency_code, lower(name));

CREATE TABLE production_material (
  id           uuid PRIMARY KEY,
  regency_code text NOT NULL REFERENCES region (code),
  name         text NOT NULL CHECK (length(name) > 0),
  base_unit    text NOT NULL CHECK (length(base_unit) > 0),
  units        jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(units) = 'array'),
  active       boolean NOT NULL DEFAULT true,
  created_by   text NOT NULL,
  created_at   timestamptz(3) NOT NULL,
  updated_at   timestamptz(3) NOT NULL
);
CREATE UNIQUE INDEX production_material_name ON production_material (regency_code, lower(name));

-- The district's own norms; a group's norm is a decision of its meeting and stands there.
CREATE TABLE production_norm (
  id           uuid PRIMARY KEY,
  regency_code text NOT NULL REFERENCES region (code),
  product_id   uuid NOT NULL REFERENCES production_product (id),
  grade        text,
  material_id  uuid NOT NULL REFERENCES production_material (id),
  material     integer NOT NULL CHECK (material > 0),
  pieces       integer NOT NULL CHECK (pieces > 0),
  created_by   text NOT NULL,
  created_at   timestamptz(3) NOT NULL
);
CREATE UNIQUE INDEX production_norm_once ON production_norm (regency_code, product_id, material_id, coalesce(grade, ''));

-- Short name of a group on its lots, once in a regency, so that a code on a slip names one lot.
CREATE TABLE production_prefix (
  group_id     uuid PRIMARY KEY REFERENCES kube_group (id),
  regency_code text NOT NULL,
  prefix       text NOT NULL CHECK (prefix ~ '^[A-Z]{2,5}$'),
  UNIQUE (regency_code, prefix)
);

-- Targets by decision. A newer one for the same goods and days takes the older one's place.
CREATE TABLE production_target (
  id                 uuid PRIMARY KEY,
  regency_code       text NOT NULL,
  group_id           uuid NOT NULL REFERENCES kube_group (id),
  product_id         uuid NOT NULL REFERENCES production_product (id),
  from_on            date NOT NULL,
  to_on              date NOT NULL,
  decided            integer NOT NULL CHECK (decided > 0),
  quantity           integer NOT NULL CHECK (quantity > 0),
  decision_id        text NOT NULL,
  season             text CHECK (season IN ('harvest', 'planting', 'ramadan', 'other')),
  season_percent     integer CHECK (season_percent > 0),
  season_decision_id text,
  set_by             text NOT NULL,
  set_at             timestamptz(3) NOT NULL,
  replaced_at        timestamptz(3),
  CHECK (from_on <= to_on),
  CHECK ((season IS NULL) = (season_percent IS NULL) AND (season IS NULL) = (season_decision_id IS NULL))
);
CREATE UNIQUE INDEX production_target_once ON production_target (regency_code, group_id, product_id, from_on, to_on) WHERE replaced_at IS NULL;
CREATE INDEX production_target_group ON production_target (group_id, from_on DESC);
CREATE TABLE production_target_part (
  target_id    uuid NOT NULL REFERENCES production_target (id),
  regency_code text NOT NULL,
  member_id    uuid NOT NULL REFERENCES membership (id),
  capacity     integer NOT NULL CHECK (capacity >= 0),
  quantity     integer NOT NULL CHECK (quantity >= 0),
  PRIMARY KEY (regency_code, target_id, member_id)
);
CREATE FUNCTION production_target_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- The only change of a target: its place is taken, once.
  IF TG_OP = 'UPDATE' AND OLD.replaced_at IS NULL AND NEW.replaced_at IS NOT NULL
     AND (to_jsonb(NEW) - 'replaced_at') = (to_jsonb(OLD) - 'replaced_at') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a target is not changed, only replaced' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER production_target_kept BEFORE UPDATE OR DELETE ON production_target FOR EACH ROW EXECUTE FUNCTION production_target_kept();
CREATE TRIGGER production_target_part_append_only BEFORE UPDATE OR DELETE ON production_target_part FOR EACH ROW EXECUTE FUNCTION anyam_append_only();
CREATE FUNCTION production_target_sums() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE parts bigint;
BEGIN
  SELECT coalesce(sum(quantity), 0) INTO parts FROM production_target_part WHERE regency_code = NEW.regency_code AND target_id = NEW.id;
  IF parts <> NEW.quantity THEN
    RAISE EXCEPTION 'parts of target % sum to %, not %', NEW.id, parts, NEW.quantity USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER production_target_sums AFTER INSERT ON production_target DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION production_target_sums();

-- Deposits: what a member handed in, all of it accepted or rejected.
CREATE TABLE production_deposit (
  id            uuid PRIMARY KEY,
  regency_code  text NOT NULL REFERENCES region (code),
  group_id      uuid NOT NULL REFERENCES kube_group (id),
  meeting_id    uuid,
  member_id     uuid NOT NULL REFERENCES membership (id),
  product_id    uuid NOT NULL REFERENCES production_product (id),
  grade         text NOT NULL,
  on_day        date NOT NULL,
  handed_in     integer NOT NULL CHECK (handed_in > 0),
  accepted      integer NOT NULL CHECK (accepted >= 0),
  rejected      integer NOT NULL CHECK (rejected >= 0),
  reject_reason text CHECK (reject_reason IN ('wrongSize', 'loose', 'torn', 'dirty', 'damp', 'badColour', 'wrongGoods', 'other')),
  note          text,
  actor_id      text NOT NULL,
  actor_name    text NOT NULL,
  at            timestamptz(3) NOT NULL,
  CONSTRAINT production_deposit_even CHECK (accepted + rejected = handed_in),
  CHECK ((rejected > 0) = (reject_reason IS NOT NULL))
);
CREATE INDEX production_deposit_group ON production_deposit (group_id, on_day DESC, at DESC);
CREATE INDEX production_deposit_meeting ON production_deposit (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX production_deposit_member ON production_deposit (member_id, on_day);
-- A deposit written down by mistake: its whole lot is withdrawn, both stay to be seen.
CREATE TABLE production_deposit_void (
  deposit_id   uuid PRIMARY KEY REFERENCES production_deposit (id),
  regency_code text NOT NULL,
  reason       text NOT NULL CHECK (length(reason) > 0),
  actor_id     text NOT NULL,
  actor_name   text NOT NULL,
  at           timestamptz(3) NOT NULL
);

-- Handed in, accepted and rejected by group, product and month: board and chart. Kept by the deposits alone.
CREATE TABLE production_output (
  regency_code text NOT NULL,
  group_id     uuid NOT NULL REFERENCES kube_group (id),
  product_id   uuid NOT NULL REFERENCES production_product (id),
  month        date NOT NULL CHECK (extract(day FROM month) = 1),
  handed_in    bigint NOT NULL CHECK (handed_in >= 0),
  accepted     bigint NOT NULL CHECK (accepted >= 0),
  rejected     bigint NOT NULL CHECK (rejected >= 0),
  PRIMARY KEY (regency_code, group_id, product_id, month)
);
CREATE INDEX production_output_month ON production_output (regency_code, month, product_id);

-- Lots: the accepted goods of one deposit. What lies in the three piles can never be more than was accepted.
CREATE TABLE production_lot (
  id           uuid PRIMARY KEY,
  regency_code text NOT NULL REFERENCES region (code),
  group_id     uuid NOT NULL REFERENCES kube_group (id),
  deposit_id   uuid NOT NULL REFERENCES production_deposit (id),
  member_id    uuid NOT NULL REFERENCES membership (id),
  product_id   uuid NOT NULL REFERENCES production_product (id),
  grade        text NOT NULL,
  on_day       date NOT NULL,
  month        date NOT NULL CHECK (extract(day FROM month) = 1),
  sequence     integer NOT NULL CHECK (sequence BETWEEN 1 AND 9999),
  code         text NOT NULL,
  accepted     integer NOT NULL CHECK (accepted > 0),
  reserved     integer NOT NULL DEFAULT 0,
  sold         integer NOT NULL DEFAULT 0,
  withdrawn    integer NOT NULL DEFAULT 0,
  CONSTRAINT production_lot_piles CHECK (reserved >= 0 AND sold >= 0 AND withdrawn >= 0 AND reserved + sold + withdrawn <= accepted)
);
CREATE UNIQUE INDEX production_lot_code ON production_lot (regency_code, code);
CREATE UNIQUE INDEX production_lot_deposit ON production_lot (regency_code, deposit_id);
CREATE UNIQUE INDEX production_lot_sequence ON production_lot (regency_code, group_id, month, sequence);
CREATE INDEX production_lot_group ON production_lot (group_id, on_day DESC, code);
CREATE INDEX production_lot_unsold ON production_lot (group_id, product_id, on_day) WHERE reserved + sold + withdrawn < accepted;
CREATE INDEX production_lot_stock ON production_lot (regency_code, product_id, grade, on_day) WHERE reserved + sold + withdrawn < accepted;
-- The last number a group gave in a month. It moves in the transaction of the lot, so there is no hole.
CREATE TABLE production_sequence (
  group_id     uuid NOT NULL REFERENCES kube_group (id),
  regency_code text NOT NULL,
  month        date NOT NULL,
  last         integer NOT NULL CHECK (last >= 0),
  PRIMARY KEY (regency_code, group_id, month)
);
-- How much of a lot each deal holds.
CREATE TABLE production_lot_hold (
  lot_id       uuid NOT NULL REFERENCES production_lot (id),
  regency_code text NOT NULL,
  deal_id      uuid NOT NULL,
  reserved     integer NOT NULL DEFAULT 0,
  sold         integer NOT NULL DEFAULT 0,
  PRIMARY KEY (regency_code, lot_id, deal_id),
  CONSTRAINT production_lot_hold_floor CHECK (reserved >= 0 AND sold >= 0)
);
CREATE INDEX production_lot_hold_deal ON production_lot_hold (deal_id);
CREATE TABLE production_lot_event (
  id           bigint GENERATED ALWAYS AS IDENTITY,
  regency_code text NOT NULL,
  lot_id       uuid NOT NULL REFERENCES production_lot (id),
  kind         text NOT NULL CHECK (kind IN ('reserve', 'release', 'sell', 'takeBack', 'withdraw', 'putBack')),
  deal_id      uuid,
  quantity     integer NOT NULL CHECK (quantity > 0),
  note         text,
  actor_id     text NOT NULL,
  actor_name   text NOT NULL,
  at           timestamptz(3) NOT NULL,
  PRIMARY KEY (regency_code, id),
  CHECK ((kind IN ('withdraw', 'putBack')) = (deal_id IS NULL))
);
CREATE INDEX production_lot_event_lot ON production_lot_event (lot_id, id);

-- Unsold goods by group and product, for boards over all groups. Kept by the lots alone.
CREATE TABLE production_stock (
  regency_code text NOT NULL,
  group_id     uuid NOT NULL REFERENCES kube_group (id),
  product_id   uuid NOT NULL REFERENCES production_product (id),
  unsold       bigint NOT NULL CHECK (unsold >= 0),
  oldest_on    date,
  PRIMARY KEY (regency_code, group_id, product_id)
);
CREATE INDEX production_stock_oldest ON production_stock (regency_code, oldest_on) WHERE unsold > 0;

CREATE FUNCTION production_lot_event_apply() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  to_reserved integer := CASE NEW.kind WHEN 'reserve' THEN NEW.quantity WHEN 'release' THEN -NEW.quantity WHEN 'sell' THEN -NEW.quantity ELSE 0 END;
  to_sold     integer := CASE NEW.kind WHEN 'sell' THEN NEW.quantity WHEN 'takeBack' THEN -NEW.quantity ELSE 0 END;
  to_out      integer := CASE NEW.kind WHEN 'withdraw' THEN NEW.quantity WHEN 'putBack' THEN -NEW.quantity ELSE 0 END;
BEGIN
  UPDATE production_lot SET reserved = reserved + to_reserved, sold = sold + to_sold, withdrawn = withdrawn + to_out WHERE id = NEW.lot_id;
  IF NEW.deal_id IS NOT NULL THEN
    INSERT INTO production_lot_hold (lot_id, regency_code, deal_id) VALUES (NEW.lot_id, NEW.regency_code, NEW.deal_id) ON CONFLICT DO NOTHING;
    UPDATE production_lot_hold SET reserved = reserved + to_reserved, sold = sold + to_sold
    WHERE regency_code = NEW.regency_code AND lot_id = NEW.lot_id AND deal_id = NEW.deal_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER production_lot_event_apply AFTER INSERT ON production_lot_event FOR EACH ROW EXECUTE FUNCTION production_lot_event_apply();
CREATE TRIGGER production_lot_event_append_only BEFORE UPDATE OR DELETE ON production_lot_event FOR EACH ROW EXECUTE FUNCTION anyam_append_only();
CREATE TRIGGER production_lot_event_no_truncate BEFORE TRUNCATE ON production_lot_event FOR EACH STATEMENT EXECUTE FUNCTION anyam_append_only();

-- Piles, holds, totals and balances move by their events only.
CREATE FUNCTION production_by_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION '% changes by its events only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER production_lot_hold_guard BEFORE INSERT OR UPDATE OR DELETE ON production_lot_hold FOR EACH ROW EXECUTE FUNCTION production_by_events();
CREATE TRIGGER production_stock_guard BEFORE INSERT OR UPDATE OR DELETE ON production_stock FOR EACH ROW EXECUTE FUNCTION production_by_events();
CREATE TRIGGER production_output_guard BEFORE INSERT OR UPDATE OR DELETE ON production_output FOR EACH ROW EXECUTE FUNCTION production_by_events();
CREATE FUNCTION production_lot_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.reserved + NEW.sold + NEW.withdrawn > 0 THEN
      RAISE EXCEPTION 'a new lot is all available' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' OR pg_trigger_depth() < 2
     OR (to_jsonb(NEW) - '{reserved,sold,withdrawn}'::text[]) <> (to_jsonb(OLD) - '{reserved,sold,withdrawn}'::text[]) THEN
    RAISE EXCEPTION 'production_lot changes by its events only' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER production_lot_guard BEFORE INSERT OR UPDATE OR DELETE ON production_lot FOR EACH ROW EXECUTE FUNCTION production_lot_guard();

CREATE FUNCTION production_lot_stock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO production_stock (regency_code, group_id, product_id, unsold) VALUES (NEW.regency_code, NEW.group_id, NEW.product_id, 0) ON CONFLICT DO NOTHING;
  -- Held before it is counted, so that of two writers the later one sees what the earlier one did.
  PERFORM 1 FROM production_stock WHERE regency_code = NEW.regency_code AND group_id = NEW.group_id AND product_id = NEW.product_id FOR UPDATE;
  UPDATE production_stock s SET unsold = l.unsold, oldest_on = l.oldest_on
  FROM (SELECT coalesce(sum(accepted - reserved - sold - withdrawn), 0) AS unsold, min(on_day) AS oldest_on
        FROM production_lot WHERE group_id = NEW.group_id AND product_id = NEW.product_id AND reserved + sold + withdrawn < accepted) l
  WHERE s.regency_code = NEW.regency_code AND s.group_id = NEW.group_id AND s.product_id = NEW.product_id;
  RETURN NULL;
END $$;
CREATE TRIGGER production_lot_stock AFTER INSERT OR UPDATE ON production_lot FOR EACH ROW EXECUTE FUNCTION production_lot_stock();

CREATE FUNCTION production_output_add(d production_deposit, sign integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO production_output (regency_code, group_id, product_id, month, handed_in, accepted, rejected)
  VALUES (d.regency_code, d.group_id, d.product_id, date_trunc('month', d.on_day)::date, 0, 0, 0) ON CONFLICT DO NOTHING;
  UPDATE production_output SET handed_in = handed_in + sign * d.handed_in, accepted = accepted + sign * d.accepted, rejected = rejected + sign * d.rejected
  WHERE regency_code = d.regency_code AND group_id = d.group_id AND product_id = d.product_id AND month = date_trunc('month', d.on_day)::date;
END $$;
CREATE FUNCTION production_deposit_counted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM production_output_add(NEW, 1);
  RETURN NULL;
END $$;
CREATE TRIGGER production_deposit_counted AFTER INSERT ON production_deposit FOR EACH ROW EXECUTE FUNCTION production_deposit_counted();
CREATE FUNCTION production_deposit_voided() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  d production_deposit;
  still integer;
BEGIN
  SELECT * INTO d FROM production_deposit WHERE id = NEW.deposit_id;
  SELECT accepted - withdrawn INTO still FROM production_lot WHERE deposit_id = NEW.deposit_id;
  IF coalesce(still, 0) <> 0 THEN
    RAISE EXCEPTION 'the lot of deposit % is not withdrawn', NEW.deposit_id USING ERRCODE = 'restrict_violation';
  END IF;
  PERFORM production_output_add(d, -1);
  RETURN NULL;
END $$;
CREATE TRIGGER production_deposit_voided AFTER INSERT ON production_deposit_void FOR EACH ROW EXECUTE FUNCTION production_deposit_voided();
CREATE TRIGGER production_deposit_append_only BEFORE UPDATE OR DELETE ON production_deposit FOR EACH ROW EXECUTE FUNCTION anyam_append_only();
CREATE TRIGGER production_deposit_no_truncate BEFORE TRUNCATE ON production_deposit FOR EACH STATEMENT EXECUTE FUNCTION anyam_append_only();
CREATE TRIGGER production_deposit_void_append_only BEFORE UPDATE OR DELETE ON production_deposit_void FOR EACH ROW EXECUTE FUNCTION anyam_append_only();

-- The unit that quantities are stored in stays once something was counted in it.
CREATE FUNCTION production_unit_kept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE used boolean;
BEGIN
  IF NEW.base_unit = OLD.base_unit THEN RETURN NEW; END IF;
  IF TG_TABLE_NAME = 'production_product' THEN
    SELECT EXISTS (SELECT 1 FROM production_output WHERE regency_code = OLD.regency_code AND product_id = OLD.id)
        OR EXISTS (SELECT 1 FROM production_target WHERE product_id = OLD.id) INTO used;
  ELSE
    SELECT EXISTS (SELECT 1 FROM production_material_balance WHERE material_id = OLD.id) INTO used;
  END IF;
  IF used THEN
    RAISE EXCEPTION 'production_unit_kept: % is already counted in %', OLD.name, OLD.base_unit USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- Material. A balance row is what lies with one holder: the group itself (its store) or a member.
CREATE TABLE production_material_event (
  id           uuid PRIMARY KEY,
  regency_code text NOT NULL REFERENCES region (code),
  group_id     uuid NOT NULL REFERENCES kube_group (id),
  material_id  uuid NOT NULL REFERENCES production_material (id),
  kind         text NOT NULL CHECK (kind IN ('received', 'sentBack', 'lostInStore', 'usedInStore', 'issued', 'used', 'returned', 'rejected', 'lost')),
  member_id    uuid REFERENCES membership (id),
  quantity     integer NOT NULL CHECK (quantity > 0),
  value        bigint NOT NULL CHECK (value >= 0),
  on_day       date NOT NULL,
  party_id     uuid,
  paid_from    text CHECK (paid_from IN ('cash', 'bank')),
  deal_id      uuid,
  -- The group relieves the member of the value: it becomes an expense of the group.
  relieved     boolean NOT NULL DEFAULT false,
  note         text,
  -- Given by who calls, so that one delivery is received once.
  key          text NOT NULL,
  reverses     uuid REFERENCES production_material_event (id),
  -- In the order written, for the lists.
  seq          bigint GENERATED ALWAYS AS IDENTITY,
  actor_id     text NOT NULL,
  actor_name   text NOT NULL,
  at           timestamptz(3) NOT NULL,
  CHECK ((kind IN ('issued', 'used', 'returned', 'rejected', 'lost')) = (member_id IS NOT NULL)),
  CHECK (party_id IS NULL OR paid_from IS NULL)
);
CREATE UNIQUE INDEX production_material_event_key ON production_material_event (regency_code, group_id, key);
CREATE UNIQUE INDEX production_material_event_reversed ON production_material_event (regency_code, reverses) WHERE reverses IS NOT NULL;
CREATE INDEX production_material_event_group ON production_material_event (group_id, seq DESC);
CREATE INDEX production_material_event_use ON production_material_event (group_id, on_day) WHERE kind = 'used';
CREATE TABLE production_material_flow (
  regency_code text NOT NULL,
  group_id     uuid NOT NULL REFERENCES kube_group (id),
  material_id  uuid NOT NULL REFERENCES production_material (id),
  holder       uuid NOT NULL,
  kind         text NOT NULL,
  quantity     bigint NOT NULL DEFAULT 0,
  value        bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (regency_code, group_id, material_id, holder, kind),
  CONSTRAINT production_material_flow_floor CHECK (quantity >= 0 AND value >= 0)
);
CREATE TABLE production_material_balance (
  regency_code text NOT NULL,
  group_id     uuid NOT NULL REFERENCES kube_group (id),
  material_id  uuid NOT NULL REFERENCES production_material (id),
  holder       uuid NOT NULL,
  quantity     bigint NOT NULL DEFAULT 0,
  value        bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (regency_code, group_id, material_id, holder),
  CONSTRAINT production_material_floor CHECK (quantity >= 0 AND value >= 0 AND (quantity > 0 OR value = 0))
);
CREATE FUNCTION production_material_event_apply() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  sign  integer := CASE WHEN NEW.reverses IS NULL THEN 1 ELSE -1 END;
  store integer := CASE NEW.kind WHEN 'received' THEN 1 WHEN 'returned' THEN 1 WHEN 'sentBack' THEN -1 WHEN 'lostInStore' THEN -1 WHEN 'usedInStore' THEN -1 WHEN 'issued' THEN -1 ELSE 0 END;
  held  integer := CASE NEW.kind WHEN 'issued' THEN 1 WHEN 'used' THEN -1 WHEN 'returned' THEN -1 WHEN 'rejected' THEN -1 WHEN 'lost' THEN -1 ELSE 0 END;
  original production_material_event;
BEGIN
  IF NEW.reverses IS NOT NULL THEN
    SELECT * INTO original FROM production_material_event WHERE id = NEW.reverses;
    IF original.reverses IS NOT NULL OR (original.group_id, original.material_id, original.kind, original.quantity, original.value) <> (NEW.group_id, NEW.material_id, NEW.kind, NEW.quantity, NEW.value)
       OR original.member_id IS DISTINCT FROM NEW.member_id THEN
      RAISE EXCEPTION 'material event % does not mirror %', NEW.id, NEW.reverses USING ERRCODE = 'restrict_violation';
    END IF;
  END IF;
  INSERT INTO production_material_flow (regency_code, group_id, material_id, holder, kind)
  VALUES (NEW.regency_code, NEW.group_id, NEW.material_id, coalesce(NEW.member_id, NEW.group_id), NEW.kind) ON CONFLICT DO NOTHING;
  UPDATE production_material_flow SET quantity = quantity + sign * NEW.quantity, value = value + sign * NEW.value
  WHERE regency_code = NEW.regency_code AND group_id = NEW.group_id AND material_id = NEW.material_id AND holder = coalesce(NEW.member_id, NEW.group_id) AND kind = NEW.kind;
  IF store <> 0 THEN
    INSERT INTO production_material_balance (regency_code, group_id, material_id, holder) VALUES (NEW.regency_code, NEW.group_id, NEW.material_id, NEW.group_id) ON CONFLICT DO NOTHING;
    UPDATE production_material_balance SET quantity = quantity + sign * store * NEW.quantity, value = value + sign * store * NEW.value
    WHERE regency_code = NEW.regency_code AND group_id = NEW.group_id AND material_id = NEW.material_id AND holder = NEW.group_id;
  END IF;
  IF held <> 0 THEN
    INSERT INTO production_material_balance (regency_code, group_id, material_id, holder) VALUES (NEW.regency_code, NEW.group_id, NEW.material_id, NEW.member_id) ON CONFLICT DO NOTHING;
    UPDATE production_material_balance SET quantity = quantity + sign * held * NEW.quantity, value = value + sign * held * NEW.value
    WHERE regency_code = NEW.regency_code AND group_id = NEW.group_id AND material_id = NEW.material_id AND holder = NEW.member_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER production_material_event_apply AFTER INSERT ON production_material_event FOR EACH ROW EXECUTE FUNCTION production_material_event_apply();
CREATE TRIGGER production_material_event_append_only BEFORE UPDATE OR DELETE ON production_material_event FOR EACH ROW EXECUTE FUNCTION anyam_append_only();
CREATE TRIGGER production_material_event_no_truncate BEFORE TRUNCATE ON production_material_event FOR EACH STATEMENT EXECUTE FUNCTION anyam_append_only();
CREATE TRIGGER production_material_flow_guard BEFORE INSERT OR UPDATE OR DELETE ON production_material_flow FOR EACH ROW EXECUTE FUNCTION production_by_events();
CREATE TRIGGER production_material_balance_guard BEFORE INSERT OR UPDATE OR DELETE ON production_material_balance FOR EACH ROW EXECUTE FUNCTION production_by_events();
CREATE TRIGGER production_product_unit BEFORE UPDATE ON production_product FOR EACH ROW EXECUTE FUNCTION production_unit_kept();
CREATE TRIGGER production_material_unit BEFORE UPDATE ON production_material FOR EACH ROW EXECUTE FUNCTION production_unit_kept();

-- Livestock: the events are the book; a unit is what they come to today.
CREATE TABLE production_herd_event (
  id           uuid PRIMARY KEY,
  regency_code text NOT NULL REFERENCES region (code),
  group_id     uuid NOT NULL REFERENCES kube_group (id),
  seq          bigint GENERATED ALWAYS AS IDENTITY,
  kind         text NOT NULL CHECK (kind IN ('opening', 'birth', 'purchase', 'transferIn', 'transferOut', 'death', 'sale', 'theft', 'slaughter', 'change', 'void')),
  on_day       date NOT NULL,
  reported_on  date NOT NULL,
  unit_id      uuid NOT NULL,
  head         integer NOT NULL CHECK (head >= 0),
  -- What the domain replays.
  event        jsonb NOT NULL,
  -- Rupiah paid or got, and what it stood in the books for.
  amount       bigint NOT NULL DEFAULT 0 CHECK (amount >= 0),
  cost         bigint NOT NULL DEFAULT 0 CHECK (cost >= 0),
  purse        text,
  cause        text,
  note         text,
  photo_id     uuid REFERENCES stored_file (id),
  witness_ids  uuid[] NOT NULL DEFAULT '{}',
  report_no    text,
  findings     jsonb NOT NULL DEFAULT '[]',
  reverses     uuid REFERENCES production_herd_event (id),
  actor_id     text NOT NULL,
  actor_name   text NOT NULL,
  at           timestamptz(3) NOT NULL,
  CHECK ((kind = 'void') = (reverses IS NOT NULL)),
  CHECK (kind IN ('change', 'void') OR head > 0),
  CONSTRAINT production_herd_death_proven CHECK (kind <> 'death' OR (cause IS NOT NULL AND (photo_id IS NOT NULL OR cardinality(witness_ids) > 0)))
);
CREATE UNIQUE INDEX production_herd_event_reversed ON production_herd_event (regency_code, reverses) WHERE reverses IS NOT NULL;
CREATE INDEX production_herd_event_group ON production_herd_event (group_id, seq);
CREATE TABLE production_herd_unit (
  id             uuid PRIMARY KEY,
  regency_code   text NOT NULL REFERENCES region (code),
  group_id       uuid NOT NULL REFERENCES kube_group (id),
  species        text NOT NULL,
  tag            text,
  head           integer NOT NULL CHECK (head >= 0),
  sex            text CHECK (sex IN ('female', 'male')),
  class          text NOT NULL CHECK (class IN ('kid', 'young', 'breedingFemale', 'buck')),
  born_on        date,
  mother_id      uuid,
  keeper_id      uuid NOT NULL REFERENCES membership (id),
  source         text NOT NULL CHECK (source IN ('aid', 'own', 'solidarityFund')),
  handed_over_on date,
  since          date NOT NULL,
  gone_kind      text,
  gone_on        date,
  CHECK ((head = 0) = (gone_kind IS NOT NULL) AND (gone_kind IS NULL) = (gone_on IS NULL)),
  CHECK (tag IS NULL OR head <= 1)
);
-- An ear tag lives once in a group, also after the animal is gone.
CREATE UNIQUE INDEX production_herd_tag ON production_herd_unit (regency_code, group_id, tag) WHERE tag IS NOT NULL;
CREATE INDEX production_herd_unit_group ON production_herd_unit (group_id) WHERE head > 0;
CREATE TRIGGER production_herd_event_append_only BEFORE UPDATE OR DELETE ON production_herd_event FOR EACH ROW EXECUTE FUNCTION anyam_append_only();
CREATE TRIGGER production_herd_event_no_truncate BEFORE TRUNCATE ON production_herd_event FOR EACH STATEMENT EXECUTE FUNCTION anyam_append_only();

CREATE TABLE production_stock_count (
  id            uuid PRIMARY KEY,
  regency_code  text NOT NULL REFERENCES region (code),
  group_id      uuid NOT NULL REFERENCES kube_group (id),
  on_day        date NOT NULL,
  facilitator   text NOT NULL CHECK (length(facilitator) > 0),
  agency_signer text NOT NULL CHECK (length(agency_signer) > 0),
  lines         jsonb NOT NULL CHECK (jsonb_typeof(lines) = 'array'),
  note          text,
  actor_id      text NOT NULL,
  actor_name    text NOT NULL,
  at            timestamptz(3) NOT NULL
);
CREATE INDEX production_stock_count_group ON production_stock_count (group_id, on_day DESC);
CREATE TRIGGER production_stock_count_append_only BEFORE UPDATE OR DELETE ON production_stock_count FOR EACH ROW EXECUTE FUNCTION anyam_append_only();

-- What must be looked into; opened by a count that differs, closed with a reason.
CREATE TABLE production_case (
  id           uuid PRIMARY KEY,
  regency_code text NOT NULL REFERENCES region (code),
  group_id     uuid NOT NULL REFERENCES kube_group (id),
  count_id     uuid NOT NULL REFERENCES production_stock_count (id),
  code         text NOT NULL,
  unit_id      text NOT NULL,
  params       jsonb NOT NULL,
  opened_at    timestamptz(3) NOT NULL,
  closed_at    timestamptz(3),
  closed_by    text,
  closed_name  text,
  closed_note  text,
  CHECK ((closed_at IS NULL) = (closed_by IS NULL) AND (closed_at IS NULL) = (closed_note IS NULL))
);
CREATE INDEX production_case_open ON production_case (group_id) WHERE closed_at IS NULL;
CREATE FUNCTION production_case_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.closed_at IS NULL AND NEW.closed_at IS NOT NULL
     AND (to_jsonb(NEW) - '{closed_at,closed_by,closed_name,closed_note}'::text[]) = (to_jsonb(OLD) - '{closed_at,closed_by,closed_name,closed_note}'::text[]) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a case is closed once and never changed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER production_case_kept BEFORE UPDATE OR DELETE ON production_case FOR EACH ROW EXECUTE FUNCTION production_case_kept();
