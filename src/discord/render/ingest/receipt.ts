import type { NearDuplicate } from '../../../archive/library.ts';
import type { IngestReceipt, ReceiptArticle, UndoReport } from '../../../guild/guild-archive.ts';
import { button, container, row, text } from '../../components.ts';
import { customId } from '../../custom-id.ts';
import { bold } from '../../markdown/literal.ts';
import type { MessageReply } from '../../reply.ts';
import { ingestTexts } from '../../texts/ingest/index.ts';
import type { IngestTexts } from '../../texts/ingest/ingest-texts.ts';
import type { Language } from '../../texts/language.ts';
import { ACTIONS } from './actions.ts';
import { headlineLine, nearDuplicateLines } from './article-lines.ts';
import { COLOURS } from './colours.ts';
import { failureLines } from './failures.ts';
import { linesWithin } from './lines-within.ts';

const ARTICLES_ROOM = 1_000;
const FAILURES_ROOM = 700;
const HEADLINE_LENGTH = 150;

/** What an ingest has done. @param nearDuplicates of what was added, as far as they are known. */
export function renderReceipt(
  receipt: IngestReceipt,
  language: Language,
  nearDuplicates: readonly NearDuplicate[] = [],
): MessageReply {
  const texts = ingestTexts[language];
  const { added, revised, unchanged, failures, undone } = receipt;
  const stored = added.length + revised.length;
  const parts = [
    `### ${stored > 0 ? texts.receipt.title : texts.receipt.nothingTitle}`,
    articleGroup('🟢', texts.receipt.added, added, texts),
    articleGroup('🟡', texts.receipt.revised, revised, texts),
    unchanged === 0 ? '' : `⚪ ${texts.receipt.unchanged(unchanged)}`,
    nearDuplicates.length === 0
      ? ''
      : `${bold(texts.preview.alikeTo)}\n${nearDuplicateLines(nearDuplicates, texts)}`,
    failureLines(failures, language, FAILURES_ROOM),
    undone ? bold(texts.receipt.undone) : '',
  ];
  const undo = button(customId(ACTIONS.undo, receipt.id), texts.buttons.undo, { emoji: '↩️' });
  return {
    components: [
      box(parts, stored > 0 ? COLOURS.new : COLOURS.same),
      ...(stored > 0 && !undone ? [row(undo)] : []),
    ],
  };
}

export function renderUndo(report: UndoReport, language: Language): MessageReply {
  const texts = ingestTexts[language];
  const { removed, reverted, kept } = report;
  const nothing = removed.length + reverted.length + kept.length === 0;
  const parts = [
    `### ${texts.undo.title}`,
    articleGroup('🗑️', texts.undo.removed, removed, texts),
    articleGroup('↩️', texts.undo.reverted, reverted, texts),
    articleGroup('⚠️', texts.undo.kept, kept, texts),
    nothing ? texts.undo.nothing : '',
  ];
  return { components: [box(parts, COLOURS.changed)] };
}

function articleGroup(
  mark: string,
  title: (count: number) => string,
  articles: readonly ReceiptArticle[],
  texts: IngestTexts,
): string {
  if (articles.length === 0) return '';
  const lines = articles.map(({ id, headline, revision }) => {
    const version = revision > 1 ? ` · ${texts.receipt.revision(revision)}` : '';
    return `- ${headlineLine(headline, texts, HEADLINE_LENGTH)} \`${id}\`${version}`;
  });
  const more = (count: number): string => `- ${texts.preview.more(count)}`;
  return `${mark} ${title(articles.length)}\n${linesWithin(lines, ARTICLES_ROOM, more)}`;
}

function box(parts: readonly string[], accent: number): ReturnType<typeof container> {
  return container(
    parts.filter((part) => part !== '').map((part) => text(part)),
    accent,
  );
}
