import { Argument, Command } from 'commander';
import { addEnroll } from './add-enroll.js';
import { addRouting } from './add-routing.js';
import { audit, type AuditOptions } from './commands/audit/audit-events.js';
import { auditHead, type HeadOptions } from './commands/audit/audit-head.js';
import { verifyAudit, type VerifyOptions } from './commands/audit/audit-verify.js';
import type { Run, RunAlone } from './commands/command-context.js';
import { completionOf, type Shell, SHELLS } from './commands/completion.js';
import { listCredentials, revokeCredential, rotateCredential } from './commands/credentials.js';
import { doctor } from './commands/doctor.js';
import { listIntegrations } from './commands/integrations.js';
import { forgetLostKey, rotateKeys } from './commands/keys.js';
import { migrateDatabase } from './commands/migrate.js';
import { type PersonOptions, showPerson } from './commands/person.js';
import { reconcile, type ReconcileOptions } from './commands/reconciliation/reconcile.js';
import { listRequests, type RequestsOptions } from './commands/requests.js';
import { listRuns, type RunsOptions } from './commands/reconciliation/runs.js';
import { syncStatus } from './commands/sync-status.js';
import { capSync, decideHeld, pauseSync, resumeSync, retrySync } from './commands/sync.js';
import { chainHead } from './output/parse-chain-head.js';
import { numberBetween } from './output/parse-number.js';
import { productVersion } from './output/version.js';

const TEN_YEARS_SECONDS = 315_360_000;

/** Defines the commands and their help. `run` and `runAlone` provide a command's context and set its exit code. */
export function programOf(run: Run, runAlone: RunAlone): Command {
  const program = new Command('rollcall')
    .description('Okta, or a SCIM server, and the passkey service in step: the on-call command line.')
    .option('--url <url>', 'a server to talk to (default: the one that runs here, else the database itself)')
    .option('--token <token>', 'an admin token of that server (default: ADMIN_TOKEN, else the one kept in DATA_DIR)')
    .option('--json', 'print JSON, refusals included')
    .version(productVersion(), '--version', 'print the version')
    .addHelpText('after', '\nAn <integration> is its name, in any letter case, or its id.')
    .addHelpText(
      'after',
      'Exit: 0 fine or repaired, 2 drift found by a dry run, 3 refused by the safety cap, 1 failed, 64 wrong command line',
    )
    .addHelpText('after', '\nExample: rollcall --url https://rollcall.example.com doctor')
    .configureHelp({ showGlobalOptions: true })
    // commander prints no error, because main.ts prints every refusal, as one line or as JSON.
    .configureOutput({ outputError: () => undefined })
    .exitOverride();

  program
    .command('doctor [integration]')
    .description('check what the sync needs, and say what to do')
    .addHelpText('after', '\nExample: rollcall doctor "Acme Okta"\nExit: 1 when a check fails')
    .action((integration?: string) => run((context) => doctor(context, integration)));
  program
    .command('integrations')
    .description('list the integrations')
    .addHelpText('after', '\nExample: rollcall integrations --json')
    .action(() => run(listIntegrations));
  program
    .command('person <userName>')
    .description('state, reason, passkeys and history of a person, in each integration that has them')
    .option('--retry', 'make their write due now')
    .option('--enroll', 'make an enrollment link for them; an earlier open link ends')
    .addHelpText('after', '\nExample: rollcall person ada@acme.example')
    .action((userName: string, options: PersonOptions) => run((context) => showPerson(context, userName, options)));
  program
    .command('requests <integration>')
    .description('what the SCIM client asked and was answered, newest first')
    .option('--status <status>', 'of this HTTP status only, such as 401', numberBetween(100, 599))
    .option('--last <n>', 'how many, up to 200', numberBetween(1, 200), 20)
    .addHelpText('after', '\nExample: rollcall requests "Acme Okta" --status 401')
    .action((integration: string, options: RequestsOptions) =>
      run((context) => listRequests(context, integration, options)),
    );
  addReconciliation(program, run);
  addSync(program, run);
  addRouting(program, run, runAlone);
  addEnroll(program, run);
  addCredentials(program, run);
  addDatabase(program, run, runAlone);
  addAudit(program, run);
  program
    .command('completion')
    .description('print the completion script of a shell')
    .addArgument(new Argument('<shell>').choices(SHELLS))
    .addHelpText('after', '\nExample: rollcall completion bash >/etc/bash_completion.d/rollcall')
    .configureHelp({})
    .action((shell: Shell) => void process.stdout.write(`${completionOf(program, shell)}\n`));
  return program;
}

