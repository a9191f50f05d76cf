import { columnKind } from '../../catalog-view.ts';
import { defineModule } from '../../contract.ts';
import { anonymityChecks } from './checks.ts';
import { knownColumns } from './columns.ts';
import { anonymityFindings } from './findings.ts';
import { anonymityInput } from './input.ts';
import { cellsStep, classesStep, generalisedStep, levelsStep, proposalStep, releasedStep, rowsStep } from './steps.ts';
import { suggestAnonymity } from './suggest.ts';

/** Measures k-anonymity, l-diversity, t-closeness and the risk of recognition, and proposes a generalisation. */
export const anonymity = defineModule({
  id: 'privacy.anonymity',
  version: 1,
  title: 'Measure anonymity',
  summary:
    'How many people can be recognised by a few plain columns, what could be learnt about them, and how little must be given away to hide them.',
  input: anonymityInput,
  suggest: suggestAnonymity,
  plan(input, context) {
    const source = context.dataset(input.dataset);
    const known = knownColumns(source, input);
    const sensitive = input.sensitive === '' ? undefined : source.column(input.sensitive);
    const distance =
      sensitive &&
      (['number', 'time'].includes(columnKind(sensitive.type)) ? ('ordered' as const) : ('equal' as const));
    const rows = rowsStep(source, known, input, context);
    const cells = cellsStep('cells', rows, known, context);
    const classes = classesStep('classes', cells, known, distance, context);
    const levels = levelsStep(classes, known, context);
    const proposal = proposalStep(levels, known, input, context);
    const generalised = generalisedStep(rows, proposal, known, input, context);
    const releasedCells = cellsStep('released_cells', generalised, known, context);
    const releasedClasses = classesStep('released_classes', releasedCells, known, distance, context);
    const released = releasedStep(generalised, sensitive?.label, context);
    const tables = { rows, classes, proposal, releasedClasses };
    return {
      steps: [rows, cells, classes, levels, proposal, generalised, releasedCells, releasedClasses, released],
      checks: anonymityChecks(tables, known, input),
      findings: anonymityFindings(tables, known, input),
      outputs:
        input.saveAs === ''
          ? []
          : [
              {
                relation: released.creates,
                name: input.saveAs,
                title: `${source.label}, generalised`,
                from: [source.label],
              },
            ],
    };
  },
});
