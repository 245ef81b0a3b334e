import { onDatabase } from '../api/on-database.js';
import { gql } from '../gql/index.js';
import { count } from '../output/count.js';
import { ExitCode } from '../output/exit-code.js';
import type { CommandContext } from './command-context.js';

const ROTATE_KEYS = gql(`mutation RotateKeys { rotateEncryptionKeys }`);

/** Encrypts every stored secret again, with the first of ENCRYPTION_KEYS. */
export async function rotateKeys(context: CommandContext): Promise<ExitCode> {
  context.note('resealing stored secrets');
  const { rotateEncryptionKeys } = await context.api.request(ROTATE_KEYS, {});
  context.print({ resealed: rotateEncryptionKeys }, ({ resealed }) =>
    resealed === 0
      ? 'Every stored secret is under the first of ENCRYPTION_KEYS: the others are no longer needed.'
      : `${count(resealed, 'secret')} resealed under the first of ENCRYPTION_KEYS; the others are no longer needed.`,
  );
  return ExitCode.OK;
}

/** Records that an encryption key is lost, so that servers start without it. */
export async function forgetLostKey({ print }: Pick<CommandContext, 'print'>, id: string): Promise<ExitCode> {
  const { forgetKey } = await import('@rollcall/platform');
  await onDatabase(async (source) => {
    await source.initialize();
    try {
      await forgetKey(source, id);
    } finally {
      await source.destroy();
    }
  });
  print(
    { lost: id },
    () => `Key ${id} is marked as lost: servers start without it. Enter the secrets that it sealed again.`,
  );
  return ExitCode.OK;
}