/** Help text for commands that use no server. It omits the options that name a server. */
const withoutServer = (program: Command) => ({
  showGlobalOptions: true,
  visibleGlobalOptions: () => program.options.filter(({ long }) => long === '--json'),
});

function addDatabase(program: Command, run: Run, runAlone: RunAlone): void {
  program
    .command('migrate')
    .description('bring the schema of the database up to date')
    .addHelpText('after', '\nExample: rollcall migrate\nServers with MIGRATE=off wait for it.')
    .configureHelp(withoutServer(program))
    .action(() => runAlone(migrateDatabase));
  const keys = program
    .command('keys')
    .description('the keys that seal stored secrets')
    .addHelpText('after', '\nExample: rollcall keys rotate');
  keys
    .command('rotate')
    .description('seal every stored secret again, under the first of ENCRYPTION_KEYS')
    .addHelpText('after', '\nExample: rollcall keys rotate')
    .action(() => run(rotateKeys));
  keys
    .command('forget <keyId>')
    .description('let servers start without a key that is lost')
    .addHelpText('after', '\nExample: rollcall keys forget k1\nSecrets that it sealed stay closed: enter them again.')
    .configureHelp(withoutServer(program))
    .action((id: string) => runAlone((context) => forgetLostKey(context, id)));
}

function addAudit(program: Command, run: Run): void {
  const events = program
    .command('audit')
    .description('who did what, newest first')
    .option('--integration <integration>', 'of this integration only')
    .option('--action <action>', 'of this kind only, such as credential.revoked')
    .option('--last <n>', 'how many, up to 200', numberBetween(1, 200), 50)
    .addHelpText('after', '\nExample: rollcall audit --integration "Acme Okta" --last 20')
    .action((options: AuditOptions) => run((context) => audit(context, options)));
  events
    .command('verify')
    .description('recompute the chains of sealed events: of every tenant with the root token, else of your own')
    .option('--expect <sequence:hash>', 'a head of your tenant that was printed before, and kept elsewhere', chainHead)
    .option('--expect-file <path>', 'the heads that "audit head --file" wrote')
    .addHelpText('after', '\nExample: rollcall audit verify\nExit: 1 when an event or a seal is not as it was sealed')
    .action((options: VerifyOptions) => run((context) => verifyAudit(context, options)));
  events
    .command('head')
    .description('print the head of each audit chain, to keep it outside the database')
    .option('--file <path>', 'append the heads to this file, for "audit verify --expect-file"')
    .option('--webhook <url>', 'post the heads to this URL, as JSON')
    .addHelpText('after', '\nExample: rollcall audit head --file /mnt/worm/audit-heads')
    .action((options: HeadOptions) => run((context) => auditHead(context, options)));
}

function addReconciliation(program: Command, run: Run): void {
  program
    .command('reconcile <integration>')
    .description('compare Okta, or the SCIM server, with Rollcall; a dry run unless --apply')
    .option('--apply', 'repair the drift')
    .option(
      '--max-change-ratio <ratio>',
      'most of the registered that may change, 0 to 1 (default 0.2; ten people always may)',
      numberBetween(0, 1, false),
    )
    .addHelpText(
      'after',
      '\nExample: rollcall reconcile "Acme Okta" --apply\nExit: 0 fine or repaired, 2 drift found, 3 refused by the cap, 1 failed. Ctrl-C cancels the run.',
    )
    .action((integration: string, options: ReconcileOptions) =>
      run((context) => reconcile(context, integration, options)),
    );
  program
    .command('runs <integration>')
    .description('list reconciliations, newest first')
    .option('--cancel', 'end the one that is under way')
    .addHelpText('after', '\nExample: rollcall runs "Acme Okta"')
    .action((integration: string, options: RunsOptions) => run((context) => listRuns(context, integration, options)));
}

