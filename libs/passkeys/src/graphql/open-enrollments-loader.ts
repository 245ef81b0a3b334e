import { Injectable } from '@nestjs/common';
import type { Caller } from '@rollcall/platform';
import DataLoader from 'dataloader';
import { EnrollmentService } from '../enrollments/enrollment.service.js';
import type { EnrollmentRow } from '../enrollments/enrollment.row.js';

/** Loads the open links of all identities in a GraphQL request with one statement. */
@Injectable()
export class OpenEnrollmentsLoader {
  private readonly loaders = new WeakMap<object, DataLoader<string, EnrollmentRow | undefined>>();

  constructor(private readonly enrollments: EnrollmentService) {}

  /** @param context context of the GraphQL request; the cached links are valid only for this request */
  load(context: object, caller: Caller, identityId: string): Promise<EnrollmentRow | undefined> {
    let loader = this.loaders.get(context);
    if (!loader) {
      loader = new DataLoader(async (ids) => {
        const rows = await this.enrollments.openOf(caller, ids);
        const found = new Map(rows.map((row) => [row.identity_id, row]));
        return ids.map((id) => found.get(id));
      });
      this.loaders.set(context, loader);
    }
    return loader.load(identityId);
  }
}
