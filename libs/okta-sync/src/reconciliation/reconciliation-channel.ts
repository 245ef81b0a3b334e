/** PostgreSQL NOTIFY channel. A commit that queues or cancels a run sends a notification to the workers on this channel. */
export const RECONCILIATION_CHANNEL = 'rollcall_reconciliations';
