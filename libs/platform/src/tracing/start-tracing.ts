/**
 * OpenTelemetry traces over OTLP: `node --import <this file>`, before anything that it watches is loaded. The launchers do so when
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

/** A query holds people's names (`filter=userName eq …`), the path of an enrollment link its secret. */
function urlOf(target: string): Record<string, string> {
  const path = spanPath(target);
  return { 'url.path': path, 'url.full': path, 'url.query': '' };
}

new NodeSDK({
  metricReaders: [],
  logRecordProcessors: [],
  instrumentations: [
    watched,
    // Only below a request or a write of ours: a worker looks at its queue every few seconds.
    new PgInstrumentation({ requireParentSpan: true }),
    new UndiciInstrumentation({
      requireParentforSpans: true,
      requestHook: (span, { path }) => span.setAttributes(urlOf(path)),
    }),
    new GraphQLInstrumentation({ ignoreTrivialResolveSpans: true, mergeItems: true }),
  ],
}).start();
recordExceptionNamesOnly();
