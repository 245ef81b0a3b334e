import type { ApiError } from '../../api/api-error';
import { Callout } from '../layout/callout';

/** The error message of one input, to show below it. */
export function fieldError(error: ApiError | null, field: string): string | undefined {
  return error?.faults.find((fault) => fault.field === field)?.message;
}

/** Shows the errors that do not belong to an input of the form. */
export function FormError({ error, fields }: { error: ApiError | null; fields: readonly string[] }) {
  if (!error) return null;
  const elsewhere = error.faults.filter(({ field }) => !fields.includes(field));
  if (error.faults.length > 0 && elsewhere.length === 0) return null;
  return (
    <Callout tone="bad" role="alert">
      {elsewhere.map(({ message }) => message).join(' ') || error.message}
    </Callout>
  );
}
