import { Injectable } from '@nestjs/common';
import type { Caller } from '@rollcall/platform';
import DataLoader from 'dataloader';
import type { PasskeyRow } from '../bindings/passkey.row.js';
import { PasskeyService } from '../bindings/passkey.service.js';

/** Loads the passkeys of all identities in a GraphQL request with one statement. */
@Injectable()
export class PasskeysLoader {
  private readonly loaders = new WeakMap<object, DataLoader<string, PasskeyRow[]>>();

  constructor(private readonly passkeys: PasskeyService) {}

  /** @param context context of the GraphQL request; the cached passkeys are valid only for this request */
  load(context: object, caller: Caller, identityId: string): Promise<PasskeyRow[]> {
    let loader = this.loaders.get(context);
    if (!loader) {
      loader = new DataLoader((ids) => this.inOrder(caller, ids));
      this.loaders.set(context, loader);
    }
    return loader.load(identityId);
  }

  private async inOrder(caller: Caller, identityIds: readonly string[]): Promise<PasskeyRow[][]> {
    const found = new Map<string, PasskeyRow[]>(identityIds.map((id) => [id, []]));
    for (const row of await this.passkeys.ofIdentities(caller, identityIds)) found.get(row.identity_id)?.push(row);
    return identityIds.map((id) => found.get(id) ?? []);
  }
}
