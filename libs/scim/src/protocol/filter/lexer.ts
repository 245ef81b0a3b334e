import { isStorable } from '@rollcall/platform';
import { ScimError } from '../errors/scim-error.js';
import type { FilterValue } from './filter.js';

const WORD = /[A-Za-z$][A-Za-z0-9_.:$-]*/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;

/** Reads the tokens of a filter or PATCH path, left to right, each character once. */
export class Lexer {
  /** Index of the next character, from 0. */
  position = 0;

  constructor(
    readonly text: string,
    private readonly scimType: 'invalidFilter' | 'invalidPath',
  ) {}

  get done(): boolean {
    return this.position >= this.text.length;
  }

  skipSpace(): void {
    while (this.text.charCodeAt(this.position) === 32 || this.text.charCodeAt(this.position) === 9) this.position++;
  }

  /** Consumes the character if it is next. */
  take(character: string): boolean {
    if (this.text[this.position] !== character) return false;
    this.position++;
    return true;
  }

  /** Whether the next word may be this one (given in lower case). Checks one character only, so that most words are read once. */
  startsLike(word: string): boolean {
    return (this.text.charCodeAt(this.position) | 32) === word.charCodeAt(0);
  }

  /** An attribute path, an operator, or a word such as `and`; '' when none is next. */
  word(): string {
    WORD.lastIndex = this.position;
    const word = WORD.exec(this.text)?.[0] ?? '';
    this.position += word.length;
    return word;
  }

  /** compValue (RFC 7644 figure 1): a JSON literal; true, false and null in any letter case. */
  value(): FilterValue {
    const start = this.position;
    if (this.text[start] === '"') return this.string();
    NUMBER.lastIndex = start;
    const digits = NUMBER.exec(this.text)?.[0];
    if (digits !== undefined) {
      this.position += digits.length;
      const number = Number(digits);
      if (!Number.isFinite(number)) this.fail('the number is too large', start);
      if (/^-?\d{16,}$/.test(digits) && String(number) !== digits)
        this.fail('the number has more digits than can be compared', start);
      return number + 0;
    }
    switch (this.word().toLowerCase()) {
      case 'true':
        return true;
      case 'false':
        return false;
      case 'null':
        return null;
      default:
        return this.fail('expected a value: a string in double quotes, a number, true, false or null', start);
    }
  }

  /** @param at index from 0; reported from 1 */
  fail(problem: string, at = this.position): never {
    const found = at >= this.text.length ? 'the end' : JSON.stringify(this.text.slice(at, at + 20));
    const what = this.scimType === 'invalidFilter' ? 'filter' : 'path';
    const detail = `Invalid ${what} at position ${at + 1}: ${problem}, found ${found}.`;
    throw new ScimError(400, detail, this.scimType);
  }

  private string(): string {
    const start = this.position;
    let end = start + 1;
    let escaped = false;
    for (let code; (code = this.text.charCodeAt(end)) !== 34; end++) {
      if (Number.isNaN(code)) this.fail('the string is not closed', start);
      if (code === 92) {
        escaped = true;
        end++;
      }
    }
    this.position = end + 1;
    const value = escaped ? this.unescape(start) : this.text.slice(start + 1, end);
    if (!isStorable(value)) this.fail('the string holds a character that no value can have', start);
    return value;
  }

  private unescape(start: number): string {
    try {
      return JSON.parse(this.text.slice(start, this.position)) as string;
    } catch {
      return this.fail('the string has a wrong escape', start);
    }
  }
}
