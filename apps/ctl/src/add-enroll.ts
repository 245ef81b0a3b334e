import type { Command } from 'commander';
import type { Run } from './commands/command-context.js';
import {
  endEnrollment,
  type EnrollOptions,
  fetchLinks,
  listEnrollments,
  startEnrollment,
} from './commands/enroll/enroll.js';
import { numberBetween } from './output/parse-number.js';

const MIN_SECONDS = 60;
const MAX_SECONDS = 2_592_000;

/** `enroll`: enrollment links for many people. */
export function addEnroll(program: Command, run: Run): void {
  const enroll = program
    .command('enroll')
    .description('enrollment links for many people')
    .addHelpText('after', '\nExample: rollcall enroll start "Acme Okta" --group Engineering --links links.csv');
  enroll
    .command('start <integration>')
    .description('make a link for each active person without a passkey')
    .option('--group <group>', 'members of this group only, by its name or id')
    .option(
      '--expires-in <seconds>',
      'lifetime of the links, up to 30 days (default: seven days)',
      numberBetween(MIN_SECONDS, MAX_SECONDS),
    )
    .option('--renew', 'replace links that are still open; otherwise their people are left out')
    .option('--links <file>', 'write the links to this new CSV file, readable by you only')
    .addHelpText('after', '\nExample: rollcall enroll start "Acme Okta" --group Engineering --links links.csv')
    .addHelpText('after', 'Ctrl-C ends the waiting; a worker goes on making the links.')
    .action((integration: string, options: EnrollOptions) =>
      run((context) => startEnrollment(context, integration, options)),
    );
  enroll
    .command('list <integration>')
    .description('the last batches, newest first')
    .addHelpText('after', '\nExample: rollcall enroll list "Acme Okta"')
    .action((integration: string) => run((context) => listEnrollments(context, integration)));
  enroll
    .command('links <batchId> <file>')
    .description('write the links of a batch to a new CSV file, readable by you only')
    .addHelpText('after', '\nExample: rollcall enroll links 0198c0de-… links.csv')
    .action((batchId: string, file: string) => run((context) => fetchLinks(context, batchId, file)));
  enroll
    .command('discard <batchId>')
    .description('end the fetching of the links of a batch; the links stay valid')
    .addHelpText('after', '\nExample: rollcall enroll discard 0198c0de-…')
    .action((batchId: string) => run((context) => endEnrollment(context, batchId, 'discard')));
  enroll
    .command('cancel <batchId>')
    .description('end a batch that is under way; links made so far stay valid')
    .addHelpText('after', '\nExample: rollcall enroll cancel 0198c0de-…')
    .action((batchId: string) => run((context) => endEnrollment(context, batchId, 'cancel')));
}
