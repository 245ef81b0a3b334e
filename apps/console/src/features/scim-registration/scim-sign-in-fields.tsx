import { PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import type { ApiError } from '../../api/api-error';
import type { ScimAuthenticationType } from '../../gql/graphql';
import { Choice } from '../../ui/forms/choice';
import { fieldError } from '../../ui/forms/form-error';
import { SIGN_IN_LABEL, type ScimSignIn } from './scim-sign-in';

const TYPES = (Object.keys(SIGN_IN_LABEL) as ScimAuthenticationType[]).map((value) => ({
  value,
  label: SIGN_IN_LABEL[value],
}));

const SECRET = {
  BEARER_TOKEN: { label: 'Token', field: 'bearerToken' },
  BASIC: { label: 'Password', field: 'password' },
  CLIENT_CREDENTIALS: { label: 'Client secret', field: 'clientSecret' },
} as const;

interface Props {
  signIn: ScimSignIn;
  onChange: (signIn: ScimSignIn) => void;
  /** True if the saved secret may be kept, because no other sign-in setting has changed. */
  keepable: boolean;
  error: ApiError | null;
}

/** How Rollcall signs in to the SCIM server. */
export function ScimSignInFields({ signIn, onChange, keepable, error }: Props) {
  const { type } = signIn;
  const { label, field } = SECRET[type];
  const input = (name: 'userName' | 'tokenEndpoint' | 'clientId' | 'scope') => ({
    value: signIn[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...signIn, [name]: event.currentTarget.value }),
    error: fieldError(error, name),
    required: name !== 'scope',
    withAsterisk: false,
    spellCheck: false,
    autoComplete: 'off',
  });
  return (
    <Stack gap="md">
      <Stack gap={4}>
        <Text size="sm" fw={600} component="span">
          Sign in with
        </Text>
        <Choice
          label="Sign in with"
          value={type}
          onChange={(value) => onChange({ ...signIn, type: value, secret: '' })}
          data={TYPES}
        />
      </Stack>
      {type === 'BASIC' && <TextInput label="User name" {...input('userName')} />}
      {type === 'CLIENT_CREDENTIALS' && (
        <>
          <TextInput label="Token endpoint" placeholder="https://" inputMode="url" {...input('tokenEndpoint')} />
          <TextInput label="Client ID" {...input('clientId')} />
          <TextInput label="Scope" description="If the server wants one." {...input('scope')} />
        </>
      )}
      <PasswordInput
        label={label}
        description={keepable ? 'Leave empty to keep the one that is saved.' : 'Stored encrypted.'}
        required={!keepable}
        withAsterisk={false}
        value={signIn.secret}
        onChange={(event) => onChange({ ...signIn, secret: event.currentTarget.value })}
        error={fieldError(error, field) ?? fieldError(error, 'authentication')}
        autoComplete="off"
      />
    </Stack>
  );
}
