-- Partners outside the office: an officer of one group, a broker with the own deals. Their grant names that one.
ALTER TABLE access_grant ADD COLUMN subject_id uuid;
ALTER TABLE access_grant DROP CONSTRAINT access_grant_role_check;
ALTER TABLE access_grant ADD CONSTRAINT access_grant_role_check
  CHECK (role IN ('admin','operator','verifikator','kabid','kepala','bendahara','pendamping','pimpinan','auditor','pengurus','broker'));
ALTER TABLE access_grant ADD CONSTRAINT access_grant_subject CHECK ((role IN ('pengurus','broker')) = (subject_id IS NOT NULL));
CREATE INDEX access_grant_subject_of ON access_grant (subject_id) WHERE subject_id IS NOT NULL AND ended_at IS NULL;
