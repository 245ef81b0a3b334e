import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { createContext, use, type ReactNode } from 'react';
import type { ApiError } from '../api/api-error';
import { VIEWER_KEY } from '../api/query-client';
import { request } from '../api/request';
import { graphql } from '../gql';
import type { AdminRole, ViewerQuery } from '../gql/graphql';
import { includesRole } from './role';

const VIEWER = graphql(`
  query Viewer {
    viewer {
      name
      role
      tenant {
        id
        name
      }
    }
  }
`);

export type Viewer = ViewerQuery['viewer'];

const ViewerContext = createContext<Viewer | undefined>(undefined);

export function useViewerQuery(): UseQueryResult<Viewer, ApiError> {
  return useQuery<Viewer, ApiError>({
    queryKey: VIEWER_KEY,
    queryFn: async ({ signal }) => (await request(VIEWER, {}, signal)).viewer,
    refetchInterval: ({ state }) => (state.error ? 5_000 : 30_000),
  });
}

export function ViewerProvider({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  return <ViewerContext value={viewer}>{children}</ViewerContext>;
}

/** The signed-in administrator. Works only in components of the signed-in part of the console. */
export function useViewer(): Viewer {
  const viewer = use(ViewerContext);
  if (!viewer) throw new Error('useViewer is for pages behind the sign-in');
  return viewer;
}

/** Whether to show controls that need this role; the API enforces it. */
export function useMay(needed: AdminRole): boolean {
  return includesRole(useViewer().role, needed);
}
