import type { Filter, PatchPath } from './filter.js';

/** The text of a filter; parseFilter(printFilter(tree)) equals the tree. */
export function printFilter(filter: Filter): string {
  switch (filter.kind) {
    case 'compare':
      return `${filter.path} ${filter.operator} ${JSON.stringify(filter.value)}`;
    case 'present':
      return `${filter.path} pr`;
    case 'not':
      return `not (${printFilter(filter.operand)})`;
    case 'valuePath':
      return `${filter.path}[${printFilter(filter.filter)}]`;
    case 'and':
      return filter.operands
        .map((operand) => printOperand(operand, operand.kind === 'and' || operand.kind === 'or'))
        .join(' and ');
    case 'or':
      return filter.operands.map((operand) => printOperand(operand, operand.kind === 'or')).join(' or ');
  }
}

export function printPatchPath({ path, filter, subAttribute }: PatchPath): string {
  return `${path}${filter ? `[${printFilter(filter)}]` : ''}${subAttribute ? `.${subAttribute}` : ''}`;
}

function printOperand(operand: Filter, grouped: boolean): string {
  return grouped ? `(${printFilter(operand)})` : printFilter(operand);
}