function addSync(program: Command, run: Run): void {
  const sync = program
    .command('sync')
    .description('the write-back to Okta or to a SCIM server')
    .addHelpText('after', '\nExample: rollcall sync status "Acme Okta"');
  sync
    .command('status <integration>')
    .description('queue, people in trouble, pause reason')
    .addHelpText('after', '\nExample: rollcall sync status "Acme Okta"\nExit: 1 while paused')
    .action((integration: string) => run((context) => syncStatus(context, integration)));
  sync
    .command('retry <integration>')
    .description('make parked, unlinked and retrying writes due now')
    .option('--person <userName>', 'of this person only')
    .addHelpText('after', '\nExample: rollcall sync retry "Acme Okta" --person ada@acme.example')
    .action((integration: string, options: { person?: string }) =>
      run((context) => retrySync(context, integration, options)),
    );
  sync
    .command('pause <integration>')
    .description('stop writing; changes stay queued')
    .option('--reason <reason>', 'shown with your name wherever the pause is')
    .addHelpText('after', '\nExample: rollcall sync pause "Acme Okta" --reason "Okta is being migrated"')
    .action((integration: string, options: { reason?: string }) =>
      run((context) => pauseSync(context, integration, options)),
    );
  sync
    .command('approve <integration>')
    .description('write the changes of the directory that the safety cap holds')
    .addHelpText('after', '\nExample: rollcall sync approve "Acme Okta"')
    .action((integration: string) => run((context) => decideHeld(context, integration, 'approve')));
  sync
    .command('discard <integration>')
    .description('leave the target as it is for the changes that the safety cap holds')
    .addHelpText('after', '\nExample: rollcall sync discard "Acme Okta"')
    .action((integration: string) => run((context) => decideHeld(context, integration, 'discard')));
  sync
    .command('cap <integration> <ratio>')
    .description('the share of registered people that the directory may turn off within an hour: 0 holds all, 1 none')
    .addHelpText('after', '\nExample: rollcall sync cap "Acme Okta" 0.2')
    .action((integration: string, ratio: string) =>
      run((context) => capSync(context, integration, numberBetween(0, 1, false)(ratio))),
    );
  sync
    .command('resume <integration>')
    .description('lift a pause, and check every person again')
    .addHelpText('after', '\nExample: rollcall sync resume "Acme Okta"')
    .action((integration: string) => run((context) => resumeSync(context, integration)));
}

function addCredentials(program: Command, run: Run): void {
  const credentials = program
    .command('credentials')
    .description('the SCIM credentials of an integration')
    .addHelpText('after', '\nExample: rollcall credentials list "Acme Okta"');
  credentials
    .command('list <integration>')
    .description('each with its last use and expiry')
    .addHelpText('after', '\nExample: rollcall credentials list "Acme Okta"')
    .action((integration: string) => run((context) => listCredentials(context, integration)));
  credentials
    .command('rotate <integration>')
    .description('make a second token; the first one lives on until revoked')
    .option(
      '--expires-in <seconds>',
      'lifetime of the new one (default: for ever)',
      numberBetween(1, TEN_YEARS_SECONDS),
    )
    .addHelpText('after', '\nExample: rollcall credentials rotate "Acme Okta"')
    .action((integration: string, options: { expiresIn?: number }) =>
      run((context) => rotateCredential(context, integration, options)),
    );
  credentials
    .command('revoke <credentialId>')
    .description('end a credential at once')
    .addHelpText('after', '\nExample: rollcall credentials revoke 0198c0de-…')
    .action((id: string) => run((context) => revokeCredential(context, id)));
}
