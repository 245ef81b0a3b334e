import type { IntegrationKey } from '@rollcall/directory';
import type { errors, KoaContextWithOIDC } from 'oidc-provider';
import type { FlowNotes } from './flow-notes.js';

/** State of the current request for an integration's provider. */
export interface FlowParts {
  key: IntegrationKey;
  notes: FlowNotes;
  errors: typeof errors;
  context(): KoaContextWithOIDC | undefined;
}
