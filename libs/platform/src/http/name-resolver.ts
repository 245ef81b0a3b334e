import { lookup } from 'node:dns/promises';
import { Injectable } from '@nestjs/common';

/** Resolves host names. */
export abstract class NameResolver {
  /** @returns IP addresses, the preferred one first. @throws as `getaddrinfo` does */
  abstract resolve(hostname: string): Promise<string[]>;
}

@Injectable()
export class SystemNameResolver extends NameResolver {
  override async resolve(hostname: string): Promise<string[]> {
    return (await lookup(hostname, { all: true })).map(({ address }) => address);
  }
}

/** Returns the configured answers one after the other, and the last one again and again, to simulate DNS rebinding. */
export class FakeNameResolver extends NameResolver {
  readonly asked: string[] = [];

  constructor(private readonly answers: string[][]) {
    super();
  }

  override async resolve(hostname: string): Promise<string[]> {
    const answer = this.answers[Math.min(this.asked.length, this.answers.length - 1)] ?? [];
    this.asked.push(hostname);
    return answer;
  }
}
