import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Command, CommanderError } from 'commander';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createProgram } from '../../../electron/cli/program.ts';
import { may, type Verb } from '../../../shared/domain/access.ts';
import { eventKinds } from '../../../shared/domain/event.ts';
import { registerKinds } from '../../../shared/domain/register.ts';
import { type OfficerRole, officerRoles } from '../../../shared/domain/officer.ts';
import { toSinergiError } from '../../../shared/errors.ts';
import { caseFields, type Office, openOffice, personFields } from './support.ts';

const held = vi.hoisted(() => ({ services: undefined as unknown }));

// The vault is open already, as the officer whose turn it is: what a verb then does is its own.
vi.mock('../../../electron/cli/opened.ts', () => {
  const work = (run: (services: unknown) => unknown) => run(held.services);
  return {
    takeKeyFiles: () => undefined,
    withServices: work,
    withVault: (_options: unknown, run: (services: unknown) => unknown) => work(run),
  };
});

// What they print is tested elsewhere; a list is read to its end all the same.
vi.mock('../../../electron/cli/output.ts', () => ({
  exitCodes: { done: 0, failed: 1, usage: 2 },
  printAnswer: () => Promise.resolve(),
  printList: (rows: Iterable<object>) => Promise.resolve([...rows]),
}));

const secret = 'kata sandi percobaan';
/** What verbs read from files, each enough for the schema. */
const files = {
  case: {
    title: 'X',
    marking: 'biasa',
    purpose: 'X',
    legalBasis: 'X',
    members: [{ nationalId: '1', part: 'visitor' }],
    links: [],
  },
  contact: { on: '2026-03-02', place: 'X', said: 'X', payment: 0 },
  risk: {
    title: 'X',
    kind: 'drugs',
    blocks: [],
    causes: '',
    controls: '',
    indicators: [],
    measures: [],
    residual: { likelihood: 1, impact: 1 },
    reviewOn: '2027-01-01',
    assessment: { likelihood: 3, impact: 3, reason: 'X' },
  },
  incident: {
    kind: 'violence',
    happenedOn: '2026-03-02',
    place: '',
    summary: 'X',
    severity: 2,
    course: [],
    response: '',
    lessons: '',
    riskIds: [],
  },
  search: {
    plannedOn: '2026-03-02',
    blocks: ['F'],
    cells: '',
    reason: 'X',
    legalBasis: '',
    leader: 'X',
    team: '',
    joint: false,
    riskIds: [],
    warnings: [],
  },
  skill: { officer: 'X', skill: 'grading', kind: 'course', title: 'X', on: '2026-03-02', trainer: '', note: '' },
  result: { heldOn: '2026-03-02', found: [], notes: '', inRegister: false },
  meeting: {
    title: 'X',
    day: '2026-03-02',
    time: '09:00',
    place: 'X',
    marking: 'biasa',
    handling: { code: 'P' },
    agenda: [],
    attendees: [],
    minutes: '',
    decisions: [],
    actions: [],
  },
  operation: {
    name: 'X',
    purpose: 'X',
    legalBasis: 'X',
    marking: 'biasa',
    handling: { code: 'P' },
    phases: [],
    contacts: [],
    caseIds: [],
    risks: '',
    notes: '',
    state: 'planned',
    outcome: '',
  },
  commitment: {
    what: 'X',
    owedBy: 'A',
    owedTo: 'B',
    source: { kind: 'agreement', title: 'X' },
    schedule: { kind: 'once', dueOn: '2026-03-02' },
  },
} as const;

const nobody = '01a20f82-041f-72a5-a4ed-711d2637d505';

/**
 * What each verb of the command line needs of `shared/domain/access.ts`, all of it, and words that get an officer who may
 * past the guard and no further.
 */
