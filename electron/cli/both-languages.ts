import { createInstance } from 'i18next';
import type { Language } from '../../shared/domain/basics.ts';
import { messages } from '../../shared/i18n/messages.ts';

type Values = Readonly<Record<string, string | number>>;

/** A text of the interface in each language, for answers that are read by either. */
export function bothLanguages(namespace: string): (key: string, values: Values) => { id: string; en: string } {
  const i18n = createInstance({
    lng: 'id',
    resources: messages,
    ns: [namespace],
    defaultNS: namespace,
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  void i18n.init();
  const say = (lng: Language, key: string, values: Values): string => i18n.t(key, { ...values, lng });
  return (key, values) => ({ id: say('id', key, values), en: say('en', key, values) });
}
