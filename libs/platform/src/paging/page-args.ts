import { ArgsType, Field, Int } from '@nestjs/graphql';
import { DomainError } from '../errors/domain-error.js';
import type { PageRequest } from './page.js';

export const DEFAULT_FIRST = 50;
const MAX_FIRST = 200;

/** Relay's forward paging arguments. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: `Page size; defaults to ${DEFAULT_FIRST}, at most ${MAX_FIRST}.` })
  first?: number;

  @Field(() => String, { nullable: true, description: 'The cursor after which to go on.' })
  after?: string;
}

/** @throws DomainError BAD_USER_INPUT (field `first`) */
export function pageRequestOf({ first, after }: PageArgs): PageRequest {
  const size = first ?? DEFAULT_FIRST;
  if (size < 0 || size > MAX_FIRST) throw DomainError.badInput(`first must be from 0 to ${MAX_FIRST}.`, 'first');
  return after === undefined || after === null ? { first: size } : { first: size, after };
}
