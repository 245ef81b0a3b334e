import { Command } from 'commander';
import type { CommandContext } from './commands/command-context.js';
import { audit, type AuditOptions } from './commands/audit.js';
import { listCredentials, revokeCredential, rotateCredential } from './commands/credentials.js';
import { doctor } from './commands/doctor.js';
import { listIntegrations } from './commands/integrations.js';
import { listRuns, reconcile, type ReconcileOptions } from './commands/reconcile.js';
import { retrySync, setSync, syncStatus } from './commands/sync.js';
import type { ExitCode } from './output/exit-code.js';

export type Run = (work: (context: CommandContext) => Promise<ExitCode>) => Promise<void>;

/** The commands and their help; `run` gives each its context and carries its exit code. */
export function programOf(run: Run): Command {
  const program = new Command('rollcall')
    .description('Okta and the passkey service in step: the on-call command line.')
    .option('--url <url>', 'a server to talk to (default: the one that runs here, else the database)')
    .option('--token <token>', 'an admin token of that server')
    .option('--json', 'print JSON')
    .showHelpAfterError('(rollcall --help tells what there is)');

  program
    .command('doctor [integration]')
    .description('check what the sync needs, and say what to do')
    .addHelpText('after', '\nExample: rollcall doctor "Acme Okta"')
    .action((integration?: string) => run((context) => doctor(context, integration)));
  program
    .command('integrations')
    .description('list the integrations')
    .addHelpText('after', '\nExample: rollcall integrations --json')
    .action(() => run(listIntegrations));
  program
    .command('reconcile <integration>')
    .description('compare Okta with Rollcall; a dry run unless --apply')
    .option('--apply', 'repair the drift')
    .option(
      '--max-change-ratio <ratio>',
      'most of the registered that may change, 0 to 1 (default 0.2, at least 10 people)',
    )
    .addHelpText(
      'after',
      '\nExample: rollcall reconcile "Acme Okta" --apply\nExit: 0 fine or repaired, 2 drift found, 3 refused by the cap, 1 failed',
    )
    .action((integration: string, options: ReconcileOptions) =>
      run((context) => reconcile(context, integration, options)),
    );
  program
    .command('runs <integration>')
    .description('list reconciliations')
    .addHelpText('after', '\nExample: rollcall runs "Acme Okta"')
    .action((integration: string) => run((context) => listRuns(context, integration)));
  program
    .command('audit')
    .description('who did what, newest first')
    .option('--integration <integration>')
    .option('--action <action>', 'such as credential.revoked')
    .option('--last <n>', 'how many', '50')
    .addHelpText('after', '\nExample: rollcall audit --integration "Acme Okta" --last 20')
    .action((options: AuditOptions) => run((context) => audit(context, options)));
  addSync(program, run);
  addCredentials(program, run);
  return program;
}

function addSync(program: Command, run: Run): void {
  const sync = program.command('sync').description('the write-back to Okta');
  sync
    .command('status <integration>')
    .description('queue, parked people, pause reason')
    .addHelpText('after', '\nExample: rollcall sync status "Acme Okta"')
    .action((integration: string) => run((context) => syncStatus(context, integration)));
  sync
    .command('retry <integration>')
    .description('make parked and retrying writes due now')
    .addHelpText('after', '\nExample: rollcall sync retry "Acme Okta"')
    .action((integration: string) => run((context) => retrySync(context, integration)));
  sync
    .command('pause <integration>')
    .description('stop writing to Okta; changes stay queued')
    .addHelpText('after', '\nExample: rollcall sync pause "Acme Okta"')
    .action((integration: string) => run((context) => setSync(context, integration, false)));
  sync
    .command('resume <integration>')
    .description('write again')
    .addHelpText('after', '\nExample: rollcall sync resume "Acme Okta"')
    .action((integration: string) => run((context) => setSync(context, integration, true)));
}

function addCredentials(program: Command, run: Run): void {
  const credentials = program.command('credentials').description('the SCIM credentials of an integration');
  credentials
    .command('list <integration>')
    .description('each with its last use and expiry')
    .addHelpText('after', '\nExample: rollcall credentials list "Acme Okta"')
    .action((integration: string) => run((context) => listCredentials(context, integration)));
  credentials
    .command('rotate <integration>')
    .description('make a second token; the first one lives on until revoked')
    .addHelpText('after', '\nExample: rollcall credentials rotate "Acme Okta"')
    .action((integration: string) => run((context) => rotateCredential(context, integration)));
  credentials
    .command('revoke <credentialId>')
    .description('end a credential at once')
    .addHelpText('after', '\nExample: rollcall credentials revoke 0198…')
    .action((id: string) => run((context) => revokeCredential(context, id)));
}
