import { effectiveGrade } from '../report.ts';
import type { PackageItem } from './item.ts';

const line = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');

/** What an item says, line by line, for an officer who decides on it; of records compared field by field, nothing. */
export function itemFacts(item: PackageItem): readonly string[] {
  switch (item.type) {
    case 'report':
      return item.fields.items.map((fact) => {
        const { source, information } = effectiveGrade(fact);
        return line(`${source}${information}`, fact.text);
      });
    case 'meeting': {
      const { day, time, place, minutes, decisions, actions } = item.fields;
      return [
        line(`${day} ${time}`, place),
        ...(minutes === '' ? [] : [minutes]),
        ...decisions,
        ...actions.map(({ dueOn, who, agency, what }) => line(dueOn, `${who}, ${agency}`, what)),
      ];
    }
    case 'operation': {
      const { purpose, legalBasis, phases } = item.fields;
      const planned = phases.flatMap(({ name, from, until, tasks }) => [
        line(`${from} – ${until}`, name),
        ...tasks.map(({ dueOn, owner, agency, what }) => line(dueOn, `${owner}, ${agency}`, what)),
      ]);
      return [purpose, legalBasis, ...planned];
    }
    case 'commitment': {
      const { source, schedule } = item.fields;
      return [line(source.title, schedule.kind === 'once' ? schedule.dueOn : schedule.firstOn)];
    }
    case 'person':
    case 'case':
    case 'link':
    case 'visits':
    case 'file':
      return [];
  }
}
