import { Button, Center, Code, Loader, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { ApiError } from '../api/api-error';
import { Brand } from '../shell/brand';
import classes from './sign-in-page.module.css';
import { startSession } from './session-api';
import { takeSignInToken } from './sign-in-link';
import { nextPath } from './sign-in-path';

export function SignInPage() {
  const [pasted, setPasted] = useState('');
  const signIn = useSignIn();
  const { mutate } = signIn;

  useEffect(() => {
    const followLink = () => {
      const token = takeSignInToken();
      if (token !== undefined) mutate({ token, byLink: true });
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
              Use the link that the server printed when it started, or an admin token.
            </Text>
          </div>
          {signIn.isPending && signIn.variables.byLink ? (
            <Stack align="center" py="md" role="status">
              <Loader size="sm" />
              <Text size="sm">Signing you in…</Text>
            </Stack>
          ) : (
            <form
              onSubmit={(event) => {
                event.preventDefault();
                mutate({ token: pasted.trim(), byLink: false });
              }}
            >
              <Stack gap="md">
                <PasswordInput
                  label="Admin token"
                  value={pasted}
                  onChange={(event) => setPasted(event.currentTarget.value)}
                  error={signIn.error && <SignInRefusal error={signIn.error} byLink={signIn.variables.byLink} />}
                  autoComplete="off"
                  spellCheck={false}
                  autoFocus
                />
                <Button type="submit" size="md" loading={signIn.isPending} disabled={pasted.trim() === ''} fullWidth>
                  Sign in
                </Button>
              </Stack>
            </form>
          )}
          <Text size="xs" c="dimmed">
            The link works once. <Code>npm start</Code> prints a new one each time; the root token is in{' '}
            <Code>.data/admin-token</Code> unless you set <Code>ADMIN_TOKEN</Code>.
          </Text>
        </Stack>
      </Paper>
    </Center>
  );
}

function SignInRefusal({ error, byLink }: { error: ApiError; byLink: boolean }) {
  if (error.code === 'UNREACHABLE') return 'The server cannot be reached. Check that it is running, then try again.';
  if (byLink && error.code === 'UNAUTHENTICATED') {
    return 'This sign-in link was used already or has expired. Restart the server for a new one, or paste an admin token.';
  }
  return error.message;
}

function useSignIn() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { search } = useLocation();
  return useMutation<void, ApiError, { token: string; byLink: boolean }>({
    mutationFn: ({ token }) => startSession(token),
    onSuccess: async () => {
      client.clear();
      await navigate(nextPath(search), { replace: true });
    },
  });
}
