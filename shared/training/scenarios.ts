import { type Scenario, scenarioSchema } from '../domain/training/scenario.ts';
import chart from './scenarios/chart.json' with { type: 'json' };
import earlyWarning from './scenarios/early-warning.json' with { type: 'json' };
import grading from './scenarios/grading.json' with { type: 'json' };
import packageForPolice from './scenarios/package.json' with { type: 'json' };
import reportWriting from './scenarios/report-writing.json' with { type: 'json' };
import visitPatterns from './scenarios/visit-patterns.json' with { type: 'json' };

/** Those that come with the program, in the order they build upon each other. */
export const builtInScenarios: readonly Scenario[] = [
  visitPatterns,
  grading,
  reportWriting,
  chart,
  packageForPolice,
  earlyWarning,
].map((scenario) => scenarioSchema.parse(scenario));
