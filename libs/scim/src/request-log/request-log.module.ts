import { Module } from '@nestjs/common';
import { DirectoryIntegrationModule } from '@rollcall/directory-integration';
import { TenancyModule } from '@rollcall/tenancy';
import { RequestLogRepository } from './request-log.repository.js';
import { ScimRequestsResolver } from './scim-requests.resolver.js';

/** The log of SCIM requests, without the SCIM endpoints. */
@Module({
  imports: [TenancyModule, DirectoryIntegrationModule],
  providers: [RequestLogRepository, ScimRequestsResolver],
  exports: [RequestLogRepository],
})
export class RequestLogModule {}
