import { applyDecorators } from '@nestjs/common';
import { DomainError, FaultFree, Normalized, shortTextFault, squeeze } from '@rollcall/platform';

/** Characters; room for any name a person types, not for a document. */
const MAX_NAME_LENGTH = 200;

const nameFault = (name: string): string | undefined => shortTextFault(name, 'A name', MAX_NAME_LENGTH);

/** A name, with surrounding and repeated white space removed; at most 200 characters, without control characters. */
export const IsName = () => applyDecorators(Normalized(squeeze), FaultFree(nameFault));

/** Normalizes and checks a name like {@link IsName}, for values that do not come from an input class. @throws BAD_USER_INPUT */
export function requireName(input: string, field = 'name'): string {
  const name = squeeze(input);
  const fault = nameFault(name);
  if (fault !== undefined) throw DomainError.badInput(fault, field);
  return name;
}
