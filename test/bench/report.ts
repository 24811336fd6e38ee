import { availableParallelism, cpus, totalmem } from 'node:os';

/** One figure, with what it is compared with and what it must reach. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** In the same unit; null where there is nothing to compare with. */
  readonly baseline: number | null;
  /**
   * Times as good as the baseline where that is another's way; times as long where it is our own on a smaller archive;
   * the part where it is the whole.
   */
  readonly ratio: number | null;
  /** `ratio ≥ 2.6`, `value ≤ 50`; null for a figure that is only told. */
  readonly target: string | null;
  readonly ok: boolean | null;
}

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly node: string;
  readonly platform: string;
}

export interface Report {
  readonly machine: Machine;
  readonly rows: readonly Row[];
}

export interface Target {
  readonly of: 'ratio' | 'value';
  readonly bound: '≥' | '≤';
  readonly limit: number;
}

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline?: number;
  readonly ratio?: number;
  readonly target?: Target;
}

/** The figure, judged. */
export function row({ name, value, unit, baseline, ratio, target }: Figure): Row {
  return {
    name,
    value,
    unit,
    baseline: baseline ?? null,
    ratio: ratio ?? null,
    target: target ? `${target.of} ${target.bound} ${target.limit}` : null,
    ok: target ? reaches(target.of === 'ratio' ? ratio : value, target) : null,
  };
}

/** A figure that is not there reaches nothing. */
function reaches(figure = NaN, { bound, limit }: Target): boolean {
  return bound === '≥' ? figure >= limit : figure <= limit;
}

export function describeMachine(): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
  };
}

/** The report for people: a line for the machine, a table, a line for what was missed. */
export function renderReport({ machine, rows }: Report): string {
  const { cpu, cores, memoryGb, node, platform } = machine;
  const cells = [HEADINGS, ...rows.map(cellsOf)];
  const widths = HEADINGS.map((_, column) =>
    Math.max(...cells.map((line) => line[column]?.length ?? 0)),
  );
  const lines = cells.map((line) =>
    line
      .map((cell, column) =>
        LEFT_ALIGNED.has(column)
          ? cell.padEnd(widths[column] ?? 0)
          : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  const missed = rows.filter(({ ok }) => ok === false).length;
  const judged = rows.filter(({ ok }) => ok !== null).length;
  return [
    `${cpu}, ${cores} cores, ${memoryGb} GB, Node ${node}, ${platform}`,
    '',
    ...lines,
    '',
    ...(judged === 0 ? [] : [`${judged - missed} of ${judged} targets reached`, '']),
  ].join('\n');
}

const HEADINGS = ['', 'value', 'unit', 'baseline', 'ratio', 'target', ''];
const LEFT_ALIGNED = new Set([0, 2, 5, 6]);

function cellsOf({ name, value, unit, baseline, ratio, target, ok }: Row): string[] {
  return [
    name,
    formatNumber(value),
    unit,
    baseline === null ? '' : formatNumber(baseline),
    ratio === null ? '' : `${formatNumber(ratio)} ×`,
    target ?? '',
    ok === null ? '' : ok ? 'ok' : 'MISSED',
  ];
}

/** Three digits that matter, and never fewer than the whole part has. */
function formatNumber(value: number): string {
  const decimals = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 3;
  return value.toLocaleString('en', { maximumFractionDigits: decimals });
}
