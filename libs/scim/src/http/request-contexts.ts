import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { scimUrlOf } from '@rollcall/directory-integration';
import { AppConfig, DomainError, WorkSlices } from '@rollcall/platform';
import { IntegrationSchemas } from '../custom-schemas/integration-schemas.js';
import { type AttributeSelection, type CursorKeys, parseAttributeSelection, WorkBudget } from '../protocol/index.js';
import { ListPlaces } from '../resources/list-places.js';
import type { ResourceContext } from '../resources/resource-context.js';
import type { ScimAnswer } from '../resources/scim-answer.js';
import type { Handler } from './routes.js';
import { sendAnswer } from './scim-reply.js';
import type { ScimHttpRequest } from './scim-request.js';

const NOTHING: AttributeSelection = {};
const SELECTIONS = new Set(['attributes', 'excludedattributes']);

/** Builds the context that operations need from a request. */
@Injectable()
export class RequestContexts {
  private readonly cursorKeys: CursorKeys;

  constructor(
    private readonly config: AppConfig,
    private readonly schemas: IntegrationSchemas,
    private readonly slices: WorkSlices,
    private readonly places: ListPlaces,
  ) {
    // Derived keys, so that a cursor reveals nothing about the keys that seal secrets.
    const keys = config.encryptionKeys.map(({ key }) => createHmac('sha256', key).update('scim cursor').digest());
    this.cursorKeys = keys as [Buffer, ...Buffer[]];
  }

  /** A route handler that sends the answer of `work`. */
  answering(work: (context: ResourceContext, request: ScimHttpRequest) => Promise<ScimAnswer>): Handler {
    return async (request, reply) => sendAnswer(reply, await work(await this.of(request), request));
  }

  async of(request: ScimHttpRequest): Promise<ResourceContext> {
    const { scim: caller, headers, query } = request;
    if (caller === undefined) throw DomainError.unauthenticated();
    const selects = Object.keys(query).some((name) => SELECTIONS.has(name.toLowerCase()));
    return {
      caller,
      baseUrl: scimUrlOf(caller.integrationId, this.config.publicUrl),
      schemas: await this.schemas.of(caller),
      selection: selects ? parseAttributeSelection(query) : NOTHING,
      selects,
      budget: new WorkBudget(),
      inSlices: (steps) => this.slices.run(caller.tenantId, steps),
      cursorKeys: this.cursorKeys,
      places: this.places,
      withoutBody: false,
      ifMatch: headers['if-match'],
      ifNoneMatch: headers['if-none-match'],
    };
  }
}
