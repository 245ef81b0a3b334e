import { type ScimApp, type ScimClient, startScim } from '../integration/scim/scim-app.js';

/** One sentence of a specification and the case that shows it kept. */
export interface Requirement {
  /** `RFC 7644 §3.3` */
  readonly cite: string;
  /** The sentence, shortened where it says more than is tested. */
  readonly says: string;
  readonly shows: (client: ScimClient, app: ScimApp) => Promise<void>;
}

/** Runs a table of requirements, each with a client of its own integration. */
export function describeRequirements(title: string, requirements: readonly Requirement[]): void {
  describe(title, () => {
    let app: ScimApp;

    beforeAll(async () => {
      app = await startScim();
    });
    afterAll(() => app.close());

    it.each(requirements.map((requirement) => [`${requirement.cite}: ${requirement.says}`, requirement] as const))(
      '%s',
      async (_name, { shows }) => shows(await app.client(), app),
    );
  });
}
