import { applyDecorators } from '@nestjs/common';
import { DomainError, FaultFree, Normalized, shortTextFault, squeeze } from '@rollcall/platform';
import { IsOptional } from 'class-validator';

const normalize = (input: string): string | null => squeeze(input) || null;
const faultOf = (name: string): string | undefined => shortTextFault(name, 'A device name', 200);

/** Validates a device name. Surrounding and repeated white space is removed; an empty name becomes null. */
export const IsDeviceName = () => applyDecorators(Normalized(normalize), IsOptional(), FaultFree(faultOf));

/** Normalizes and checks a device name that does not come from an input class. @throws DomainError BAD_USER_INPUT, field `deviceName` */
export function deviceNameFrom(input: string | null | undefined): string | null {
  const name = normalize(input ?? '');
  const fault = name === null ? undefined : faultOf(name);
  if (fault !== undefined) throw DomainError.badInput(fault, 'deviceName');
  return name;
}
