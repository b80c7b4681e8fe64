-- Foreign keys that a deleted row is looked up by: without these, taking back an import reads whole tables for each row.
CREATE INDEX person_merged ON person (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX kube_group_merged ON kube_group (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX membership_group_all ON membership (group_id, left_on);
