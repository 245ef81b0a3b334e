import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useLocation, useNavigate } from 'react-router';
import type { ApiError } from '../api/api-error';
import { signInWithPasskey } from './passkey-ceremonies';
import { startSession } from './session-api';
import { nextPath } from './sign-in-path';

/** The ways to sign in. */
export type SignInWay = { by: 'link' | 'token'; token: string } | { by: 'passkey' };

/** Signs in, and navigates to the requested page. */
export function useSignIn(): UseMutationResult<void, ApiError, SignInWay> {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { search } = useLocation();
  return useMutation<void, ApiError, SignInWay>({
    mutationFn: (way) => (way.by === 'passkey' ? signInWithPasskey() : startSession(way.token)),
    onSuccess: async () => {
      client.clear();
      await navigate(nextPath(search), { replace: true });
    },
  });
}
