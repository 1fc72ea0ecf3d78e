import type { Id, RecordMeta } from '../../../shared/domain/basics.ts';
import type { Grade } from '../../../shared/domain/grade.ts';
import type { Link } from '../../../shared/domain/link.ts';
import { effectiveGrade, type Report } from '../../../shared/domain/report.ts';
import type { Condition } from '../../../shared/domain/training/check.ts';
import type { Result, TrainingAttempt } from '../../../shared/domain/training/attempt.ts';
import type { Scenario } from '../../../shared/domain/training/scenario.ts';
import { warningKey } from '../../../shared/analysis/mitigation/early-warnings.ts';
import type { GuardedVault } from '../guarded-vault.ts';
import { living } from '../records.ts';

/** What a trainee did since an exercise began, looked for in the records of the vault. */
export function evaluate(vault: GuardedVault, scenario: Scenario, attempt: TrainingAttempt): Result {
  const work = new Work(vault, attempt.startedAt);
  const checks = scenario.checks.map(({ id, condition }) => ({ id, won: work.holds(condition) }));
  const mistakes = scenario.mistakes.filter(({ condition }) => work.holds(condition));
  const won = scenario.checks.reduce((sum, { points }, place) => sum + (checks[place]?.won === true ? points : 0), 0);
  const hints = scenario.steps.filter(({ id }) => attempt.hints.includes(id));
  const lost = [...mistakes.map(({ cost }) => cost), ...hints.map(({ hintCost }) => hintCost)];
  return {
    score: Math.max(0, won - lost.reduce((sum, cost) => sum + cost, 0)),
    checks,
    mistakes: mistakes.map(({ id }) => id),
    hints: hints.map(({ id }) => id),
  };
}

type Codes = { readonly sources: readonly string[]; readonly informations: readonly string[] };

/** Records as they stand; what was there before the exercise began is the scenario's and counts for nothing. */
class Work {
  readonly #vault: GuardedVault;
  readonly #since: string;

  constructor(vault: GuardedVault, since: string) {
    this.#vault = vault;
    this.#since = since;
  }

  holds(condition: Condition): boolean {
    switch (condition.kind) {
      case 'person-recorded':
        return this.#ids(condition.person, true).size > 0;
      case 'member-added':
        return this.#isMember(condition.person, condition.part);
      case 'link-drawn':
        return this.#links(condition.from, condition.to).some(
          ({ status }) => condition.status === undefined || status === condition.status,
        );
      case 'link-graded':
        return this.#links(condition.from, condition.to).some(({ grade }) => isAmong(grade, condition));
      case 'report-submitted':
        return this.#reports().some(({ state }) => state !== 'draft');
      case 'source-confidential':
        return this.#reports().some(
          ({ source }) => source.kind === 'confidential' && source.pseudonym === condition.pseudonym,
        );
      case 'report-says':
        return this.#reports().some((report) => says(report, condition.words));
      case 'fact-graded':
        return this.#reports().some(({ items }) =>
          items.some((item) => includes(item.text, condition.words) && isAmong(item.grade, condition)),
        );
      case 'report-handled':
        return this.#reports().some(({ handling }) => handling.code === condition.code);
      case 'fact-judged':
        return this.#judged(condition.words, condition);
      case 'chart-arranged':
        return this.#made('charts').some(({ positions }) => Object.keys(positions).length >= condition.people);
      case 'package-sealed':
        return this.#isSealed(condition.people);
      case 'package-handled':
        return this.#made('sentPackages').some(({ manifest }) => manifest.handling.code === condition.code);
      case 'warning-answered':
        return this.#made('warningActs').some(({ key }) =>
          key.startsWith(warningKey(condition.indicator, condition.block, '')),
        );
      case 'search-planned':
        return this.#made('cellSearches').some(({ blocks }) => blocks.includes(condition.block));
      case 'search-held':
        return this.#made('cellSearches').some(
          ({ blocks, result }) => blocks.includes(condition.block) && (result?.found.length ?? 0) > 0,
        );
      case 'threat-rated':
        return this.#made('risks').some(
          ({ kind, blocks }) =>
            kind === condition.threat && (condition.block === undefined || blocks.includes(condition.block)),
        );
      case 'decision-logged':
        return this.#made('decisions').length > 0;
      case 'task-given':
        return this.#made('tasks').length > 0;
    }
  }

  #isOwn = ({ changedAt }: RecordMeta): boolean => changedAt > this.#since;

  #made<C extends 'charts' | 'sentPackages' | 'warningActs' | 'cellSearches' | 'risks' | 'decisions' | 'tasks'>(
    collection: C,
  ) {
    return [...living(this.#vault, collection)].filter(this.#isOwn);
  }

  /** Everybody of that name. */
  #ids(name: string, own = false): ReadonlySet<Id> {
    const people = [...living(this.#vault, 'people')].filter((person) => person.name === name);
    return new Set(people.filter(({ createdAt }) => !own || createdAt > this.#since).map(({ id }) => id));
  }

  #isMember(name: string, part: string | undefined): boolean {
    const ids = this.#ids(name);
    return [...living(this.#vault, 'cases')].some(({ members }) =>
      members.some(
        (member) =>
          ids.has(member.personId) && member.addedAt > this.#since && (part === undefined || member.part === part),
      ),
    );
  }

  #links(from: string, to: string): readonly Link[] {
    const [one, other] = [this.#ids(from), this.#ids(to)];
    return [...living(this.#vault, 'links')].filter(
      (link) =>
        this.#isOwn(link) && ((one.has(link.from) && other.has(link.to)) || (one.has(link.to) && other.has(link.from))),
    );
  }

  #reports(): readonly Report[] {
    const { officerId } = this.#vault.actor;
    return [...living(this.#vault, 'reports')].filter(
      (report) => report.author === officerId && report.createdAt > this.#since,
    );
  }

  #judged(words: string, codes: Codes): boolean {
    return [...living(this.#vault, 'reports')].some(
      (report) =>
        report.createdAt <= this.#since &&
        report.steps.some(({ state, at }) => state === 'evaluated' && at > this.#since) &&
        report.items.some((item) => includes(item.text, words) && isAmong(effectiveGrade(item), codes)),
    );
  }

  #isSealed(names: readonly string[]): boolean {
    return this.#made('sentPackages').some(({ items }) =>
      names.every((name) => {
        const ids = this.#ids(name);
        return items.some((item) => item.type === 'person' && ids.has(item.id));
      }),
    );
  }
}

const isAmong = ({ scheme, source, information }: Grade, { sources, informations }: Codes): boolean =>
  scheme === 'admiralty' && sources.includes(source) && informations.includes(information);

const includes = (text: string, words: string): boolean =>
  text.toLocaleLowerCase('id').includes(words.toLocaleLowerCase('id'));

/** Anywhere a reader of the report would come upon it. */
function says(report: Report, words: readonly string[]): boolean {
  const { subject, field, place, relation, method, risk, source, opinion, items } = report;
  const texts = [
    subject,
    field,
    place,
    relation,
    method,
    risk,
    source.kind === 'named' ? source.description : source.pseudonym,
    ...Object.values(opinion),
    ...items.map(({ text }) => text),
  ];
  return words.some((word) => texts.some((text) => includes(text, word)));
}
