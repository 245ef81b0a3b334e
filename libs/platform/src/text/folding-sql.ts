import { lookupFolding } from 'unicode-case-folding';
import { WHITE_SPACE } from './name-key.js';
import { WIDTH_MAP } from './width-map.js';

const LAST_CODE_POINT = 0x10ffff;
/**
 * First code points of the groups in which single characters are translated. One large group would be slow, because `translate` compares
 * each character of the text with each character of its list.
 */
const GROUPS = [0x80, 0x370, 0x400, 0x530, 0x1e00, 0x1f00, 0x2000, 0x10000];

/**
 * Statements that create the SQL functions fold_text, fold_json and name_key, which return the same as foldText and nameKey in TypeScript.
 * The functions are immutable; they depend neither on the locale nor on PostgreSQL's version. For ASCII names, PostgreSQL puts the body
 * of the function in place of its call, which is faster.
 */
export function foldingFunctions(): string[] {
  return [
    `create function fold_text_beyond_ascii(original text) returns text language plpgsql immutable strict parallel safe as $body$
declare
  folded text := original;
begin
  if folded ~ ${regex(WIDTH_MAP.keys())} then
    folded := translate(folded, ${literal([...WIDTH_MAP.keys()].join(''))}, ${literal([...WIDTH_MAP.values()].join(''))});
  end if;
  if folded ~ ${regex(ignorable())} then
    folded := regexp_replace(folded, ${regex(ignorable())}, '', 'g');
  end if;
  folded := lower(normalize(folded, nfd) collate "C");
${caseFoldings()}
  return normalize(folded, nfc);
end
$body$`,
    `create function fold_text(original text) returns text language sql immutable parallel safe
      return case when octet_length(original) = char_length(original) then lower(original collate "C")
        else fold_text_beyond_ascii(original) end`,
    // Folding converts a full-width quotation mark or backslash to its ASCII form, which JSON must escape. So the escape is inserted
    // before.
    `create function fold_json(original jsonb) returns jsonb language sql immutable parallel safe
      return fold_text(replace(replace(original::text, '\uff3c', '\\\uff3c'), '\uff02', '\\\uff02'))::jsonb`,
    `create function name_key(name text) returns text language sql immutable parallel safe
      return btrim(fold_text(name), ${literal(WHITE_SPACE)})`,
  ];
}

/** Case foldings of the characters beyond ASCII that have no NFD decomposition, in the groups of GROUPS. */
function caseFoldings(): string {
  const lines: string[] = [];
  const single = GROUPS.map((): [string, string][] => []);
  const multiple: [string, string][] = [];
  for (let point = 0x80; point <= LAST_CODE_POINT; point += 1) {
    const folding = lookupFolding(point);
    const character = folding && String.fromCodePoint(point);
    if (character === undefined || character.normalize('NFD') !== character) continue;
    const pair: [string, string] = [character, String.fromCodePoint(...folding!)];
    if (folding!.length > 1) multiple.push(pair);
    else single[GROUPS.findLastIndex((first) => first <= point)]!.push(pair);
  }
  for (const pairs of single.filter(({ length }) => length > 0)) {
    const from = pairs.map(([character]) => character);
    const to = pairs.map(([, folded]) => folded).join('');
    lines.push(
      `  if folded ~ ${regex(from)} then folded := translate(folded, ${literal(from.join(''))}, ${literal(to)}); end if;`,
    );
  }
  const replaced = multiple.reduce((sql, [from, to]) => `replace(${sql}, ${literal(from)}, ${literal(to)})`, 'folded');
  lines.push(`  if folded ~ ${regex(multiple.map(([character]) => character))} then folded := ${replaced}; end if;`);
  return lines.join('\n');
}

function* ignorable(): Iterable<string> {
  for (let point = 0x80; point <= LAST_CODE_POINT; point += 1) {
    if (point >= 0xd800 && point <= 0xdfff) continue;
    const character = String.fromCodePoint(point);
    if (/\p{Default_Ignorable_Code_Point}/u.test(character)) yield character;
  }
}

/** A regular expression that matches one of the characters, as ranges: `'[\u00ad\u200b-\u200f]'`. */
function regex(characters: Iterable<string>): string {
  const ranges: [number, number][] = [];
  for (const point of [...characters].map((character) => character.codePointAt(0)!).sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && last[1] === point - 1) last[1] = point;
    else ranges.push([point, point]);
  }
  return `'[${ranges.map(([first, last]) => (first === last ? escape(first) : `${escape(first)}-${escape(last)}`)).join('')}]'`;
}

function escape(point: number): string {
  return `\\U${point.toString(16).padStart(8, '0')}`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
