-- A file is read by the records that hold it, so each column that names one is looked up by it.
CREATE INDEX stored_minutes_file ON stored_minutes (file_id) WHERE file_id IS NOT NULL;
CREATE INDEX group_paper_file ON group_paper (file_id);
CREATE INDEX proposal_document_file ON proposal_document (file_id);
CREATE INDEX payment_batch_sp2d_file ON payment_batch (sp2d_file_id) WHERE sp2d_file_id IS NOT NULL;
CREATE INDEX bank_statement_file ON bank_statement (file_id);
CREATE INDEX receipt_confirmation_file ON receipt_confirmation (file_id) WHERE file_id IS NOT NULL;
CREATE INDEX lpj_shift_file ON lpj (shift_file_id) WHERE shift_file_id IS NOT NULL;
CREATE INDEX lpj_proof_file ON lpj (proof_file_id) WHERE proof_file_id IS NOT NULL;
CREATE INDEX lpj_confirmation_file ON lpj_confirmation (file_id) WHERE file_id IS NOT NULL;
CREATE INDEX treasury_refund_file ON treasury_refund (file_id);
CREATE INDEX roster_import_file ON roster_import (file_id);
CREATE INDEX production_herd_event_photo ON production_herd_event (photo_id) WHERE photo_id IS NOT NULL;
