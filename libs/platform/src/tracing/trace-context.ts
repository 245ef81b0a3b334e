import { context, propagation, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { currentRequestId, withRequestId } from './request-context.js';

/** The request that caused a change. It is stored with the change, so that later work in another process appears in the same trace. */
export interface Origin {
  requestId: string | null;
  /** Header of W3C Trace Context; null when tracing is off. */
  traceparent: string | null;
}

const tracer = trace.getTracer('rollcall');

export function currentOrigin(): Origin {
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return { requestId: currentRequestId() ?? null, traceparent: carrier.traceparent ?? null };
}

/** Runs `work` in a span that continues the trace of the request that caused it. Each log line of `work` has the id of that request. */
export function continued<T>(
  name: string,
  { requestId, traceparent }: Origin,
  work: (span: Span) => Promise<T>,
): Promise<T> {
  const parent = traceparent === null ? context.active() : propagation.extract(context.active(), { traceparent });
  const run = () =>
    tracer.startActiveSpan(name, { kind: SpanKind.CONSUMER }, parent, async (span) => {
      try {
        return await work(span);
      } catch (error) {
        // The message may contain a person's name.
        span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'Error' });
        throw error;
      } finally {
        span.end();
      }
    });
  return requestId === null ? run() : withRequestId(requestId, run);
}

/** Sets the name of the current request's span to the method and route. */
export function nameRequestSpan(method: string, route: string | undefined, requestId: string): void {
  const span = trace.getActiveSpan();
  if (!span) return;
  span.updateName(route === undefined ? method : `${method} ${route}`);
  span.setAttributes({ 'http.route': route ?? '', 'rollcall.request_id': requestId });
}

/** Ids of the current trace and span, for log lines. */
export function traceIds(): { traceId?: string; spanId?: string } {
  const at = trace.getActiveSpan()?.spanContext();
  return at ? { traceId: at.traceId, spanId: at.spanId } : {};
}
