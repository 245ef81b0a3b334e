import type { IntegrationFieldsFragment } from '../../gql/graphql';
import { counted } from '../../ui/text/count';
import { inWords } from '../../ui/text/in-words';
import { inReadersTime } from '../../ui/text/time-format';
import { credentialName } from '../credentials/credential-name';
import { credentialState, isUsable } from '../credentials/credential-status';
import { currentChecks } from '../integrations/current-checks';
import { atStart, isWrittenBack, PROVIDERS } from '../providers/provider';

export interface Attention {
  tone: 'bad' | 'warn' | 'busy';
  title: string;
  text: string;
  action: string;
  to: string;
}

const URGENCY = { bad: 0, warn: 1, busy: 2 };

/** What needs an administrator's attention now, most severe first. */
export function attentionOf(integrations: readonly IntegrationFieldsFragment[], now: number): Attention[] {
  return integrations
    .flatMap((integration) => ofOne(integration, now))
    .sort((a, b) => URGENCY[a.tone] - URGENCY[b.tone]);
}

function ofOne(integration: IntegrationFieldsFragment, now: number): Attention[] {
  const { id, identityCount } = integration;
  const path = `/directory/integrations/${id}`;
  if (identityCount === 0) return [unfinished(integration, path)];
  return [...ofWriteBack(integration, path), ...ofChecks(integration, path), ...ofCredentials(integration, path, now)];
}

function unfinished({ name, credentials, lastScimRequestAt }: IntegrationFieldsFragment, path: string): Attention {
  const text = lastScimRequestAt
    ? 'The directory has called, but has not sent any people yet. Assign a group to the SCIM application.'
    : credentials.length > 0
      ? 'Waiting for the first call of the directory.'
      : 'Generate credentials, and put them into your directory.';
  return {
    tone: 'busy',
    title: `${name}: set-up is not finished`,
    text,
    action: 'Continue set-up',
    to: `${path}/setup`,
  };
}

function ofWriteBack(integration: IntegrationFieldsFragment, path: string): Attention[] {
  const { id, name, provider, registrationSync: sync } = integration;
  if (!sync?.enabled) return [];
  if (sync.pausedReason) {
    return [
      {
        tone: 'bad',
        title: `${name}: writing to ${PROVIDERS[provider].target} is paused`,
        text: sync.pausedReason,
        action: 'Open',
        to: `${path}/registration`,
      },
    ];
  }
  const held: Attention[] = sync.heldCount
    ? [
        {
          tone: 'warn',
          title: `${name}: ${counted(sync.heldCount, 'change', 'changes')} of the directory held`,
          text: 'The directory turned off more people than the safety cap allows. Approve or discard the changes.',
          action: 'Decide',
          to: path,
        },
      ]
    : [];
  if (sync.parkedCount === 0) return held;
  return [
    ...held,
    {
      tone: 'warn',
      title: `${name}: ${counted(sync.parkedCount, 'person', 'people')} parked`,
      text: `${atStart(PROVIDERS[provider].target)} refused to take their registration. Until it does, they sign in with a password.`,
      action: 'Show them',
      to: `/directory/identities?integration=${id}&registration=PARKED`,
    },
  ];
}

/** Checks that the page reports by other means: a paused write-back, and an unfinished set-up. */
const TOLD_ELSEWHERE = new Set(['registration-sync', 'scim-requests']);

function ofChecks(integration: IntegrationFieldsFragment, path: string): Attention[] {
  const { name, registrationSync } = integration;
  if (registrationSync?.pausedReason || !isWrittenBack(integration)) return [];
  return currentChecks(integration)
    .filter(({ name: check, status }) => (status === 'FAIL' || status === 'WARN') && !TOLD_ELSEWHERE.has(check))
    .map((check) => ({
      tone: check.status === 'FAIL' ? 'bad' : 'warn',
      title: `${name}: ${inWords(check.name)}`,
      text: inReadersTime(check.message),
      action: 'Open health',
      to: path,
    }));
}

function ofCredentials(integration: IntegrationFieldsFragment, path: string, now: number): Attention[] {
  const { name, provider, credentials } = integration;
  const alive = credentials.filter((credential) => isUsable(credential, now));
  if (alive.length === 0) {
    return [
      {
        tone: 'bad',
        title: `${name}: no valid credentials`,
        text: 'Every call of the directory is refused. Generate new credentials and put them into the SCIM application.',
        action: 'Open credentials',
        to: `${path}/credentials`,
      },
    ];
  }
  // A second token that is valid for longer shows that a rotation is already in progress.
  if (alive.some((credential) => credentialState(credential, now) === 'ACTIVE')) return [];
  return alive.map((credential) => ({
    tone: 'warn',
    title: `${name}: ${credentialName(credential)} expires soon`,
    text: `Generate a second token and put it into ${PROVIDERS[provider].source}; both work until you revoke the old one.`,
    action: 'Rotate',
    to: `${path}/credentials`,
  }));
}
