import type { FUNNEL_STAGES } from './overview.schema.ts';

type FunnelStage = (typeof FUNNEL_STAGES)[number];

const ACCOUNTED = ['dipertanggungjawabkan'];
const RECEIVED = ['diterima', 'dipakai', ...ACCOUNTED];
const PAID = ['sp2d', ...RECEIVED];
/** Returned money and what waits for a payment are decreed, not paid. */
const DECREED = ['ditetapkan', 'siapCair', 'direncanakan', 'sppLs', 'spm', 'retur', 'perbaikanRekening', ...PAID];
const VERIFIED = ['lolos', ...DECREED];
const PROPOSED = ['diajukan', 'verifikasiAdministrasi', 'verifikasiLapangan', 'perbaikan', ...VERIFIED];

/** Which aid stages of a group's row count as "came at least so far". Both the bar and the list behind it use this. */
export const REACHED: Readonly<Record<FunnelStage, readonly string[]>> = {
  proposed: PROPOSED, verified: VERIFIED, decreed: DECREED, paid: PAID, received: RECEIVED, accounted: ACCOUNTED,
};

/** Stages in which money went out and came back. */
export const RISK_STAGES: readonly string[] = ['retur', 'perbaikanRekening'];
/** Flags that make a group one to look at, worst first. */
export const RISK_FLAGS: readonly string[] = ['lpjRefund', 'lpjBarred', 'lpjLetter', 'lpjLate', 'lpjOverdue', 'bankReturn', 'dormant', 'sizeUnder', 'officersMissing', 'sizeOver'];
