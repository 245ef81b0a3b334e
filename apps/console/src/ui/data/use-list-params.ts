import { useLocation, useNavigation, useSearchParams } from 'react-router';
import type { Sort } from './data-table';

interface ListState {
  /** Cursors of the pages before this one. They are stored in the history entry, so a reload keeps them. */
  earlier: string[];
}

export interface ListParams {
  get: (name: string) => string | undefined;
  /** Changes a filter, and starts again at the first page. */
  set: (name: string, value: string | undefined) => void;
  after: string | undefined;
  /** Number of pages before this one; undefined when a link led directly to it. */
  pagesBefore: number | undefined;
  next: (cursor: string) => void;
  previous: () => void;
}

/** Filters and position of a list in the URL, so that reload, bookmarks and the back button keep them. */
export function useListParams(): ListParams {
  const [params, setParams] = useSearchParams();
  const location = useLocation();
  const { location: next } = useNavigation();
  const after = params.get('after') ?? undefined;
  const earlier = (location.state as ListState | null)?.earlier;

  const go = (change: (next: URLSearchParams) => void, state?: ListState, replace = false) => {
    // The search is delayed, and the user may have left the page in the meantime. The search must not navigate back.
    if (next && next.pathname !== location.pathname) return;
    setParams(
      (current) => {
        const next = new URLSearchParams(current);
        change(next);
        return next;
      },
      { state, replace },
    );
  };

  return {
    get: (name) => params.get(name) ?? undefined,
    set: (name, value) =>
      go(
        (next) => {
          if (value) next.set(name, value);
          else next.delete(name);
          next.delete('after');
        },
        undefined,
        true,
      ),
    after,
    pagesBefore: after === undefined ? 0 : earlier && earlier.length + 1,
    next: (cursor) =>
      go((next) => next.set('after', cursor), { earlier: after === undefined ? [] : [...(earlier ?? []), after] }),
    previous: () => {
      const cursors = earlier ?? [];
      const back = cursors.at(-1);
      go((next) => (back === undefined ? next.delete('after') : next.set('after', back)), {
        earlier: cursors.slice(0, -1),
      });
    },
  };
}

/** The sort order in the URL: `USER_NAME`, or `-USER_NAME` for descending. */
export function sortOf<T extends string>(
  params: Pick<ListParams, 'get'>,
  known: Record<T, unknown>,
): { by: T; descending: boolean } | undefined {
  const text = params.get('sort');
  const by = oneOf(text?.replace(/^-/, ''), known);
  return by && { by, descending: text?.startsWith('-') ?? false };
}

export const sortText = ({ by, descending }: Sort): string => (descending ? `-${by}` : by);

/** The filter's value if it is a key of `known`, else undefined. */
export function oneOf<T extends string>(value: string | undefined, known: Record<T, unknown>): T | undefined {
  return value !== undefined && isKeyOf(value, known) ? value : undefined;
}

function isKeyOf<T extends string>(value: string, known: Record<T, unknown>): value is T {
  return Object.hasOwn(known, value);
}
