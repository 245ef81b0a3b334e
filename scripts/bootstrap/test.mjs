import { availableParallelism } from 'node:os';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { runCommand } from './run-child.mjs';

const SHOWN = 10;

function slowest(report) {
  return report.testResults
    .flatMap((suite) => suite.assertionResults)
    .filter((test) => typeof test.duration === 'number')
    .sort((a, b) => b.duration - a.duration)
    .slice(0, SHOWN);
}

/** Counts of a jest report; a suite that could not start counts as one failure, and so does a run without a report. */
function tally(report, code) {
  if (!report) return { passed: 0, failed: 1 };
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return { passed: report.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}

/** Tests wait for servers and browsers a good part of their time: three workers by default, even on two cores. */
function workers(args) {
  if (args.some((arg) => /^(-w|-i|--maxWorkers|--runInBand)/.test(arg))) return [];
  return [`--maxWorkers=${Math.max(3, Math.floor(availableParallelism() / 2))}`];
}

/**
 * Runs every jest project; the last line printed is `N passed, N failed`.
 * @param {string[]} args passed on to jest
 */
export async function test(args) {
  mkdirSync(inRoot('.cache'), { recursive: true });
  const file = inRoot('.cache', `jest-report-${process.pid}.json`);
  const own = ['--json', `--outputFile=${file}`, ...workers(args)];
  const code = await runCommand('node_modules/jest/bin/jest.js', [...own, ...args]);
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  rmSync(file, { force: true });
  if (report) {
    console.log('\nSlowest tests:');
    for (const { duration, fullName } of slowest(report))
      console.log(`  ${String(Math.round(duration)).padStart(6)} ms  ${fullName}`);
    if (report.numPendingTests > 0) console.log(`\n${report.numPendingTests} skipped`);
  }
  const { passed, failed } = tally(report, code);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : code || 1;
}
