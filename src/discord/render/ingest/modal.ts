import {
  ComponentType,
  TextInputStyle,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
} from 'discord.js';
import type { ArticleDraft } from '../../../archive/article.ts';
import type { PendingArticle } from '../../../guild/guild-archive.ts';
import { customId } from '../../custom-id.ts';
import { TEXT_INPUT_LENGTH } from '../../limits.ts';
import { displayLine } from '../../markdown/literal.ts';
import type { ModalReply } from '../../reply.ts';
import { ingestTexts } from '../../texts/ingest/index.ts';
import type { IngestTexts } from '../../texts/ingest/ingest-texts.ts';
import type { Language } from '../../texts/language.ts';
import { ACTIONS, INPUTS } from './actions.ts';

/** Characters of each one-line input: as many as a draft can have, so that whatever it has can be edited. */
const LINE_LENGTH = { headline: 1_000, date: 60, section: 2_000, link: 2_000 } as const;

/** The window for a new article. @param values what stands in it already. */
export function ingestTextModal(
  language: Language,
  values: { readonly headline?: string } = {},
): ModalReply {
  const texts = ingestTexts[language];
  const modal: APIModalInteractionResponseCallbackData = {
    custom_id: customId(ACTIONS.text),
    title: texts.modal.title,
    components: [
      ...lineInputs(texts, {
        headline: displayLine(values.headline ?? ''),
        date: '',
        section: '',
        link: '',
      }),
      bodyInput(texts, ''),
    ],
  };
  return { modal };
}

/** The window for an article that is pending, filled with what it has. A text too long for it is left out. */
export function editModal(
  id: string,
  at: number,
  { draft }: PendingArticle,
  language: Language,
): ModalReply {
  const texts = ingestTexts[language];
  const body = bodyOf(draft);
  const modal: APIModalInteractionResponseCallbackData = {
    custom_id: customId(ACTIONS.edited, id, at),
    title: texts.modal.editTitle,
    components: [
      ...lineInputs(texts, {
        headline: draft.headline,
        date: draft.publishedAt ?? '',
        section: draft.section ?? '',
        link: draft.url ?? '',
      }),
      body.length <= TEXT_INPUT_LENGTH
        ? bodyInput(texts, body)
        : { type: ComponentType.TextDisplay, content: texts.modal.bodyTooLong(body.length) },
    ],
  };
  return { modal };
}

type LineValues = Readonly<Record<keyof typeof LINE_LENGTH, string>>;

function lineInputs(texts: IngestTexts, values: LineValues): readonly APILabelComponent[] {
  const { modal } = texts;
  const line = (
    name: keyof typeof LINE_LENGTH,
    description?: string,
    required = false,
  ): APILabelComponent => ({
    type: ComponentType.Label,
    label: modal[name],
    ...(description === undefined ? {} : { description }),
    component: {
      type: ComponentType.TextInput,
      custom_id: INPUTS[name],
      style: TextInputStyle.Short,
      required,
      max_length: LINE_LENGTH[name],
      ...(values[name] === '' ? {} : { value: values[name] }),
    },
  });
  return [
    line('headline', undefined, true),
    line('date', modal.dateHint),
    line('section'),
    line('link', modal.linkHint),
  ];
}

function bodyInput(texts: IngestTexts, value: string): APILabelComponent {
  return {
    type: ComponentType.Label,
    label: texts.modal.body,
    description: texts.modal.bodyHint,
    component: {
      type: ComponentType.TextInput,
      custom_id: INPUTS.body,
      style: TextInputStyle.Paragraph,
      required: true,
      max_length: TEXT_INPUT_LENGTH,
      ...(value === '' ? {} : { value }),
    },
  };
}

/** The text as it stands in the window: paragraphs between blank lines. */
export function bodyOf({ paragraphs }: ArticleDraft): string {
  return paragraphs.map(({ text }) => text).join('\n\n');
}
