import type { ConformanceCase, ConformanceTopic } from './conformance-case.ts';

/** What becomes of a construct: proved by the cases that show it. */
export type ConstructState = 'runs' | 'runs, with a notice' | 'refused with a clear error';

export interface Construct {
  readonly name: string;
  readonly state: ConstructState;
  readonly cases: number;
  /** Its cases that must fail: what is refused of a construct that runs. */
  readonly refused: number;
}

/** The constructs of a topic in the order of their first case. */
export function constructsOf({ cases }: ConformanceTopic): readonly Construct[] {
  const names = [...new Set(cases.map(({ construct }) => construct))];
  return names.map((name) => {
    const own = cases.filter(({ construct }) => construct === name);
    const refused = own.filter(({ expected }) => expected.kind === 'error').length;
    return { name, state: stateOf(own, refused), cases: own.length, refused };
  });
}

function stateOf(cases: readonly ConformanceCase[], refused: number): ConstructState {
  if (refused === cases.length) return 'refused with a clear error';
  const isNoticed = cases.every(({ expected, notices }) => expected.kind === 'error' || notices.length > 0);
  return isNoticed ? 'runs, with a notice' : 'runs';
}

/** How many cases there are, and how many constructs in each state. */
export function summaryOf(topics: readonly ConformanceTopic[]): string {
  const constructs = topics.flatMap(constructsOf);
  const count = (state: ConstructState) => constructs.filter((construct) => construct.state === state).length;
  const cases = topics.reduce((sum, topic) => sum + topic.cases.length, 0);
  return (
    `${cases} cases show ${constructs.length} constructs: ${count('runs')} run, ` +
    `${count('runs, with a notice')} run with a notice, ${count('refused with a clear error')} are refused with a clear error.`
  );
}

/** The topics as Markdown: a table of constructs for each. */
export function statesMarkdown(topics: readonly ConformanceTopic[]): string {
  return topics.map((topic) => `## ${topic.title}\n\n${tableOf(topic)}`).join('\n\n');
}

function tableOf(topic: ConformanceTopic): string {
  const rows = constructsOf(topic).map(({ name, state, cases, refused }) => {
    const some = refused > 0 && refused < cases ? `${cases}, ${refused} of them errors` : String(cases);
    return `| ${codeOf(name)} | ${state} | ${some} |`;
  });
  return ['| Construct | State | Cases |', '| --- | --- | --- |', ...rows].join('\n');
}

/** In back-ticks, also where the name holds bars. */
const codeOf = (name: string) => `\`${name.replaceAll('|', '\\|')}\``;
