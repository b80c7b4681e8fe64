-- Brokers, buyers and suppliers; needs and offers; deals from bid to share-out; prices for comparison.

-- A row with permissions between parties, never a tenant: one list a regency.
CREATE TABLE market_party (
  id             uuid PRIMARY KEY,
  regency_code   text NOT NULL REFERENCES region (code),
  name           text NOT NULL,
  name_key       text NOT NULL,
  phone          text CHECK (phone ~ '^\+62[1-9]\d{7,11}$'),
  kinds          text[] NOT NULL CHECK (cardinality(kinds) > 0 AND kinds <@ ARRAY['broker', 'buyer', 'supplier']),
  -- [{goodsId: uuid or null, area}]: served where one line fits.
  coverage       jsonb NOT NULL CHECK (jsonb_typeof(coverage) = 'array'),
  blocked_reason text,
  blocked_on     date,
  created_by     text NOT NULL,
  created_at     timestamptz(3) NOT NULL,
  updated_at     timestamptz(3) NOT NULL,
  CHECK ((blocked_reason IS NULL) = (blocked_on IS NULL))
);
CREATE INDEX market_party_name ON market_party (regency_code, name_key, id);
CREATE INDEX market_party_search ON market_party USING gin (name_key gin_trgm_ops);

CREATE TABLE market_need (
  id           uuid PRIMARY KEY,
  regency_code text NOT NULL,
  party_id     uuid NOT NULL REFERENCES market_party (id),
  product_id   uuid NOT NULL REFERENCES production_product (id),
  grades       jsonb NOT NULL,
  quantity     bigint NOT NULL CHECK (quantity > 0),
  needed_by    date NOT NULL,
  place        text NOT NULL REFERENCES region (code),
  closed_at    timestamptz(3),
  created_by   text NOT NULL,
  created_at   timestamptz(3) NOT NULL
);
CREATE INDEX market_need_open ON market_need (regency_code, product_id, needed_by, id) WHERE closed_at IS NULL;
CREATE INDEX market_need_list ON market_need (regency_code, needed_by, id);
CREATE INDEX market_need_party ON market_need (party_id, needed_by);

CREATE TABLE market_material_offer (
  id           uuid PRIMARY KEY,
  regency_code text NOT NULL,
  party_id     uuid NOT NULL REFERENCES market_party (id),
  material_id  uuid NOT NULL REFERENCES production_material (id),
  quantity     bigint NOT NULL CHECK (quantity > 0),
  price        bigint NOT NULL CHECK (price > 0),
  until_on     date NOT NULL,
  closed_at    timestamptz(3),
  created_by   text NOT NULL,
  created_at   timestamptz(3) NOT NULL
);
CREATE INDEX market_material_offer_open ON market_material_offer (regency_code, material_id, until_on) WHERE closed_at IS NULL;
CREATE INDEX market_material_offer_party ON market_material_offer (party_id, until_on);

CREATE TABLE market_offer (
  id           uuid PRIMARY KEY,
  regency_code text NOT NULL,
  village_code text NOT NULL REFERENCES region (code),
  group_id     uuid NOT NULL REFERENCES kube_group (id),
  product_id   uuid NOT NULL REFERENCES production_product (id),
  until_on     date NOT NULL,
  closed_at    timestamptz(3),
  created_by   text NOT NULL,
  created_at   timestamptz(3) NOT NULL
);
CREATE INDEX market_offer_open ON market_offer (regency_code, product_id, village_code) WHERE closed_at IS NULL;
CREATE INDEX market_offer_group ON market_offer (group_id, until_on);

-- Stock out of a lot, or output that is to come.
CREATE TABLE market_offer_line (
  regency_code text NOT NULL,
  group_id     uuid NOT NULL,
  offer_id     uuid NOT NULL REFERENCES market_offer (id),
  no           integer NOT NULL CHECK (no >= 0),
  lot_id       uuid REFERENCES production_lot (id),
  grade        text NOT NULL,
  quantity     bigint NOT NULL CHECK (quantity > 0),
  ready_on     date,
  PRIMARY KEY (offer_id, no),
  UNIQUE (offer_id, lot_id),
  CHECK ((lot_id IS NULL) <> (ready_on IS NULL))
);

