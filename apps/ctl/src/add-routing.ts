import type { Command } from 'commander';
import { explain } from './commands/explain.js';
import {
  requireOneTarget,
  type RoutingOffOptions,
  routingStatus,
  type SwitchOptions,
  switchOrgOff,
  switchRouting,
} from './commands/routing.js';
import type { Run, RunAlone } from './commands/command-context.js';

/** `routing` and `explain`: which users Okta sends to their passkey. */
export function addRouting(program: Command, run: Run, runAlone: RunAlone): void {
  const routing = program
    .command('routing')
    .description('whether Okta sends users to their passkey')
    .addHelpText('after', '\nExample: rollcall routing status "Acme Okta"');
  routing
    .command('status <integration>')
    .description('identity provider, routing rule and what is wrong with them')
    .addHelpText('after', '\nExample: rollcall routing status "Acme Okta"\nExit: 1 when a check fails')
    .action((integration: string) => run((context) => routingStatus(context, integration)));
  routing
    .command('on <integration>')
    .description('activate the routing rule; refused while the set-up in Okta has a fault')
    .option('--yes', 'do not ask')
    .addHelpText('after', '\nExample: rollcall routing on "Acme Okta"')
    .action((integration: string, options: SwitchOptions) =>
      run((context) => switchRouting(context, integration, true, options)),
    );
  routing
    .command('off [integration]')
    .description('deactivate the routing rule: users sign in at Okta, without their passkey')
    .option('--okta-domain <domain>', 'of this org, without a server and database; OKTA_API_TOKEN holds a token')
    .option('--attribute <name>', 'with --okta-domain: rules that look at this attribute', 'byndidRegistered')
    .option('--yes', 'do not ask')
    .addHelpText('after', '\nExample: rollcall routing off "Acme Okta"')
    .addHelpText('after', '\nExample: OKTA_API_TOKEN=… rollcall routing off --okta-domain acme.okta.com')
    .action((integration: string | undefined, options: RoutingOffOptions) => {
      if (options.oktaDomain === undefined && integration !== undefined)
        return run((context) => switchRouting(context, integration, false, options));
      return runAlone(async (context) => {
        requireOneTarget(integration, options.oktaDomain);
        return switchOrgOff(context, options);
      });
    });
  program
    .command('explain <integration> <userName>')
    .description('where Okta will send this user, and why')
    .addHelpText('after', '\nExample: rollcall explain "Acme Okta" ada@acme.com')
    .addHelpText('after', 'Exit: 1 when Okta could not be asked, or sends the user here in vain')
    .action((integration: string, userName: string) => run((context) => explain(context, integration, userName)));
}
