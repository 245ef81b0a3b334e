import { IconRefresh } from '@tabler/icons-react';
import type { CredentialFieldsFragment, DirectoryProvider } from '../../gql/graphql';
import { Callout } from '../../ui/layout/callout';
import { useNow } from '../../ui/text/use-now';
import { When } from '../../ui/text/when';
import { credentialName } from './credential-name';
import { isUsable } from './credential-status';
import { PROVIDERS } from '../providers/provider';

interface Props {
  credentials: readonly CredentialFieldsFragment[];
  provider: DirectoryProvider;
}

/**
 * Shown while two tokens are valid. It shows whether the directory already uses the new token, so that the old token
 * can be revoked.
 */
export function RotationGuide({ credentials, provider }: Props) {
  const source = PROVIDERS[provider].source;
  const now = useNow();
  const alive = credentials
    .filter((credential) => credential.type === 'BEARER_TOKEN' && isUsable(credential, now))
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  const [newest, ...older] = alive;
  if (!newest || older.length === 0) return null;
  const [previous] = older;
  if (!newest.lastUsedAt) {
    return (
      <Callout tone="busy" icon={IconRefresh} title={`Rotation: waiting for ${source} to use the new token`}>
        {PROVIDERS[provider].replaceToken(credentialName(newest))} Both tokens work until you revoke one. This notice
        changes as soon as the new one is used.
      </Callout>
    );
  }
  const oldStillUsed = older.some(
    ({ lastUsedAt }) => lastUsedAt && newest.lastUsedAt && lastUsedAt > newest.lastUsedAt,
  );
  return (
    <Callout
      tone={oldStillUsed ? 'warn' : 'ok'}
      icon={IconRefresh}
      title={oldStillUsed ? 'Rotation: the old token is still in use' : `Rotation: ${source} uses the new token`}
    >
      {credentialName(newest)} was last used <When at={newest.lastUsedAt} />.{' '}
      {previous &&
        (oldStillUsed
          ? 'Another app or job may still hold the old one: find it before you revoke.'
          : `You can revoke ${credentialName(previous)} now.`)}
    </Callout>
  );
}
