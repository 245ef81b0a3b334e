export { SignInAdminModule } from './sign-in-admin.module.js';
export { SignInModule } from './sign-in.module.js';
export { SignIn } from './graphql/sign-in.type.js';
export { RegistrationRechecks } from './people/registration-rechecks.js';
export { RecordPurge } from './records/record-purge.js';
export { OKTA_CALLBACK_PATH } from './settings/redirect-uris.js';
export { type SignInSettings } from './settings/sign-in-settings.js';
export { type EnabledSettings, type SignInInput, SignInService } from './settings/sign-in.service.js';
export { signInRows } from './sign-in-rows.js';
