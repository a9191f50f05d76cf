import type { SendDraft } from '../sends/send-document.ts';
import { consentOnReceipt } from './consent-settings.ts';
import type { DryRun } from './dry-run.ts';
import type { PlannedFile } from './file-plan.ts';
import { canGzip } from './file-plan.ts';
import { sentOutcome } from './gate.ts';
import type { SendPlan } from './plan-send.ts';
import type { Removal } from './removal.ts';
import type { FileFormat } from './send-settings.ts';
import type { KeptSend } from './sent-members.ts';
import { treatmentWords } from './treatment.ts';

/** A dry run with what is known of its send beside it. */
export interface DraftFacts {
  readonly plan: SendPlan;
  readonly dry: DryRun;
  readonly destination: string;
  /** The dataset's snapshot that was read, where one is known. */
  readonly snapshot: number | null;
  /** Fingerprint of the rows that leave, by `rowDigestSql`. */
  readonly digest: string;
}

/** What the host is told of a send before its files are written. Holds no raw identities. */
export function sendDraft({ plan, dry, destination, snapshot, digest }: DraftFacts): SendDraft {
  const { settings, rows } = plan;
  return {
    destination,
    title: settings.title,
    kind: settings.kind,
    source: { dataset: settings.dataset, snapshot: snapshot === null ? null : String(snapshot), sql: rows.text },
    identity: settings.identity === '' ? null : { column: settings.identity, namespace: settings.namespace },
    format: draftFormat(settings.file),
    files: draftFiles(dry.files),
    rows: dry.sent,
    leftOut: dry.outcomes.flatMap((count) =>
      count.outcome === sentOutcome ? [] : [{ reason: count.words, rows: count.rows }],
    ),
    consent: consentOnReceipt(settings.consent),
    mapping: settings.fields.map(({ path, header, normalise, hash }) => ({
      from: path,
      to: header,
      treatment: treatmentWords(normalise, hash),
    })),
    undoes: null,
    idempotencyKey: `${destination}-${digest}`,
  };
}

/** The same for a removal, which repeats the format of the send it undoes. `snapshot` is of nothing: keys were kept. */
export function removalDraft(removal: Removal, undone: KeptSend, files: readonly PlannedFile[]): SendDraft {
  const { settings, destination, id } = undone;
  return {
    destination,
    title: `Removal: ${settings.title}`.slice(0, 200),
    kind: 'removal',
    source: { dataset: settings.dataset, snapshot: null, sql: removal.rows.text },
    identity: settings.identity === '' ? null : { column: settings.identity, namespace: settings.namespace },
    format: draftFormat(settings.file),
    files: draftFiles(files),
    rows: files.reduce((sum, { rows }) => sum + rows, 0),
    leftOut: [],
    consent: null,
    mapping: removal.headers.map((header) => ({ from: '', to: header, treatment: 'as it was sent' })),
    undoes: id,
    idempotencyKey: `${destination}-removal-${id}`,
  };
}

function draftFiles(files: readonly PlannedFile[]): SendDraft['files'] {
  return files.map(({ name, rows }) => ({ name, rows }));
}

function draftFormat(file: FileFormat): SendDraft['format'] {
  const { format, gzip, delimiter, quote, quoting, header, lineEnd, byteOrderMark } = file;
  const text = format === 'csv' || format === 'tsv';
  return {
    name: format,
    compression: gzip && canGzip(format) ? 'gzip' : 'none',
    options: text
      ? {
          delimiter: format === 'tsv' ? '\t' : delimiter,
          quote,
          quoting,
          header,
          lineEnd,
          byteOrderMark,
          encoding: 'UTF-8',
        }
      : {},
  };
}
