import { Injectable, Logger } from '@nestjs/common';
import { OktaQuotas } from '@rollcall/okta';
import { random } from '@rollcall/platform';
import { DirectoryChangeCap } from '../directory-changes/directory-change-cap.js';
import { desiredRegistration } from '../registration/desired-registration.js';
import { linkOf, SharedUsers } from '../registration/shared-users.js';
import type { Decision } from '../target/decision.js';
import type { RegistrationTarget } from '../target/registration-target.js';
import type { Claim, Settlement } from '../ledger/claim.js';
import type { PreparedClaim } from './claim-reader.js';
import type { IdentityFacts } from '../registration/identity-facts.js';
import { RegistrationOutcomes } from '../ledger/registration-outcomes.js';
import { RegistrationWriter, type Attempt } from './registration-writer.js';
import { SyncTargets } from './sync-targets.js';
import { remoteStateOf, settled, settlementOf, waiting, type RemoteState } from './settlement.js';
import { DisprovedRows } from '../ledger/disproved-rows.js';
import { LateWrites } from '../ledger/late-writes.js';

/** A refusal whose cause may affect all users: missing rights, or a refused value. `note`: reason of the pause if it does. */
export interface IntegrationFault {
  of: 'RIGHTS' | 'VALUE';
  note: string;
  /** The sync is paused after this number of different people in a row; if undefined, after the default number. */
  people?: number;
}

/** Result of a claim, which the lane uses to decide what to do next. */
export type ClaimOutcome =
  | { kind: 'DONE'; wrote: boolean; dueAgain: boolean }
  /**
   * The attempt failed. `dueInMs`: time until the next attempt; null if there is none until the row is requeued.
   * `trouble`: true if the cause may be the target.
   */
  | { kind: 'FAILED'; dueInMs: number | null; trouble: boolean; fault: IntegrationFault | null }
  /**
   * No request may be sent to the target for `waitMs`. `refused`: true if the target answered 429, and false if our
   * share of its limit is used up.
   */
  | { kind: 'HOLD'; waitMs: number; refused: boolean }
  | { kind: 'PAUSED' };

/** Processes a claimed row until it is settled. */
@Injectable()
export class ClaimHandler {
  private readonly log = new Logger(ClaimHandler.name);

  constructor(
    private readonly outcomes: RegistrationOutcomes,
    private readonly writer: RegistrationWriter,
    private readonly quotas: OktaQuotas,
    private readonly targets: SyncTargets,
    private readonly shared: SharedUsers,
    private readonly lateWrites: LateWrites,
    private readonly cap: DirectoryChangeCap,
    private readonly disproved: DisprovedRows,
  ) {}

  /** @param onWritten called when the target has accepted the value, before the row is settled */
  async handle(prepared: PreparedClaim, onWritten: () => void): Promise<ClaimOutcome> {
    const { target, claim, facts } = prepared;
    if (!facts && (await this.outcomes.handOver(claim))) return { kind: 'DONE', wrote: false, dueAgain: true };
    const desired = desiredRegistration(facts);
    const linkedTo = claim.oktaUserId;
    if (!claim.remoteStateUnknown && desired === (claim.confirmed ?? false)) {
      const dueAgain = await this.settle(claim, facts, settled(desired, remoteStateOf(claim), false));
      return { kind: 'DONE', wrote: false, dueAgain };
    }
    const held = desired ? undefined : await this.cap.hold(claim, facts);
    if (held) return { kind: 'DONE', wrote: false, dueAgain: await this.settle(claim, facts, held) };
    const attempt = await this.try(prepared, desired);
    if (attempt.kind === 'CONFIRMED') {
      onWritten();
      const link = linkOf(claim, attempt.remote);
      if (!desired) await this.shared.alertOthers(claim, link);
      if (prepared.shared || claim.oktaUserId !== linkedTo) await this.disproved.disprove(claim, link, desired);
      if (attempt.wrote) this.log.log({ msg: 'wrote the registration', ...subjectOf(claim), registered: desired });
      const dueAgain = await this.settle(claim, facts, settled(desired, attempt.remote, true), attempt.wrote);
      return { kind: 'DONE', wrote: attempt.wrote, dueAgain };
    }
    if (attempt.kind === 'LEFT') {
      const isLeft = await this.shared.leaveToOthers(claim, linkOf(claim, attempt.remote), { elsewhere: !facts });
      if (!isLeft) return this.postpone(claim, facts, attempt.remote);
      const left = { ...settled(desired, attempt.remote, false), remoteStateUnknown: true };
      const dueAgain = await this.settle(claim, facts, left);
      return { kind: 'DONE', wrote: false, dueAgain };
    }
    if (attempt.kind === 'NOT_NOW') {
      await this.settle(claim, facts, waiting(claim, desired, attempt.remote));
      return { kind: 'HOLD', waitMs: attempt.waitMs, refused: false };
    }
    return this.fail(target, claim, facts, attempt, desired);
  }

