import { ApiRefusal } from '../api/admin-api.js';
import { openOrgRouting } from '../api/without-database.js';
import { gql } from '../gql/index.js';
import type { CheckFragment, RoutingFragment } from '../gql/graphql.js';
import { ExitCode } from '../output/exit-code.js';
import { paint } from '../output/paint.js';
import type { CommandContext } from './command-context.js';
import { CHECK_PAINTS, runChecks } from './doctor.js';
import { findIntegrationName } from './find-integration.js';
import { createInterface } from 'node:readline/promises';

gql(`
  fragment Routing on SignIn {
    enabled issuer
    okta { identityProviderId identityProviderStatus routingRuleId routingActive }
  }
`);

const ROUTING = gql(`query Routing($id: ID!) { directoryIntegration(id: $id) { signIn { ...Routing } } }`);

const SET_ROUTING = gql(`
  mutation SetRouting($id: ID!, $active: Boolean!) {
    setOktaRouting(integrationId: $id, active: $active) { ...Routing }
  }
`);

export interface SwitchOptions {
  yes?: boolean;
}

export interface RoutingOffOptions extends SwitchOptions {
  oktaDomain?: string;
  attribute: string;
}

/** Reads the state of sign-in in Okta. FAILED when a check of sign-in fails. */
export async function routingStatus(context: CommandContext, idOrName: string): Promise<ExitCode> {
  const { id, name } = await findIntegrationName(context, idOrName);
  const checks = (await runChecks(context, id)).filter((check) => check.name.startsWith('sign-in-'));
  const { directoryIntegration } = await context.api.request(ROUTING, { id });
  const signIn = directoryIntegration?.signIn ?? null;
  context.print({ id, name, signIn, checks }, () =>
    [paint('bold', `${name}: ${stateOf(signIn)}`), ...checks.map(sayCheck)].join('\n'),
  );
  return checks.some(({ status }) => status === 'FAIL') ? ExitCode.FAILED : ExitCode.OK;
}

/** Switches the routing rule that Rollcall created for this integration on or off. */
export async function switchRouting(
  context: CommandContext,
  idOrName: string,
  active: boolean,
  { yes = false }: SwitchOptions,
): Promise<ExitCode> {
  const { id, name } = await findIntegrationName(context, idOrName);
  if (!yes)
    await confirm(
      active
        ? `Users of ${name} who have a passkey will sign in to Okta with it.`
        : `Users of ${name} will sign in to Okta without their passkey.`,
      name,
    );
  const { setOktaRouting } = await context.api.request(SET_ROUTING, { id, active });
  context.print({ id, name, signIn: setOktaRouting }, () => `${name}: ${stateOf(setOktaRouting)}.`);
  return ExitCode.OK;
}

/**
 * Deactivates every routing rule of the org that has a condition on the attribute. Needs neither a server nor the
 * database.
 */
export async function switchOrgOff(
  { print }: Pick<CommandContext, 'print'>,
  { oktaDomain = '', attribute, yes = false }: RoutingOffOptions,
): Promise<ExitCode> {
  const org = await openOrgRouting(oktaDomain, process.env);
  const rules = await org.activeRules(attribute);
  if (rules.length > 0 && !yes) {
    const names = rules.map(({ name }) => `"${name}"`).join(', ');
    await confirm(`${org.domain}: the routing rules ${names} will be deactivated.`, org.domain);
  }
  for (const { id } of rules) await org.deactivate(id);
  const deactivated = rules.map(({ id, name }) => ({ id, name }));
  print({ oktaDomain: org.domain, deactivated }, () =>
    deactivated.length === 0
      ? `${org.domain}: no active routing rule looks at ${attribute}.`
      : `${org.domain}: deactivated ${deactivated.map(({ name }) => `"${name}"`).join(', ')}. Users sign in with Okta.`,
  );
  return ExitCode.OK;
}

/** @throws ApiRefusal if both or neither of the two are given */
export function requireOneTarget(integration: string | undefined, oktaDomain: string | undefined): void {
  if ((integration === undefined) === (oktaDomain === undefined))
    throw new ApiRefusal('BAD_USER_INPUT', 'Name either an integration or --okta-domain.');
}

function stateOf(signIn: RoutingFragment | null): string {
  if (!signIn) return 'sign-in was never enabled';
  if (!signIn.enabled) return 'sign-in is disabled';
  if (!signIn.okta) return 'sign-in is enabled, nothing was found in Okta';
  return signIn.okta.routingActive ? 'routing is on' : 'routing is off';
}

function sayCheck({ status, name, message }: CheckFragment): string {
  return `  ${paint(CHECK_PAINTS[status], status.padEnd(7))}  ${name.padEnd(21)}  ${message}`;
}

/**
 * Asks the user to type a name, before the command changes how people sign in.
 * @throws ApiRefusal if the user types something else, or there is no terminal
 */
async function confirm(question: string, name: string): Promise<void> {
  if (!process.stdin.isTTY)
    throw new ApiRefusal('BAD_USER_INPUT', `${question} Confirm with --yes: this is no terminal.`);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const typed = await terminal.question(`${question} Type ${name} to confirm: `);
    if (typed.trim() !== name) throw new ApiRefusal('BAD_USER_INPUT', 'Not confirmed: nothing was changed.');
  } finally {
    terminal.close();
  }
}
