import { Checkbox, Select } from '@mantine/core';
import type { FileLook } from '../../src/ingest/look.ts';
import { sqlTypeName } from '../../src/engine/types.ts';
import { sqlTypeOf } from '../../src/ingest/values/type-words.ts';
import { FailureCountNote } from './FailureCountNote.tsx';
import { type ImportItem, updateItem } from './import-store.ts';
import classes from './PreviewTable.module.css';
import { typeChoices } from './type-choices.ts';

interface ShownColumn {
  readonly name: string;
  readonly sqlType: string;
  readonly reason?: string;
}

/** Columns beyond these are imported but not shown, so that the preview stays quick. */
const columnsShown = 200;

/** The first rows of a file under its columns; in CSV every column's type can be chosen. */
export function PreviewTable({ item, look }: { readonly item: ImportItem; readonly look: FileLook }) {
  const columns = columnsOf(look);
  const rows = rowsOf(look);
  const hidden = columns.length - columnsShown;
  return (
    <div className={classes.scroller}>
      <table className={classes.table}>
        <caption>
          {summary(look)}
          {hidden > 0 && ` ${hidden.toLocaleString()} more columns are imported but not shown here.`}
        </caption>
        <thead>
          <tr>
            {columns.slice(0, columnsShown).map((column, index) => (
              <th key={column.name} scope="col">
                <span className={classes.name} title={column.name}>
                  {column.name}
                </span>
                {look.kind === 'csv' ? (
                  <TypeCell item={item} look={look} index={index} />
                ) : (
                  <span className={classes.type} title={column.sqlType}>
                    {column.sqlType}
                  </span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {columns.slice(0, columnsShown).map(({ name }, column) => (
                <Cell key={name} text={row[column] ?? null} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ text }: { readonly text: string | null }) {
  if (text === null) return <td className={classes.null}>NULL</td>;
  return <td title={text.length > 40 ? text.slice(0, 1000) : undefined}>{text.slice(0, 120)}</td>;
}

interface TypeCellProps {
  readonly item: ImportItem;
  readonly look: Extract<FileLook, { kind: 'csv' }>;
  readonly index: number;
}

function TypeCell({ item, look, index }: TypeCellProps) {
  const column = look.preview.columns[index];
  if (column === undefined) return null;
  const { name, type, reason, alternatives } = column;
  const chosen = item.types[name];
  const included = !item.excluded.includes(name);
  const choices = typeChoices([type, ...alternatives]);
  return (
    <>
      <Select
        aria-label={`Type of ${name}`}
        size="xs"
        disabled={!included}
        comboboxProps={{ width: 320, position: 'bottom-start' }}
        data={[
          { value: 'auto', label: `${sqlTypeOf(type)} (found)` },
          ...choices.map(({ key, label }) => ({ value: key, label })),
        ]}
        value={chosen === undefined ? 'auto' : JSON.stringify(chosen)}
        onChange={(key) => {
          const { [name]: _old, ...others } = item.types;
          const picked = choices.find((choice) => choice.key === key)?.type;
          updateItem(item.id, { types: picked === undefined ? others : { ...others, [name]: picked } });
        }}
      />
      <span className={classes.reason} title={reason}>
        {chosen === undefined ? reason : <FailureCountNote item={item} position={index} type={chosen} />}
      </span>
      <Checkbox
        label="Import"
        checked={included}
        onChange={(event) => {
          const excluded = item.excluded.filter((other) => other !== name);
          updateItem(item.id, { excluded: event.currentTarget.checked ? excluded : [...excluded, name] });
        }}
      />
    </>
  );
}

function columnsOf(look: FileLook): readonly ShownColumn[] {
  switch (look.kind) {
    case 'csv':
      return look.preview.columns.map(({ name, type, reason }) => ({ name, sqlType: sqlTypeOf(type), reason }));
    case 'json':
      return look.sniff.columns.map(({ name, type }) => ({ name, sqlType: sqlTypeName(type) }));
    default:
      return look.table.columns;
  }
}

function rowsOf(look: FileLook): readonly (readonly (string | null)[])[] {
  switch (look.kind) {
    case 'csv':
      return look.preview.rows;
    case 'json':
      return look.sniff.preview;
    default:
      return look.table.rows;
  }
}

function summary(look: FileLook): string {
  switch (look.kind) {
    case 'csv':
      return `The first ${look.preview.rows.length} rows, ${look.preview.columns.length.toLocaleString()} columns.`;
    case 'json':
      return `${look.sniff.records.toLocaleString()} records in the beginning of the file, ${look.sniff.columns.length} columns.`;
    default:
      return `${look.table.rowCount.toLocaleString()} rows, ${look.table.columns.length} columns.`;
  }
}
