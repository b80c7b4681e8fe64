-- Pages of aid over a whole regency, in the order they are shown in (measured at 100,000 groups).
CREATE INDEX proposal_since ON proposal (regency_code, since, id);
CREATE INDEX tranche_since ON tranche (regency_code, since, id);
CREATE INDEX lpj_due_on ON lpj (regency_code, due_on, id);
