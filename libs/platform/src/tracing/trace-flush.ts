import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { ProxyTracerProvider, trace } from '@opentelemetry/api';

/** Sends the last spans before the process ends. */
@Injectable()
export class TraceFlush implements OnApplicationShutdown {
  async onApplicationShutdown(): Promise<void> {
    const provider = trace.getTracerProvider();
    const real = provider instanceof ProxyTracerProvider ? provider.getDelegate() : provider;
    // An unreachable collector must not delay the end of the process.
    if ('forceFlush' in real) await (real.forceFlush as () => Promise<void>)().catch(() => undefined);
  }
}
