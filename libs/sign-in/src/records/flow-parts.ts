import type { IntegrationKey } from '@rollcall/directory';
import type { errors, KoaContextWithOIDC } from 'oidc-provider';
import type { FlowNotes } from './flow-notes.js';

/** What an integration's provider knows of the request that is being answered. */
export interface FlowParts {
  key: IntegrationKey;
  notes: FlowNotes;
  errors: typeof errors;
  context(): KoaContextWithOIDC | undefined;
}
