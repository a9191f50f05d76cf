import type { SendDocument } from '../../src/activation/sends/send-document.ts';
import { momentText } from '../ui/moment-text.ts';
import classes from './Send.module.css';
import { bytesText } from './send-words.ts';

/** Where a send went, from what, on which consent and when. */
export function ReceiptFacts({ send }: { readonly send: SendDocument }) {
  const { source, identity, consent, createdAt, finishedAt, to, format, attempts, manifest } = send;
  const facts: readonly (readonly [title: string, words: string])[] = [
    ['To', `${to.name}: ${to.words}`],
    ['Rows', send.rows.toLocaleString()],
    ['From', source.snapshot === null ? source.dataset : `${source.dataset}, snapshot ${source.snapshot}`],
    ['Identity', identity === null ? 'none' : [identity.column, identity.namespace].filter(Boolean).join(', ')],
    [
      'Consent',
      consent === null ? 'none: these rows take people out' : `${consent.purpose}; channel: ${consent.channel}`,
    ],
    ['Format', format.compression === 'gzip' ? `${format.name}, gzip` : format.name],
    ['Sealed', momentText(new Date(createdAt))],
    ['Finished', finishedAt === null ? 'not yet' : momentText(new Date(finishedAt))],
    ['Deliveries begun', String(attempts)],
    ['Manifest', manifest === null ? 'none' : manifest.name],
    ['Fingerprint', send.idempotencyKey],
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(([title, words]) => (
        <div key={title} style={{ display: 'contents' }}>
          <dt>{title}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Its files with their checksums. */
export function ReceiptFiles({ send }: { readonly send: SendDocument }) {
  return (
    <section className={classes.section} aria-label="Files">
      <h3>Files</h3>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col" data-number>
              Rows
            </th>
            <th scope="col" data-number>
              Size
            </th>
            <th scope="col">SHA-256</th>
            <th scope="col">Arrived</th>
          </tr>
        </thead>
        <tbody>
          {send.files.map(({ name, rows, bytes, sha256, remote }) => (
            <tr key={name}>
              <td>{name}</td>
              <td data-number>{rows.toLocaleString()}</td>
              <td data-number>{bytesText(bytes)}</td>
              <td className={classes.digest}>{sha256}</td>
              <td>{remote === null ? 'no' : momentText(new Date(remote.at))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
