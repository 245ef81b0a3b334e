import { gql } from '../gql/index.js';
import type { SignInDestination } from '../gql/graphql.js';
import { ExitCode } from '../output/exit-code.js';
import { paint } from '../output/paint.js';
import type { CommandContext } from './command-context.js';
import { findIntegrationName } from './find-integration.js';

const ROUTE = gql(`
  query SignInRoute($id: ID!, $userName: String!) {
    signInRoute(integrationId: $id, userName: $userName) { userName destination ruleName canSignIn reasons }
  }
`);

const DESTINATIONS: Record<SignInDestination, string> = {
  PASSKEY: 'is sent to sign in with a passkey',
  OKTA: 'signs in at Okta',
  OTHER_PROVIDER: 'is sent to another identity provider',
  UNKNOWN: 'cannot be explained',
};

/**
 * Shows where Okta will send a user, and why. FAILED if Okta does not answer, or if it sends the user to Rollcall
 * although they cannot sign in there.
 */
export async function explain(context: CommandContext, idOrName: string, userName: string): Promise<ExitCode> {
  const { id } = await findIntegrationName(context, idOrName);
  const { signInRoute } = await context.api.request(ROUTE, { id, userName });
  const { destination, canSignIn } = signInRoute;
  const inVain = destination === 'PASSKEY' && !canSignIn;
  context.print(signInRoute, ({ reasons }) =>
    [
      paint('bold', `${userName} ${DESTINATIONS[destination]}${inVain ? ', and cannot sign in there' : ''}.`),
      ...reasons.map((reason) => `  ${reason}`),
    ].join('\n'),
  );
  return destination === 'UNKNOWN' || inVain ? ExitCode.FAILED : ExitCode.OK;
}
