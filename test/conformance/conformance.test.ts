import { type ScimApp, startScim } from '../integration/scim/scim-app.js';
import { OBLIGATIONS } from './obligations.js';
import type { Requirement } from './requirement.js';
import { bulk } from './tables/bulk.js';
import { creating } from './tables/creating.js';
import { deleting } from './tables/deleting.js';
import { discovery } from './tables/discovery.js';
import { filtering } from './tables/filtering.js';
import { paging } from './tables/paging.js';
import { patching } from './tables/patching.js';
import { patchOperations } from './tables/patch-operations.js';
import { protocol } from './tables/protocol.js';
import { querying } from './tables/querying.js';
import { replacing } from './tables/replacing.js';
import { sorting } from './tables/sorting.js';
import { versions } from './tables/versions.js';

const TABLES: Readonly<Record<string, readonly Requirement[]>> = {
  protocol,
  creating,
  querying,
  filtering,
  sorting,
  paging,
  'replacing (PUT)': replacing,
  'modifying (PATCH)': patching,
  'PATCH operations': patchOperations,
  deleting,
  bulk,
  versions,
  discovery,
};

let app: ScimApp;

beforeAll(async () => {
  app = await startScim();
});
afterAll(() => app.close());

describe.each(Object.entries(TABLES))('%s', (_title, requirements) => {
  it.each(requirements.map((requirement) => [`${requirement.cite}: ${requirement.says}`, requirement] as const))(
    '%s',
    async (_name, { shows }) => shows(await app.client(), app),
  );
});

it('every obligation has its case', () => {
  const kept = new Set(Object.values(TABLES).flatMap((table) => table.flatMap(({ keeps = [] }) => keeps)));
  expect(Object.keys(OBLIGATIONS).filter((id) => !(kept as Set<string>).has(id))).toEqual([]);
});
