/** The fewest requests that a comparison needs, sent as plainly as can be, by a process of its own: it crosses the same sockets as the product. */
export interface RawWork {
  url: string;
  apiToken: string;
  attribute: string;
  /** People to read one by one; undefined: read the list of those who have the attribute, page after page. */
  ids: readonly string[] | undefined;
}

const PAGE = 200;
const WIDTH = 16;

process.on('message', (work: RawWork) => {
  const started = performance.now();
  void (work.ids ? readEach(work, work.ids) : listThrough(work)).then(() =>
    process.send?.((performance.now() - started) / 1000),
  );
});

async function listThrough({ url, apiToken, attribute }: RawWork): Promise<void> {
  const search = encodeURIComponent(`profile.${attribute} eq true`);
  for (let next: string | undefined = `${url}/api/v1/users?limit=${PAGE}&search=${search}`; next;) {
    const page: Response = await fetch(next, { headers: { authorization: `SSWS ${apiToken}` } });
    await page.json();
    next = /<([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1];
  }
}

/** One GET each, so many at once as the write-back allows itself. */
async function readEach({ url, apiToken }: RawWork, ids: readonly string[]): Promise<void> {
  const rest = [...ids];
  const lane = async (): Promise<void> => {
    for (let id = rest.pop(); id; id = rest.pop()) {
      const answer = await fetch(`${url}/api/v1/users/${id}`, { headers: { authorization: `SSWS ${apiToken}` } });
      await answer.json();
    }
  };
  await Promise.all(Array.from({ length: WIDTH }, lane));
}
