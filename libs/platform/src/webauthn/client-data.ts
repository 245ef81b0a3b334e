/**
 * Whether a WebAuthn ceremony ran in a cross-origin frame (WebAuthn Level 3 §5.8.1, §7.1 step 10, §7.2 step 14). Our pages refuse to be
 * framed, so such a ceremony comes from a page of another site. Client data that cannot be parsed counts as cross-origin.
 */
export function isCrossOrigin(clientDataJSON: string): boolean {
  try {
    const data = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8')) as Record<string, unknown>;
    return data['crossOrigin'] === true || data['topOrigin'] !== undefined;
  } catch {
    return true;
  }
}
