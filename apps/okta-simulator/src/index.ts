export { OktaSimulator, type NewPerson, type OktaSimulatorOptions } from './okta-simulator.js';
export { DEFAULT_RATE_LIMITS, type RateLimits } from './org/rate-limiter.js';
export { FAULT_KINDS, type FaultKind, type FaultRule } from './faults/fault-plan.js';
export type { OktaUser, Profile, UserStatus } from './org/okta-user.js';
export type { RecordedWrite } from './org/write-log.js';
export type { SchemaAttribute } from './org/user-schemas.js';
export { ScimApp, type PushReport, type ScimAppOptions, type ScimDialect } from './provisioning/scim-app.js';
export { ProvisioningError } from './provisioning/scim-message.js';
