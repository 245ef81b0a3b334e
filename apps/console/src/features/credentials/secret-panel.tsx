import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { IconEyeExclamation } from '@tabler/icons-react';
import type { GenerateBearerTokenMutation, GenerateClientCredentialsMutation } from '../../gql/graphql';
import { Callout } from '../../ui/layout/callout';
import { CopyField } from '../../ui/forms/copy-field';
import { duration } from '../../ui/text/time-format';

export type GeneratedSecret =
  | ({ type: 'BEARER_TOKEN' } & GenerateBearerTokenMutation['generateBearerToken'])
  | ({ type: 'CLIENT_CREDENTIALS' } & GenerateClientCredentialsMutation['generateClientCredentials']);

interface Props {
  secret: GeneratedSecret;
  saved: boolean;
  onSaved: (saved: boolean) => void;
  /**
   * Called by the button Done. Without it the panel has no such button, because the page has its own button for the
   * next step.
   */
  onFinished?: () => void;
}

/** Shows a new secret, which can be shown only once. */
export function SecretPanel({ secret, saved, onSaved, onFinished }: Props) {
  const what = secret.type === 'BEARER_TOKEN' ? 'token' : 'client secret';
  const copied = () => onSaved(true);
  return (
    <Stack gap="md">
      <Callout tone="warn" icon={IconEyeExclamation} title={`This ${what} is shown once`}>
        Copy it now and put it where it is needed, or into a password manager. It cannot be viewed again; if it is lost,
        generate another.
      </Callout>
      {secret.type === 'BEARER_TOKEN' ? (
        <CopyField label="Token" value={secret.token} secret onCopied={copied} />
      ) : (
        <>
          <CopyField label="Client ID" value={secret.clientId} />
          <CopyField label="Client secret" value={secret.clientSecret} secret onCopied={copied} />
          <CopyField label="Token endpoint" value={secret.tokenEndpoint} />
        </>
      )}
      <CopyField label="SCIM URL" value={secret.scimUrl} />
      <CopyField label="Scope(s)" value={secret.credential.scopes.join(' ')} />
      {secret.type === 'BEARER_TOKEN' && <Expiration credential={secret.credential} />}
      <Group justify="space-between">
        <Checkbox
          label={`I have saved the ${what}`}
          checked={saved}
          onChange={(event) => onSaved(event.currentTarget.checked)}
        />
        {onFinished && (
          <Button onClick={onFinished} disabled={!saved}>
            Done
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function Expiration({ credential }: { credential: { createdAt: string; expiresAt?: string | null } }) {
  if (!credential.expiresAt) return <CopyField label="Expiration" value="Never" />;
  const seconds = Math.round((Date.parse(credential.expiresAt) - Date.parse(credential.createdAt)) / 1_000);
  return <CopyField label="Expiration" value={`${seconds} seconds (${duration(seconds)})`} />;
}
