import { Injectable } from '@nestjs/common';
import { scimUrlOf } from '@rollcall/directory-integration';
import { AppConfig, DomainError } from '@rollcall/platform';
import { IntegrationSchemas } from '../custom-schemas/integration-schemas.js';
import { type AttributeSelection, parseAttributeSelection, WorkBudget } from '../protocol/index.js';
import type { ResourceContext } from '../resources/resource-context.js';
import type { ScimAnswer } from '../resources/scim-answer.js';
import type { Handler } from './routes.js';
import { sendAnswer } from './scim-reply.js';
import type { ScimRequest } from './scim-request.js';

const NOTHING: AttributeSelection = {};

/** What operations need to know of a request. */
@Injectable()
export class RequestContexts {
  constructor(
    private readonly config: AppConfig,
    private readonly schemas: IntegrationSchemas,
  ) {}

  /** A handler that sends what `work` answers. */
  answering(work: (context: ResourceContext, request: ScimRequest) => Promise<ScimAnswer>): Handler {
    return async (request, reply) => sendAnswer(reply, await work(await this.of(request), request));
  }

  async of(request: ScimRequest): Promise<ResourceContext> {
    const { scim: caller, headers, query } = request;
    if (caller === undefined) throw DomainError.unauthenticated();
    const selects = 'attributes' in query || 'excludedAttributes' in query;
    return {
      caller,
      baseUrl: scimUrlOf(caller.integrationId, this.config.publicUrl),
      schemas: await this.schemas.of(caller),
      selection: selects ? parseAttributeSelection(query) : NOTHING,
      selects,
      budget: new WorkBudget(),
      ifMatch: headers['if-match'],
      ifNoneMatch: headers['if-none-match'],
    };
  }
}
