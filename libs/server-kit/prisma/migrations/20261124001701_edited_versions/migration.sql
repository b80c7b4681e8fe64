-- How often a report and a budget plan were saved: who saves says which one was seen, so that two editors do not overwrite each other.
ALTER TABLE lpj ADD COLUMN version integer NOT NULL DEFAULT 0 CHECK (version >= 0);
ALTER TABLE proposal ADD COLUMN plan_version integer NOT NULL DEFAULT 0 CHECK (plan_version >= 0);
