import type { SimulatedPostgres } from '../harness/simulated-postgres.js';
import type { SimulatedTarget, TargetUser } from '../targets/simulated-target.js';

interface IdentityNow {
  id: string;
  integrationId: string;
  externalId: string | null;
  userName: string;
  active: boolean;
  wants: boolean;
  enabled: boolean;
}

/** Whether a remote user should be registered; either value is right when only a disabled integration wants them. */
export type Wish = boolean | 'EITHER';

interface UserHistory {
  target: SimulatedTarget;
  /** Wishes, each with the time of its change. */
  wishes: { at: number; wish: Wish }[];
  /** Whether an identity was ever linked to this user. */
  ours: boolean;
}

/** The desired value of each remote user, now and at each earlier time. */
export class DirectoryModel {
  private readonly histories = new Map<string, UserHistory>();
  identities: IdentityNow[] = [];

  /** @param targetOf the target of each integration */
  constructor(
    private readonly postgres: SimulatedPostgres,
    readonly targetOf: ReadonlyMap<string, SimulatedTarget>,
  ) {}

  /** Reads the directory after a commit that may have changed it. */
  async observe(now: number): Promise<void> {
    const { rows } = await this.postgres.query<IdentityNow>(
      now,
      `select i.id, i.integration_id as "integrationId", i.external_id as "externalId", i.user_name as "userName", i.active,
         i.active and i.active_passkeys > 0 as wants, coalesce(s.enabled, false) as enabled
       from identities i left join registration_syncs s on s.tenant_id = i.tenant_id and s.integration_id = i.integration_id
       order by i.id`,
    );
    this.identities = rows;
    for (const target of new Set(this.targetOf.values())) {
      for (const user of target.users) this.note(target, user, now);
    }
  }

  /** Our identities that correspond to this user. */
  identitiesOf(target: SimulatedTarget, user: TargetUser): IdentityNow[] {
    return this.identities.filter(
      ({ integrationId, externalId, userName }) =>
        this.targetOf.get(integrationId) === target &&
        (externalId === null || !target.findsByExternalId
          ? userName.toLowerCase() === user.login.toLowerCase()
          : externalId === user.externalId),
    );
  }

  identitiesAt(target: SimulatedTarget, userId: string): IdentityNow[] {
    const user = target.users.find(({ id }) => id === userId);
    return user ? this.identitiesOf(target, user) : [];
  }

  wish(target: SimulatedTarget, userId: string): Wish {
    return this.historyOf(target, userId)?.wishes.at(-1)?.wish ?? 'EITHER';
  }

  isOurs(target: SimulatedTarget, userId: string): boolean {
    return this.historyOf(target, userId)?.ours ?? false;
  }

  /** Whether the value was wanted at some instant from `from` until now. */
  wasWanted(target: SimulatedTarget, userId: string, value: boolean, from: number): boolean {
    const wishes = this.historyOf(target, userId)?.wishes ?? [];
    return wishes.some(({ wish }, index) => {
      const end = wishes[index + 1]?.at ?? Number.POSITIVE_INFINITY;
      return end >= from && (wish === value || wish === 'EITHER');
    });
  }

  private note(target: SimulatedTarget, user: TargetUser, now: number): void {
    const theirs = this.identitiesOf(target, user);
    const known = this.historyOf(target, user.id);
    if (!known && theirs.length === 0) return;
    const history = known ?? { target, wishes: [], ours: true };
    this.histories.set(`${target.host}/${user.id}`, history);
    const wish = wishOf(theirs);
    if (history.wishes.at(-1)?.wish !== wish) history.wishes.push({ at: now, wish });
  }

  private historyOf(target: SimulatedTarget, userId: string): UserHistory | undefined {
    return this.histories.get(`${target.host}/${userId}`);
  }
}

function wishOf(identities: readonly IdentityNow[]): Wish {
  if (identities.some(({ wants, enabled }) => wants && enabled)) return true;
  return identities.some(({ wants }) => wants) ? 'EITHER' : false;
}
