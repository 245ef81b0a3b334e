const NAMES = [
  'Ada',
  'Bruno',
  'Chidi',
  'Dana',
  'Elif',
  'Farah',
  'Goran',
  'Hana',
  'Ines',
  'Jonas',
  'Keiko',
  'Leila',
  'Mateo',
  'Noor',
  'Olga',
  'Priya',
];
const FAMILIES = [
  'Okafor',
  'Lindqvist',
  'Moreau',
  'Tanaka',
  'Novak',
  'Silva',
  'Haddad',
  'Kaya',
  'Brandt',
  'Rossi',
  'Nguyen',
];

export const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
export const ahead = (minutes: number): string => ago(-minutes);

type Row = Record<string, unknown> & { id: string };

export const integrations: Row[] = [
  integration('int-1', 'Acme production', {
    credentials: [
      credential('c1', 'Okta SCIM app', { lastUsedAt: ago(1), expiresAt: ahead(9 * 1440) }),
      credential('c0', 'First token', { revokedAt: ago(3000), lastUsedAt: ago(3010) }),
    ],
    registrationSync: sync('acme.okta.com', {
      pendingCount: 2,
      parkedCount: 3,
      registeredCount: 871,
      lastWriteAt: ago(2),
    }),
    identityCount: 1284,
    groupCount: 14,
    lastScimRequestAt: ago(1),
    health: health([
      ['scim-requests', 'OK', 'Okta last called 1 minute ago.'],
      ['okta-credentials', 'OK', 'Valid; belongs to svc-rollcall@acme.example.'],
      ['okta-attribute', 'OK', 'byndidRegistered exists and is a boolean.'],
      [
        'okta-attribute-source',
        'WARN',
        'The source priority of byndidRegistered is OVERRIDE: people mastered elsewhere can\'t be written. Set it to "Inherit from Okta".',
      ],
    ]),
  }),
  integration('int-2', 'EMEA subsidiary', {
    credentials: [credential('c3', null, { lastUsedAt: ago(300) })],
    registrationSync: sync('acme-emea.okta.com', {
      pendingCount: 41,
      parkedCount: 0,
      registeredCount: 120,
      lastWriteAt: ago(300),
      pausedReason:
        'Okta refused the API token (E0000011: Invalid token provided). Make a new one in Security > API > Tokens and paste it in Sync settings.',
    }),
    identityCount: 212,
    groupCount: 3,
    lastScimRequestAt: ago(290),
    health: health([
      ['scim-requests', 'OK', 'Okta last called 5 hours ago.'],
      ['okta-credentials', 'FAIL', 'Okta refused the API token. Make a new one and paste it in Sync settings.'],
    ]),
  }),
  integration('int-3', 'Workday bridge', {
    provider: 'GENERIC_SCIM',
    credentials: [
      credential('c4', 'ETL job', { type: 'CLIENT_CREDENTIALS', clientId: 'rci_6Qm2vVx8', lastUsedAt: ago(60) }),
    ],
    registrationSync: null,
    identityCount: 56,
    groupCount: 0,
    lastScimRequestAt: ago(60),
    health: health([['scim-requests', 'OK', 'Last call 1 hour ago.']]),
  }),
];

export function integration(id: string, name: string, fields: Record<string, unknown> = {}): Row {
  return {
    id,
    name,
    provider: 'OKTA',
    createdAt: ago(40_000),
    scimUrl: `https://rollcall.acme.example/scim/v2/${id}`,
    tokenEndpoint: 'https://rollcall.acme.example/oauth2/token',
    credentials: [],
    registrationSync: null,
    identityCount: 0,
    groupCount: 0,
    lastScimRequestAt: null,
    health: health([]),
    ...fields,
  };
}
export function credential(id: string, name: string | null, fields: Record<string, unknown> = {}): Row {
  return {
    id,
    type: 'BEARER_TOKEN',
    name,
    clientId: null,
    lastFour: '9xKq',
    scopes: ['scim:all'],
    createdAt: ago(20_000),
    expiresAt: null,
    lastUsedAt: null,
    revokedAt: null,
    ...fields,
  };
}
export function sync(oktaDomain: string, fields: Record<string, unknown> = {}) {
  return {
    oktaDomain,
    attribute: 'byndidRegistered',
    enabled: true,
    authMode: 'API_TOKEN',
    pendingCount: 0,
    parkedCount: 0,
    registeredCount: 0,
    lastWriteAt: null,
    pausedReason: null,
    ...fields,
  };
}
export function health(checks: [string, string, string][]) {
  return { checks: checks.map(([name, state, message]) => ({ name, status: state, message, checkedAt: ago(4) })) };
}

