-- Meetings of groups: the schedule, the meetings planned from it, attendance, decisions, and guests.
CREATE TABLE meeting_plan (
  group_id     uuid PRIMARY KEY REFERENCES kube_group (id),
  regency_code text NOT NULL,
  rhythm       jsonb,
  begins_at    text CHECK (begins_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  place        text NOT NULL DEFAULT '',
  quorum       jsonb,
  -- Day of the last meeting whose minutes are closed, kept in the transaction that closes or reopens one.
  last_held_on date,
  revision     integer NOT NULL DEFAULT 0,
  updated_by   text NOT NULL,
  updated_at   timestamptz(3) NOT NULL
);

CREATE TABLE meeting (
  id           uuid PRIMARY KEY,
  regency_code text NOT NULL,
  group_id     uuid NOT NULL REFERENCES kube_group (id),
  state        text NOT NULL CHECK (state IN ('scheduled', 'open', 'closed', 'cancelled')),
  -- The day by the schedule; null for an extra meeting.
  planned_on   date,
  held_on      date NOT NULL,
  move_reason  text CHECK (length(move_reason) > 0),
  begins_at    text CHECK (begins_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  place        text NOT NULL DEFAULT '',
  agenda       text[] NOT NULL DEFAULT '{}',
  notes        text NOT NULL DEFAULT '',
  leader_id    uuid REFERENCES membership (id),
  writer_id    uuid REFERENCES membership (id),
  -- The rule by which it is judged, taken from the schedule and the rule set when it is opened.
  quorum       jsonb,
  entries      integer NOT NULL DEFAULT 0 CHECK (entries >= 0),
  sequence     integer CHECK (sequence > 0),
  number       text,
  revision     integer NOT NULL DEFAULT 0,
  opened_at    timestamptz(3),
  closed_at    timestamptz(3),
  closed_by    text,
  created_by   text NOT NULL,
  created_at   timestamptz(3) NOT NULL,
  updated_at   timestamptz(3) NOT NULL,
  CHECK (planned_on IS NULL OR planned_on = held_on OR move_reason IS NOT NULL),
  CHECK (state NOT IN ('open', 'closed') OR (opened_at IS NOT NULL AND quorum IS NOT NULL)),
  CHECK ((sequence IS NULL) = (number IS NULL)),
  CHECK (state <> 'closed' OR (number IS NOT NULL AND closed_at IS NOT NULL AND closed_by IS NOT NULL))
);
CREATE UNIQUE INDEX meeting_one_open ON meeting (group_id) WHERE state = 'open';
CREATE UNIQUE INDEX meeting_one_a_day ON meeting (group_id, held_on) WHERE state <> 'cancelled';
CREATE UNIQUE INDEX meeting_sequence ON meeting (group_id, extract(year FROM held_on), sequence) WHERE sequence IS NOT NULL;
CREATE INDEX meeting_of_group ON meeting (group_id, held_on DESC);
CREATE INDEX meeting_by_day ON meeting (state, held_on) INCLUDE (regency_code, group_id);

CREATE TABLE meeting_attendance (
  meeting_id     uuid NOT NULL REFERENCES meeting (id),
  membership_id  uuid NOT NULL REFERENCES membership (id),
  state          text NOT NULL CHECK (state IN ('present', 'represented', 'excused', 'absent')),
  representative text,
  PRIMARY KEY (meeting_id, membership_id),
  CHECK (state = 'represented' OR representative IS NULL)
);

CREATE TABLE meeting_decision (
  id           uuid PRIMARY KEY,
  regency_code text NOT NULL,
  group_id     uuid NOT NULL REFERENCES kube_group (id),
  meeting_id   uuid NOT NULL REFERENCES meeting (id),
  position     integer NOT NULL,
  kind         text NOT NULL,
  content      jsonb NOT NULL,
  wording      text NOT NULL,
  agree        integer NOT NULL CHECK (agree >= 0),
  against      integer NOT NULL CHECK (against >= 0),
  abstain      integer NOT NULL CHECK (abstain >= 0),
  holds_from   date NOT NULL,
  created_by   text NOT NULL,
  created_at   timestamptz(3) NOT NULL,
  UNIQUE (meeting_id, position)
);
CREATE INDEX meeting_decision_group ON meeting_decision (group_id, kind);

CREATE TABLE meeting_guest (
  id           uuid PRIMARY KEY,
  regency_code text NOT NULL,
  group_id     uuid NOT NULL REFERENCES kube_group (id),
  meeting_id   uuid REFERENCES meeting (id),
  came_on      date NOT NULL,
  name         text NOT NULL CHECK (length(name) > 0),
  origin       text NOT NULL DEFAULT '',
  purpose      text NOT NULL DEFAULT '',
  created_by   text NOT NULL,
  created_at   timestamptz(3) NOT NULL
);
CREATE INDEX meeting_guest_group ON meeting_guest (group_id, came_on);
CREATE TRIGGER meeting_guest_append_only BEFORE UPDATE OR DELETE ON meeting_guest FOR EACH ROW EXECUTE FUNCTION anyam_append_only();

-- Closed minutes stand as they are: the one way out is back to open. A number once given stays, and the next is one more.
CREATE FUNCTION meeting_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE next_number integer;
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state <> 'scheduled' THEN RAISE EXCEPTION 'meeting % is on record', OLD.id USING ERRCODE = 'restrict_violation'; END IF;
    RETURN OLD;
  END IF;
  IF OLD.state = 'cancelled' OR (OLD.state = 'open' AND NEW.state = 'scheduled') OR (OLD.state = 'scheduled' AND NEW.state = 'closed')
    OR (OLD.state = 'closed' AND (NEW.state <> 'open' OR (to_jsonb(NEW) - '{state,revision,updated_at}'::text[]) <> (to_jsonb(OLD) - '{state,revision,updated_at}'::text[])))
  THEN
    RAISE EXCEPTION 'meeting % is % and stays as it is', OLD.id, OLD.state USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.group_id <> OLD.group_id OR (OLD.number IS NOT NULL AND (NEW.number, NEW.sequence, NEW.held_on) IS DISTINCT FROM (OLD.number, OLD.sequence, OLD.held_on))
    OR (OLD.number IS NOT NULL AND NEW.state = 'cancelled')
  THEN
    RAISE EXCEPTION 'meeting % keeps its number', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.sequence IS NOT NULL AND OLD.sequence IS NULL THEN
    SELECT coalesce(max(sequence), 0) + 1 INTO next_number FROM meeting WHERE group_id = NEW.group_id AND extract(year FROM held_on) = extract(year FROM NEW.held_on);
    IF NEW.sequence <> next_number THEN RAISE EXCEPTION 'minutes % would leave a hole before %', next_number, NEW.sequence USING ERRCODE = 'restrict_violation'; END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER meeting_guard BEFORE UPDATE OR DELETE ON meeting FOR EACH ROW EXECUTE FUNCTION meeting_guard();

-- Attendance and decisions change only while their meeting is open; whoever closes it waits for them.
CREATE FUNCTION meeting_part_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE of_meeting uuid;
BEGIN
  of_meeting := CASE WHEN TG_OP = 'DELETE' THEN OLD.meeting_id ELSE NEW.meeting_id END;
  PERFORM 1 FROM meeting WHERE id = of_meeting AND state = 'open' FOR SHARE;
  IF NOT FOUND OR (TG_OP = 'UPDATE' AND NEW.meeting_id <> OLD.meeting_id) THEN
    RAISE EXCEPTION 'meeting % is not open', of_meeting USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER meeting_attendance_guard BEFORE INSERT OR UPDATE OR DELETE ON meeting_attendance FOR EACH ROW EXECUTE FUNCTION meeting_part_guard();
CREATE TRIGGER meeting_decision_guard BEFORE INSERT OR UPDATE OR DELETE ON meeting_decision FOR EACH ROW EXECUTE FUNCTION meeting_part_guard();
