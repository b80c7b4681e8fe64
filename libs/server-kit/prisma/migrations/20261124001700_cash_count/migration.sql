-- The cash box counted at any time, beside the count that closes a month (book_month).
CREATE TABLE book_count (
  id              uuid PRIMARY KEY,
  group_id        uuid NOT NULL REFERENCES book_head (group_id),
  regency_code    text NOT NULL,
  counted_on      date NOT NULL,
  pieces          jsonb NOT NULL,
  counted         bigint NOT NULL CHECK (counted >= 0),
  -- Of a past day it may be below zero: entries dated back are judged by what is there today.
  in_book         bigint NOT NULL,
  reason          text,
  -- The entry of the difference; none when box and book agreed.
  event_key       text,
  counted_by      text NOT NULL,
  counted_by_name text NOT NULL,
  at              timestamptz(3) NOT NULL,
  FOREIGN KEY (group_id, event_key) REFERENCES book_event (group_id, key),
  CHECK ((counted = in_book) = (event_key IS NULL)),
  CHECK (counted = in_book OR length(btrim(reason)) > 0)
);
CREATE INDEX book_count_group ON book_count (group_id, counted_on DESC, at DESC);
CREATE TRIGGER book_count_append_only BEFORE UPDATE OR DELETE ON book_count FOR EACH ROW EXECUTE FUNCTION anyam_append_only();
CREATE TRIGGER book_count_no_truncate BEFORE TRUNCATE ON book_count FOR EACH STATEMENT EXECUTE FUNCTION anyam_append_only();