  private async fail(
    target: RegistrationTarget,
    claim: Claim,
    facts: IdentityFacts | undefined,
    attempt: Extract<Attempt, { kind: 'FAILED' }>,
    desired: boolean,
  ): Promise<ClaimOutcome> {
    const { decision: first } = attempt;
    const decision = first.action === 'INSPECT_ATTRIBUTE' ? await target.inspect(first.note) : first;
    const settlement = settlementOf(decision, claim, desired, attempt.remote, random());
    if (decision.action === 'PAUSE') await this.targets.pause(target, decision.note);
    const dueAgain = await this.settle(claim, facts, settlement);
    switch (decision.action) {
      case 'HOLD':
        return { kind: 'HOLD', waitMs: await this.quotas.block(target, attempt.bucket, decision.until), refused: true };
      case 'PAUSE':
        return { kind: 'PAUSED' };
      default:
        return {
          kind: 'FAILED',
          dueInMs: dueAgain ? 0 : settlement.dueInMs,
          trouble: decision.action === 'RETRY',
          fault: faultOf(decision, claim, target),
        };
    }
  }

  private async try(prepared: PreparedClaim, desired: boolean): Promise<Attempt> {
    const { claim, target } = prepared;
    try {
      return await this.writer.attempt(prepared, desired);
    } catch (error) {
      this.log.error(error);
      const remote: RemoteState = { ...remoteStateOf(claim), remoteStateUnknown: true, writeLost: true };
      const note = `Failed on our side: ${error instanceof Error ? error.message : String(error)}`;
      return {
        kind: 'FAILED',
        remote,
        bucket: target.limits.write,
        decision: { action: 'RETRY', minDelayMs: 0, note },
      };
    }
  }

  /**
   * Settles the row. The row of a deleted identity is dropped if nothing is left to write, or if the remote user does
   * not exist. It is kept while the user is deprovisioned, because the user may be reactivated while the attribute is
   * still true. If such a row required a read of the target, each later attempt reads the target too.
   * If the lease was lost, another worker may have settled the row before the write of this worker took effect. So the
   * write is reported (see `LateWrites`).
   * @param wrote true if a write was sent
   * @returns true if a row is due again
   */
  private async settle(
    claim: Claim,
    facts: IdentityFacts | undefined,
    settlement: Settlement,
    wrote = settlement.writeLost,
  ): Promise<boolean> {
    const over = settlement.dueInMs === null && !WAITING_STATES.has(settlement.state);
    const ends = !facts && over;
    if (ends && (await this.outcomes.drop(claim, settlement))) return false;
    const rereads = !facts && claim.remoteStateUnknown;
    const kept: Settlement = {
      ...settlement,
      ...(rereads && { confirmed: claim.confirmed, remoteStateUnknown: true }),
      ...(ends && { state: 'PENDING', done: false }),
    };
    const result = await this.outcomes.settle(claim, kept);
    if (result !== 'LOST') return result === 'DUE_AGAIN';
    this.log.warn(`Lost the lease of identity ${claim.identityId}`);
    if (wrote) await this.lateWrites.report(claim, settlement.oktaUserId);
    return wrote;
  }

  /**
   * Retries the row later. Called if the other identities that wanted the user no longer want it. For a deleted identity
   * it is also called while another identity of the same integration is being linked to the user. The next attempt finds
   * out who has the user.
   */
  private async postpone(claim: Claim, facts: IdentityFacts | undefined, remote: RemoteState): Promise<ClaimOutcome> {
    const note = 'Another identity is about to change this user; retrying';
    const decision: Decision = { action: 'RETRY', minDelayMs: 0, note };
    const retry = settlementOf(decision, claim, false, remote, random());
    const dueAgain = await this.settle(claim, facts, retry);
    return { kind: 'FAILED', dueInMs: dueAgain ? 0 : retry.dueInMs, trouble: false, fault: null };
  }
}

/**
 * Decides whether a refusal counts toward a pause of the sync. If a user was refused before with the same message, the
 * refusal does not count. Otherwise a few super administrators could pause the sync after each change of settings.
 */
function faultOf(
  decision: Decision,
  claim: Claim,
  { insufficientRightsMessage }: RegistrationTarget,
): IntegrationFault | null {
  if (decision.action !== 'PARK' || decision.note === claim.lastError) return null;
  if (decision.privilege) return { of: 'RIGHTS', note: insufficientRightsMessage };
  return decision.several === undefined ? null : { of: 'VALUE', ...decision.several };
}

/** States in which the row of a deleted identity is kept although nothing is due. */
const WAITING_STATES = new Set<Settlement['state']>(['PARKED', 'SKIPPED', 'HELD']);

const subjectOf = ({ integrationId, identityId }: Claim) => ({ integrationId, identityId });
