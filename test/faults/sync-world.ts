import type { IntegrationKey } from '@rollcall/directory';
import { RegistrationSyncService } from '@rollcall/directory-integration';
import { type FaultKind, type OktaSimulator, type OktaUser } from '../../apps/okta-simulator/src/index.js';
import { type LedgerRow, Rig } from '../integration/okta-sync/rig.js';
import { eventually } from '../support/index.js';
import { AcknowledgedChanges } from './acknowledged-changes.js';
import { Journal } from './journal.js';
import { type Account, ModelledPerson } from './modelled-person.js';
import { OwnPostgres } from './own-postgres.js';
import { WatchedOkta } from './watched-okta.js';
import { WorkerProcess } from './worker-process.js';

const PATIENCE = { pauseMs: 100 };
/** Seven kinds of faults; the rate-limit refusal is the rarest, because it delays all people for a second. */
const WAYS: FaultKind[] = [
  'bad-gateway-html',
  'unavailable',
  'reset-before',
  'reset-after',
  'internal-error-after',
  'truncated-body',
];
const SEVEN_WAYS: FaultKind[] = [...WAYS, ...WAYS, ...WAYS, 'rate-limited'];
const WORKERS = 2;

/** An Okta org, a PostgreSQL server and two workers, with faults that can be injected into each. */
export class SyncWorld {
  readonly happened = { kills: 0, crashes: 0, deadTokens: 0 };
  private readonly workers: WorkerProcess[] = [];
  private token: string;

  private constructor(
    readonly journal: Journal,
    readonly okta: OktaSimulator,
    readonly watch: WatchedOkta,
    readonly postgres: OwnPostgres,
    readonly rig: Rig,
    readonly key: IntegrationKey,
    readonly changes: AcknowledgedChanges,
    readonly people: readonly ModelledPerson[],
  ) {
    this.token = okta.apiToken;
  }

  /** @param movable indexes of people with two Okta users, between which they are relinked */
  static async start(random: () => number, size: number, movable: readonly number[]): Promise<SyncWorld> {
    const journal = new Journal();
    const postgres = await OwnPostgres.start();
    const { okta, watch } = await WatchedOkta.start(journal, random);
    const rig = await Rig.start({ real: true, worker: false, database: postgres });
    const key = await rig.integration(okta.domain, okta.apiToken);
    const others = okta.addPeople(movable.length, 'other').map(toAccount);
    const people = await Promise.all(
      okta.addPeople(size).map(async (user, index) => {
        const account = toAccount(user);
        const other = others[movable.indexOf(index)];
        if (other) for (const { id } of [account, other]) watch.contested.add(id);
        const identity = await rig.person(key, { externalId: account.id, userName: account.login });
        return new ModelledPerson(account.login, account, other, identity);
      }),
    );
    const changes = new AcknowledgedChanges(rig, key, okta, journal);
    const world = new SyncWorld(journal, okta, watch, postgres, rig, key, changes, people);
    try {
      await world.startWorkers();
    } catch (error) {
      await world.stop();
      throw error;
    }
    return world;
  }

  breakAnswers(seed: number): void {
    this.okta.org.faults.set([{ kinds: SEVEN_WAYS, probability: 0.3 }], seed);
  }

  /** Never answers the next write of each person: that of `neither` is not carried out, that of `nor` is. */
  neverAnswer(neither: ModelledPerson, nor: ModelledPerson, seed: number): void {
    const rule = (kind: FaultKind, { oktaId }: ModelledPerson) => {
      return { kinds: [kind], times: 1, method: 'POST', path: `/api/v1/users/${oktaId}` };
    };
    const silence = [rule('never-before', neither), rule('never-after', nor)];
    this.okta.org.faults.set([...silence, { kinds: SEVEN_WAYS, probability: 0.3 }], seed);
  }

  /** Kills some workers with `kill -9` in the middle of a write, and starts new ones. */
  async killInTheMiddle(which: readonly number[]): Promise<void> {
    const written = this.watch.writes;
    await eventually(() => this.watch.writes > written, { ...PATIENCE, pauseMs: 1 });
    await Promise.all(which.map((index) => this.workers[index]?.kill()));
    this.happened.kills += which.length;
    this.journal.note(`kill -9 of workers ${which.join(', ')}`);
    if (which.length === WORKERS) await this.endLeases();
    for (const index of which) this.startWorker(index);
  }

  crash(): void {
    this.postgres.crash();
    this.happened.crashes += 1;
    this.journal.note('PostgreSQL crashes');
  }

  /** Revokes the token, waits until the integration is paused for this reason, and configures a new token. */
  async loseToken(someone: ModelledPerson): Promise<void> {
    this.okta.org.tokens.revoke(this.token);
    this.journal.note('the token dies');
    await this.changes.turn(someone);
    const syncs = this.rig.of(RegistrationSyncService);
    await eventually(async () => {
      const settings = await syncs.find(this.key.tenantId, this.key.integrationId);
      expect(settings?.pausedReason).toContain('E0000011');
    }, PATIENCE);
    const ownerId = this.okta.person('admin@okta.example').id;
    const apiToken = (this.token = this.okta.org.tokens.create({ ownerId }));
    await this.changes.again(() => this.rig.configure(this.key, { oktaDomain: this.okta.domain, apiToken }));
    this.happened.deadTokens += 1;
    this.journal.note('a new token is given');
  }

