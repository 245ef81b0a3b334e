import { AxeBuilder } from '@axe-core/playwright';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
/** The axe rules that run in the dark scheme. Only colors differ there. */
const COLORS = ['color-contrast'];

/**
 * Name, screen size, color scheme and axe rules of each view. Only rules whose result can differ from the view before
 * it are listed; undefined means all rules.
 */
const VIEWS = [
  ['desktop-light', DESKTOP, 'light', undefined],
  ['desktop-dark', DESKTOP, 'dark', COLORS],
  ['phone-light', PHONE, 'light', undefined],
  ['phone-dark', PHONE, 'dark', COLORS],
] as const;

/**
 * Shows the page in each view. Saves screenshots if SIGN_IN_SCREENSHOTS names a folder.
 * @param check more expectations for each view
 * @returns serious violations of accessibility rules, and the views in which the page is wider than the screen
 */
export async function flawsInEveryView(
  page: Page,
  name: string,
  check: (view: string) => Promise<void> = async () => undefined,
): Promise<string[]> {
  const flaws: string[] = [];
  for (const [view, viewport, colorScheme, rules] of VIEWS) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await picture(page, `${name}-${view}`);
    flaws.push(...(await flawsOf(page, rules)).map((flaw) => `${view}: ${flaw}`));
    await check(view);
  }
  return flaws;
}

async function flawsOf(page: Page, rules: readonly string[] | undefined): Promise<string[]> {
  // The page has one frame, so axe's legacy mode works.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (rules) axe.withRules([...rules]);
  const { violations } = await axe.analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const wide = await page.evaluate<boolean>('document.documentElement.scrollWidth > window.innerWidth');
  return [...serious.map(({ id, nodes }) => `${id} at ${nodes[0]?.html}`), ...(wide ? ['too wide'] : [])];
}

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SIGN_IN_SCREENSHOTS'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
