import { Injectable } from '@nestjs/common';
import { Clock } from '@rollcall/platform';
import { SignInLog } from '../log/sign-in-log.js';
import { visitorOf } from '../log/visitor.js';
import type { FlowNote } from './flow-notes.js';
import type { FlowParts } from './flow-parts.js';
import { type NewRecord, SignInRecordRepository } from './sign-in-record.repository.js';

/** The result that the sign-in page stores in an interaction after it has verified a passkey. */
export interface PasskeyResult {
  passkeyId: string;
  /** In milliseconds since the epoch. */
  verifiedAt: number;
  /** The hash of the challenge that the passkey signed. */
  challenge: string;
}

/** Issues an authorization code if the person may sign in at that moment. */
@Injectable()
export class CodeIssuer {
  constructor(
    private readonly records: SignInRecordRepository,
    private readonly log: SignInLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws AccessDenied, which the OpenID library sends to the redirect URI; SessionNotFound, which the library shows
   * to the person
   */
  async issue({ key, context, notes, errors }: FlowParts, record: NewRecord): Promise<void> {
    const request = context();
    const { accountId: identityId, clientId } = record.payload as { accountId?: string; clientId?: string };
    const passkey = request?.oidc.result?.['passkey'] as PasskeyResult | undefined;
    const visitor = visitorOf(request?.req);
    const interactionId = request?.oidc.entities.Interaction?.uid;
    if (request && identityId && clientId && passkey && interactionId) {
      const note = noteOf(passkey, request.oidc.params ?? {});
      notes.set(request, note);
      const startedAt = (request.oidc.entities.Interaction?.iat ?? 0) * 1000;
      const durationMs = Math.max(0, this.clock.now().getTime() - startedAt);
      const verifiedAt = new Date(passkey.verifiedAt);
      const { passkeyId } = passkey;
      const code = {
        ...record,
        ...visitor,
        note,
        interactionId,
        identityId,
        clientId,
        passkeyId,
        verifiedAt,
        durationMs,
      };
      const issue = await this.records.issueCode(key, code);
      if (issue === 'ISSUED') return this.log.countSuccess();
      if (issue === 'ENDED') throw new errors.SessionNotFound('interaction session not found');
    }
    await this.log.record(key, {
      ...visitor,
      outcome: 'REFUSED',
      reason: 'NO_LONGER_ALLOWED',
      identityId,
      passkeyId: passkey?.passkeyId,
    });
    throw new errors.AccessDenied('the person may no longer sign in');
  }
}

function noteOf({ passkeyId }: PasskeyResult, params: Record<string, unknown>): FlowNote {
  const { app_name: appName, app_instance_id: appInstanceId } = params;
  return {
    passkeyId,
    ...(typeof appName === 'string' && { appName }),
    ...(typeof appInstanceId === 'string' && { appInstanceId }),
  };
}
