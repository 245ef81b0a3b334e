/**
 * Whether a ceremony ran in a frame of another site (WebAuthn Level 3 §5.8.1, §7.1 step 10, §7.2 step 14): our pages refuse frames, so a
 * browser that says so shows another site's page. Client data that can't be read counts as such.
 */
export function isCrossOrigin(clientDataJSON: string): boolean {
  try {
    const data = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8')) as Record<string, unknown>;
    return data['crossOrigin'] === true || data['topOrigin'] !== undefined;
  } catch {
    return true;
  }
}
