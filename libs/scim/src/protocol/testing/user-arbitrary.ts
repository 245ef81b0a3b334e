import { foldText } from '@rollcall/platform';
import fc from 'fast-check';
import type { JsonObject } from '../json.js';
import { ENTERPRISE_USER_SCHEMA } from '../schemas/enterprise-user-schema.js';
import { BADGE_SCHEMA } from './test-registry.js';
import { DATES, NUMBERS, TEXTS, TYPES } from './value-pools.js';

const text = fc.constantFrom(...TEXTS);
const number = fc.constantFrom(...NUMBERS);
const zoned = fc.constantFrom(...DATES.filter((date) => /[Z0-9]$/.test(date) && date !== '2024-02-29T00:00:00'));

/** Without values that have the `value` and `type` of an earlier one: these would be merged. */
function distinct(values: JsonObject[] | undefined): JsonObject[] | undefined {
  const key = ({ value, type }: JsonObject): string =>
    JSON.stringify([value, type].map((text) => foldText(String(text))));
  return values?.filter(
    (value, place, all) =>
      value.value === undefined ||
      all.findIndex((other) => other.value !== undefined && key(other) === key(value)) === place,
  );
}

/** An object with at least one of these members, or undefined. */
function some(members: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<JsonObject | undefined> {
  return fc
    .record(members, { requiredKeys: [] })
    .map((object) => withoutUndefined(object as JsonObject))
    .map((object) => (Object.keys(object).length > 0 ? object : undefined));
}

function many(value: fc.Arbitrary<JsonObject | undefined>, size = 3): fc.Arbitrary<JsonObject[] | undefined> {
  return fc
    .array(value, { maxLength: size })
    .map((values) => values.filter((element) => element !== undefined))
    .map((values) => (values.length > 0 ? values : undefined));
}

function withoutUndefined(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}

const email = some({ value: text, type: fc.constantFrom(...TYPES), primary: fc.boolean(), display: text });

/** A user as parseUserResource returns it, with at most one primary email. */
export const userArbitrary: fc.Arbitrary<JsonObject> = fc
  .record(
    {
      userName: text.filter((name) => name !== ''),
      externalId: text,
      displayName: text,
      nickName: text,
      title: text,
      active: fc.boolean(),
      name: some({ familyName: text, givenName: text }),
      emails: many(email)
        .map(distinct)
        .map((emails) => emails?.map((value, at) => (at > 0 && value.primary ? { ...value, primary: false } : value))),
      [ENTERPRISE_USER_SCHEMA]: some({
        department: text,
        manager: some({ value: text.filter((id) => id !== ''), displayName: text }),
      }),
      [BADGE_SCHEMA]: some({
        number: number.filter(Number.isSafeInteger),
        height: number,
        issued: zoned,
        color: text,
        serial: text,
        tags: fc.array(text, { minLength: 1, maxLength: 3 }),
        doors: many(some({ value: text, floor: number.filter(Number.isSafeInteger), locked: fc.boolean() })),
      }),
    },
    { requiredKeys: ['userName', 'active'] },
  )
  .map((user) => withoutUndefined(user as JsonObject));

/** meta.created, which only the service provider writes. */
export const createdArbitrary = zoned;
