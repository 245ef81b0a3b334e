import { Global, Module } from '@nestjs/common';
import { RegistrationLedger } from '@rollcall/directory';
import { RegistrationSyncListener } from '@rollcall/directory-integration';
import { RegistrationReporter } from '@rollcall/passkeys';
import { RegistrationReader } from './registration-reader.js';
import { RegistrationRequeuer } from './registration-requeuer.js';
import { SqlRegistrationLedger } from './sql-registration-ledger.js';
import { SweepListener } from './sweep-listener.js';
import { UncertainWindow } from './uncertain-window.js';

/**
 * Provides the implementations of the ledger's ports, which lower libraries declare. Global, because these libraries
 * may not import this module.
 */
@Global()
@Module({
  providers: [
    { provide: RegistrationLedger, useClass: SqlRegistrationLedger },
    { provide: RegistrationSyncListener, useClass: SweepListener },
    RegistrationReader,
    RegistrationRequeuer,
    UncertainWindow,
    { provide: RegistrationReporter, useExisting: RegistrationReader },
  ],
  exports: [
    RegistrationLedger,
    RegistrationSyncListener,
    RegistrationReporter,
    RegistrationReader,
    RegistrationRequeuer,
    UncertainWindow,
  ],
})
export class RegistrationLedgerModule {}
