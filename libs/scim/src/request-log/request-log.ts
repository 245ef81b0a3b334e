import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock, isDatabaseAway, isId, newId, TokenBuckets } from '@rollcall/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ScimParams } from '../http/scim-request.js';
import { redactBody, redactPath, storable } from './redact.js';
import { type NotedRequest, RequestLogRepository } from './request-log.repository.js';
import { ScimMetrics } from './scim-metrics.js';

const FLUSH_EVERY_MS = 500;
/** Maximum requests in one batch; a full batch is written at once. */
const BATCH = 250;
/** Maximum requests in memory while the database is slow; further ones are dropped and counted. */
const MAX_PENDING = 5000;
/** Maximum unauthenticated requests recorded per integration and minute, and per batch, because anyone may send any number. */
const STRANGERS_PER_MINUTE = 10;
const MAX_STRANGERS_OF_BATCH = 50;
const KEEP_MS = 7 * 24 * 3_600_000;
/** Maximum number of rows per integration. */
const KEEP = { clients: 10_000, strangers: 500 };
const TRIM_EVERY_MS = 60_000;

/** SCIM requests and their answers: kept in memory and written in batches, so that no request waits. */
@Injectable()
export class RequestLog implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(RequestLog.name);
  private pending: NotedRequest[] = [];
  private strangers = 0;
  private readonly strangerBuckets = new TokenBuckets(STRANGERS_PER_MINUTE);
  private dropped = 0;
  private readonly used = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private trimmer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly repository: RequestLogRepository,
    private readonly clock: Clock,
    private readonly metrics: ScimMetrics,
  ) {}

  onApplicationBootstrap(): void {
    this.trimmer = setInterval(() => void this.trim(), TRIM_EVERY_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.trimmer);
    await this.flush();
  }

  /** Returns at once. */
  note(request: FastifyRequest, reply: FastifyReply): void {
    const { scim, scimRefusal } = request;
    this.metrics.count(scim?.integrationId, request.method, reply.statusCode, reply.elapsedTime);
    const integrationId = scim?.integrationId ?? (request.params as Partial<ScimParams>).integrationId ?? '';
    if (scim === undefined && !this.keepsStranger(integrationId)) return;
    if (this.pending.length >= MAX_PENDING) {
      this.dropped += 1;
      return;
    }
    if (scim === undefined) this.strangers += 1;
    this.pending.push({
      tenant_id: scim?.tenantId ?? null,
      integration_id: integrationId,
      id: newId(),
      at: this.clock.now(),
      method: request.method,
      path: redactPath(request.url),
      status: reply.statusCode,
      duration_ms: Math.round(reply.elapsedTime * 100) / 100,
      detail: scimRefusal === undefined ? null : storable(scimRefusal.detail),
      body: redactBody(request.body),
      request_id: request.id,
      authenticated: scim !== undefined,
    });
    if (this.pending.length >= BATCH) void this.flush();
    else this.timer ??= setTimeout(() => void this.flush(), FLUSH_EVERY_MS).unref();
  }

  /** Writes the recorded requests, one batch after another. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.writing = this.writing.then(() => this.write());
    return this.writing;
  }

  /** Deletes old requests, and all but the newest of each integration used since the last trim. */
  async trim(): Promise<void> {
    const used = [...this.used];
    this.used.clear();
    try {
      await this.repository.deleteBefore(new Date(this.clock.now().getTime() - KEEP_MS));
      if (used.length > 0) await this.repository.trim(used, KEEP);
    } catch (error) {
      this.log.warn(`old SCIM requests could not be removed: ${String(error)}`);
    }
  }

  private async write(): Promise<void> {
    const batch = this.pending;
    if (batch.length === 0) return;
    this.pending = [];
    this.strangers = 0;
    for (const { integration_id } of batch) this.used.add(integration_id);
    await this.insert(batch);
    if (this.dropped > 0) this.log.warn(`${this.dropped} SCIM requests were not logged: the database is behind`);
    this.dropped = 0;
  }

  /** Inserts rows individually when a batch is refused, so that one bad row does not lose the others. */
  private async insert(batch: readonly NotedRequest[]): Promise<void> {
    try {
      await this.repository.insert(batch);
    } catch (error) {
      if (batch.length === 1 || isDatabaseAway(error)) {
        this.log.warn(`${batch.length} SCIM requests could not be logged: ${String(error)}`);
        return;
      }
      for (const request of batch) await this.insert([request]);
    }
  }

  private keepsStranger(integrationId: string): boolean {
    if (this.strangers >= MAX_STRANGERS_OF_BATCH || !isId(integrationId)) return false;
    return this.strangerBuckets.take(integrationId, this.clock.now().getTime()) === 0;
  }
}
