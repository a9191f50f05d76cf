const pieceSize = 1 << 20;

self.addEventListener('message', ({ data }: MessageEvent<File>) => {
  void parseLines(data).then((records) => {
    self.postMessage(records);
  });
});

/** The least that an importer of NDJSON has to do: read, decode, split into lines, `JSON.parse` each. Gives the records. */
async function parseLines(file: File): Promise<number> {
  const decoder = new TextDecoder();
  let rest = '';
  let records = 0;
  for (let at = 0; at < file.size; at += pieceSize) {
    const bytes = await file.slice(at, at + pieceSize).arrayBuffer();
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (JSON.parse(line) !== null) records++;
  }
  if (rest !== '' && JSON.parse(rest) !== null) records++;
  return records;
}
