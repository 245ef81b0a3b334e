import { Module } from '@nestjs/common';
import { DirectoryModule } from '@rollcall/directory';
import { DirectoryIntegrationModule } from '@rollcall/directory-integration';
import { OktaModule } from '@rollcall/okta';
import { PasskeysModule } from '@rollcall/passkeys';
import { TenancyModule } from '@rollcall/tenancy';
import { SignInFiguresRepository } from './figures/sign-in-figures.repository.js';
import { SignInFiguresResolver } from './figures/sign-in-figures.resolver.js';
import { OktaSignInResolver } from './graphql/okta-sign-in.resolver.js';
import { SignInFieldsResolver } from './graphql/sign-in-fields.resolver.js';
import { SignInLoaders } from './graphql/sign-in-loaders.js';
import { SignInResolver } from './graphql/sign-in.resolver.js';
import { SignInsResolver } from './graphql/sign-ins.resolver.js';
import { SignInKeyRepository } from './keys/sign-in-key.repository.js';
import { SignInKeys } from './keys/sign-in-keys.js';
import { SignInEventRepository } from './log/sign-in-event.repository.js';
import { AccountLinkSurvey } from './okta/account-link-survey.js';
import { ClientSecretInOkta } from './okta/client-secret-in-okta.js';
import { OktaSetUp } from './okta/okta-set-up.js';
import { OktaSignInExaminer } from './okta/okta-sign-in-examiner.js';
import { OktaSignInLocator } from './okta/okta-sign-in-state.js';
import { OktaSignInRepository } from './okta/okta-sign-in.repository.js';
import { RouteExplanations } from './okta/route-explanation.js';
import { RoutingInUse } from './okta/routing-in-use.js';
import { SelfEnrollmentRepository } from './self-enrollment/self-enrollment.repository.js';
import { SelfEnrollments } from './self-enrollment/self-enrollments.js';
import { SelfEnrollmentResolver } from './graphql/self-enrollment.resolver.js';
import { SignInRepository } from './settings/sign-in.repository.js';
import { SignInService } from './settings/sign-in.service.js';

/**
 * The admin API and the health checks for sign-in: settings, log, and objects in Okta. Does not contain the HTTP
 * endpoints of the provider.
 */
@Module({
  imports: [TenancyModule, DirectoryIntegrationModule, DirectoryModule, PasskeysModule, OktaModule],
  providers: [
    SignInRepository,
    SignInService,
    SignInKeyRepository,
    SignInKeys,
    SignInEventRepository,
    SignInLoaders,
    SignInResolver,
    SignInFieldsResolver,
    SignInsResolver,
    SignInFiguresRepository,
    SignInFiguresResolver,
    AccountLinkSurvey,
    ClientSecretInOkta,
    OktaSetUp,
    OktaSignInExaminer,
    OktaSignInLocator,
    OktaSignInRepository,
    OktaSignInResolver,
    RouteExplanations,
    RoutingInUse,
    SelfEnrollmentRepository,
    SelfEnrollments,
    SelfEnrollmentResolver,
  ],
  exports: [SelfEnrollments, SignInRepository, SignInService, SignInKeyRepository, SignInKeys, SignInEventRepository],
})
export class SignInAdminModule {}
