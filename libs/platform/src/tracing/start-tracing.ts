/**
 * OpenTelemetry traces over OTLP: `node --import <this file>`, before anything that it watches is loaded. The launchers do so when
 * OTEL_EXPORTER_OTLP_ENDPOINT is set; the SDK reads the other OTEL_* variables by itself.
 */
import { GraphQLInstrumentation } from '@opentelemetry/instrumentation-graphql';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { PgInstrumentation } from '@opentelemetry/instrumentation-pg';
import { UndiciInstrumentation } from '@opentelemetry/instrumentation-undici';
import { NodeSDK } from '@opentelemetry/sdk-node';
import { spanPath, traced } from './span-path.js';

const watched = new HttpInstrumentation({
  ignoreIncomingRequestHook: ({ url = '/' }) => !traced(url),
  requestHook: (span, request) => {
    // A query holds people's names (`filter=userName eq …`), the path of an enrollment link its secret.
    const target = 'path' in request ? request.path : request.url;
    const path = spanPath(target ?? '/');
    span.setAttributes({ 'url.path': path, 'url.full': path, 'url.query': '' });
  },
});

new NodeSDK({
  metricReaders: [],
  logRecordProcessors: [],
  instrumentations: [
    watched,
    // Only below a request or a write of ours: a worker looks at its queue every few seconds.
    new PgInstrumentation({ requireParentSpan: true }),
    new UndiciInstrumentation({ requireParentforSpans: true }),
    new GraphQLInstrumentation({ ignoreTrivialResolveSpans: true, mergeItems: true }),
  ],
}).start();
