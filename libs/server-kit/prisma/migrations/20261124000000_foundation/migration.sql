-- Foundation: extensions, append-only guard, audit chain, files, idempotency, flow steps.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE FUNCTION anyam_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TABLE audit_head (
  chain text PRIMARY KEY,
  seq   bigint NOT NULL,
  hash  text NOT NULL
);

CREATE SEQUENCE audit_entry_id;
CREATE TABLE audit_entry (
  id          bigint PRIMARY KEY DEFAULT nextval('audit_entry_id'),
  chain       text NOT NULL,
  seq         bigint NOT NULL,
  at          timestamptz(3) NOT NULL,
  actor_id    text,
  actor_name  text NOT NULL,
  action      text NOT NULL,
  entity      text NOT NULL,
  entity_id   text NOT NULL,
  group_id    uuid,
  region_code text NOT NULL,
  changes     jsonb NOT NULL,
  reason      text,
  prev_hash   text NOT NULL,
  hash        text NOT NULL,
  UNIQUE (chain, seq)
);
CREATE INDEX audit_entry_entity ON audit_entry (entity, entity_id, id DESC);
CREATE INDEX audit_entry_group ON audit_entry (group_id, id DESC) WHERE group_id IS NOT NULL;
CREATE INDEX audit_entry_region ON audit_entry (region_code text_pattern_ops, id DESC);
CREATE INDEX audit_entry_actor ON audit_entry (actor_id, id DESC);

-- The text that is hashed. One function, so that the trigger and the verifying command cannot differ.
CREATE FUNCTION audit_entry_hash(e audit_entry) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(convert_to(concat_ws(E'\x1f',
    e.prev_hash, e.chain, e.seq, (extract(epoch FROM e.at) * 1000)::bigint, coalesce(e.actor_id, '-'), e.actor_name, e.action, e.entity,
    e.entity_id, coalesce(e.group_id::text, '-'), e.region_code, e.changes::text, coalesce(e.reason, '-')), 'UTF8')), 'hex')
$$;

-- Sequence number and hash are given here and not by the application, under the lock of the chain's head.
CREATE FUNCTION audit_entry_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE head audit_head;
BEGIN
  INSERT INTO audit_head (chain, seq, hash) VALUES (NEW.chain, 0, '') ON CONFLICT (chain) DO NOTHING;
  SELECT * INTO head FROM audit_head WHERE chain = NEW.chain FOR UPDATE;
  NEW.seq := head.seq + 1;
  NEW.prev_hash := head.hash;
  NEW.hash := audit_entry_hash(NEW);
  UPDATE audit_head SET seq = NEW.seq, hash = NEW.hash WHERE chain = NEW.chain;
  RETURN NEW;
END $$;
CREATE TRIGGER audit_entry_chain BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_entry_chain();
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION anyam_append_only();
CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION anyam_append_only();

CREATE TABLE stored_file (
  id           uuid PRIMARY KEY,
  regency_code text NOT NULL,
  sha256       text NOT NULL,
  dhash        bigint,
  name         text NOT NULL,
  mime         text NOT NULL,
  size         integer NOT NULL CHECK (size >= 0),
  uploaded_by  text NOT NULL,
  uploaded_at  timestamptz(3) NOT NULL
);
CREATE INDEX stored_file_sha256 ON stored_file (sha256);

CREATE TABLE idempotency_key (
  key       uuid PRIMARY KEY,
  actor_id  text NOT NULL,
  procedure text NOT NULL,
  result    jsonb NOT NULL,
  at        timestamptz(3) NOT NULL
);

CREATE TABLE flow_step (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  regency_code text NOT NULL,
  flow         text NOT NULL,
  entity_id    uuid NOT NULL,
  action       text NOT NULL,
  from_state   text NOT NULL,
  to_state     text NOT NULL,
  actor_id     text NOT NULL,
  actor_name   text NOT NULL,
  at           timestamptz(3) NOT NULL,
  note         text
);
CREATE INDEX flow_step_entity ON flow_step (entity_id, id);
CREATE TRIGGER flow_step_append_only BEFORE UPDATE OR DELETE ON flow_step FOR EACH ROW EXECUTE FUNCTION anyam_append_only();
