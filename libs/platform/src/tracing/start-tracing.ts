/**
 * OpenTelemetry traces over OTLP: `node --import <this file>`, before the instrumented modules are loaded. The launchers do so when
 * OTEL_EXPORTER_OTLP_ENDPOINT is set; the SDK reads the other OTEL_* variables by itself.
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

/** A query may contain people's names (`filter=userName eq …`); the path of an enrollment link contains its secret. */
function urlOf(target: string): Record<string, string> {
  const path = spanPath(target);
  return { 'url.path': path, 'url.full': path, 'url.query': '' };
}

new NodeSDK({
  metricReaders: [],
  logRecordProcessors: [],
  instrumentations: [
    watched,
    // Traces statements only within a request or a write, because a worker polls its queue every few seconds.
    new PgInstrumentation({ requireParentSpan: true }),
    new UndiciInstrumentation({
      requireParentforSpans: true,
      requestHook: (span, { path }) => span.setAttributes(urlOf(path)),
    }),
    new GraphQLInstrumentation({ ignoreTrivialResolveSpans: true, mergeItems: true }),
  ],
}).start();
recordExceptionNamesOnly();
