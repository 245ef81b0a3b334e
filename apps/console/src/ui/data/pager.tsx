import { Button, Group, Text } from '@mantine/core';
import { count } from '../text/count';
import type { ListParams } from './use-list-params';

export const PAGE_SIZE = 50;

interface Props {
  params: ListParams;
  /** Number of rows on a full page. */
  size?: number;
  shown: number;
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

export function Pager({
  params: { after, pagesBefore, next, previous },
  size = PAGE_SIZE,
  shown,
  totalCount,
  pageInfo,
}: Props) {
  const { hasNextPage, endCursor } = pageInfo;
  const start = pagesBefore === undefined ? undefined : pagesBefore * size;
  return (
    <Group justify="space-between" px="lg" py="sm" gap="xs">
      <Text size="sm" c="dimmed" data-tabular>
        {start === undefined || shown === 0
          ? `${count(totalCount)} in all`
          : `${count(start + 1)}–${count(start + shown)} of ${count(totalCount)}`}
      </Text>
      {(after !== undefined || hasNextPage) && (
        <Group gap="xs">
          <Button variant="default" size="xs" disabled={after === undefined} onClick={previous}>
            Previous
          </Button>
          <Button
            variant="default"
            size="xs"
            disabled={!hasNextPage || !endCursor}
            onClick={() => endCursor && next(endCursor)}
          >
            Next
          </Button>
        </Group>
      )}
    </Group>
  );
}
