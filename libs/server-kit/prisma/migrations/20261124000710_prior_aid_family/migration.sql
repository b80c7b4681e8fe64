-- Lists of earlier aid name the family card too: one family, one turn (rule 14), also when another member of it applies.
ALTER TABLE prior_aid_entry ADD COLUMN family_card_no text;
CREATE INDEX prior_aid_entry_family ON prior_aid_entry (extract_id, family_card_no) WHERE family_card_no IS NOT NULL;
CREATE INDEX register_entry_family ON register_entry (extract_id, family_card_no);