CREATE TABLE market_deal (
  id              uuid PRIMARY KEY,
  regency_code    text NOT NULL,
  village_code    text NOT NULL REFERENCES region (code),
  group_id        uuid NOT NULL REFERENCES kube_group (id),
  party_id        uuid NOT NULL REFERENCES market_party (id),
  product_id      uuid NOT NULL REFERENCES production_product (id),
  offer_id        uuid REFERENCES market_offer (id),
  need_id         uuid REFERENCES market_need (id),
  state           text NOT NULL CHECK (state IN ('penawaran', 'sepakat', 'dikirim', 'diterima', 'dibayarSebagian', 'dibayar', 'selesai', 'batal', 'sengketa')),
  terms           jsonb NOT NULL,
  receipt         jsonb,
  note            text,
  quantity        bigint NOT NULL CHECK (quantity > 0),
  -- Worth by what was agreed; `due` by what the buyer counted.
  expected        bigint NOT NULL CHECK (expected BETWEEN 0 AND 1000000000000),
  due             bigint NOT NULL DEFAULT 0 CHECK (due BETWEEN 0 AND 1000000000000),
  -- Sums of the settlements and share-outs below, kept by their triggers.
  paid            bigint NOT NULL DEFAULT 0 CHECK (paid >= 0),
  set_off         bigint NOT NULL DEFAULT 0 CHECK (set_off >= 0),
  shared          bigint NOT NULL DEFAULT 0 CHECK (shared >= 0),
  agreed_on       date,
  sent_on         date,
  received_on     date,
  due_on          date,
  last_settled_on date,
  created_by      text NOT NULL,
  created_at      timestamptz(3) NOT NULL,
  updated_at      timestamptz(3) NOT NULL,
  CHECK ((receipt IS NULL) = (received_on IS NULL) AND (receipt IS NULL) = (due_on IS NULL)),
  CONSTRAINT market_deal_not_overpaid CHECK (paid + set_off <= due),
  CONSTRAINT market_deal_not_overshared CHECK (shared <= paid + set_off)
);
CREATE INDEX market_deal_changed ON market_deal (regency_code, updated_at DESC, id);
CREATE INDEX market_deal_state ON market_deal (regency_code, state, updated_at DESC, id);
CREATE INDEX market_deal_group ON market_deal (group_id, updated_at DESC, id);
CREATE INDEX market_deal_party ON market_deal (party_id, updated_at DESC, id);
CREATE INDEX market_deal_offer ON market_deal (offer_id) WHERE offer_id IS NOT NULL;
CREATE INDEX market_deal_need ON market_deal (need_id) WHERE need_id IS NOT NULL;
CREATE INDEX market_deal_unpaid ON market_deal (regency_code, due_on, id) WHERE due > paid + set_off;

CREATE TABLE market_deal_line (
  regency_code text NOT NULL,
  group_id     uuid NOT NULL,
  deal_id      uuid NOT NULL REFERENCES market_deal (id),
  no           integer NOT NULL CHECK (no >= 0),
  lot_id       uuid NOT NULL REFERENCES production_lot (id),
  lot_code     text NOT NULL,
  member_id    uuid NOT NULL REFERENCES membership (id),
  grade        text NOT NULL,
  quantity     bigint NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (deal_id, no),
  UNIQUE (deal_id, lot_id)
);
CREATE INDEX market_deal_line_lot ON market_deal_line (lot_id);

-- Terms and lines are frozen once agreed.
CREATE FUNCTION market_deal_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'UPDATE' THEN
    RAISE EXCEPTION 'a deal is never deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW.group_id, NEW.party_id, NEW.product_id, NEW.regency_code) IS DISTINCT FROM (OLD.group_id, OLD.party_id, OLD.product_id, OLD.regency_code)
     OR (OLD.state <> 'penawaran' AND (NEW.terms, NEW.quantity, NEW.expected) IS DISTINCT FROM (OLD.terms, OLD.quantity, OLD.expected))
     OR (OLD.agreed_on IS NOT NULL AND NEW.agreed_on IS DISTINCT FROM OLD.agreed_on) THEN
    RAISE EXCEPTION 'terms of deal % are frozen', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER market_deal_guard BEFORE UPDATE OR DELETE ON market_deal FOR EACH ROW EXECUTE FUNCTION market_deal_guard();
CREATE TRIGGER market_deal_no_truncate BEFORE TRUNCATE ON market_deal FOR EACH STATEMENT EXECUTE FUNCTION anyam_append_only();

CREATE FUNCTION market_deal_line_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' OR (SELECT state FROM market_deal WHERE id = coalesce(NEW.deal_id, OLD.deal_id)) IS DISTINCT FROM 'penawaran' THEN
    RAISE EXCEPTION 'lines of a deal are frozen' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER market_deal_line_guard BEFORE INSERT OR UPDATE OR DELETE ON market_deal_line FOR EACH ROW EXECUTE FUNCTION market_deal_line_guard();

