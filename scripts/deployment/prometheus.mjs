import { readFileSync } from 'node:fs';
import { parser } from '@prometheus-io/lezer-promql';
import { parse } from 'yaml';

const DURATION = /^(\d+(ms|s|m|h|d|w|y))+$/;
const SEVERITIES = ['page', 'ticket'];

/**
 * Checks alert rules as `promtool check rules` does. Also checks that each label `$labels.x` in an annotation is one
 * that the expression keeps.
 * @param {string} path
 * @returns {string[]} one line for each error
 */
export function ruleFaults(path) {
  const { groups } = parse(readFileSync(path, 'utf8'));
  const rules = groups.flatMap((group) => group.rules);
  const names = rules.map(({ alert }) => alert);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  return [
    ...twice.map((name) => `${name} is declared twice`),
    ...rules.flatMap((rule) => faultsOf(rule).map((fault) => `${rule.alert}: ${fault}`)),
  ];
}

function faultsOf({ expr, labels, annotations, for: pending = '0s' }) {
  const { error, kept } = labelsOf(expr);
  if (error) return [error];
  const faults = [];
  if (!DURATION.test(pending)) faults.push(`\`for: ${pending}\` is no duration`);
  if (!SEVERITIES.includes(labels?.severity)) faults.push(`severity must be one of ${SEVERITIES.join(', ')}`);
  if (!annotations?.summary) faults.push('a summary is missing');
  for (const [, label] of JSON.stringify(annotations ?? {}).matchAll(/\$labels\.(\w+)/g))
    if (!kept.has(label)) faults.push(`the summary names $labels.${label}, which the expression drops`);
  return faults;
}

/** The labels in `by (…)` and in matchers. After the aggregations of these rules, a series can have no other labels. */
function labelsOf(expr) {
  const kept = new Set();
  let error;
  parser.parse(expr).iterate({
    enter({ type, from, to }) {
      if (type.isError) error ??= `not PromQL at ${from}: ${expr.trim()}`;
      if (type.name === 'LabelName') kept.add(expr.slice(from, to));
    },
  });
  return { error, kept };
}
