import type { CompareOperator, Filter, PatchPath } from './filter.js';
import { COMPARE_OPERATORS } from './filter.js';
import { Lexer } from './lexer.js';
import { notePosition } from './filter-position.js';

const MAX_LENGTH = 8192;
const MAX_DEPTH = 32;
const OPERATORS = new Set<string>(COMPARE_OPERATORS);
const PLAIN_PATH = /^[A-Za-z$][A-Za-z0-9_$-]*(?:\.[A-Za-z$][A-Za-z0-9_$-]*)?$/;
const URN_PREFIX = /^urn:/i;
const NAME = /^[A-Za-z$][A-Za-z0-9_$-]*$/;

/**
 * RFC 7644 §3.4.2.2, figure 1. `and` binds tighter than `or`; operators in any letter case.
 * @throws ScimError 400 invalidFilter, with the position
 */
export function parseFilter(text: string): Filter {
  const parser = new FilterParser(new Lexer(text, 'invalidFilter'));
  return parser.whole();
}

/**
 * RFC 7644 §3.5.2, figure 7.
 * @throws ScimError 400 invalidPath, with the position
 */
export function parsePatchPath(text: string): PatchPath {
  const parser = new FilterParser(new Lexer(text, 'invalidPath'));
  return parser.patchPath();
}

/** Recursive descent: or → and → term; depth is bounded, so that no text can exhaust the stack. */
class FilterParser {
  private depth = 0;

  constructor(private readonly lexer: Lexer) {
    if (lexer.text.length > MAX_LENGTH) lexer.fail(`more than ${MAX_LENGTH} characters`, MAX_LENGTH);
  }

  whole(): Filter {
    const filter = this.disjunction(false);
    if (!this.lexer.done) this.lexer.fail('expected "and", "or" or the end');
    return filter;
  }

  patchPath(): PatchPath {
    const { lexer } = this;
    lexer.skipSpace();
    const path = this.attributePath();
    const filter = lexer.take('[') ? this.valueFilter() : undefined;
    const subAttribute = filter && lexer.take('.') ? this.subAttribute() : undefined;
    lexer.skipSpace();
    if (!lexer.done) lexer.fail('expected the end');
    return { path, ...(filter && { filter }), ...(subAttribute && { subAttribute }) };
  }

  private disjunction(inValuePath: boolean): Filter {
    return this.junction('or', () => this.junction('and', () => this.term(inValuePath)));
  }

  private junction(kind: 'and' | 'or', next: () => Filter): Filter {
    const first = next();
    if (!this.takeKeyword(kind)) return first;
    const operands = [first];
    do operands.push(next());
    while (this.takeKeyword(kind));
    return { kind, operands };
  }

  private term(inValuePath: boolean): Filter {
    const { lexer } = this;
    lexer.skipSpace();
    const start = lexer.position;
    if (lexer.take('(')) return this.group(inValuePath);
    if (this.takeKeyword('not')) {
      lexer.skipSpace();
      if (lexer.take('(')) return { kind: 'not', operand: this.group(inValuePath) };
      lexer.position = start;
    }
    const path = this.attributePath();
    if (!lexer.take('[')) return notePosition(this.expression(path), start);
    if (inValuePath) lexer.fail('no value path inside a value path', start);
    const filter = this.valueFilter();
    if (!lexer.take('.')) return notePosition({ kind: 'valuePath', path, filter }, start);
    const condition = notePosition(this.expression(this.subAttribute()), start);
    const operands = filter.kind === 'and' ? [...filter.operands, condition] : [filter, condition];
    return notePosition({ kind: 'valuePath', path, filter: { kind: 'and', operands } }, start);
  }

  private group(inValuePath: boolean): Filter {
    const filter = this.nested(() => this.disjunction(inValuePath));
    if (!this.lexer.take(')')) this.lexer.fail('expected "and", "or" or ")"');
    this.lexer.skipSpace();
    return filter;
  }

  /** After `[`. */
  private valueFilter(): Filter {
    const filter = this.nested(() => this.disjunction(true));
    if (!this.lexer.take(']')) this.lexer.fail('expected "and", "or" or "]"');
    return filter;
  }

  private nested(parse: () => Filter): Filter {
    if (++this.depth > MAX_DEPTH) this.lexer.fail(`nested deeper than ${MAX_DEPTH}`);
    const filter = parse();
    this.depth--;
    return filter;
  }

  /** The part after an attribute path: `pr`, or an operator and a value. */
  private expression(path: string): Filter {
    const { lexer } = this;
    lexer.skipSpace();
    const start = lexer.position;
    const operator = lexer.word().toLowerCase();
    if (operator === 'pr') return { kind: 'present', path };
    if (!OPERATORS.has(operator)) lexer.fail('expected an operator (eq, ne, co, sw, ew, gt, ge, lt, le or pr)', start);
    lexer.skipSpace();
    return { kind: 'compare', path, operator: operator as CompareOperator, value: lexer.value() };
  }

  private attributePath(): string {
    const start = this.lexer.position;
    const path = this.lexer.word();
    const plain = path.slice(path.lastIndexOf(':') + 1);
    const wellFormed = PLAIN_PATH.test(plain) && (plain.length === path.length || URN_PREFIX.test(path));
    if (!wellFormed) this.lexer.fail('expected the name of an attribute', start);
    return path;
  }

  private subAttribute(): string {
    const start = this.lexer.position;
    const name = this.lexer.word();
    if (!NAME.test(name)) this.lexer.fail('expected the name of a sub-attribute', start);
    return name;
  }

  private takeKeyword(keyword: string): boolean {
    const { lexer } = this;
    lexer.skipSpace();
    const start = lexer.position;
    if (!lexer.startsLike(keyword)) return false;
    if (lexer.word().toLowerCase() === keyword) return true;
    lexer.position = start;
    return false;
  }
}
