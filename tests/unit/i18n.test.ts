import { describe, expect, it } from 'vitest';
import { verbs } from '../../shared/domain/access.ts';
import { rejectionCodes } from '../../shared/domain/register.ts';
import { problemCodes } from '../../shared/domain/vault-health.ts';
import { errorCodes } from '../../shared/errors.ts';
import { messages } from '../../shared/i18n/messages.ts';

type Texts = ReadonlyMap<string, string>;

/** Every text of a language by its whole key: `common:nav.cases`. */
function textsOf(tree: object, prefix = ''): Texts {
  const texts = new Map<string, string>();
  const entries: [string, unknown][] = Object.entries(tree);
  for (const [key, value] of entries) {
    const path = prefix === '' ? key : `${prefix}.${key}`;
    if (typeof value === 'string') texts.set(path, value);
    else if (typeof value === 'object' && value !== null)
      for (const [inner, text] of textsOf(value, path)) texts.set(inner, text);
  }
  return texts;
}

/** Indonesian has one form for every count; English adds its singular, which is no difference. */
const withoutSingular = (texts: Texts): string[] =>
  [...texts.keys()].filter((key) => !(key.endsWith('_one') && texts.has(key.replace(/_one$/, '_other')))).sort();

const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1] ?? ''))].sort();

const id = textsOf(messages.id);
const en = textsOf(messages.en);

describe('the two languages', () => {
  it('say the same things', () => expect(withoutSingular(en)).toEqual(withoutSingular(id)));

  it('fill in the same facts', () => {
    const different = [...id].filter(
      ([key, text]) => en.has(key) && placeholders(text).join() !== placeholders(en.get(key) ?? '').join(),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it('leave nothing unsaid', () => {
    const empty = [...id, ...en].filter(([, text]) => text.trim() === '').map(([key]) => key);
    expect(empty).toEqual([]);
  });
});

it.each(verbs)('what an officer may do, %s, is said in both languages', (verb) => {
  expect(id.get(`officers.verb.${verb.replace('.', '-')}`)).toBeTypeOf('string');
  expect(en.get(`officers.verb.${verb.replace('.', '-')}`)).toBeTypeOf('string');
});

it.each(problemCodes)('what is wrong with a file, %s, is said in both languages', (code) => {
  expect(id.get(`backup.problem.${code}`)).toBeTypeOf('string');
  expect(en.get(`backup.problem.${code}`)).toBeTypeOf('string');
});

describe('a refusal', () => {
  it.each(errorCodes)('%s has a text in both languages', (code) => {
    expect(id.get(`errors.${code}`)).toBeTypeOf('string');
    expect(en.get(`errors.${code}`)).toBeTypeOf('string');
  });

  it('says what happened and then what to do', () => {
    const short = [...id, ...en]
      .filter(([key]) => key.startsWith('errors.'))
      .filter(([, text]) => text.split(/[.;] /).length < 2);
    expect(short.map(([key]) => key)).toEqual([]);
  });

  it.each(rejectionCodes)('of a row, %s, has a reason in both languages', (code) => {
    expect(id.get(`importing.rejection.${code}`)).toBeTypeOf('string');
    expect(en.get(`importing.rejection.${code}`)).toBeTypeOf('string');
  });
});
