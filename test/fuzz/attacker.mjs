// Sends attacks as fast as it can. It is a separate process, so that this work does not delay the process that
// measures.
// Reads {seconds, attacks: [{name, parallel, method, url, headers, body}]} from stdin; a body's part [text, count] is
// repeated.
// Prints {answered: {name: {status: count}}, throttled: [{retryAfter, body}]}.
import { text } from 'node:stream/consumers';

const { seconds, attacks } = JSON.parse(await text(process.stdin));
const until = Date.now() + seconds * 1000;
const answered = {};
const throttled = [];

async function send({ method, url, headers }, body) {
  try {
    const answer = await fetch(
      url,
      body === undefined ? { method, headers } : { method: method ?? 'POST', headers, body },
    );
    const said = await answer.text();
    if (answer.status === 429)
      throttled.push({ retryAfter: answer.headers.get('retry-after'), body: JSON.parse(said) });
    return answer.status;
  } catch {
    // The server has refused the request and closed the connection before the whole body was sent.
    return 0;
  }
}

await Promise.all(
  attacks.flatMap((attack) => {
    const parts = attack.body?.map((part) => (typeof part === 'string' ? part : part[0].repeat(part[1])));
    const body = parts && Buffer.from(parts.join(''));
    const counts = (answered[attack.name] = {});
    return Array.from({ length: attack.parallel }, async () => {
      while (Date.now() < until) {
        const status = await send(attack, body);
        counts[status] = (counts[status] ?? 0) + 1;
      }
    });
  }),
);
process.stdout.write(JSON.stringify({ answered, throttled }));
