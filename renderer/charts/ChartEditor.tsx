import { changedKind } from '../../src/charts/change-kind.ts';
import type { ProfiledColumn } from '../../src/charts/column-roles.ts';
import type { Chart } from '../../src/charts/resolve.ts';
import type { ChartSpec } from '../../src/charts/spec.ts';
import classes from './ChartEditor.module.css';
import { ChartSettings } from './ChartSettings.tsx';
import { ChartSlots } from './ChartSlots.tsx';
import { ChartWords } from './ChartWords.tsx';
import { KindPicker } from './KindPicker.tsx';

export interface ChartEditorProps {
  readonly spec: ChartSpec;
  readonly chart: Chart | null;
  readonly columns: readonly ProfiledColumn[];
  readonly rowCount: number | null;
  readonly onChange: (spec: ChartSpec) => void;
}

/** Everything about a chart that can be chosen, in the order in which it is thought of. */
export function ChartEditor({ spec, chart, columns, rowCount, onChange }: ChartEditorProps) {
  const change = (part: Partial<ChartSpec>) => {
    onChange({ ...spec, ...part });
  };
  return (
    <div className={classes.editor}>
      <KindPicker
        value={spec}
        onChange={(choice) => {
          onChange(changedKind(spec, choice, columns, rowCount));
        }}
      />
      <ChartSlots spec={spec} columns={columns} onChange={change} />
      <ChartSettings spec={spec} chart={chart} onChange={change} />
      <ChartWords spec={spec} onChange={change} />
    </div>
  );
}
