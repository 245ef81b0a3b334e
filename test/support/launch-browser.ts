import type { Browser, CDPSession, Page } from 'playwright-core';
import { launchChromium } from '../../apps/okta-simulator/src/demo/chromium.js';

/**
 * Starts a headless Chromium, as root or as any other user. The caller must close it in `afterAll`. @param flags flags
 * of Chromium
 */
export function launchBrowser(flags?: readonly string[]): Promise<Browser> {
  return launchChromium(flags);
}

/** Gives the page a platform authenticator. It stores passkeys and always verifies its user. */
export async function addAuthenticator(page: Page): Promise<{ devtools: CDPSession; authenticatorId: string }> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { devtools, authenticatorId };
}
