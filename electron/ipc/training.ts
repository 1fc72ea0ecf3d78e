import type { Handlers } from '../../shared/contract.ts';
import type { Ports } from '../services/ports.ts';
import type { Services } from '../services/services.ts';
import { readScenarioFile } from '../services/training/scenario-file.ts';

export function trainingHandlers({ training, skills, documents }: Services, { dialogs }: Ports) {
  const pdf = async (name: string, save: (path: string) => Promise<{ readonly pages: number }>) => {
    const path = await dialogs.saveFile(name, [{ name: 'PDF', extensions: ['pdf'] }]);
    if (path === null) return { saved: null };
    const { pages } = await save(path);
    return { saved: { path, pages } };
  };
  return {
    'training.status': async () => training.status(),
    'training.list': async () => training.list(),
    'training.start': ({ scenarioId }) => training.start(scenarioId),
    'training.startFile': async () => {
      const path = await dialogs.openFile([{ name: 'JSON', extensions: ['json'] }]);
      return { attempt: path === null ? null : await training.start(await readScenarioFile(path)) };
    },
    'training.hint': async ({ stepId }) => {
      await training.hint(stepId);
      return {};
    },
    'training.standing': async () => training.standing(),
    'training.finish': ({ given }) => training.finish(given),
    'skills.team': async () => skills.team(),
    'skills.add': ({ fields }) => skills.add(fields),
    'skills.remove': (input) => skills.remove(input),
    'skills.certificate': async ({ id, language }) => {
      const record = skills.get(id);
      return await pdf(language === 'id' ? 'sertifikat.pdf' : 'certificate.pdf', (path) =>
        documents.certificate({ record, language, path }),
      );
    },
    'skills.overview': async ({ language }) => {
      const team = skills.team();
      return await pdf(language === 'id' ? 'keterampilan-tim.pdf' : 'team-skills.pdf', (path) =>
        documents.teamSkills({ team, language, path }),
      );
    },
  } satisfies Partial<Handlers>;
}
