import { Injectable } from '@nestjs/common';
import type { Caller } from '@rollcall/platform';
import DataLoader from 'dataloader';
import { GroupSearch } from '../groups/group-search.js';

/** Counts members of all groups that one GraphQL request shows, in one statement. */
@Injectable()
export class MemberCounts {
  private readonly loaders = new WeakMap<object, DataLoader<string, number>>();

  constructor(private readonly groups: GroupSearch) {}

  load(context: object, caller: Caller, groupId: string): Promise<number> {
    let loader = this.loaders.get(context);
    if (loader === undefined) {
      loader = new DataLoader((ids) => this.groups.memberCounts(caller, ids));
      this.loaders.set(context, loader);
    }
    return loader.load(groupId);
  }
}
