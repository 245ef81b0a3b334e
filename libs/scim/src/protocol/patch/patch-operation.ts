import { finish, type Steps } from '@rollcall/platform';
import { ScimError } from '../errors/scim-error.js';
import type { Json } from '../json.js';
import { readMembers, readOperation } from '../messages/read-members.js';
import type { PatchPath } from '../filter/filter.js';
import { parsePatchPath } from '../filter/parse-filter.js';
import { requireSchema } from '../resources/require-schema.js';
import { WorkBudget } from '../work-budget.js';

export const PATCH_OP_SCHEMA = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

export interface PatchOperation {
  readonly op: 'add' | 'remove' | 'replace';
  readonly path?: PatchPath;
  readonly value?: Json;
}

const MAX_OPERATIONS = 5000;
/** Number of path characters that cost as much to parse as one comparison. */
const CHARACTERS = 4;

/**
 * Reads a PatchOp message (RFC 7644 §3.5.2); names and `op` in any letter case.
 * @throws ScimError 400 invalidSyntax (shape, op), invalidPath (path); 413 for too many operations, or when all paths together are too long
 */
export function* patchOpSteps(body: unknown, budget: WorkBudget): Steps<PatchOperation[]> {
  const message = requireSchema(body, PATCH_OP_SCHEMA);
  const { Operations: operations } = readMembers(message, ['Operations']);
  if (!Array.isArray(operations) || operations.length === 0)
    throw ScimError.invalidSyntax('"Operations" must be an array with one operation at least.');
  if (operations.length > MAX_OPERATIONS)
    throw ScimError.payloadTooLarge(`More than ${MAX_OPERATIONS} operations in one PATCH; send them in several.`);
  const parsed: PatchOperation[] = [];
  const paths = new Paths(budget);
  for (const operation of operations as Json[]) {
    parsed.push(parseOperation(operation, parsed.length, paths));
    yield;
  }
  return parsed;
}

/** Like {@link patchOpSteps}, without pauses. */
export function parsePatchOp(body: unknown, budget = new WorkBudget()): PatchOperation[] {
  return finish(patchOpSteps(body, budget));
}

/** The paths of a message, each parsed once. */
class Paths {
  private readonly parsed = new Map<string, PatchPath>();

  constructor(private readonly budget: WorkBudget) {}

  parse(text: string): PatchPath {
    const known = this.parsed.get(text);
    if (known !== undefined) return known;
    this.budget.spend(text.length / CHARACTERS);
    const path = parsePatchPath(text);
    this.parsed.set(text, path);
    return path;
  }
}

function parseOperation(operation: Json, index: number, paths: Paths): PatchOperation {
  const { op: written, path, value } = readOperation(operation, index, ['op', 'path', 'value']);
  const op = parseOp(written, index);
  if (path !== undefined && path !== null && typeof path !== 'string')
    throw ScimError.invalidPath(`"path" of operation ${index + 1} must be a string.`);
  return {
    op,
    ...(typeof path === 'string' && { path: paths.parse(path) }),
    ...(value !== undefined && { value }),
  };
}

function parseOp(written: Json | undefined, index: number): PatchOperation['op'] {
  const op = typeof written === 'string' ? written.toLowerCase() : undefined;
  if (op === 'add' || op === 'remove' || op === 'replace') return op;
  throw ScimError.invalidSyntax(`"op" of operation ${index + 1} must be add, remove or replace.`);
}
