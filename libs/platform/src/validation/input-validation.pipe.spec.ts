import { BlankAsNull, FaultFree, IsBetween, IsInput, IsSetting, Normalized } from './input-rules.js';
import { InputValidationPipe } from './input-validation.pipe.js';

class Inner {
  @FaultFree((code: string) => (code === 'open' ? undefined : `${code} is no code.`))
  code!: string;
}

class Outer {
  @Normalized((text) => text.toUpperCase())
  title?: string;
  @BlankAsNull()
  note?: string | null;
  @IsBetween(1, 9, 'The count is from 1 to 9.')
  count?: number | null;
  @IsSetting(/^[a-z]+$/, 'A word is of small letters.')
  word?: string | null;
  @IsInput(Inner)
  inner?: Inner | null;
  /** A member without a rule. */
  rest?: unknown;
}

const validated = (input: object) => new InputValidationPipe().transform(input, { type: 'body', metatype: Outer });

it('reports every wrong field, also in nested inputs, and the first one as the message', async () => {
  const fieldFaults = [
    { field: 'count', message: 'The count is from 1 to 9.' },
    { field: 'word', message: 'A word is of small letters.' },
    { field: 'code', message: 'shut is no code.' },
  ];
  await expect(validated({ count: 10, word: 'A', inner: { code: 'shut' } })).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    message: 'The count is from 1 to 9.',
    field: 'count',
    fieldFaults,
  });
});

it('reports no list of fields when only one field is wrong', async () => {
  await expect(validated({ count: 0 })).rejects.toMatchObject({ field: 'count', fieldFaults: undefined });
});

it('normalizes texts, and does not change null, missing members and members without a rule', async () => {
  expect({ ...(await validated({ title: 'a', note: ' ', word: ' x ', rest: [1, null] })) }).toEqual({
    title: 'A',
    note: null,
    word: 'x',
    rest: [1, null],
  });
  expect({ ...(await validated({ count: null, word: null, inner: null })) }).toEqual({
    count: null,
    word: null,
    inner: null,
  });
});
