import { createServer, type Server, type ServerResponse } from 'node:http';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { ConfigError } from '../config/environment.js';
import { Metrics } from './metrics.js';

/** Serves `/metrics` on METRICS_PORT if it is set, so that the metrics are on a port that Okta and browsers cannot reach. */
@Injectable()
export class MetricsServer implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(MetricsServer.name);
  private server: Server | undefined;

  constructor(
    private readonly config: AppConfig,
    private readonly metrics: Metrics,
  ) {}

  /** @throws ConfigError when the port is taken */
  async onApplicationBootstrap(): Promise<void> {
    const { metricsPort, host } = this.config;
    if (metricsPort === undefined) return;
    this.metrics.includeProcess();
    const server = createServer((request, response) => void this.answer(request.url, response));
    this.server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', (error: Error) => reject(new ConfigError(`METRICS_PORT ${metricsPort}: ${error.message}`)));
      server.listen(metricsPort, host, resolve);
    });
  }

  async onApplicationShutdown(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => (this.server ? this.server.close(resolve) : resolve(undefined)));
  }

  private async answer(url: string | undefined, response: ServerResponse): Promise<void> {
    if (url?.split('?', 1)[0] !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    try {
      const { contentType, text } = await this.metrics.scrape();
      response.writeHead(200, { 'content-type': contentType }).end(text);
    } catch (error) {
      this.log.error(error);
      response.writeHead(500).end();
    }
  }
}
