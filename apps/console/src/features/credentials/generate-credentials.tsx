import { useEffect, useState } from 'react';
import type { IntegrationFieldsFragment } from '../../gql/graphql';
import { useLeaveGuard } from '../../ui/use-leave-guard';
import { GenerateForm } from './generate-form';
import { type GeneratedSecret, SecretPanel } from './secret-panel';

interface Props {
  integration: Pick<IntegrationFieldsFragment, 'id' | 'provider'>;
  /** True while a secret is on the screen that was not saved. */
  onUnsaved?: (unsaved: boolean) => void;
  onFinished?: () => void;
}

/** The guide's step 1: choose, generate, carry over. The secret lives in this component only, and dies with it. */
export function GenerateCredentials({ integration: { id, provider }, onUnsaved, onFinished }: Props) {
  const [secret, setSecret] = useState<GeneratedSecret>();
  const [saved, setSaved] = useState(false);
  const unsaved = secret !== undefined && !saved;
  useLeaveGuard(unsaved, 'You have not copied the secret, and it cannot be viewed again. Leave anyway?');
  useEffect(() => onUnsaved?.(unsaved), [onUnsaved, unsaved]);

  if (!secret) return <GenerateForm integrationId={id} provider={provider} onGenerated={setSecret} />;
  return <SecretPanel secret={secret} saved={saved} onSaved={setSaved} {...(onFinished && { onFinished })} />;
}
