import { type Exception, type Span, type SpanStatus, trace } from '@opentelemetry/api';

/** Text that can be an error code or the name of an error class. */
const NAME = /^[\w.]{1,64}$/;

/**
 * Makes spans record only the name and code of errors, because messages may contain people's names. The SDK has no option for this, so this
 * function replaces the methods that all recording spans share.
 */
export function recordExceptionNamesOnly(): void {
  const probe = trace.getTracer('rollcall').startSpan('probe');
  const spans = Object.getPrototypeOf(probe) as Pick<Span, 'recordException' | 'setStatus'>;
  const { recordException, setStatus } = spans;
  spans.recordException = function recordName(this: Span, exception: Exception): void {
    recordException.call(this, nameOf(exception));
  };
  spans.setStatus = function setCode(this: Span, { code, message }: SpanStatus): Span {
    return setStatus.call(this, message !== undefined && NAME.test(message) ? { code, message } : { code });
  };
}

function nameOf(exception: Exception): Exception {
  if (typeof exception === 'string') return { name: 'Error' };
  const { name = 'Error', code } = exception as { name?: string; code?: string | number };
  return code === undefined ? { name } : { name, code };
}
