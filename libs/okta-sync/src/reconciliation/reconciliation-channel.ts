/** NOTIFY channel on which a commit tells the workers that a run waits, or is to be cancelled. */
export const RECONCILIATION_CHANNEL = 'rollcall_reconciliations';
