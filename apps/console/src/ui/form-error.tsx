import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ApiError } from '../api/api-error';

/** The refusal of one input, for showing below it. */
export function fieldError(error: ApiError | null, field: string): string | undefined {
  return error?.field === field ? error.message : undefined;
}

/** A refusal that belongs to none of the form's inputs. */
export function FormError({ error, fields }: { error: ApiError | null; fields: readonly string[] }) {
  if (!error || (error.field !== undefined && fields.includes(error.field))) return null;
  return (
    <Alert color="red" icon={<IconAlertTriangle size={18} />} role="alert">
      {error.message}
    </Alert>
  );
}
