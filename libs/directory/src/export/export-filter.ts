import { DomainError, isStorable } from '@rollcall/platform';
import { EnrollmentStatus } from '../identities/enrollment-status.js';
import type { IdentityFilter } from '../identities/identity-search.js';
import { IdentityStatus } from '../identities/identity-status.js';
import { RegistrationState } from '../registration/registration-state.js';

/** The filter in a query string, with the names of the arguments of `identities`. @throws DomainError BAD_USER_INPUT */
export function exportFilterOf(query: Readonly<Record<string, unknown>>): IdentityFilter {
  const text = (name: string): string | undefined => {
    const value = query[name];
    if (value === undefined || value === '') return undefined;
    if (typeof value !== 'string') throw DomainError.badInput(`"${name}" must be given once.`, name);
    if (!isStorable(value)) throw DomainError.badInput(`"${name}" contains a character that cannot be stored.`, name);
    return value;
  };
  const oneOf = <T extends string>(name: string, known: Record<string, T>): T | undefined => {
    const value = text(name);
    const found = Object.values(known).find((each) => each === value);
    if (value === undefined || found !== undefined) return found;
    throw DomainError.badInput(`"${name}" must be one of ${Object.values(known).join(', ')}.`, name);
  };
  return {
    integrationId: text('integrationId'),
    search: text('search'),
    status: oneOf('status', IdentityStatus),
    enrollmentStatus: oneOf('enrollmentStatus', EnrollmentStatus),
    registrationState: oneOf('registrationState', RegistrationState),
    groupId: text('groupId'),
  };
}
