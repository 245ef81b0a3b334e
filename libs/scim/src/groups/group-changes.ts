import type { GroupChange, GroupRecord } from '@rollcall/directory';
import { compileFilter, type GroupPatchStep, patchSteps } from '../protocol/index.js';
import { assertNever } from '@rollcall/platform';
import type { ResourceContext } from '../resources/resource-context.js';
import { fromPatchedGroup, toPatchableGroup } from './group-draft.js';

/** The directory's steps for a PATCH of a group. */
export function toGroupChanges(
  context: ResourceContext,
  groupId: string,
  steps: readonly GroupPatchStep[],
): GroupChange[] {
  return steps.map((step) => toGroupChange(context, groupId, step));
}

/** Cost of a client's condition on group members, evaluated under the group's lock. */
const COST_OF_STATEMENT = 10_000;

function toGroupChange(
  { caller, schemas, budget, inSlices }: ResourceContext,
  groupId: string,
  step: GroupPatchStep,
): GroupChange {
  switch (step.kind) {
    case 'set':
      return {
        kind: 'redraft',
        redraft: (current: GroupRecord) => ({
          displayName: step.displayName ?? current.displayName,
          externalId: step.externalId === undefined ? current.externalId : step.externalId,
          profile: JSON.parse(current.profile) as Record<string, unknown>,
        }),
      };
    case 'patch':
      return {
        kind: 'redraft',
        redraft: async (current: GroupRecord) => {
          const steps = patchSteps(toPatchableGroup(current), step.operations, schemas.group, budget);
          return fromPatchedGroup((await inSlices(steps)).resource, schemas.group);
        },
      };
    case 'removeMembersWhere': {
      budget.spend(COST_OF_STATEMENT);
      const values: unknown[] = [caller.tenantId, caller.integrationId, groupId];
      const where = compileFilter(step.filter, schemas.memberMapping, values);
      return { kind: 'removeMembersWhere', condition: { where, values } };
    }
    case 'addMembers':
    case 'removeMembers':
    case 'replaceMembers':
      return step;
    default:
      return assertNever(step);
  }
}
