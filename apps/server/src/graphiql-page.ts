import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

const CDN = 'https://unpkg.com';

/** GraphiQL's files at the CDN, with their digests. The browser refuses a file that has another digest. */
const STYLE = {
  url: `${CDN}/graphiql@3.8.3/graphiql.min.css`,
  digest: 'sha384-Mq3vbRBY71jfjQAt/DcjxUIYY33ksal4cgdRt9U/hNPvHBCaT2JfJ/PTRiPKf0aM',
};
const SCRIPTS = [
  {
    url: `${CDN}/react@18.3.1/umd/react.production.min.js`,
    digest: 'sha384-DGyLxAyjq0f9SPpVevD6IgztCFlnMF6oW/XQGmfe+IsZ8TqEiDrcHkMLKI6fiB/Z',
  },
  {
    url: `${CDN}/react-dom@18.3.1/umd/react-dom.production.min.js`,
    digest: 'sha384-gTGxhz21lVGYNMcdJOyq01Edg0jhn/c22nsx0kyqP0TxaV5WVdsSH1fSDUf5YJj1',
  },
  {
    url: `${CDN}/graphiql@3.8.3/graphiql.min.js`,
    digest: 'sha384-HbRVEFG0JGJZeAHCJ9Xm2+tpknBQ7QZmNlO/DgZtkZ0aJSypT96YYGRNod99l9Ie',
  },
];

const START = `ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, { fetcher: GraphiQL.createFetcher({ url: '/graphql' }), defaultEditorToolsVisibility: 'headers' }));`;

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Rollcall admin API</title>
<style>html, body, #graphiql { height: 100%; margin: 0 }</style>
<link rel="stylesheet" href="${STYLE.url}" integrity="${STYLE.digest}" crossorigin>
</head>
<body>
<div id="graphiql">GraphiQL is loaded from unpkg.com. Without a connection, use docs/graphql.md.</div>
${SCRIPTS.map(({ url, digest }) => `<script src="${url}" integrity="${digest}" crossorigin></script>`).join('\n')}
<script>${START}</script>
</body>
</html>
`;

const POLICY = [
  "default-src 'none'",
  `script-src ${SCRIPTS.map(({ url }) => url).join(' ')} 'sha256-${createHash('sha256').update(START).digest('base64')}'`,
  `style-src 'unsafe-inline' ${STYLE.url}`,
  'font-src data:',
  'img-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Shows GraphiQL to a browser that opens /graphql. GraphiQL uses the console's session, or an Authorization header that
 * the user enters. For development only, because the page runs scripts of another host.
 */
export function serveGraphiql(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async ({ method, routeOptions, headers, query }, reply) => {
    const isPage = method === 'GET' && routeOptions.url === '/graphql' && headers.accept?.includes('text/html');
    if (!isPage || Object.keys(query as object).length > 0) return;
    return reply.type('text/html; charset=utf-8').header('content-security-policy', POLICY).send(PAGE);
  });
}
