export { PasskeysModule } from './passkeys.module.js';
export type { PasskeyRow, PasskeySource } from './bindings/passkey.row.js';
export { type ExternalPasskey, PasskeyService } from './bindings/passkey.service.js';
export { type CreatedEnrollment, type EnrollmentRequest, EnrollmentService } from './enrollments/enrollment.service.js';
export { Passkey } from './graphql/passkey.type.js';
export { passkeysRows } from './passkeys-rows.js';
export { FakeRegistrationReporter, RegistrationReporter } from './registration-reporter.js';
