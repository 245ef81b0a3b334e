import type { RawWork } from './raw-okta.js';

const PAGE = 200;
/** Concurrency of the write-back. */
const WIDTH = 16;

process.on('message', (work: RawWork) => {
  const started = performance.now();
  void carryOut(work).then(() => process.send?.((performance.now() - started) / 1000));
});

function carryOut(work: RawWork): Promise<void> {
  switch (work.kind) {
    case 'list':
      return listThrough(work);
    case 'read':
      return each(work, () => ({}));
    case 'write':
      return each(work, (index) => ({
        method: 'POST',
        body: JSON.stringify({ profile: { [work.attribute]: index < work.lacking } }),
      }));
  }
}

async function listThrough({ url, apiToken, attribute }: RawWork): Promise<void> {
  const search = encodeURIComponent(`profile.${attribute} eq true`);
  for (let next: string | undefined = `${url}/api/v1/users?limit=${PAGE}&search=${search}`; next;) {
    const page: Response = await fetch(next, { headers: { authorization: `SSWS ${apiToken}` } });
    await page.json();
    next = /<([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1];
  }
}

/** One request for each person. */
async function each({ url, apiToken, ids }: RawWork, request: (index: number) => RequestInit): Promise<void> {
  const headers = { authorization: `SSWS ${apiToken}`, 'content-type': 'application/json' };
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < ids.length; index = next++) {
      const answer = await fetch(`${url}/api/v1/users/${ids[index]}`, { headers, ...request(index) });
      await answer.json();
    }
  };
  await Promise.all(Array.from({ length: WIDTH }, lane));
}
