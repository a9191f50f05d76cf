import { StillhouseError } from '../../../core/error.ts';
import { defineModule, type Output } from '../../contract.ts';
import { maskChecks } from './checks.ts';
import { maskFindings } from './findings.ts';
import { maskInput } from './input.ts';
import { maskedStep, numberedStep, shuffledStep, vaultStep } from './steps.ts';
import { suggestMask } from './suggest.ts';
import { treatedColumns } from './treated-columns.ts';

/** The key of runs for which none was named. */
const drawnKey = '_run';

/** Masks, pseudonymises, generalises and perturbs columns, and tells what is left of them. */
export const mask = defineModule({
  id: 'privacy.mask',
  version: 1,
  title: 'Mask personal data',
  summary:
    'A copy of a dataset without the people in it: columns masked, redacted, pseudonymised, grouped, shuffled or given noise.',
  input: maskInput,
  suggest: suggestMask,
  plan(input, context) {
    const source = context.dataset(input.dataset);
    const columns = treatedColumns(source, input.treatments);
    const tokens = columns.filter(({ name }) => name === 'token');
    if (input.vaultAs !== '' && tokens.length === 0) throw noTokens();
    const key = input.key === '' ? drawnKey : input.key;
    const within = input.shuffleWithin.map((label) => source.column(label).sql);
    const numbered = numberedStep(source, context);
    const shuffles = columns
      .filter(({ name }) => name === 'shuffle')
      .map((column, index) => shuffledStep(numbered, column, index + 1, within, key, context));
    const masked = maskedStep(source, columns, { numbered, shuffles, key, keepOthers: input.keepOthers }, context);
    const vault = vaultStep(tokens, { numbered, masked }, context);
    const output = (step: typeof masked, name: string, title: string): readonly Output[] =>
      name === '' ? [] : [{ relation: step.creates, name, title, from: [source.label] }];
    const usesKey = columns.some(({ treatment }) => treatment.reads !== undefined);
    return {
      steps: [numbered, ...shuffles, masked, ...(tokens.length === 0 ? [] : [vault])],
      checks: maskChecks(source, columns, {
        numbered,
        masked,
        within,
        keepOthers: input.keepOthers,
        key: input.key,
      }),
      findings: maskFindings(columns, { numbered, masked }),
      outputs: [
        ...output(masked, input.saveAs, `${source.label}, masked`),
        ...output(vault, input.vaultAs, `Vault of the tokens of ${source.label}`),
      ],
      ...(usesKey && { secrets: [{ name: key, origin: input.key === '' ? 'drawn' : 'kept' }] }),
    };
  },
});

function noTokens(): StillhouseError {
  return new StillhouseError('input-invalid', 'A vault is asked for, and no column becomes tokens.', {
    remedy: 'Choose the treatment “Token with a vault” for a column, or leave the vault’s name empty.',
  });
}
