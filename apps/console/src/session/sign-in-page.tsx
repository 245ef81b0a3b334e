import { Button, Center, Code, Divider, Loader, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { Brand } from '../ui/layout/brand';
import { PASSKEYS_WORK } from './passkey-ceremonies';
import classes from './sign-in-page.module.css';
import { SignInRefusal } from './sign-in-refusal';
import { useSignIn } from './use-sign-in';

export function SignInPage() {
  const [pasted, setPasted] = useState('');
  const signIn = useSignIn();
  const { mutate } = signIn;
  const busyWith = signIn.isPending ? signIn.variables.by : undefined;

  useEffect(() => {
    const followLink = () => {
      const token = takeSignInToken();
      if (token !== undefined) mutate({ by: 'link', token });
    };
    followLink();
    window.addEventListener('hashchange', followLink);
    return () => window.removeEventListener('hashchange', followLink);
  }, [mutate]);

  return (
    <Center mih="100dvh" p="md" component="main">
      <title>Sign in · Rollcall</title>
      <Paper className={classes.card} p="xl">
        <Stack gap="lg">
          <Brand />
          <div>
            <Title order={1}>Sign in</Title>
            <Text c="dimmed" size="sm" mt={2}>
              {PASSKEYS_WORK
                ? 'With a passkey that you added in this console, or with an admin token.'
                : 'Use the link that the server printed when it started, or an admin token.'}
            </Text>
          </div>
          {busyWith === 'link' ? (
            <Stack align="center" py="md" role="status">
              <Loader size="sm" />
              <Text size="sm">Signing you in…</Text>
            </Stack>
          ) : (
            <>
              {signIn.error && <SignInRefusal error={signIn.error} by={signIn.variables.by} />}
              {PASSKEYS_WORK && (
                <>
                  <Button
                    size="md"
                    leftSection={<IconFingerprint size={20} />}
                    loading={busyWith === 'passkey'}
                    disabled={busyWith === 'token'}
                    onClick={() => mutate({ by: 'passkey' })}
                    fullWidth
                  >
                    Sign in with a passkey
                  </Button>
                  <Divider label="or" />
                </>
              )}
              <form
                onSubmit={(event) => {
                  event.preventDefault();
                  mutate({ by: 'token', token: pasted.trim() });
                }}
              >
                <Stack gap="md">
                  <PasswordInput
                    label="Admin token"
                    value={pasted}
                    onChange={(event) => setPasted(event.currentTarget.value)}
                    autoComplete="off"
                    spellCheck={false}
                  />
                  <Button
                    type="submit"
                    size="md"
                    variant={PASSKEYS_WORK ? 'default' : 'filled'}
                    loading={busyWith === 'token'}
                    disabled={pasted.trim() === '' || busyWith === 'passkey'}
                    fullWidth
                  >
                    Sign in
                  </Button>
                </Stack>
              </form>
            </>
          )}
          <Text size="xs" c="dimmed">
            For the first time: <Code>npm start</Code> prints a link that works once; the root token is in{' '}
            <Code>.data/admin-token</Code> unless you set <Code>ADMIN_TOKEN</Code>.
          </Text>
        </Stack>
      </Paper>
    </Center>
  );
}

/** Reads the one-use token from `/sign-in#token=…` and removes it from the address bar and the history. */
function takeSignInToken(): string | undefined {
  const token = new URLSearchParams(window.location.hash.slice(1)).get('token');
  if (token === null || token === '') return undefined;
  window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
  return token;
}
