import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Narrator, StepFailed } from './demo/narrator.js';
import { PasskeyBrowser } from './demo/passkey-browser.js';
import { bindAndRevoke } from './demo/passkey-chapter.js';
import { populate, pushPeople } from './demo/people-chapter.js';
import { RollcallClient } from './demo/rollcall-client.js';
import { RollcallProcess } from './demo/rollcall-process.js';
import { connect } from './demo/story.js';
import { summarize } from './demo/summary.js';
import { OktaSimulator } from './okta-simulator.js';

/** Steps that clean up after the demo. They run once, in reverse order, even if the demo fails. */
class Cleanup {
  private works: (() => unknown)[] = [];

  add(work: () => unknown): void {
    this.works.push(work);
  }

  async run(): Promise<void> {
    const works = this.works.toReversed();
    this.works = [];
    for (const work of works) await Promise.resolve(work()).catch(() => undefined);
  }
}

const SERVER = join(import.meta.dirname, '../../server/src/main.js');
const { values } = parseArgs({ options: { keep: { type: 'boolean', default: false } } });

const tell = new Narrator();
const cleanup = new Cleanup();
let server: RollcallProcess | undefined;
let interrupt: () => void = () => undefined;
const interrupted = new Promise<'interrupted'>((resolve) => (interrupt = () => resolve('interrupted')));
process.on('SIGINT', interrupt);
process.on('SIGTERM', interrupt);

async function play(): Promise<void> {
  tell.heading('Rollcall, played against a simulated Okta org on this machine');
  const stage = await tell.step('Start Rollcall, an Okta org of 25 people, and a browser', async () => {
    const okta = await OktaSimulator.start();
    cleanup.add(() => okta.stop());
    const started = performance.now();
    server = await RollcallProcess.start(SERVER);
    cleanup.add(() => server?.stop());
    const browser = await PasskeyBrowser.open();
    cleanup.add(() => browser.close());
    await server.ready();
    tell.saw(`Rollcall at ${server.url}, ready after ${Math.round(performance.now() - started)} ms`);
    tell.saw(`Okta simulator at ${okta.url}`);
    return { tell, okta, browser, rollcall: new RollcallClient(server.url, server.adminToken) };
  });
  const people = populate(stage);
  const connected = await connect(stage);
  await pushPeople(stage, connected, people);
  const [who = '', other = ''] = people;
  await bindAndRevoke(stage, connected, who, other);
  await tell.step('Okta: count what arrived', async () => summarize(stage, people.length));
  if (!values.keep || !server) return;
  tell.heading('Still up, until Ctrl-C');
  tell.note(`console       ${server.signInLink ?? server.url} (once, within 10 minutes of the start)`);
  tell.note(`admin token   ${server.adminToken}`);
  tell.note(`sign-in page  ${stage.okta.url}/signin`);
  await interrupted;
}

try {
  const outcome = await Promise.race([play(), interrupted]);
  process.exitCode = outcome === 'interrupted' && !values.keep ? 130 : 0;
} catch (error) {
  const failure = error instanceof StepFailed ? error : new StepFailed(0, 'the demo itself', error);
  tell.failed(failure, server?.lastLines ?? []);
  process.exitCode = 1;
} finally {
  await cleanup.run();
  process.exit();
}
