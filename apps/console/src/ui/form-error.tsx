import type { ApiError } from '../api/api-error';
import { Callout } from './callout';

/** The refusal of one input, for showing below it. */
export function fieldError(error: ApiError | null, field: string): string | undefined {
  return error?.field === field ? error.message : undefined;
}

/** A refusal that belongs to none of the form's inputs. */
export function FormError({ error, fields }: { error: ApiError | null; fields: readonly string[] }) {
  if (!error || (error.field !== undefined && fields.includes(error.field))) return null;
  return (
    <Callout tone="bad" role="alert">
      {error.message}
    </Callout>
  );
}
