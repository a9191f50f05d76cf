import { counted } from '../modules/words.ts';
import type { Held } from '../privacy/erase/holder.ts';
import type { ErasureReport } from '../privacy/erase/report.ts';
import { escapeHtml } from './escape-html.ts';
import { reportStyle } from './report-style.ts';

/** An erasure in one sentence, with its numbers. */
export function erasureWords({ identities, erased, remaining, bytesLeft }: ErasureReport): string {
  const rows = erased.filter(({ unit }) => unit === 'row').reduce((sum, { count }) => sum + count, 0);
  const who = counted(identities, 'identity', 'identities');
  const file =
    bytesLeft === 0
      ? 'The database file was written anew, and no byte of them stands in it.'
      : `The database file was written anew, and bytes of them stand in ${counted(bytesLeft, 'place')} of it.`;
  const left = remaining.length === 0 ? '' : ` In ${counted(remaining.length, 'place')} something is left to decide.`;
  return `${who} erased from ${counted(erased.length, 'place')}, ${counted(rows, 'row')} in all. ${file}${left}`;
}

/** The report of an erasure as one HTML page that needs nothing else. */
export function erasureHtml(report: ErasureReport): string {
  const { id, startedAt, finishedAt, hashes, erased, remaining, limits } = report;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Erasure of people</title>
<style>${reportStyle}</style>
</head>
<body>
<h1>Erasure of people</h1>
<p class="facts">${escapeHtml(id)}, begun ${moment(startedAt)} UTC, ended ${moment(finishedAt)} UTC, with Stillhouse.</p>
<p class="words">${escapeHtml(erasureWords(report))}</p>
${placesHtml('Erased', erased)}
${placesHtml('Still to be decided', remaining)}
<h2>Out of reach</h2>
<ul>
${limits.map((limit) => `<li>${escapeHtml(limit)}</li>`).join('\n')}
</ul>
<h2>Who</h2>
<p class="facts">This report names nobody. Each identity stands here as its HMAC-SHA256 under the project’s key of sent identities.</p>
${hashes.length === 0 ? '<p>The key was not on the machine.</p>' : `<pre>${hashes.map(escapeHtml).join('\n')}</pre>`}
</body>
</html>
`;
}

function placesHtml(title: string, held: readonly Held[]): string {
  if (held.length === 0) return '';
  const rows = held.map(
    ({ place, count, unit, action, words }) =>
      `<tr><td>${escapeHtml(place)}</td><td class="number">${counted(count, unit)}</td><td>${action}</td><td>${escapeHtml(words)}</td></tr>`,
  );
  return `<h2>${title}</h2>
<table>
<thead><tr><th scope="col">Place</th><th scope="col">Found</th><th scope="col">Done</th><th scope="col">In words</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
}

function moment(iso: string): string {
  return escapeHtml(iso.slice(0, 19).replace('T', ' '));
}
