import { scimRefusal, type Bend, type BentAnswer, type BentRequest } from './bent-scim.js';
import { ATTRIBUTE, EXTENSION } from './remote-scim.js';

export const isPatch = ({ method }: BentRequest): boolean => method === 'PATCH';
export const isList = ({ path }: BentRequest): boolean => path === '/Users';
const isAboutUs = ({ path }: BentRequest): boolean => path === '/ServiceProviderConfig' || path.startsWith('/Schemas');
export const filters = ({ query }: BentRequest, by: string): boolean => query.get('filter')?.startsWith(by) ?? false;
const withoutExtension = (body: object): Record<string, unknown> => {
  const { [EXTENSION]: _, ...rest } = body as Record<string, unknown>;
  return rest;
};

const onPatch =
  (status: number) =>
  (request: BentRequest): BentAnswer | undefined =>
    isPatch(request) ? scimRefusal(status) : undefined;
const unlessTold =
  (status: number) =>
  (request: BentRequest): BentAnswer | undefined =>
    isPatch(request) && request.ifMatch === undefined ? scimRefusal(status) : undefined;

/** Ways in which real servers deviate from RFC 7643 and 7644, by name. */
export const DEVIATIONS: Record<string, Bend> = {
  'answers PATCH with 204': { answer: (answer, request) => (isPatch(request) ? { status: 204 } : answer) },
  'answers PATCH with 200 and nothing': { answer: (answer, request) => (isPatch(request) ? { status: 200 } : answer) },
  'answers PATCH with an empty object': {
    answer: (answer, request) => (isPatch(request) ? { status: 200, body: {} } : answer),
  },
  'knows no path of an extension': {
    instead: ({ operation }) => (operation?.path ? scimRefusal(400, 'invalidPath') : undefined),
  },
  'misreads the path of an extension, and says nothing': {
    instead: ({ operation }) => (operation?.path ? { status: 204 } : undefined),
  },
  'replaces only, and only without a path': {
    instead: ({ operation }) =>
      operation && (operation.path || operation.op !== 'replace') ? scimRefusal(400) : undefined,
  },
  'takes no attributes parameter at PATCH': {
    instead: (request) => (isPatch(request) && request.query.has('attributes') ? scimRefusal(500) : undefined),
  },
  'sends weak ETags': { answer: (answer) => ({ ...answer, headers: { etag: 'W/"1"' } }) },
  'requires If-Match (428)': { version: (changes) => `W/"${changes}"`, instead: unlessTold(428) },
  'requires If-Match, and says so by 412': { version: (changes) => `"${changes}"`, instead: unlessTold(412) },
  'requires If-Match, and compares weak versions strongly': {
    version: (changes) => `W/"${changes}"`,
    instead: unlessTold(412),
    meanwhile: (_, request) => {
      if (request.ifMatch?.startsWith('W/')) request.ifMatch = 'never equal';
      else if (request.ifMatch?.startsWith('"')) request.ifMatch = `W/${request.ifMatch}`;
    },
  },
  'requires If-Match, and returns no version': { instead: unlessTold(428) },
  'knows no PATCH (405)': { version: (changes) => `"${changes}"`, instead: onPatch(405) },
  'knows no PATCH, and is a gateway that says 501': {
    version: (changes) => `W/"${changes}"`,
    instead: (request) => (isPatch(request) ? { status: 501, body: '<html>501</html>' } : undefined),
  },
  'knows no PATCH, says so, and has no such route': {
    version: (changes) => `"${changes}"`,
    instead: (request) => {
      if (request.path === '/ServiceProviderConfig')
        return { status: 200, body: { patch: { supported: false }, filter: { supported: true } } };
      return isPatch(request) ? { status: 404, body: 'Cannot PATCH' } : undefined;
    },
  },
  'knows no PATCH, and requires If-Match': {
    version: (changes) => `"${changes}"`,
    instead: (request) =>
      onPatch(405)(request) ?? (request.method === 'PUT' && !request.ifMatch ? scimRefusal(428) : undefined),
  },
  'has numbers for ids': { show: (user) => ({ ...user, id: Number(user['id']) }) },
  'gives booleans as text': {
    show: (user) => {
      const flag = (user[EXTENSION] as Record<string, boolean> | undefined)?.[ATTRIBUTE];
      return flag === undefined ? user : { ...user, [EXTENSION]: { [ATTRIBUTE]: flag ? 'True' : 'False' } };
    },
  },
  'speaks application/json only': {
    instead: ({ contentType }) => (contentType === 'application/scim+json' ? scimRefusal(415) : undefined),
    answer: (answer) => ({ ...answer, headers: { 'content-type': 'application/json; charset=utf-8' } }),
  },
  'gives application/json only': {
    instead: ({ accept }) => (accept?.includes('application/json') ? undefined : scimRefusal(406)),
  },
  'leaves the extension out where attributes names it': {
    answer: (answer, { query }) => {
      if (!query.has('attributes') || typeof answer.body !== 'object') return answer;
      const resources = answer.body['Resources'];
      const body = Array.isArray(resources)
        ? { ...answer.body, Resources: resources.map(withoutExtension) }
        : withoutExtension(answer.body);
      return { ...answer, body };
    },
  },
  'refuses attributes': {
    instead: ({ query }) => (query.has('attributes') ? scimRefusal(400, 'invalidValue') : undefined),
  },
  'refuses the filter on an extension': {
    instead: (request) => (filters(request, EXTENSION) ? scimRefusal(400, 'invalidFilter') : undefined),
  },
  'has no such filter (501)': { instead: (request) => (filters(request, EXTENSION) ? scimRefusal(501) : undefined) },
  'finds no user by a filter that it does not understand': {
    answer: (answer, request) =>
      filters(request, EXTENSION) ? { status: 200, body: { totalResults: 0, Resources: [] } } : answer,
  },
  'finds every user by a filter that it does not understand': {
    meanwhile: (_, request) => {
      if (filters(request, EXTENSION)) request.query.delete('filter');
    },
  },
  'can’t filter by externalId': {
    instead: (request) => (filters(request, 'externalId') ? scimRefusal(400, 'invalidFilter') : undefined),
  },
  'gives three users at a time': { most: 3 },
  'returns no totalResults': {
    most: 5,
    answer: (answer, request) =>
      isList(request) ? { ...answer, body: { ...(answer.body as object), totalResults: undefined } } : answer,
  },
  'returns the size of the page as totalResults, as text': {
    most: 5,
    answer: (answer, request) => {
      if (!isList(request)) return answer;
      const body = answer.body as { Resources: unknown[] };
      return { ...answer, body: { ...body, totalResults: String(body.Resources.length) } };
    },
  },
  'writes members in lower case': {
    answer: (answer, request) => {
      if (!isList(request)) return answer;
      const { Resources: resources, totalResults } = answer.body as Record<string, unknown>;
      return { ...answer, body: { totalresults: totalResults, resources } };
    },
  },
  'lists all its schemas whatever is asked for': {
    answer: (answer, { path }) =>
      path.startsWith('/Schemas') ? { status: 200, body: { Resources: [{ id: 'urn:core' }, answer.body] } } : answer,
    instead: (request) => (filters(request, EXTENSION) ? scimRefusal(400, 'invalidFilter') : undefined),
  },
  'declares core schemas only': {
    instead: (request) => {
      if (request.path.startsWith('/Schemas/')) return scimRefusal(404);
      if (request.path === '/Schemas')
        return { status: 200, body: { totalResults: 1, Resources: [{ id: 'urn:core' }] } };
      return filters(request, EXTENSION) ? scimRefusal(400, 'invalidFilter') : undefined;
    },
  },
  'has no discovery endpoints': { instead: (request) => (isAboutUs(request) ? scimRefusal(404) : undefined) },
  'serves discovery to other credentials only': {
    instead: (request) => (isAboutUs(request) ? scimRefusal(401) : undefined),
  },
  'has a web page in place of discovery': {
    instead: (request) => (isAboutUs(request) ? { status: 200, body: '<html>hello</html>' } : undefined),
  },
  'pages by cursor, and returns no totalResults': {
    most: 3,
    meanwhile: (_, { query }) => {
      const cursor = query.get('cursor');
      if (cursor !== null) query.set('startIndex', cursor === '' ? '1' : cursor);
    },
    answer: (answer, request) => {
      const body = answer.body as { Resources: unknown[]; totalResults: number };
      if (isAboutUs(request)) return { ...answer, body: { ...body, pagination: { cursor: true } } };
      if (!isList(request)) return answer;
      const next = Number(request.query.get('startIndex') ?? 1) + body.Resources.length;
      const nextCursor = next <= body.totalResults ? String(next) : undefined;
      return { ...answer, body: { Resources: body.Resources, nextCursor } };
    },
  },
  'promises cursors and gives none': {
    most: 3,
    answer: (answer, request) =>
      isAboutUs(request) ? { ...answer, body: { ...(answer.body as object), pagination: { cursor: true } } } : answer,
  },
};
