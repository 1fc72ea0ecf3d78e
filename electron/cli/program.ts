import { Command } from 'commander';
import { alertVerbs } from './alert-verbs.ts';
import { analyseVerbs } from './analyse-verbs.ts';
import { approvalVerbs } from './approval-verbs.ts';
import { auditVerbs } from './audit-verbs.ts';
import { banVerbs } from './ban-verbs.ts';
import { caseVerbs } from './case-verbs.ts';
import { caseworkVerbs } from './casework-verbs.ts';
import { commitmentVerbs } from './commitment-verbs.ts';
import { decisionVerbs } from './decision-verbs.ts';
import { demoVerb } from './demo-verb.ts';
import { detectVerbs } from './detect-verbs.ts';
import { evidenceVerbs } from './evidence-verbs.ts';
import { exchangeVerbs } from './exchange-verbs.ts';
import { importVerbs } from './import-verbs.ts';
import { listVerbs } from './list-verbs.ts';
import { meetingVerbs } from './meeting-verbs.ts';
import { takeKeyFiles } from './opened.ts';
import { mitigationVerbs } from './mitigation-verbs.ts';
import { operationVerbs } from './operation-verbs.ts';
import { policyVerbs } from './policy-verbs.ts';
import { retentionVerbs } from './retention-verbs.ts';
import { reportVerbs } from './report-verbs.ts';
import { sourceVerbs } from './source-verbs.ts';
import { taskVerbs } from './task-verbs.ts';
import { trainingVerbs } from './training-verbs.ts';
import { updateVerbs } from './update-verbs.ts';
import { vaultVerbs } from './vault-verbs.ts';
import { deskVerbs } from './desk-verbs.ts';
import { watchVerbs } from './watch-verbs.ts';

/** Every verb of the command line. */
export function createProgram(): Command {
  const program = new Command('sinergi')
    .description('Sinergi on the command line. The passphrase comes from SINERGI_PASSPHRASE or is asked for.')
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text) });
  for (const add of [
    vaultVerbs,
    auditVerbs,
    approvalVerbs,
    importVerbs,
    listVerbs,
    detectVerbs,
    alertVerbs,
    banVerbs,
    watchVerbs,
    deskVerbs,
    caseVerbs,
    caseworkVerbs,
    taskVerbs,
    decisionVerbs,
    reportVerbs,
    evidenceVerbs,
    sourceVerbs,
    retentionVerbs,
    analyseVerbs,
    exchangeVerbs,
    mitigationVerbs,
    trainingVerbs,
    meetingVerbs,
    operationVerbs,
    commitmentVerbs,
    updateVerbs,
    policyVerbs,
    demoVerb,
  ])
    add(program);
  takeKeyFiles(program);
  return program;
}
