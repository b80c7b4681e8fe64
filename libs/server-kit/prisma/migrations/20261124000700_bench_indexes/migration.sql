-- What the lists filter and count by, in one index each, so that a count need not touch the rows (measured at 100,000 groups and 1,000,000 people).
CREATE INDEX kube_group_tally ON kube_group (regency_code, district_code, state, aid_stage, business, fiscal_year, village_code, facilitator_id)
  INCLUDE (received, member_count) WHERE merged_into IS NULL;
CREATE INDEX person_tally ON person (regency_code, left(village_code, 8), village_code) WHERE merged_into IS NULL;

-- Villages by prefix of their code, for the tolerant search within an area.
CREATE INDEX region_village_code ON region (code text_pattern_ops) WHERE level = 4;

-- The log of one kind of action, newest first.
CREATE INDEX audit_entry_action ON audit_entry (action, id DESC);
