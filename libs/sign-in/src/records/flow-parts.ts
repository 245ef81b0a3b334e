import type { IntegrationKey } from '@rollcall/directory';
import type { errors, KoaContextWithOIDC } from 'oidc-provider';
import type { FlowNotes } from './flow-notes.js';

/** The integration of a provider, the provider's current request, and the notes of that request. */
export interface FlowParts {
  key: IntegrationKey;
  notes: FlowNotes;
  errors: typeof errors;
  context(): KoaContextWithOIDC | undefined;
}
