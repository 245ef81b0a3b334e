/**
 * Starts OpenTelemetry tracing over OTLP. Load this file by `node --import`, because it must run before the instrumented modules are
 * loaded. The launchers do so when OTEL_EXPORTER_OTLP_ENDPOINT is set. The SDK itself reads the other OTEL_* variables.
 */
import { GraphQLInstrumentation } from '@opentelemetry/instrumentation-graphql';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { PgInstrumentation } from '@opentelemetry/instrumentation-pg';
import { UndiciInstrumentation } from '@opentelemetry/instrumentation-undici';
import { NodeSDK } from '@opentelemetry/sdk-node';
import { recordExceptionNamesOnly } from './exception-names.js';
import { spanPath, traced } from './span-path.js';

const watched = new HttpInstrumentation({
  ignoreIncomingRequestHook: ({ url = '/' }) => !traced(url),
  requestHook: (span, request) => {
    span.setAttributes(urlOf('path' in request ? request.path : (request.url ?? '/')));
  },
});

/**
 * Attributes that replace the URL of a span. The original query may contain people's names (`filter=userName eq …`), and the path of an
 * enrollment link contains its secret.
 */
function urlOf(target: string): Record<string, string> {
  const path = spanPath(target);
  return { 'url.path': path, 'url.full': path, 'url.query': '' };
}

new NodeSDK({
  metricReaders: [],
  logRecordProcessors: [],
  instrumentations: [
    watched,
    // Traces a statement only if it belongs to a request or a write. Otherwise each poll of a worker's queue would create a trace every few
    // seconds.
    new PgInstrumentation({ requireParentSpan: true }),
    new UndiciInstrumentation({
      requireParentforSpans: true,
      requestHook: (span, { path }) => span.setAttributes(urlOf(path)),
    }),
    new GraphQLInstrumentation({ ignoreTrivialResolveSpans: true, mergeItems: true }),
  ],
}).start();
recordExceptionNamesOnly();
