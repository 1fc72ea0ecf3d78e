import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { approvalOutcomes, approvalVerbs } from '../../shared/domain/approval.ts';
import { collectionNameSchema } from '../../shared/domain/document.ts';
import { registerKinds } from '../../shared/domain/register.ts';
import { messages } from '../../shared/i18n/messages.ts';

const electron = resolve(import.meta.dirname, '../../electron');

/** Every action the services and the vault write down by name. */
function actionsInSource(): string[] {
  const files = readdirSync(electron, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const source = files.map((name) => readFileSync(join(electron, name), 'utf8')).join('\n');
  return [...source.matchAll(/\baction: '([a-z-]+\.[a-z-]+)'/g)].map((match) => match[1] ?? '');
}

const known = (language: 'id' | 'en'): string[] =>
  Object.entries(messages[language].officers.audit.did).flatMap(([area, acts]) =>
    Object.keys(acts).map((act) => `${area}.${act}`),
  );

it.each(['id', 'en'] as const)('every action of the audit trail has a name (%s)', (language) => {
  const found = actionsInSource();
  expect(found.length).toBeGreaterThan(30);
  const composed = [
    ...registerKinds.map((kind) => `import.${kind}`),
    ...approvalOutcomes.map((outcome) => `approval.${outcome}`),
    'person.read',
    'case.read',
    'people.list',
  ];
  expect(known(language)).toEqual(expect.arrayContaining([...found, ...composed]));
});

it.each(['id', 'en'] as const)(
  'so has every area, every kind of record and every act that takes two (%s)',
  (language) => {
    const { audit, approval } = messages[language].officers;
    expect(Object.keys(audit.area).sort()).toEqual(Object.keys(audit.did).sort());
    const noted = [...collectionNameSchema.options, 'vault', 'visits', 'officers'];
    expect(Object.keys(audit.kind)).toEqual(expect.arrayContaining(noted));
    const acts = Object.keys(approvalVerbs);
    expect(Object.keys(approval.kind).sort()).toEqual(acts.sort());
    expect(Object.keys(approval.act).map((key) => key.replace(/_(one|other)$/, ''))).toEqual(
      expect.arrayContaining(acts),
    );
  },
);
