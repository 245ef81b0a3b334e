import type { LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';
import type { AppConfig } from '../config/app-config.js';
import { traceIds } from '../tracing/trace-context.js';
import { redactTokens } from './redact-tokens.js';
import { visibleControls } from '../text/visible-controls.js';
import { currentRequestId } from '../tracing/request-context.js';

/** Members of logged objects whose values are redacted, up to three levels deep. */
const SECRETS = ['authorization', 'cookie', 'password', 'token', 'apiToken', 'secret', 'clientSecret', 'client_secret'];
const REDACTED = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/** Contexts that log one line per module or route at each start, which only developers need. Logged at level debug. */
const BOOT_CONTEXTS = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestApplication',
  'GraphQLModule',
]);

/**
 * Escaped control characters except `
 * `, because a stack has several lines.
 */
const ESCAPED_CONTROL = /\\(\\|u[0-9a-f]{4}|[bfr])/g;

/**
 * A JSON log line without tokens and control characters. On a terminal, pino-pretty parses the JSON and would restore the control
 * characters, so their escapes are escaped again.
 */
export function safeLine(line: string, forTerminal: boolean): string {
  const visible = visibleControls(redactTokens(line.trimEnd()));
  const escaped = forTerminal
    ? visible.replace(ESCAPED_CONTROL, (escape, which: string) => (which === '\\' ? escape : `\\${escape}`))
    : visible;
  return `${escaped}\n`;
}

/** Nest's logger on top of pino. Writes JSON lines to a pipe and readable lines to a terminal. */
export class PinoLogger implements LoggerService {
  private readonly pino: Logger;

  constructor({ logLevel }: AppConfig) {
    this.pino = pino({
      level: logLevel,
      redact: REDACTED,
      hooks: { streamWrite: (line) => safeLine(line, process.stdout.isTTY) },
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin: () => {
        const requestId = currentRequestId();
        return { ...(requestId !== undefined && { requestId }), ...traceIds() };
      },
      ...(process.stdout.isTTY && {
        transport: { target: 'pino-pretty', options: { ignore: 'context', messageFormat: '{context}: {msg}' } },
      }),
    });
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write(BOOT_CONTEXTS.has(rest.at(-1) as string) ? 'debug' : 'info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  /** Writes a log line. Nest passes the context as the last argument, and a stack before it. */
  private write(
    level: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal',
    message: unknown,
    rest: unknown[],
  ): void {
    const texts = rest.filter((part) => typeof part === 'string');
    const context = texts.at(-1);
    const stack = texts.length > 1 ? { stack: texts[0] } : {};
    if (message instanceof Error) this.pino[level]({ context, err: message }, message.message);
    else if (typeof message === 'object' && message !== null) this.pino[level]({ context, ...message });
    else this.pino[level]({ context, ...stack }, String(message));
  }
}
