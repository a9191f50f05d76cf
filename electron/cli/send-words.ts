import type { DryRun } from '../../src/activation/prepare/dry-run.ts';
import type { SendDocument } from '../../src/activation/sends/send-document.ts';
import { sendStateWords } from '../../src/activation/sends/send-states.ts';
import { counted } from '../../src/modules/words.ts';

/** What a dry run found, line by line. */
export function dryRunText({ outcomes, rows, sent, lint, matchRate, size, files, stops }: DryRun): string {
  return [
    `${counted(sent, 'row')} of ${counted(rows, 'row')} would leave`,
    ...outcomes.map(({ words, rows: count }) => `  ${counted(count, 'row')}: ${words}`),
    ...(matchRate === undefined ? [] : [matchRate.words]),
    size.words,
    ...lint.map(({ severity, words, remedy }) => `${severity}: ${words} ${remedy}`),
    ...files.map(({ name, rows: count }) => `file ${name}: ${counted(count, 'row')}`),
    ...stops.map((words) => `stopped: ${words}`),
    '',
  ].join('\n');
}

/** A send in one line for lists. */
export function sendLine(send: SendDocument): string {
  return `${send.id}  ${send.state}  ${send.title}: ${sendStateWords(send)}\n`;
}

/** A receipt, line by line. */
export function receiptText(send: SendDocument): string {
  const { source, consent, files, leftOut, mapping, error, manifest } = send;
  return [
    sendLine(send).trimEnd(),
    `from ${source.dataset}${source.snapshot === null ? '' : `, snapshot ${source.snapshot}`}`,
    `consent: ${consent === null ? 'none: these rows take people out' : `${consent.purpose}; channel: ${consent.channel}`}`,
    ...files.map(
      ({ name, rows, sha256, remote }) =>
        `file ${name}: ${counted(rows, 'row')}, SHA-256 ${sha256}${remote === null ? ', not arrived' : ''}`,
    ),
    ...(manifest === null ? [] : [`manifest ${manifest.name}`]),
    ...mapping.map(({ from, to, treatment }) => `column ${to}: ${from === '' ? '' : `${from}, `}${treatment}`),
    ...leftOut.map(({ reason, rows }) => `stayed: ${counted(rows, 'row')}, ${reason}`),
    ...(error === null ? [] : [`error: ${error.message}`]),
    '',
    source.sql,
    '',
  ].join('\n');
}
