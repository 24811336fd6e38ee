import { displayText, displayWidth, fitWidth } from './display-text.ts';

export interface Column {
  readonly title: string;
  /** Numbers stand at the right. Default left. */
  readonly align?: 'left' | 'right';
}

const GAP = '  ';

/**
 * Rows under their titles, each column as wide as its widest cell; the last one is cut with an ellipsis where the lines
 * would be wider than `columns` cells. The text of the cells is made harmless.
 */
export function renderTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): string {
  const cells = [columns.map(({ title }) => title), ...rows.map((row) => row.map(displayText))];
  const widths = columns.map((_, at) =>
    Math.max(...cells.map((row) => displayWidth(row[at] ?? ''))),
  );
  return cells.map((row) => renderRow(row, columns, widths, width)).join('\n');
}

function renderRow(
  row: readonly string[],
  columns: readonly Column[],
  widths: readonly number[],
  width: number,
): string {
  let used = 0;
  const texts = columns.map(({ align }, at) => {
    const isLast = at === columns.length - 1;
    const cell = isLast
      ? fitWidth(row[at] ?? '', Math.max(MIN_LAST, width - used))
      : (row[at] ?? '');
    const padding = ' '.repeat(Math.max(0, (widths[at] ?? 0) - displayWidth(cell)));
    used += (widths[at] ?? 0) + GAP.length;
    return align === 'right' ? padding + cell : cell + padding;
  });
  return texts.join(GAP).trimEnd();
}

/** Cells the last column has at least, however narrow the terminal. */
const MIN_LAST = 10;