-- Money paid and material set off. One entered by mistake is taken back by another below zero.
CREATE TABLE market_settlement (
  id           uuid PRIMARY KEY,
  regency_code text NOT NULL,
  group_id     uuid NOT NULL REFERENCES kube_group (id),
  deal_id      uuid NOT NULL REFERENCES market_deal (id),
  no           bigint GENERATED ALWAYS AS IDENTITY,
  kind         text NOT NULL CHECK (kind IN ('payment', 'setOff')),
  amount       bigint NOT NULL CHECK (amount <> 0),
  on_day       date NOT NULL,
  purse        text CHECK (purse IN ('cash', 'bank')),
  takes_back   uuid UNIQUE REFERENCES market_settlement (id),
  actor_id     text NOT NULL,
  actor_name   text NOT NULL,
  at           timestamptz(3) NOT NULL,
  CHECK ((takes_back IS NULL) = (amount > 0)),
  CHECK ((kind = 'payment') = (purse IS NOT NULL))
);
CREATE INDEX market_settlement_deal ON market_settlement (deal_id, no);

CREATE FUNCTION market_settlement_apply() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.takes_back IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM market_settlement s WHERE s.id = NEW.takes_back AND s.deal_id = NEW.deal_id AND s.kind = NEW.kind AND s.amount = -NEW.amount AND s.takes_back IS NULL) THEN
    RAISE EXCEPTION 'settlement % does not mirror %', NEW.id, NEW.takes_back USING ERRCODE = 'restrict_violation';
  END IF;
  UPDATE market_deal SET paid = paid + CASE WHEN NEW.kind = 'payment' THEN NEW.amount ELSE 0 END, set_off = set_off + CASE WHEN NEW.kind = 'setOff' THEN NEW.amount ELSE 0 END,
    last_settled_on = (SELECT max(s.on_day) FROM market_settlement s WHERE s.deal_id = NEW.deal_id AND s.takes_back IS NULL
                         AND NOT EXISTS (SELECT 1 FROM market_settlement b WHERE b.takes_back = s.id))
  WHERE id = NEW.deal_id;
  RETURN NULL;
END $$;
CREATE TRIGGER market_settlement_apply AFTER INSERT ON market_settlement FOR EACH ROW EXECUTE FUNCTION market_settlement_apply();
CREATE TRIGGER market_settlement_append_only BEFORE UPDATE OR DELETE ON market_settlement FOR EACH ROW EXECUTE FUNCTION anyam_append_only();
CREATE TRIGGER market_settlement_no_truncate BEFORE TRUNCATE ON market_settlement FOR EACH STATEMENT EXECUTE FUNCTION anyam_append_only();

-- A payment shared to members: by member what is taken and left, by lot what each got.
CREATE TABLE market_share (
  id           uuid PRIMARY KEY,
  regency_code text NOT NULL,
  group_id     uuid NOT NULL REFERENCES kube_group (id),
  deal_id      uuid NOT NULL REFERENCES market_deal (id),
  no           bigint GENERATED ALWAYS AS IDENTITY,
  amount       bigint NOT NULL CHECK (amount > 0),
  net          bigint NOT NULL CHECK (net >= 0),
  on_day       date NOT NULL,
  meeting_id   uuid,
  actor_id     text NOT NULL,
  actor_name   text NOT NULL,
  at           timestamptz(3) NOT NULL
);
CREATE INDEX market_share_deal ON market_share (deal_id, no);

CREATE TABLE market_share_line (
  regency_code text NOT NULL,
  group_id     uuid NOT NULL,
  share_id     uuid NOT NULL REFERENCES market_share (id),
  no           integer NOT NULL,
  member_id    uuid NOT NULL REFERENCES membership (id),
  gross        bigint NOT NULL CHECK (gross >= 0),
  material     bigint NOT NULL CHECK (material >= 0),
  iks          bigint NOT NULL CHECK (iks >= 0),
  service      bigint NOT NULL CHECK (service >= 0),
  principal    bigint NOT NULL CHECK (principal >= 0),
  fee          bigint NOT NULL CHECK (fee >= 0),
  net          bigint NOT NULL CHECK (net >= 0),
  still_owed   jsonb NOT NULL,
  slip         jsonb NOT NULL,
  PRIMARY KEY (share_id, member_id),
  CONSTRAINT market_share_line_even CHECK (gross = material + iks + service + principal + fee + net)
);
CREATE INDEX market_share_line_member ON market_share_line (member_id);

CREATE TABLE market_share_lot (
  regency_code text NOT NULL,
  group_id     uuid NOT NULL,
  share_id     uuid NOT NULL REFERENCES market_share (id),
  lot_id       uuid NOT NULL REFERENCES production_lot (id),
  member_id    uuid NOT NULL REFERENCES membership (id),
  part         bigint NOT NULL CHECK (part >= 0),
  PRIMARY KEY (share_id, lot_id)
);

CREATE FUNCTION market_share_apply() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE market_deal SET shared = shared + NEW.amount WHERE id = NEW.deal_id;
  RETURN NULL;
END $$;
CREATE TRIGGER market_share_apply AFTER INSERT ON market_share FOR EACH ROW EXECUTE FUNCTION market_share_apply();

