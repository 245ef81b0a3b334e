import { randomBytes } from 'node:crypto';
import { IdentityProviders } from '../idps/identity-providers.js';
import { FaultPlan } from '../faults/fault-plan.js';
import { Gate } from '../faults/gate.js';
import { ServiceApps } from '../oauth/service-apps.js';
import { WebApps } from '../oauth/web-apps.js';
import { RateLimiter } from './rate-limiter.js';
import { SignInRecord } from './sign-in-record.js';
import { RoutingRules } from './routing-rules.js';
import { ApiTokens } from './api-tokens.js';
import { SearchIndex } from './search-index.js';
import { SystemLog } from './system-log.js';
import { UserDirectory } from './user-directory.js';
import { UserSchemas } from './user-schemas.js';
import { WriteLog } from './write-log.js';

/** The org's data in memory, and its fault settings. */
export class OktaOrg {
  readonly schemas = new UserSchemas();
  readonly index: SearchIndex;
  readonly users: UserDirectory;
  readonly tokens: ApiTokens;
  readonly apps: ServiceApps;
  readonly webApps: WebApps;
  readonly limits: RateLimiter;
  readonly faults: FaultPlan;
  readonly events: SystemLog;
  readonly routing = new RoutingRules();
  readonly idps: IdentityProviders;
  readonly signIns: SignInRecord;
  readonly writes = new WriteLog();
  readonly gate = new Gate();
  /** Minimum duration of an API request in milliseconds. */
  latencyMs = 0;
  /** Maximum number of concurrent requests; the org answers further ones with 429. */
  concurrency = 75;
  /** Highest number of concurrent requests so far. */
  peakInFlight = 0;
  baseUrl = '';
  /** The org's id, the same under each of its host names. */
  readonly id = `00o${randomBytes(8).toString('hex')}0`;

  constructor(
    readonly now: () => number,
    seed: number,
  ) {
    this.index = new SearchIndex(now);
    this.users = new UserDirectory(now, (user, deleted) => this.index.changed(user, deleted));
    this.tokens = new ApiTokens(now);
    this.apps = new ServiceApps(now);
    this.webApps = new WebApps(now);
    this.idps = new IdentityProviders(now);
    this.signIns = new SignInRecord(now);
    this.limits = new RateLimiter(now);
    this.faults = new FaultPlan(seed);
    this.events = new SystemLog(now);
  }
}
