import { Skeleton, Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ApiError } from '../../api/api-error';
import { ErrorState } from './error-state';

interface Props<T> {
  query: UseQueryResult<T, ApiError>;
  /** Shown until the first answer arrives. */
  loading?: ReactNode;
  children: (data: T) => ReactNode;
}

/**
 * Shows the data of a query. Data that is already loaded stays visible when a refresh fails; the banner at the top
 * reports the failure.
 */
export function Loaded<T>({ query, loading, children }: Props<T>) {
  if (query.data !== undefined && query.error?.code !== 'FORBIDDEN') return children(query.data);
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return loading ?? <LoadingLines />;
}

export function LoadingLines({ lines = 6 }: { lines?: number }) {
  return (
    <Stack gap="sm" p="lg" role="status" aria-label="Loading">
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={18} width={`${92 - ((line * 17) % 40)}%`} />
      ))}
    </Stack>
  );
}
