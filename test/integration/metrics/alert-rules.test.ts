import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parser } from '@prometheus-io/lezer-promql';
import { Test } from '@nestjs/testing';
import { Metrics } from '@rollcall/platform';
import { parse } from 'yaml';
import { ServerModule } from '../../../apps/server/src/server.module.js';
import { createDatabase, type TestDatabase } from '../../support/index.js';
import { testConfig } from '../okta-sync/rig.js';

const docs = join(import.meta.dirname, '../../../docs');

interface Rule {
  alert: string;
  expr: string;
  annotations: { summary: string };
}

/** Metrics that Prometheus itself creates. */
const BUILT_IN = new Set(['up']);

function rules(): Rule[] {
  const { groups } = parse(readFileSync(join(docs, 'alerts.yml'), 'utf8')) as { groups: { rules: Rule[] }[] };
  return groups.flatMap((group) => group.rules);
}

function panels(): { name: string; expr: string }[] {
  const folder = join(docs, 'grafana');
  return readdirSync(folder).flatMap((file) => {
    const found: { name: string; expr: string }[] = [];
    JSON.parse(readFileSync(join(folder, file), 'utf8'), (key, value: unknown) => {
      if (key === 'expr') found.push({ name: file, expr: String(value).replaceAll('$__rate_interval', '5m') });
      return value;
    });
    return found;
  });
}

/** The names of the metrics in a PromQL expression. @throws if the expression is not valid PromQL */
function metricsIn(expr: string): string[] {
  const names: string[] = [];
  parser.parse(expr).iterate({
    enter({ type, from, to, node }) {
      if (type.isError) throw new Error(`not PromQL at ${from}: ${expr}`);
      if (type.name === 'Identifier' && node.parent?.name === 'VectorSelector') names.push(expr.slice(from, to));
    },
  });
  return names;
}

describe('the alert rules and dashboards for operators', () => {
  let on: TestDatabase;
  let exported: Set<string>;

  beforeAll(async () => {
    on = await createDatabase();
    const app = await Test.createTestingModule({
      imports: [ServerModule.forRoot(testConfig(on.url, false))],
    }).compile();
    const metrics = app.get(Metrics, { strict: false });
    metrics.includeProcess();
    const { text } = await metrics.scrape();
    exported = new Set(
      [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].flatMap(([, name = '', type]) =>
        type === 'histogram' ? [`${name}_bucket`, `${name}_count`, `${name}_sum`] : [name],
      ),
    );
    await app.close();
  });
  afterAll(() => on?.drop());

  it('are read with a parser that rejects invalid PromQL', () => {
    expect(
      metricsIn('max by (name) (rollcall_sync_paused{integration=~"a"}) == 1 unless rate(b_total[5m]) > 0'),
    ).toEqual(['rollcall_sync_paused', 'b_total']);
    expect(() => metricsIn('max by (rollcall_sync_paused')).toThrow('not PromQL');
  });

  it.each([...rules().map(({ alert, expr }) => ({ name: alert, expr })), ...panels()])(
    'use only metrics that /metrics has: $name, $expr',
    ({ expr }) => {
      const names = metricsIn(expr);
      expect(names).not.toEqual([]);
      expect(names.filter((name) => !exported.has(name) && !BUILT_IN.has(name))).toEqual([]);
    },
  );

  it('have a runbook entry for each alert, and none for an alert that no longer exists', () => {
    const runbook = readFileSync(join(docs, 'runbook.md'), 'utf8');
    const told = [...runbook.matchAll(/^### (Rollcall\w+)$/gm)].map(([, name]) => name);
    expect(told.toSorted()).toEqual(
      rules()
        .map(({ alert }) => alert)
        .toSorted(),
    );
  });
});
