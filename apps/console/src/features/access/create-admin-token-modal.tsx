import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { IconEyeExclamation } from '@tabler/icons-react';
import { useState } from 'react';
import { useApiMutation } from '../../api/use-api-mutation';
import type { AdminRole } from '../../gql/graphql';
import { ROLE_LABEL, ROLE_MEANING } from '../../session/role';
import { Callout } from '../../ui/layout/callout';
import { CopyField } from '../../ui/forms/copy-field';
import { fieldError, FormError } from '../../ui/forms/form-error';
import { useLeaveGuard } from '../../ui/forms/use-leave-guard';
import { CREATE_ADMIN_TOKEN } from './access-queries';

const NEVER = 'never';
const LIFETIMES = [
  { value: '2592000', label: '30 days' },
  { value: '7776000', label: '90 days' },
  { value: '31536000', label: '1 year' },
  { value: NEVER, label: 'Never' },
];

export function CreateAdminTokenModal({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [name, setName] = useState('');
  const [role, setRole] = useState<AdminRole>('OPERATOR');
  const [lifetime, setLifetime] = useState('7776000');
  const [copied, setCopied] = useState(false);
  const create = useApiMutation(CREATE_ADMIN_TOKEN, { quiet: true });
  const created = create.data?.createAdminToken;
  const unsaved = created !== undefined && !copied;
  useLeaveGuard(unsaved, 'You have not copied the token, and it cannot be viewed again. Leave anyway?');

  const close = () => {
    if (unsaved && !window.confirm('You have not copied the token, and it cannot be viewed again. Close anyway?'))
      return;
    create.reset();
    setCopied(false);
    setName('');
    onClose();
  };

  return (
    <Modal opened={opened} onClose={close} title="Create admin token" closeOnClickOutside={!unsaved}>
      {created ? (
        <Stack gap="md">
          <Callout tone="warn" icon={IconEyeExclamation} title="This token is shown once">
            Hand it to {created.adminToken.name} now. It cannot be viewed again.
          </Callout>
          <CopyField label="Admin token" value={created.token} secret onCopied={() => setCopied(true)} />
          <Group justify="flex-end">
            <Button onClick={close}>Done</Button>
          </Group>
        </Stack>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            create.mutate({
              input: { name: name.trim(), role, expiresIn: lifetime === NEVER ? null : Number(lifetime) },
            });
          }}
        >
          <Stack gap="md">
            <TextInput
              data-autofocus
              label="Name"
              description="Who or what will use it."
              value={name}
              maxLength={100}
              onChange={(event) => setName(event.currentTarget.value)}
              error={fieldError(create.error, 'name')}
            />
            <Select<AdminRole>
              label="Role"
              description={ROLE_MEANING[role]}
              data={(Object.keys(ROLE_LABEL) as AdminRole[]).map((value) => ({ value, label: ROLE_LABEL[value] }))}
              value={role}
              onChange={(value) => value && setRole(value)}
              allowDeselect={false}
              withCheckIcon={false}
            />
            <Select
              label="Expiration"
              data={LIFETIMES}
              value={lifetime}
              onChange={(value) => value && setLifetime(value)}
              allowDeselect={false}
              withCheckIcon={false}
            />
            <FormError error={create.error} fields={['name']} />
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={close}>
                Cancel
              </Button>
              <Button type="submit" loading={create.isPending} disabled={name.trim() === ''}>
                Create
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
