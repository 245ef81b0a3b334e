/** NOTIFY channel on which a commit notifies the workers of a waiting run or of a cancellation. */
export const RECONCILIATION_CHANNEL = 'rollcall_reconciliations';
