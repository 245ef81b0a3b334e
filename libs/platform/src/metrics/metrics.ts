import { Injectable, Logger } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export interface MetricOptions<L extends string> {
  /** `rollcall_…` with its unit at the end: `_seconds`, `_total`. */
  name: string;
  help: string;
  labels?: readonly L[];
}

/** Time limit of a collector in milliseconds. Prometheus waits ten seconds for a scrape by default. */
const COLLECT_WITHIN_MS = 5_000;

/** The metrics of this process. Requesting a metric again returns the same one. */
@Injectable()
export class Metrics {
  private readonly log = new Logger(Metrics.name);
  private readonly registry = new Registry();
  private readonly collectors = new Map<string, () => Promise<void>>();
  private readonly failures = this.gauge({
    name: 'rollcall_collector_failed',
    help: '1 when the last scrape lacks the values of this collector.',
    labels: ['collector'],
  });

  counter<L extends string>({ name, help, labels = [] }: MetricOptions<L>): Counter<L> {
    return this.known(name) ?? new Counter<L>({ name, help, labelNames: labels, registers: [this.registry] });
  }

  gauge<L extends string>({ name, help, labels = [] }: MetricOptions<L>): Gauge<L> {
    return this.known(name) ?? new Gauge<L>({ name, help, labelNames: labels, registers: [this.registry] });
  }

  /** @param buckets upper bounds, ascending */
  histogram<L extends string>({
    name,
    help,
    labels = [],
    buckets,
  }: MetricOptions<L> & { buckets: number[] }): Histogram<L> {
    return (
      this.known(name) ?? new Histogram<L>({ name, help, labelNames: labels, buckets, registers: [this.registry] })
    );
  }

  /** Runs `work` before each scrape is answered. */
  onScrape(collector: string, work: () => Promise<void>): void {
    this.collectors.set(collector, work);
  }

  /** Adds metrics of the process: memory, event loop, garbage collection. */
  includeProcess(): void {
    collectDefaultMetrics({ register: this.registry });
  }

  /** All metrics in the Prometheus text format. */
  async scrape(): Promise<{ contentType: string; text: string }> {
    await Promise.all([...this.collectors].map(([name, work]) => this.collect(name, work)));
    return { contentType: this.registry.contentType, text: await this.registry.metrics() };
  }

  private async collect(collector: string, work: () => Promise<void>): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`not done within ${COLLECT_WITHIN_MS} ms`)), COLLECT_WITHIN_MS);
    });
    try {
      await Promise.race([work(), late]);
      this.failures.set({ collector }, 0);
    } catch (error) {
      this.failures.set({ collector }, 1);
      this.log.warn(`Metrics of ${collector}: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      clearTimeout(timer);
    }
  }

  private known<M>(name: string): M | undefined {
    return this.registry.getSingleMetric(name) as M | undefined;
  }
}
