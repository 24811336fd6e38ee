import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ContainerBuilder,
  ContextMenuCommandBuilder,
  EmbedBuilder,
  FileBuilder,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  PermissionFlagsBits,
  SectionBuilder,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
  ApplicationCommandType,
  InteractionContextType,
} from 'discord.js';
import { expect, it } from 'vitest';
import {
  validateCallback,
  validateCommands,
  validateMessage,
} from '../../../src/playground/validate/validate.ts';

function overTheWire(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body));
}

it('takes a Components V2 message that discord.js builds', () => {
  const box = new ContainerBuilder()
    .setAccentColor(0x33_66_99)
    .addTextDisplayComponents((text) => text.setContent('> **An answer.**'))
    .addSectionComponents(
      new SectionBuilder()
        .addTextDisplayComponents(new TextDisplayBuilder().setContent('[1] Headline'))
        .setButtonAccessory(
          new ButtonBuilder()
            .setLabel('Open')
            .setStyle(ButtonStyle.Link)
            .setURL('https://a.example'),
        ),
    )
    .addSeparatorComponents((separator) => separator.setDivider(true))
    .addFileComponents(new FileBuilder().setURL('attachment://archive.jsonl'))
    .addActionRowComponents(
      new ActionRowBuilder<ButtonBuilder>().addComponents(
        new ButtonBuilder().setCustomId('more:1').setLabel('More').setStyle(ButtonStyle.Primary),
        new ButtonBuilder().setCustomId('up:1').setEmoji('👍').setStyle(ButtonStyle.Secondary),
      ),
    )
    .addActionRowComponents(
      new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
        new StringSelectMenuBuilder()
          .setCustomId('pick')
          .addOptions({ label: 'One', value: '1' }, { label: 'Two', value: '2' }),
      ),
    );
  const body = {
    components: [box],
    flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral,
    allowed_mentions: { parse: [] },
    attachments: [{ id: '0' }],
  };
  expect(
    validateCallback(overTheWire({ type: 4, data: body }), { fileNames: ['archive.jsonl'] }),
  ).toEqual([]);
});

it('takes an embed that discord.js builds', () => {
  const embed = new EmbedBuilder()
    .setTitle('Title')
    .setURL('https://a.example')
    .setTimestamp(0)
    .addFields({ name: 'Name', value: 'Value' });
  expect(validateMessage(overTheWire({ embeds: [embed] }), 'create')).toEqual([]);
});

it('takes a modal that discord.js builds', () => {
  const modal = new ModalBuilder()
    .setCustomId('ingest')
    .setTitle('Add an article')
    .addTextDisplayComponents(new TextDisplayBuilder().setContent('Fill in.'))
    .addLabelComponents(
      new LabelBuilder()
        .setLabel('Headline')
        .setDescription('As printed')
        .setTextInputComponent(
          new TextInputBuilder()
            .setCustomId('headline')
            .setStyle(TextInputStyle.Short)
            .setValue('x'),
        ),
    );
  expect(validateCallback(overTheWire({ type: 9, data: modal }))).toEqual([]);
});

it('takes commands that discord.js builds', () => {
  const archive = new SlashCommandBuilder()
    .setName('archive')
    .setNameLocalizations({ de: 'archiv', 'es-ES': 'archivo' })
    .setDescription('The archive')
    .setContexts(InteractionContextType.Guild)
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageMessages)
    .addSubcommand((sub) =>
      sub
        .setName('show')
        .setDescription('Shows an article')
        .addStringOption((option) =>
          option.setName('article').setDescription('Which').setRequired(true).setAutocomplete(true),
        )
        .addIntegerOption((option) =>
          option.setName('page').setDescription('Page').setMinValue(1).setMaxValue(99),
        ),
    );
  const menu = new ContextMenuCommandBuilder()
    .setName('Add to archive')
    .setType(ApplicationCommandType.Message);
  expect(validateCommands(overTheWire([archive, menu]))).toEqual([]);
});
