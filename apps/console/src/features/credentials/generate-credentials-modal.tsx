import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { IntegrationFieldsFragment } from '../../gql/graphql';
import { GenerateCredentials } from './generate-credentials';

interface Props {
  integration: Pick<IntegrationFieldsFragment, 'id' | 'provider'>;
  opened: boolean;
  onClose: () => void;
}

/** Asks before it closes while the secret is unsaved, because the secret is shown only once. */
export function GenerateCredentialsModal({ integration, opened, onClose }: Props) {
  const [unsaved, setUnsaved] = useState(false);
  const close = () => {
    if (unsaved && !window.confirm('You have not copied the secret, and it cannot be viewed again. Close anyway?'))
      return;
    setUnsaved(false);
    onClose();
  };
  return (
    <Modal opened={opened} onClose={close} title="Generate Credentials" size="lg" closeOnClickOutside={!unsaved}>
      <GenerateCredentials integration={integration} onUnsaved={setUnsaved} onFinished={onClose} />
    </Modal>
  );
}