const STATES = [
  'IN_SYNC',
  'IN_SYNC',
  'IN_SYNC',
  'IN_SYNC',
  'PENDING',
  'IN_SYNC',
  'RETRYING',
  'IN_SYNC',
  'PARKED',
  'UNLINKED',
];
const ERRORS: Record<string, string> = {
  PARKED:
    'Okta refused the write (E0000006: the token lacks the privilege to change this user, who may be an administrator).',
  RETRYING: 'Okta answered 503 Service Unavailable.',
  UNLINKED: 'Okta knows no user 00u1x9fj2 (E0000007).',
};

export const identities: Row[] = Array.from({ length: 1284 }, (_, n) => {
  const [given, family] = [NAMES[n % NAMES.length]!, FAMILIES[(n * 7) % FAMILIES.length]!];
  const suffix = n < 150 ? '' : String(n);
  const enrolled = n % 3 !== 2;
  const state = enrolled ? STATES[n % STATES.length]! : 'IN_SYNC';
  const userName = `${given}.${family}${suffix}@acme.example`.toLowerCase();
  return {
    id: `idn-${n}`,
    integrationId: 'int-1',
    userName,
    displayName: `${given} ${family}`,
    email: userName,
    externalId: `00u1x9fj${n}`,
    status: n % 23 === 22 ? 'SUSPENDED' : 'ACTIVE',
    enrollmentStatus: enrolled ? 'ENROLLED' : n % 2 ? 'PENDING' : 'UNENROLLED',
    passkeys: enrolled
      ? [
          { id: `pk-${n}`, deviceName: 'iCloud Keychain', createdAt: ago(900 + n), lastUsedAt: null, revokedAt: null },
          {
            id: `pko-${n}`,
            deviceName: 'YubiKey 5C',
            createdAt: ago(9000 + n),
            lastUsedAt: null,
            revokedAt: ago(950 + n),
          },
        ]
      : [],
    registration: {
      desired: enrolled,
      confirmed: state === 'IN_SYNC' ? enrolled : state === 'UNLINKED' ? null : false,
      state,
      attempts: state === 'RETRYING' ? 3 : state === 'PARKED' ? 1 : 0,
      lastError: ERRORS[state] ?? null,
      nextAttemptAt: state === 'RETRYING' ? ahead(2) : null,
      confirmedAt: state === 'IN_SYNC' ? ago(800 + n) : null,
    },
    createdAt: ago(10_000 + n),
    updatedAt: ago(800 + n),
  };
});

export const groups: Row[] = ['Beyond Identity', 'Engineering', 'Finance', 'Legal', 'Support EMEA', 'Contractors'].map(
  (displayName, n) => ({
    id: `grp-${n}`,
    integrationId: 'int-1',
    createdAt: ago(9000),
    updatedAt: ago(90),
    displayName,
    memberCount: 900 - n * 140,
    from: n * 7,
  }),
);

export const adminTokens: Row[] = [
  {
    id: 'at-1',
    name: 'Terraform',
    role: 'ADMIN',
    lastFour: 'k2Pz',
    createdAt: ago(50_000),
    expiresAt: ahead(30_000),
    lastUsedAt: ago(12),
    revokedAt: null,
  },
  {
    id: 'at-2',
    name: 'Service desk',
    role: 'OPERATOR',
    lastFour: 'Qq81',
    createdAt: ago(70_000),
    expiresAt: null,
    lastUsedAt: ago(2000),
    revokedAt: null,
  },
  {
    id: 'at-3',
    name: 'Old dashboard',
    role: 'VIEWER',
    lastFour: 'aa0B',
    createdAt: ago(90_000),
    expiresAt: ago(100),
    lastUsedAt: ago(20_000),
    revokedAt: null,
  },
];

const ACTIONS = [
  ['identity.updated', 'SCIM_CLIENT', 'Okta SCIM app', { active: true }],
  ['passkey.bound', 'ENROLLEE', 'ada.okafor@acme.example', { deviceName: 'iCloud Keychain' }],
  ['enrollment.created', 'SESSION', 'root', { expiresAt: ahead(9000) }],
  ['credential.generated', 'SESSION', 'root', { type: 'BEARER_TOKEN', lastFour: '9xKq' }],
  ['registration_sync.paused', 'SYSTEM', 'write-back', { reason: 'E0000011' }],
  ['admin_token.created', 'ROOT', 'root', { name: 'Terraform', role: 'ADMIN' }],
] as const;
export const auditEvents: Row[] = Array.from({ length: 120 }, (_, n) => {
  const [action, actorType, actorName, detail] = ACTIONS[n % ACTIONS.length]!;
  return {
    id: `ev-${n}`,
    at: ago(n * 7),
    actorType,
    actorId: 'x',
    actorName,
    action,
    integrationId: n % 3 ? 'int-1' : null,
    subjectType: action.split('.')[0],
    subjectId: `idn-${n}`,
    detail: JSON.stringify(detail),
    requestId: `req-${n}`,
  };
});
