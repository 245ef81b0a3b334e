import type { DynamicModule, Provider, Type } from '@nestjs/common';

export type Token<T = unknown> = abstract new (...args: never[]) => T;
type ModuleLike = Type | DynamicModule | { forwardRef: () => Type };
interface Definition {
  useClass?: Type;
  useValue?: unknown;
  useExisting?: unknown;
  useFactory?: (...args: unknown[]) => unknown;
  inject?: unknown[];
}

/** A lazy container for the providers of Nest modules. A run starts many processes, and Nest's own container costs more than the run. */
export class Container {
  private readonly definitions = new Map<unknown, Definition>();
  private readonly instances = new Map<unknown, unknown>();
  private readonly walked = new Set<unknown>();

  constructor(modules: readonly ModuleLike[], overrides: ReadonlyMap<unknown, unknown>) {
    for (const module of modules) this.walk(module);
    for (const [token, value] of overrides) this.instances.set(token, value);
  }

  get<T>(token: Token<T>): T {
    return this.resolve(token) as T;
  }

  /** Returns a provider that its library does not export. */
  named<T>(name: string): T {
    for (const token of this.definitions.keys())
      if ((token as { name?: string }).name === name) return this.resolve(token) as T;
    throw new Error(`no provider is called ${name}`);
  }

  private walk(module: ModuleLike): void {
    if (this.walked.has(module)) return;
    this.walked.add(module);
    if ('forwardRef' in module) return this.walk(module.forwardRef());
    const type = 'module' in module ? module.module : module;
    const listed = (key: string): unknown[] => (Reflect.getMetadata(key, type) as unknown[] | undefined) ?? [];
    const dynamic = 'module' in module ? module : undefined;
    for (const each of [...listed('imports'), ...(dynamic?.imports ?? [])]) this.walk(each as ModuleLike);
    for (const provider of [...listed('providers'), ...(dynamic?.providers ?? [])]) this.define(provider as Provider);
  }

  private define(provider: Provider): void {
    if (typeof provider === 'function') this.definitions.set(provider, { useClass: provider });
    else this.definitions.set(provider.provide, provider as Definition);
  }

  private resolve(token: unknown): unknown {
    if (this.instances.has(token)) return this.instances.get(token);
    const made = this.make(token);
    this.instances.set(token, made);
    return made;
  }

  private make(token: unknown): unknown {
    const definition = this.definitions.get(token);
    if (!definition) throw new Error(`nothing provides ${(token as { name?: string })?.name ?? String(token)}`);
    if (definition.useExisting !== undefined) return this.resolve(definition.useExisting);
    if (definition.useFactory)
      return definition.useFactory(...(definition.inject ?? []).map((each) => this.resolve(each)));
    if (!definition.useClass) return definition.useValue;
    const type = definition.useClass;
    const types = (Reflect.getMetadata('design:paramtypes', type) as unknown[] | undefined) ?? [];
    const named =
      (Reflect.getMetadata('self:paramtypes', type) as { index: number; param: unknown }[] | undefined) ?? [];
    const wanted = types.map((each, index) => named.find((one) => one.index === index)?.param ?? each);
    return new type(...wanted.map((each) => this.resolve(each)));
  }
}