const needs: Readonly<Record<string, { readonly words: string; readonly all: readonly Verb[] }>> = {
  'vault info': { words: '', all: ['vault.info'] },
  'vault accept': { words: '--reason x', all: ['vault.accept'] },
  'vault backup': { words: '--out {file}', all: ['vault.backup'] },
  'vault compare': { words: '--with {file}', all: ['vault.verify'] },
  'vault officer add': { words: '--name Pendiri --roles officer', all: ['officers.manage'] },
  'vault officer roles': { words: '--name {self} --roles officer', all: ['officers.list', 'officers.manage'] },
  'vault officer disable': { words: '--name {self}', all: ['officers.list', 'officers.manage'] },
  'vault officer list': { words: '', all: ['officers.list'] },
  'vault passphrase': { words: '', all: ['own.session'] },
  'vault rotate': { words: '', all: ['vault.keys', 'vault.info'] },
  'vault recovery-key': { words: '', all: ['vault.keys'] },
  'audit list': { words: '', all: ['audit.read'] },
  'audit verify': { words: '', all: ['audit.read'] },
  'audit seal': { words: '', all: ['audit.read'] },
  'audit export': { words: '--out {file}/x', all: ['audit.export'] },
  'approval request': { words: `--act {"kind":"unseal-source","sourceId":"${nobody}"}`, all: ['approvals.request'] },
  'approval list': { words: '', all: ['approvals.read'] },
  'approval approve': { words: `--id ${nobody}`, all: ['approvals.read'] },
  'approval refuse': { words: `--id ${nobody}`, all: ['approvals.read'] },
  ...Object.fromEntries(
    registerKinds.map((kind) => [`import ${kind}`, { words: '--file {file}', all: ['imports.run'] as const }]),
  ),
  ...Object.fromEntries(
    ['visits', ...eventKinds].map((kind) => [`${kind} list`, { words: '', all: ['visits.read'] as const }]),
  ),
  'people list': { words: '', all: ['people.read'] },
  'people duplicates': { words: '', all: ['people.read'] },
  'people life': { words: `--id ${nobody}`, all: ['people.read', 'visits.read'] },
  'people holdings': { words: '--id {person}', all: ['people.read'] },
  'retention due': { words: '', all: ['retention.read'] },
  'retention list': { words: '', all: ['retention.read'] },
  'retention propose': { words: '', all: ['retention.read', 'retention.weed'] },
  'retention weed': { words: `--id ${nobody}`, all: ['retention.weed'] },
  'people resolve': { words: '--accept certain', all: ['people.join'] },
  'staff list': { words: '', all: ['staff.read'] },
  'detect run': { words: '', all: ['visits.read'] },
  'detect dismiss': { words: '--id X --reason x', all: ['visits.read', 'findings.dismiss'] },
  'detect reopen': { words: '--id X', all: ['findings.dismiss'] },
  'ban add': { words: '--person {person} --from 2026-03-02 --reason x', all: ['bans.write'] },
  'alert list': { words: '', all: ['visits.read'] },
  'alert search': { words: '', all: ['visits.read', 'findings.dismiss'] },
  'alert take': { words: `--id x --case ${nobody}`, all: ['visits.read', 'cases.write'] },
  'alert dismiss': { words: '--id x --reason x', all: ['visits.read', 'findings.dismiss'] },
  'alert put-off': { words: '--id x --until 2026-03-02', all: ['visits.read', 'findings.dismiss'] },
  'desk enter': { words: `--inmate ${nobody} --visitor ${nobody}`, all: ['visits.enter'] },
  'desk check': { words: `--visitor ${nobody}`, all: ['visits.enter', 'people.read'] },
  'desk list': { words: '', all: ['visits.read'] },
  'watch add': {
    words: `--person ${nobody} --from 2026-03-02 --until 2026-04-02 --reason x`,
    all: ['watches.write', 'people.read'],
  },
  'watch list': { words: '', all: ['people.read'] },
  'watch end': { words: `--id ${nobody}`, all: ['watches.write'] },
  'ban list': { words: '', all: ['people.read'] },
  'ban lift': { words: '--id {ban}', all: ['people.read', 'bans.write'] },
  'case build': { words: '--file {case}', all: ['cases.create'] },
  'case list': { words: '', all: ['cases.read'] },
  'case chart': { words: '--case {number} --out {file}/x', all: ['cases.read', 'cases.export'] },
  'case export': { words: '--case {number} --out {file}/x', all: ['cases.read', 'cases.export'] },
  'case data': { words: '--case {number} --out {file}/x', all: ['cases.read', 'cases.export'] },
  'case verify': { words: '--file {file}', all: ['cases.read'] },
  'case review': { words: '--case {number} --next 2026-09-01 --reason x', all: ['cases.close'] },
  'case close': { words: '--case {number} --outcome other --reason x', all: ['cases.close'] },
  'case reopen': { words: '--case {number} --next 2026-09-01 --reason x', all: ['cases.close'] },
  'case similar': { words: '--case {number}', all: ['cases.read'] },
  'hypothesis add': { words: '--case {number} --statement x', all: ['cases.read', 'cases.write'] },
  'hypothesis list': { words: '--case {number}', all: ['cases.read'] },
  'hypothesis judge': { words: `--id ${nobody} --fact ${nobody} --verdict neutral`, all: ['cases.write'] },
  'fact add': { words: '--case {number} --text x --source x --grade B2', all: ['cases.read', 'cases.write'] },
  'fact list': { words: '--case {number}', all: ['cases.read'] },
  'gap add': { words: '--case {number} --question x', all: ['cases.read', 'cases.write'] },
  'gap list': { words: '--case {number}', all: ['cases.read'] },
  'gap answer': { words: `--id ${nobody} --answer x`, all: ['cases.write'] },
  'task add': { words: '--case {number} --what x --due 2026-09-01', all: ['cases.read', 'cases.tasks'] },
  'task list': { words: '', all: ['cases.read'] },
  'task set': { words: `--id ${nobody} --state doing`, all: ['cases.tasks'] },
  'decision add': { words: '--case {number} --what x --reason x', all: ['cases.read', 'cases.decide'] },
  'decision list': { words: '--case {number}', all: ['cases.read'] },
  'report build': { words: '--file {case}', all: ['reports.write'] },
  'report list': { words: '', all: ['reports.read'] },
  'report show': { words: '--report X', all: ['reports.read'] },
  'report submit': { words: '--report X', all: ['reports.read'] },
  'report evaluate': { words: '--report X', all: ['reports.read'] },
  'report give-back': { words: '--report X --note x', all: ['reports.read'] },
  'report disseminate': { words: '--report X --to Y', all: ['reports.read'] },
  'report recall': { words: '--report X --reason x', all: ['reports.read'] },
  'report print': { words: '--report X --out {file}/x', all: ['reports.read'] },
  'report attach': { words: '--report X --file {file}', all: ['reports.read'] },
  'report files': { words: '--report X', all: ['reports.read'] },
  'evidence add': { words: '--case {number} --file {case}', all: ['cases.read', 'cases.write'] },
  'evidence list': { words: '--case {number}', all: ['cases.read'] },
  'evidence show': { words: '--exhibit X', all: ['cases.read'] },
  'evidence attach': { words: '--exhibit X --file {file}', all: ['cases.read'] },
  'evidence custody': {
    words: '--exhibit X --kind moved --to Y --place Z --reason x',
    all: ['cases.read'],
  },
  'evidence verify': { words: '--exhibit X', all: ['cases.read'] },
  'evidence hand-over': {
    words: '--case {number} --from X --to Y --place Z --reason x --out {file}/x',
    all: ['cases.read', 'cases.write', 'cases.export'],
  },
  'source list': { words: '', all: ['sources.read'] },
  'source add': { words: '--file {case}', all: ['sources.read'] },
  'source show': { words: '--source X --reason x', all: ['sources.read'] },
  'source log': { words: '--source X --file {contact}', all: ['sources.read'] },
  'source unseal': { words: '--source X --reason x', all: ['sources.pseudonyms', 'approvals.request'] },
  'source hand-over': { words: `--approval ${nobody}`, all: ['sources.read'] },
  'source reveal': { words: `--approval ${nobody}`, all: ['sources.unseal'] },
  'source admit': { words: '--name {self}', all: ['officers.list', 'sources.write'] },
  'analyse export': { words: '--case {number} --format graphml --out {file}/x', all: ['cases.read', 'cases.export'] },
  'analyse network': { words: '--case {number}', all: ['cases.read'] },
  'analyse path': { words: '--case {number} --from A --to B', all: ['cases.read'] },
  'analyse remove': { words: '--case {number} --ids A', all: ['cases.read'] },
  'exchange identity': { words: '--name X --rotate', all: ['exchange.keys'] },
  'exchange trust': { words: '', all: ['settings.read'] },
  'exchange preview': { words: '--to X --purpose X', all: ['exchange.send'] },
  'exchange seal': { words: '--to X --purpose X --out {file}/x', all: ['exchange.send'] },
  'exchange inspect': { words: '--file {file}', all: ['exchange.receive'] },
  'exchange open': { words: '--file {file}', all: ['exchange.receive'] },
  'exchange decide': { words: '--package X', all: ['exchange.read'] },
  'exchange receipt': { words: '--file {file}', all: ['exchange.receive'] },
  'exchange feedback': { words: '--package X --use in-use --outcome x --out {file}/x', all: ['exchange.read'] },
  'exchange uses': { words: '--package X', all: ['exchange.read'] },
  'exchange agree': { words: `--package ${nobody} --to X --allow action --out {file}/x`, all: ['exchange.send'] },
  'exchange recall': { words: `--package ${nobody} --to X --reason x --out {file}/x`, all: ['exchange.send'] },
  'exchange ask': {
    words: '--to X --subject x --question x --deadline 2030-01-01 --out {file}/x',
    all: ['exchange.send'],
  },
  'exchange handling': { words: '--person {person} --code P', all: ['people.write'] },
  'exchange register': { words: '', all: ['exchange.read'] },
  'exchange inbox': { words: '', all: ['exchange.read'] },
  'exchange requests': { words: '', all: ['exchange.read'] },
  'risk list': { words: '', all: ['mitigation.read'] },
  'risk add': { words: '--file {risk}', all: ['mitigation.write'] },
  'risk assess': { words: '--risk X --likelihood 2 --impact 2 --reason x', all: ['mitigation.read'] },
  'risk close': { words: '--risk X --reason x', all: ['mitigation.read'] },
  'incident list': { words: '', all: ['mitigation.read'] },
  'incident add': { words: '--file {incident}', all: ['mitigation.write'] },
  'cell-search list': { words: '', all: ['mitigation.read'] },
  'cell-search plan': { words: '--file {search}', all: ['mitigation.write'] },
  'cell-search hold': { words: '--search X --file {result}', all: ['mitigation.read'] },
  'cell-search cancel': { words: '--search X --reason x', all: ['mitigation.read'] },
  'warning list': { words: '', all: ['mitigation.read'] },
  'warning indicators': { words: '', all: ['mitigation.read'] },
  'warning answer': { words: '--key finds:F:2026-03-02 --act noted', all: ['mitigation.write'] },
  'warning thresholds': { words: '', all: ['settings.read'] },
  'situation plan': { words: '', all: ['settings.read'] },
  'situation report': { words: '', all: ['mitigation.read'] },
  'training mark': { words: '', all: ['settings.change'] },
  'training list': { words: '', all: ['training.play'] },
  'training start': { words: '--scenario grading', all: ['training.play'] },
  'training hint': { words: '--step x', all: ['training.play'] },
  'training score': { words: '', all: ['training.play'] },
  'skills list': { words: '', all: ['skills.read'] },
  'skills add': { words: '--file {skill}', all: ['skills.write'] },
  'skills certificate': { words: `--id ${nobody} --out {file}/x`, all: ['skills.read'] },
  'skills overview': { words: '--out {file}/x', all: ['skills.read'] },
  'exchange statistics': { words: '', all: ['exchange.read'] },
  'meeting add': { words: '--file {meeting}', all: ['coordination.write'] },
  'meeting list': { words: '', all: ['coordination.read'] },
  'meeting show': { words: `--id ${nobody}`, all: ['coordination.read'] },
  'meeting action': { words: `--id ${nobody} --action 1 --state done`, all: ['coordination.write'] },
  'meeting approve': { words: `--id ${nobody}`, all: ['coordination.write'] },
  'meeting minutes': { words: `--id ${nobody} --out {file}/x`, all: ['coordination.read'] },
  'operation add': { words: '--file {operation}', all: ['coordination.write'] },
  'operation list': { words: '', all: ['coordination.read'] },
  'operation show': { words: `--id ${nobody}`, all: ['coordination.read'] },
  'operation set': { words: `--id ${nobody} --state running`, all: ['coordination.write'] },
  'operation plan': { words: `--id ${nobody} --out {file}/x`, all: ['coordination.read'] },
  'commitment add': { words: '--file {commitment}', all: ['coordination.write'] },
  'commitment list': { words: '', all: ['coordination.read'] },
  'commitment set': { words: `--id ${nobody} --due 2026-03-02 --state open`, all: ['coordination.write'] },
  'commitment report': { words: '--out {file}/x', all: ['coordination.read'] },
};

