import { type AssetUrls, enrollmentPage, type EnrollmentPageView } from './enrollment-page.js';
import type { PanelName } from './page-panels.js';

const assets: AssetUrls = {
  'enroll.css': '/enroll/assets/enroll.css?v=1',
  'enroll.js': '/enroll/assets/enroll.js?v=1',
  'webauthn.js': '/enroll/assets/webauthn.js?v=1',
};
const CLOSED: PanelName[] = ['USED', 'REPLACED', 'CANCELLED', 'EXPIRED', 'SUSPENDED', 'UNKNOWN'];
const enrollee = { organisation: 'Acme', displayName: 'Ada <Lovelace>', userName: 'ada@acme.example' };

describe('enrollmentPage', () => {
  it('names the account and the organization, and has one button', () => {
    const page = enrollmentPage({ state: 'OPEN', enrollee }, assets);
    expect(page).toContain('Acme');
    expect(page).toContain('Ada &lt;Lovelace&gt;');
    expect(page).toContain('ada@acme.example');
    expect(page.match(/<button/g)).toHaveLength(1);
  });

  it('names the userName once when there is no other name', () => {
    const page = enrollmentPage({ state: 'OPEN', enrollee: { ...enrollee, displayName: null } }, assets);
    expect(page.match(/ada@acme\.example/g)).toHaveLength(1);
  });

  it.each(CLOSED)('%s shows one panel with one heading, and no button', (state) => {
    const page = enrollmentPage({ state } as EnrollmentPageView, assets);
    const shown =
      page.match(/<section [^]*?<\/section>/g)?.filter((section) => !/^<section [^>]*\bhidden/.test(section)) ?? [];
    expect(shown.map((section) => /data-panel="(\w+)"/.exec(section)?.[1])).toEqual([state]);
    expect(shown[0]?.match(/<h1/g)).toHaveLength(1);
    expect(page).not.toContain('<button');
  });

  it.each<EnrollmentPageView>([{ state: 'OPEN', enrollee }, ...CLOSED.map((state) => ({ state }))])(
    'needs nothing that a strict content security policy refuses: $state',
    (view) => {
      const page = enrollmentPage(view, assets);
      expect(page).not.toMatch(/\sstyle=|\son[a-z]+=|<style|javascript:/i);
      expect([...page.matchAll(/<script[^>]*>([^<]*)<\/script>/g)].map(([, body]) => body)).toEqual(['', '']);
    },
  );
});
