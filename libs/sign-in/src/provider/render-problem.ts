import type { KoaContextWithOIDC } from 'oidc-provider';
import { problemPage } from '../page/problem-page.js';
import { signInHeaders } from '../page/sign-in-headers.js';

/** Errors that the library cannot answer at a redirect URI: a person sees them only when client and provider are set up differently. */
export function renderProblem(
  context: Pick<KoaContextWithOIDC, 'set' | 'type' | 'body'>,
  out: { error: string; error_description?: string | undefined },
  styleUrl: string,
): void {
  context.set({ ...signInHeaders() });
  context.body = problemPage(out, styleUrl);
}
