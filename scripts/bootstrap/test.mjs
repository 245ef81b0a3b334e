import { availableParallelism } from 'node:os';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { runCommand } from './run-child.mjs';

const SHOWN = 10;
/** Maximum number of failed suites to run again. If more fail, the reason is not a busy machine. */
const MAX_RUN_AGAIN = 3;

function slowest(report) {
  return report.testResults
    .flatMap((suite) => suite.assertionResults)
    .filter((test) => typeof test.duration === 'number')
    .sort((a, b) => b.duration - a.duration)
    .slice(0, SHOWN);
}

/**
 * The numbers of passed and failed tests in a jest report. A suite that could not start counts as one failed test; so
 * does a run without a report.
 */
function tally(report, code) {
  if (!report) return { passed: 0, failed: 1 };
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return { passed: report.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}

/**
 * The option for the number of workers. Tests often wait for servers and browsers, so the default is at least three
 * workers, even on two cores.
 */
function workers(args) {
  if (args.some((arg) => /^(-w|-i|--maxWorkers|--runInBand)/.test(arg))) return [];
  return [`--maxWorkers=${Math.max(3, Math.floor(availableParallelism() / 2))}`];
}

/** Runs jest once. @param {string[]} args */
async function run(args) {
  const file = inRoot('.cache', `jest-report-${process.pid}.json`);
  const code = await runCommand('node_modules/jest/bin/jest.js', ['--json', `--outputFile=${file}`, ...args]);
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  rmSync(file, { force: true });
  return { report, ...tally(report, code) };
}

/** Whether a suite starts processes, so that a busy machine can make it fail. Unit tests and the simulation do not. */
function startsProcesses({ name }) {
  return /[\\/]test[\\/](?!simulation[\\/])/.test(name);
}

/**
 * Runs failed suites again, one at a time, if there are only a few. Their second result counts. The tests are listed
 * even if they pass now, because they show an error in the test, or in the product under load.
 */
async function runAgain(whole) {
  const suites = whole.report?.testResults.filter(({ status }) => status === 'failed') ?? [];
  if (suites.length === 0 || suites.length > MAX_RUN_AGAIN || !suites.every(startsProcesses)) return whole;
  const names = suites.flatMap(({ name, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    return failed.length > 0 ? failed.map(({ fullName }) => fullName) : [name];
  });
  console.log('\nFailed; run again one suite at a time:');
  for (const name of names) console.log(`  ${name}`);
  const again = await run(['--runInBand', '--runTestsByPath', ...suites.map(({ name }) => name)]);
  const passedBefore = suites.flatMap((suite) => suite.assertionResults).filter(({ status }) => status === 'passed');
  if (again.failed === 0) console.log('\nThey passed in the second run. Find out why they failed in the first.');
  return { ...whole, passed: whole.passed - passedBefore.length + again.passed, failed: again.failed };
}

/**
 * Runs every jest project; the last line printed is `N passed, N failed`.
 * @param {string[]} args passed on to jest
 */
export async function test(args) {
  mkdirSync(inRoot('.cache'), { recursive: true });
  const whole = await run([...workers(args), ...args]);
  const { report, passed, failed } = args.length === 0 ? await runAgain(whole) : whole;
  if (report) {
    console.log('\nSlowest tests:');
    for (const { duration, fullName } of slowest(report))
      console.log(`  ${String(Math.round(duration)).padStart(6)} ms  ${fullName}`);
    if (report.numPendingTests > 0) console.log(`\n${report.numPendingTests} skipped`);
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