/** They open a vault by themselves, or none, and say there who may; tested with the vault. */
const besides = [
  'vault create',
  'vault verify',
  'vault restore',
  'vault salvage',
  'vault recover',
  'vault officer activate',
  'audit check',
  'training check',
  'update inspect',
  'update stage',
  'update list',
  'update back',
  'policy check',
  'demo',
];

function leaves(command: Command, path: readonly string[] = []): string[] {
  if (command.commands.length === 0) return [path.join(' ')];
  return command.commands.flatMap((child) => leaves(child, [...path, child.name()]));
}

const nameOf = (role: OfficerRole): string => `Si ${role}`;
let office: Office;
let folder: string;
let number: string;
let personId: string;
let banId: string;

beforeAll(async () => {
  office = await openOffice('Pendiri', Object.fromEntries(officerRoles.map((role) => [nameOf(role), [role]])));
  held.services = office.services;
  await office.enter('Pendiri');
  const made = await office.services.cases.create(caseFields('X'));
  number = made.number;
  personId = (await office.services.people.create(personFields('Budi Contoh'))).id;

  await office.services.cases.setOfficers(
    made.id,
    made.version,
    office.services.officers.list().map(({ id }) => id),
  );
  folder = await mkdtemp(join(tmpdir(), 'sinergi-cli-roles-'));
  for (const [name, content] of Object.entries(files))
    await writeFile(join(folder, `${name}.json`), JSON.stringify(content));
  vi.stubEnv('SINERGI_PASSPHRASE', secret).stubEnv('SINERGI_NEW_PASSPHRASE', 'pendek');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
  await office.end();
});

