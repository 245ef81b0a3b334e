import { Injectable } from '@nestjs/common';
import { scimUrlOf } from '@rollcall/directory-integration';
import { AppConfig, DomainError } from '@rollcall/platform';
import { type AttributeSelection, parseAttributeSelection, SchemaRegistry } from '../protocol/index.js';
import { IntegrationSchema } from '../resources/integration-schema.js';
import type { ResourceContext } from '../resources/resource-context.js';
import type { ScimRequest } from './scim-request.js';

const NOTHING: AttributeSelection = {};

/** What operations need to know of a request. */
@Injectable()
export class RequestContexts {
  private readonly standard = new IntegrationSchema(new SchemaRegistry());

  constructor(private readonly config: AppConfig) {}

  of(request: ScimRequest): ResourceContext {
    const { scim: caller, headers, query } = request;
    if (caller === undefined) throw DomainError.unauthenticated();
    return {
      caller,
      baseUrl: scimUrlOf(caller.integrationId, this.config.publicUrl),
      schemas: this.standard,
      selection: 'attributes' in query || 'excludedAttributes' in query ? parseAttributeSelection(query) : NOTHING,
      ifMatch: headers['if-match'],
      ifNoneMatch: headers['if-none-match'],
    };
  }
}
