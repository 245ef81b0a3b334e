import { ArgsType, Field, Int } from '@nestjs/graphql';
import { IsBetween } from '../validation/input-rules.js';
import type { PageRequest } from './page.js';

export const DEFAULT_FIRST = 50;
const MAX_FIRST = 200;

/** Relay's forward paging arguments. */
@ArgsType()
export class PageArgs {
  @IsBetween(0, MAX_FIRST, `first must be from 0 to ${MAX_FIRST}.`)
  @Field(() => Int, { nullable: true, description: `Page size; defaults to ${DEFAULT_FIRST}, at most ${MAX_FIRST}.` })
  first?: number;

  @Field(() => String, { nullable: true, description: 'The cursor after which to go on.' })
  after?: string;
}

export function pageRequestOf({ first, after }: PageArgs): PageRequest {
  return { first: first ?? DEFAULT_FIRST, ...(typeof after === 'string' && { after }) };
}