/** The code a verb was refused with, or null when it did what it does. */
async function refusal(name: string, words: string, role: OfficerRole): Promise<string | null> {
  const given = words
    .split(' ')
    .filter((word) => word !== '')
    .map((word) =>
      word
        .replace('{file}', join(folder, 'nothing'))
        .replace('{number}', number)
        .replace('{person}', personId)
        .replace('{ban}', banId)
        .replace(
          /^\{(case|contact|risk|incident|search|result|skill|meeting|operation|commitment)\}$/,
          (_, file: string) => join(folder, `${file}.json`),
        )
        .replace('{self}', nameOf(role)),
    );
  try {
    await createProgram().parseAsync([...name.split(' '), '--vault', office.folder, ...given], { from: 'user' });
    return null;
  } catch (cause) {
    if (cause instanceof CommanderError) throw cause;
    return toSinergiError(cause).code;
  }
}

it('the table names every verb of the command line, and no other', () => {
  expect(leaves(createProgram()).sort()).toEqual([...Object.keys(needs), ...besides].sort());
});

describe.each(officerRoles)('%s', (role) => {
  beforeAll(async () => {
    await office.enter('Pendiri');
    banId = (await office.services.bans.create({ personId, from: '2026-03-02', reason: 'x' })).id;
    await office.enter(nameOf(role));
  });

  it.each(Object.entries(needs))(
    'is let through or refused on %s as the access table says',
    async (name, { words, all }) => {
      const allowed = all.every((verb) => may([role], verb));
      expect((await refusal(name, words, role)) !== 'not-allowed').toBe(allowed);
    },
  );
});