  /** Waits until all writes are done. Retries waiting rows at once, because Okta works again. */
  async settle(): Promise<void> {
    this.okta.org.faults.clear();
    await eventually(async () => {
      await this.rig.database.execute(
        `update registrations set due_at = now() where due_at > now() and locked_until is null and state = 'RETRYING'`,
      );
      const owed = await this.rig.database.query(
        `select identity_id, state, desired, confirmed, unsure, last_error, locked_until from registrations
         where due_at is not null or locked_by is not null`,
      );
      expect(owed).toEqual([]);
    }, PATIENCE);
  }

  /** People for which Okta, our ledger or our directory differs from the model, each with what happened to them. */
  async differences(): Promise<string[]> {
    const rows = await this.rig.database.query<LedgerRow & { id: string; active: boolean; active_passkeys: number }>(
      `select i.id, i.active, i.active_passkeys, r.* from identities i left join registrations r on r.identity_id = i.id`,
    );
    const ours = new Map(rows.map((row) => [row.id, row]));
    const trueSet = new Set(this.okta.trueSet());
    return this.people.flatMap((person) => {
      const row = person.id === undefined ? undefined : ours.get(person.id);
      const seen = {
        directory: directoryOf(row),
        okta: trueSet.has(person.account.login),
        other: person.other !== undefined && trueSet.has(person.other.login),
        ledger: ledgerOf(row),
      };
      const wanted = expectedOf(person, seen.okta);
      const same = JSON.stringify(seen) === JSON.stringify(wanted);
      return same
        ? []
        : [
            `${person.userName} is ${JSON.stringify(seen)}\n  and not ${JSON.stringify(wanted)}\n${this.journal.tell(person.oktaId)}`,
            ...(person.other ? [`as ${person.other.id}:\n${this.journal.tell(person.other.id)}`] : []),
          ];
    });
  }

  /** Ledger rows of people who are gone. */
  async leftovers(): Promise<string[]> {
    const rows = await this.rig.database.query(
      `select * from registrations r where not exists (select 1 from identities i where i.id = r.identity_id)`,
    );
    return rows.map((row) => `left over: ${JSON.stringify(row)}`);
  }

  async stop(): Promise<void> {
    for (const worker of this.workers) await worker.kill();
    await this.okta.stop();
    await this.rig.stop();
  }

  figures(): string {
    const { kills, crashes, deadTokens } = this.happened;
    const broken = Object.entries(this.okta.org.faults.counts);
    const total = broken.reduce((sum, [, count]) => sum + count, 0);
    return (
      `${this.changes.count} changes acknowledged and kept, ${kills} kill -9, ${crashes} crashes of PostgreSQL, ${deadTokens} dead tokens; ` +
      `${total} of ${this.watch.requests} requests broken (${broken.map(([kind, count]) => `${kind} ${count}`).join(', ')})`
    );
  }

  /** Starts the workers, and waits until one of them has written. */
  private async startWorkers(): Promise<void> {
    for (let index = 0; index < WORKERS; index += 1) this.startWorker(index);
    await this.changes.turn(this.people[0] as ModelledPerson);
    await eventually(() => this.watch.writes > 0, PATIENCE);
  }

  private startWorker(index: number): void {
    this.workers[index] = WorkerProcess.start(this.rig.url);
  }

  /** Expires the leases of the killed workers without waiting. */
  private async endLeases(): Promise<void> {
    const ended = await this.changes.again(() =>
      this.rig.database.execute(
        `update registrations set locked_until = now() - interval '1 second' where locked_until is not null`,
      ),
    );
    expect(ended).toBeGreaterThan(0);
  }
}

type Seen = { directory: object | null; okta: boolean; other: boolean; ledger: object | null };

function toAccount({ id, profile }: OktaUser): Account {
  return { id, login: String(profile['login']) };
}

function directoryOf(row: { active: boolean; active_passkeys: number } | undefined): object | null {
  return row ? { active: row.active, passkeys: row.active_passkeys } : null;
}

/** A person without any change may have no ledger row, which counts as false for desired and confirmed. */
function ledgerOf(row: LedgerRow | undefined): object | null {
  if (!row) return null;
  const { desired, confirmed, unsure } = row;
  return {
    desired: desired ?? false,
    confirmed: confirmed ?? false,
    unsure: unsure ?? false,
    state: row.state === 'SKIPPED' ? 'IN_SYNC' : (row.state ?? 'IN_SYNC'),
  };
}

/** A deprovisioned user keeps their value in Okta, and the ledger keeps it as confirmed. */
function expectedOf(person: ModelledPerson, inOkta: boolean): Seen {
  const { registered, active, passkeys, deprovisioned } = person;
  const okta = deprovisioned ? inOkta : registered;
  const ledger = { desired: registered, confirmed: okta, unsure: false, state: 'IN_SYNC' };
  if (person.id === undefined) return { directory: null, okta, other: false, ledger: null };
  return { directory: { active, passkeys: passkeys.length }, okta, other: false, ledger };
}
