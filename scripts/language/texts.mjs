import { readFileSync } from 'node:fs';
import ts from 'typescript';

const WORD = /[A-Za-z][A-Za-z'’]*/g;

/** A string with fewer words than this is taken as a name, not as a text. */
const TEXT_WORDS = 3;
const STATEMENT =
  /^\s*(?:select|insert|update|delete|with|create|alter|drop|query|mutation|\{|on conflict|from|where|and )/i;

export const countWords = (text) => text.match(WORD)?.length ?? 0;

/**
 * The texts of a file with their kind. Each has the number of its first line.
 * @param {string} path
 * @returns {{ kind: 'comments' | 'docs' | 'messages', line: number, text: string }[]}
 */
export function textsOf(path) {
  const source = readFileSync(path, 'utf8');
  if (path.endsWith('.md'))
    return [{ kind: 'docs', line: 1, text: source.replace(/```[^]*?```/g, keepLines).replace(/`[^`\n]*`/g, '') }];
  if (/\.(ya?ml|sh)$/.test(path) || path.endsWith('Dockerfile')) return hashComments(source);
  if (path.endsWith('.graphql')) return descriptions(source);
  return ofScript(path, source);
}

const keepLines = (text) => text.replace(/[^\n]/g, '');

function hashComments(source) {
  return source.split('\n').flatMap((text, index) => {
    const comment = /(?:^|\s)#\s(.*)$/.exec(text)?.[1];
    return comment === undefined ? [] : [{ kind: 'comments', line: index + 1, text: comment }];
  });
}

function descriptions(source) {
  return [...source.matchAll(/"""([^]*?)"""|"([^"\n]*)"/g)].map(({ index, 1: block, 2: short }) => ({
    kind: 'messages',
    line: source.slice(0, index).split('\n').length,
    text: block ?? short,
  }));
}

function ofScript(path, source) {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const lineAt = (position) => file.getLineAndCharacterOfPosition(position).line + 1;
  const comments = new Map();
  const messages = [];
  const visit = (node) => {
    for (const range of [
      ...(ts.getLeadingCommentRanges(source, node.getFullStart()) ?? []),
      ...(ts.getTrailingCommentRanges(source, node.getEnd()) ?? []),
    ])
      comments.set(range.pos, source.slice(range.pos, range.end));
    const text = literalText(node);
    if (text !== undefined && countWords(text) >= TEXT_WORDS && /\s/.test(text.trim()) && !STATEMENT.test(text))
      messages.push({ kind: 'messages', line: lineAt(node.getStart(file)), text });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [
    ...[...comments].map(([position, text]) => ({ kind: 'comments', line: lineAt(position), text })),
    ...messages,
  ];
}

function literalText(node) {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isJsxText(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(' … ');
}
