import { OktaQuotaRepository } from './okta-quota.repository.js';
import { newQuota, type Quota } from './quota.js';

/** Buckets in memory, shared by replicas that use the same instance. */
export class FakeOktaQuotaRepository extends OktaQuotaRepository {
  readonly rows = new Map<string, { quota: Quota; version: string }>();

  constructor() {
    super(undefined as never);
  }

  override async find(
    tenantId: string,
    domain: string,
    bucket: string,
    now: Date,
  ): Promise<{ quota: Quota; version: string }> {
    return this.rows.get([tenantId, domain, bucket].join()) ?? { quota: newQuota(now.getTime()), version: '0' };
  }

  override async replace(
    tenantId: string,
    domain: string,
    bucket: string,
    version: string,
    quota: Quota,
  ): Promise<string | undefined> {
    const key = [tenantId, domain, bucket].join();
    if ((this.rows.get(key)?.version ?? '0') !== version) return undefined;
    const next = String(Number(version) + 1);
    this.rows.set(key, { quota, version: next });
    return next;
  }
}
