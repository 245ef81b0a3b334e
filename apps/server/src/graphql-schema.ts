import { type DynamicModule, type Provider, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';

type ModuleLike = Type | DynamicModule | Promise<DynamicModule> | { forwardRef: () => Type };

const HEADER =
  '# Generated from the code by `npm run schema`. Committed, so that a change of the API shows in review.\n\n';

/**
 * The admin API's schema in SDL, generated from the resolvers of a module tree. Needs neither a database nor a server.
 */
export async function printGraphqlSchema(root: DynamicModule): Promise<string> {
  const builder = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
  const schema = await builder.get(GraphQLSchemaFactory).create([...resolversOf(root, new Set())]);
  await builder.close();
  return `${HEADER}${printSchema(lexicographicSortSchema(schema))}\n`;
}

function* resolversOf(module: ModuleLike, seen: Set<unknown>): Generator<Type> {
  const owner = 'module' in module ? module.module : module;
  if (typeof owner !== 'function' || seen.has(owner)) return;
  seen.add(owner);
  const dynamic = 'module' in module ? module : undefined;
  const providers: Provider[] = [...metadata<Provider>('providers', owner), ...(dynamic?.providers ?? [])];
  for (const provider of providers) {
    if (typeof provider === 'function' && Reflect.hasMetadata('graphql:resolver_type', provider))
      yield provider as Type;
  }
  const imports = [...metadata<ModuleLike>('imports', owner), ...((dynamic?.imports ?? []) as ModuleLike[])];
  for (const imported of imports) yield* resolversOf(imported, seen);
}

function metadata<T>(key: string, target: object): T[] {
  return (Reflect.getMetadata(key, target) as T[] | undefined) ?? [];
}
