-- A record that was found to be a double stays, and says which one goes on (rule 16; nothing under audit is deleted).
ALTER TABLE person ADD COLUMN merged_into uuid REFERENCES person (id);
ALTER TABLE kube_group ADD COLUMN merged_into uuid REFERENCES kube_group (id);

CREATE INDEX person_birth ON person (regency_code, birth_date);
CREATE INDEX person_regency_name ON person (regency_code, name_key, id);
CREATE INDEX person_phone ON person (regency_code, phone) WHERE phone IS NOT NULL;
CREATE INDEX person_import ON person (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX membership_import ON membership (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX kube_group_members ON kube_group (regency_code, member_count, id);
CREATE INDEX kube_group_received ON kube_group (regency_code, received, id);
CREATE INDEX kube_group_created ON kube_group (regency_code, created_at, id);
CREATE INDEX kube_group_flags ON kube_group USING gin (flags);

-- Figures and flags of the list that follow from memberships and account. Flags of other modules stay as they are.
CREATE FUNCTION kube_group_refresh(ids uuid[], size_min integer, size_max integer) RETURNS void LANGUAGE sql AS $$
  UPDATE kube_group g
  SET member_count = c.members,
      flags = ARRAY(SELECT f FROM unnest(g.flags) f WHERE f <> ALL (ARRAY['sizeUnder', 'sizeOver', 'officersMissing', 'noAccount']))
        || array_remove(ARRAY[
          CASE WHEN g.state <> 'bubar' AND c.families < size_min THEN 'sizeUnder' END,
          CASE WHEN g.state <> 'bubar' AND c.families > size_max THEN 'sizeOver' END,
          CASE WHEN g.state <> 'bubar' AND c.officers < 3 THEN 'officersMissing' END,
          CASE WHEN g.state <> 'bubar' AND g.account_number IS NULL THEN 'noAccount' END], NULL)
  FROM (
    SELECT i.id, count(m.id)::int AS members, count(DISTINCT m.family_card_no)::int AS families,
           count(m.id) FILTER (WHERE m.role <> 'member')::int AS officers
    FROM unnest(ids) AS i (id)
    LEFT JOIN membership m ON m.group_id = i.id AND m.left_on IS NULL
    GROUP BY i.id
  ) c
  WHERE g.id = c.id
$$;

-- Reasons of leaving as the domain names them; the older words stay readable.
ALTER TABLE membership DROP CONSTRAINT membership_leave_reason_check;
ALTER TABLE membership ADD CONSTRAINT membership_leave_reason_check
  CHECK (leave_reason IN ('resigned', 'deceased', 'died', 'moved', 'expelled', 'ineligible', 'dissolved', 'mistake'));
