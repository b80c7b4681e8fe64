-- A target that a meeting decided and that nobody will share out any more, with the reason.
CREATE TABLE production_target_drop (
  group_id        uuid NOT NULL REFERENCES kube_group (id),
  decision_id     text NOT NULL,
  regency_code    text NOT NULL,
  reason          text NOT NULL CHECK (length(btrim(reason)) > 0),
  dropped_by      text NOT NULL,
  dropped_by_name text NOT NULL,
  at              timestamptz(3) NOT NULL,
  PRIMARY KEY (group_id, decision_id)
);
CREATE TRIGGER production_target_drop_append_only BEFORE UPDATE OR DELETE ON production_target_drop FOR EACH ROW EXECUTE FUNCTION anyam_append_only();
CREATE TRIGGER production_target_drop_no_truncate BEFORE TRUNCATE ON production_target_drop FOR EACH STATEMENT EXECUTE FUNCTION anyam_append_only();
