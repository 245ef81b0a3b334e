import type { ScimClient } from '../../integration/scim/scim-app.js';
import type { Requirement } from '../requirement.js';
import { createThree, createUser, ENTERPRISE, expectError, found } from '../resources.js';

const refused = async (client: ScimClient, ...filters: string[]) => {
  for (const filter of filters) {
    const response = await client.send('GET', `/Users?filter=${encodeURIComponent(filter)}`);
    expectError(response, 400, 'invalidFilter');
    expect(response.body.detail).toMatch(/\w/);
  }
};

const finds = async (client: ScimClient, expected: Readonly<Record<string, readonly string[]>>) => {
  for (const [filter, users] of Object.entries(expected))
    expect([filter, await found(client, filter)]).toEqual([filter, users]);
};

export const filtering: readonly Requirement[] = [
  {
    cite: 'RFC 7644 §3.4.2.2',
    says: 'only matching resources SHALL be returned; each operator of table 3',
    keeps: ['3.4.2.2-1', '3.4.2.2-4', '3.4.2.2-5', '3.4.2.2-6', '3.4.2.2-7'],
    shows: async (client) => {
      await createThree(client);
      await finds(client, {
        'userName eq "ANNA"': ['anna'],
        'userName eq "ann"': [],
        'userName ne "anna"': ['Bert', 'carl'],
        'userName co "R"': ['Bert', 'carl'],
        'userName co "nna"': ['anna'],
        'userName co "annaa"': [],
        'userName sw "be"': ['Bert'],
        'userName sw "anna"': ['anna'],
        'userName sw "nna"': [],
        'userName ew "L"': ['carl'],
        'userName ew "carl"': ['carl'],
        'userName ew "car"': [],
        'title pr': ['anna', 'carl'],
        'userName gt "bert"': ['carl'],
        'userName ge "bert"': ['Bert', 'carl'],
        'userName lt "bert"': ['anna'],
        'userName le "bert"': ['anna', 'Bert'],
        'active eq false': ['Bert'],
        'meta.created gt "2000-01-01T00:00:00Z" and active eq false': ['Bert'],
      });
    },
  },
  {
    cite: 'RFC 7644 §3.4.2.2',
    says: 'the filter MUST contain a valid expression: attribute name, operator, and value, by the ABNF',
    keeps: ['3.4.2.2-2', '3.4.2.2-3', '3.4.2.2-14'],
    shows: (client) =>
      refused(
        client,
        '',
        ' ',
        'userName',
        'eq "x"',
        'userName eq',
        'userName eq x',
        "userName eq 'x'",
        '(userName eq "x"',
        'userName eq "x")',
        'userName eq "x" and',
        'userName eq "x" userName eq "y"',
        'not userName eq "x"',
        'emails[type eq "x"',
        'emails[]',
        '1userName pr',
      ),
  },
  {
    cite: 'RFC 7644 §3.4.2.2',
    says: 'unrecognized filter operations MUST be declined with 400 invalidFilter',
    keeps: ['3.4.2.2-18'],
    shows: (client) =>
      refused(client, 'userName like "x"', 'userName regex ".*"', 'userName pr xor title pr', 'shoe eq "x"'),
  },
  ...(['gt', 'ge', 'lt', 'le'] as const).map((operator, at): Requirement => ({
    cite: 'RFC 7644 §3.4.2.2, table 3',
    says: `${operator} on boolean and binary attributes SHALL fail with invalidFilter`,
    keeps: [(['3.4.2.2-8', '3.4.2.2-9', '3.4.2.2-10', '3.4.2.2-11'] as const)[at]!],
    shows: (client) =>
      refused(
        client,
        `active ${operator} true`,
        `emails.primary ${operator} false`,
        `x509Certificates.value ${operator} "MII="`,
        `x509Certificates[value ${operator} "MII="]`,
      ),
  })),
  {
    cite: 'RFC 7644 §3.4.2.2',
    says: 'attribute names and operators are case insensitive',
    shows: async (client) => {
      await createThree(client);
      await finds(client, { 'USERNAME Eq "anna" OR username EQ "carl"': ['anna', 'carl'] });
    },
  },
  {
    cite: 'RFC 7644 §3.4.2.2',
    says: 'filters MUST be evaluated in the order of operations: grouping, not, and, or',
    keeps: ['3.4.2.2-15'],
    shows: async (client) => {
      await createThree(client);
      await finds(client, {
        'userName eq "anna" or userName eq "carl" and active eq false': ['anna'],
        '(userName eq "anna" or userName eq "Bert") and active eq false': ['Bert'],
        'not (active eq true) or userName eq "carl"': ['Bert', 'carl'],
        'not (active eq true) and userName eq "carl"': [],
      });
    },
  },
  {
    cite: 'RFC 7644 §3.4.2.2',
    says: 'a multi-valued attribute matches when any value does',
    shows: async (client) => {
      await createThree(client);
      await finds(client, {
        'emails.type eq "home" and emails.value eq "a@x.org"': ['anna'],
        'emails co "@y."': ['anna'],
      });
    },
  },
  {
    cite: 'RFC 7644 §3.4.2.2, table 5',
    says: 'what is in brackets MUST be applied to the same value, and MUST be of its sub-attributes',
    keeps: ['3.4.2.2-12', '3.4.2.2-13'],
    shows: async (client) => {
      await createThree(client);
      await finds(client, {
        'emails[type eq "home" and value eq "a@x.org"]': [],
        'emails[type eq "home" and value co "@Y."]': ['anna'],
      });
      await refused(client, 'emails[shoe eq "x"]', 'emails[userName eq "anna"]', 'userName[value eq "anna"]');
    },
  },
  {
    cite: 'RFC 7644 §3.4.2.2',
    says: 'for complex attributes a fully qualified sub-attribute MUST be specified',
    keeps: ['3.4.2.2-16'],
    shows: async (client) => {
      await createThree(client);
      await refused(client, 'name co "Jensen"', 'name eq "Jensen"', `${ENTERPRISE} eq "Tours"`, 'meta gt "2000"');
      await finds(client, { 'name.familyName co "jensen" and userName eq "anna"': ['anna'] });
    },
  },
  {
    cite: 'RFC 7644 §3.4.2.2',
    says: 'of a defaulted attribute the value that was returned SHALL be compared',
    keeps: ['3.4.2.2-17'],
    shows: async (client) => {
      const { active } = await createUser(client, 'a', { active: undefined });
      await createUser(client, 'b', { active: false });
      await finds(client, { [`active eq ${active}`]: ['a'], [`active ne ${active}`]: ['b'], 'active pr': ['a', 'b'] });
    },
  },
  {
    cite: 'RFC 7644 §3.4.2.2',
    says: 'letter case of strings SHALL count as caseExact says; LIKE’s wildcards mean themselves',
    keeps: ['3.4.2.2-19'],
    shows: async (client) => {
      await createThree(client);
      await finds(client, {
        'externalId eq "b"': [],
        'externalId eq "B"': ['Bert'],
        'externalId sw "bJ"': [],
        'title eq "ENGINEER"': ['anna'],
        'title co "%"': ['carl'],
        'userName co "_"': [],
        'userName eq "%"': [],
      });
    },
  },
  {
    cite: 'RFC 7644 §3.4.2.2',
    says: 'clients MAY query by extension attributes, fully qualified, and by schemas',
    shows: async (client) => {
      await createThree(client);
      await finds(client, {
        [`${ENTERPRISE}:department eq "sales"`]: ['Bert'],
        'urn:ietf:params:scim:schemas:core:2.0:User:userName eq "carl"': ['carl'],
        [`schemas eq "${ENTERPRISE}" and userName eq "anna"`]: ['anna'],
      });
    },
  },
];
