import { ArgsType, Field, Int } from '@nestjs/graphql';
import { DomainError } from '../errors/domain-error.js';
import { IsBetween } from '../validation/input-rules.js';
import type { PageRequest } from './page.js';

export const DEFAULT_FIRST = 50;
const MAX_FIRST = 200;

/** Relay's paging arguments. */
@ArgsType()
export class PageArgs {
  @IsBetween(0, MAX_FIRST, `first must be from 0 to ${MAX_FIRST}.`)
  @Field(() => Int, { nullable: true, description: `Page size; defaults to ${DEFAULT_FIRST}, at most ${MAX_FIRST}.` })
  first?: number;

  @Field(() => String, { nullable: true, description: 'The cursor after which to go on.' })
  after?: string;

  @IsBetween(0, MAX_FIRST, `last must be from 0 to ${MAX_FIRST}.`)
  @Field(() => Int, { nullable: true, description: 'Page size from the end of the list, instead of first.' })
  last?: number;

  @Field(() => String, { nullable: true, description: 'The cursor before which a page of last ends.' })
  before?: string;
}

/** @throws DomainError BAD_USER_INPUT when arguments of both directions are mixed */
export function pageRequestOf({ first, after, last, before }: PageArgs): PageRequest {
  if (last == null) {
    if (before != null) throw DomainError.badInput('`before` needs `last`.', 'before');
    return { first: first ?? DEFAULT_FIRST, ...(after != null && { after }) };
  }
  if (first != null) throw DomainError.badInput('Ask for `first` or for `last`, not for both.', 'last');
  if (after != null) throw DomainError.badInput('`after` needs `first`.', 'after');
  return { last, ...(before != null && { before }) };
}