-- Looked at when the transaction ends: members and lots together have exactly what was shared.
CREATE FUNCTION market_share_sums() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT coalesce(sum(gross), 0) FROM market_share_line WHERE share_id = NEW.id) <> NEW.amount
     OR (SELECT coalesce(sum(part), 0) FROM market_share_lot WHERE share_id = NEW.id) <> NEW.amount
     OR (SELECT coalesce(sum(net), 0) FROM market_share_line WHERE share_id = NEW.id) <> NEW.net THEN
    RAISE EXCEPTION 'share-out % does not sum to what is shared', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER market_share_sums AFTER INSERT ON market_share DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION market_share_sums();

-- Net of a slip handed to the member. Once a slip.
CREATE TABLE market_payout (
  id           uuid PRIMARY KEY,
  regency_code text NOT NULL,
  group_id     uuid NOT NULL REFERENCES kube_group (id),
  share_id     uuid NOT NULL,
  member_id    uuid NOT NULL,
  amount       bigint NOT NULL CHECK (amount > 0),
  on_day       date NOT NULL,
  purse        text NOT NULL CHECK (purse IN ('cash', 'bank')),
  actor_id     text NOT NULL,
  actor_name   text NOT NULL,
  at           timestamptz(3) NOT NULL,
  UNIQUE (share_id, member_id),
  FOREIGN KEY (share_id, member_id) REFERENCES market_share_line (share_id, member_id)
);
CREATE INDEX market_payout_group ON market_payout (group_id, on_day);

-- Money that a party advanced, and what the group paid back. Material on account stands in production.
CREATE TABLE market_advance (
  id           uuid PRIMARY KEY,
  regency_code text NOT NULL,
  group_id     uuid NOT NULL REFERENCES kube_group (id),
  party_id     uuid NOT NULL REFERENCES market_party (id),
  no           bigint GENERATED ALWAYS AS IDENTITY,
  kind         text NOT NULL CHECK (kind IN ('advance', 'repayment')),
  amount       bigint NOT NULL CHECK (amount > 0),
  purse        text NOT NULL CHECK (purse IN ('cash', 'bank')),
  on_day       date NOT NULL,
  actor_id     text NOT NULL,
  actor_name   text NOT NULL,
  at           timestamptz(3) NOT NULL
);
CREATE INDEX market_advance_group ON market_advance (group_id, on_day DESC, no DESC);
CREATE INDEX market_advance_party ON market_advance (party_id, on_day);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['market_share', 'market_share_line', 'market_share_lot', 'market_payout', 'market_advance'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION anyam_append_only()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION anyam_append_only()', t || '_no_truncate', t);
  END LOOP;
END $$;

-- Prices that were agreed, one a deal and grade (material: one a delivery, without grade). A cancelled deal's go.
CREATE TABLE market_price (
  source_id    uuid NOT NULL,
  regency_code text NOT NULL,
  group_id     uuid NOT NULL REFERENCES kube_group (id),
  goods_id     uuid NOT NULL,
  grade        text NOT NULL,
  month        text NOT NULL CHECK (month ~ '^\d{4}-\d{2}$'),
  price        bigint NOT NULL CHECK (price >= 0),
  PRIMARY KEY (source_id, grade)
);
CREATE INDEX market_price_group ON market_price (group_id, goods_id, grade, month);

-- How many deals were agreed at which price: a median over any number of deals reads as many rows as there are prices.
CREATE TABLE market_price_tally (
  regency_code text NOT NULL,
  goods_id     uuid NOT NULL,
  grade        text NOT NULL,
  month        text NOT NULL,
  price        bigint NOT NULL,
  deals        integer NOT NULL CHECK (deals >= 0),
  PRIMARY KEY (regency_code, goods_id, grade, month, price)
);

CREATE FUNCTION market_price_apply() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO market_price_tally (regency_code, goods_id, grade, month, price, deals) VALUES (NEW.regency_code, NEW.goods_id, NEW.grade, NEW.month, NEW.price, 1)
    ON CONFLICT (regency_code, goods_id, grade, month, price) DO UPDATE SET deals = market_price_tally.deals + 1;
  ELSIF TG_OP = 'DELETE' THEN
    UPDATE market_price_tally SET deals = deals - 1
    WHERE regency_code = OLD.regency_code AND goods_id = OLD.goods_id AND grade = OLD.grade AND month = OLD.month AND price = OLD.price;
  ELSE
    RAISE EXCEPTION 'an agreed price does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER market_price_apply AFTER INSERT OR UPDATE OR DELETE ON market_price FOR EACH ROW EXECUTE FUNCTION market_price_apply();
CREATE TRIGGER market_price_no_truncate BEFORE TRUNCATE ON market_price FOR EACH STATEMENT EXECUTE FUNCTION anyam_append_only();
