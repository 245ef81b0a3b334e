import { check } from './check.mjs';
import { dev } from './dev.mjs';
import { makeReady } from './ready.mjs';
import { runCommand, runService, runTool } from './run-child.mjs';
import { test } from './test.mjs';

/** The commands by name. Each gets the arguments after its name and returns the exit code. */
export const commands = {
  async start(args) {
    await makeReady(['server', 'console']);
    return runService('dist/apps/server/src/main.js', args);
  },
  async dev() {
    await makeReady(['server']);
    return dev();
  },
  async demo(args) {
    await makeReady(['server', 'console']);
    return runService('dist/apps/okta-simulator/src/demo.js', args);
  },
  async bench(args) {
    await makeReady(['server', 'console', 'bench']);
    return runService('.cache/bench/test/bench/main.js', args);
  },
  async ctl(args) {
    await makeReady(['server']);
    return runCommand('dist/apps/ctl/src/main.js', args);
  },
  async test(args) {
    await makeReady(['server', 'console']);
    return test(args);
  },
  async simulate(args) {
    await makeReady(['simulation']);
    return runCommand('.cache/simulation/test/simulation/main.js', args);
  },
  async storm() {
    await makeReady(['server']);
    return runTool("jest --selectProjects faults --testMatch '**/test/storm/storm.ts'");
  },
  async screenshots() {
    await makeReady(['server', 'console']);
    return runTool("jest --selectProjects console --testMatch '**/test/console/screenshots.ts'");
  },
  async check(args) {
    await makeReady([]);
    return check(args);
  },
};
