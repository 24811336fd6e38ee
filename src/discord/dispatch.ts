import { setMaxListeners } from 'node:events';
import {
  InteractionResponseType,
  PermissionFlagsBits,
  type AutocompleteInteraction,
  type Interaction,
  type REST,
} from 'discord.js';
import type { Clock } from '../clock.ts';
import type { Guilds } from '../guild/guilds.ts';
import type { Log } from '../log.ts';
import { createChannelPost } from './channel-post.ts';
import type { Caller, Choice, Feature } from './command.ts';
import { Exchange } from './exchange.ts';
import { answerFailure } from './failure.ts';
import type { InteractionCalls, InteractionRest } from './interaction-calls.ts';
import { CHOICES } from './limits.ts';
import { within } from './patience.ts';
import { newReference } from './reference.ts';
import { isModal, type Reply } from './reply.ts';
import { createRoutes, type Route } from './routes.ts';
import { dispatchTexts, permissionNames } from './texts/dispatch/index.ts';
import { languageOf } from './texts/language.ts';

/** An answer that is ready this soon is the first response; what takes longer is deferred. Milliseconds. */
const DIRECT_MS = 1_000;
/** What must be the first response itself, modals and autocompletions, is given up then. */
const GIVE_UP_MS = 2_500;
/** From the beginning of a stop until unfinished work is told to end, and until it is no longer waited for. */
const GRACE_MS = 8_500;
const LAST_WORDS_MS = 1_500;

export interface DispatchPorts {
  readonly features: readonly Feature[];
  /** Opens while the bot is already connected; interactions wait for it, acknowledged. */
  readonly archive: Promise<{ readonly guilds: Guilds }>;
  readonly interactions: InteractionRest;
  /** With the bot's token: for messages in channels. */
  readonly rest: REST;
  readonly mention: (command: string) => string;
  readonly clock: Clock;
  readonly log: Log;
  /** Default random. */
  readonly reference?: () => string;
}

/** Acknowledges, runs, answers: nothing else talks to Discord about interactions, and no error leaves it. */
export interface Dispatcher {
  /** Resolves when all is said. Never rejects. */
  handle(interaction: Interaction): Promise<void>;
  /**
   * Takes no more work and waits for what is in progress, at most 10 s; what has not ended shortly before that is aborted
   * and says so to whoever asked.
   */
  stop(): Promise<void>;
}

export function createDispatcher(ports: DispatchPorts): Dispatcher {
  return new InteractionDispatcher(ports);
}

class InteractionDispatcher implements Dispatcher {
  readonly #ports: DispatchPorts;
  readonly #routes;
  readonly #running = new Set<Promise<void>>();
  readonly #aborted = new AbortController();
  #stopping = false;

  constructor(ports: DispatchPorts) {
    this.#ports = ports;
    // Every interaction under way listens to it.
    setMaxListeners(0, this.#aborted.signal);
    this.#routes = createRoutes(ports.features);
  }

  handle(interaction: Interaction): Promise<void> {
    const arrivedAt = this.#ports.clock.elapsed();
    const work = interaction.isAutocomplete()
      ? this.#complete(interaction, arrivedAt)
      : this.#respond(interaction, arrivedAt);
    this.#running.add(work);
    return work.finally(() => this.#running.delete(work));
  }

  async stop(): Promise<void> {
    const { clock, log } = this.#ports;
    this.#stopping = true;
    const startedAt = clock.elapsed();
    const finished = await within(this.#settle(), startedAt + GRACE_MS, clock);
    if (finished.done) return;
    log.warn({ interactions: this.#running.size }, 'work in progress is cut off by the stop');
    this.#aborted.abort();
    await within(this.#settle(), startedAt + GRACE_MS + LAST_WORDS_MS, clock);
  }

  async #settle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  async #respond(
    interaction: Exclude<Interaction, AutocompleteInteraction>,
    arrivedAt: number,
  ): Promise<void> {
    const calls = this.#ports.interactions.callsFor(interaction, arrivedAt);
    let exchange = this.#exchange(interaction, calls, arrivedAt, 'private');
    try {
      const caller = this.#caller(interaction, (reply) => {
        exchange.progress(reply);
      });
      const route = this.#admit(interaction, caller);
      if (typeof route === 'string') {
        await exchange.fail(route);
        return;
      }
      exchange = this.#exchange(interaction, calls, arrivedAt, route.place);
      await this.#converse(exchange, route, caller, arrivedAt);
    } catch (error) {
      await answerFailure(error, {
        exchange,
        log: this.#ports.log,
        reference: this.#ports.reference ?? newReference,
        language: languageOf(interaction.locale),
        stopping: this.#aborted.signal.aborted,
        facts: factsOf(interaction),
      });
    }
  }

  async #converse(
    exchange: Exchange,
    route: Route,
    caller: Caller,
    arrivedAt: number,
  ): Promise<void> {
    const { clock } = this.#ports;
    const work = route.run(caller);
    if (route.opensModal) {
      const opened = await within(work, arrivedAt + GIVE_UP_MS, clock);
      const { notReady } = dispatchTexts[caller.language];
      await (opened.done ? deliver(exchange, opened.value) : exchange.fail(notReady));
      return;
    }
    const direct = await within(work, arrivedAt + DIRECT_MS, clock);
    if (!direct.done) await exchange.defer();
    await deliver(exchange, direct.done ? direct.value : await work);
  }

  #exchange(
    { id, channelId }: Interaction,
    calls: InteractionCalls,
    arrivedAt: number,
    place: Route['place'],
  ): Exchange {
    const { rest, clock, log } = this.#ports;
    const post = createChannelPost(rest, channelId ?? '', id, clock);
    return new Exchange({ calls, post, place, arrivedAt, clock, log });
  }

  /** What to do, or a sentence that says why nothing is done. */
  #admit(interaction: Interaction, caller: Caller): Route | string {
    const refusal = this.#refusal(interaction);
    if (refusal !== null) return refusal;
    const texts = dispatchTexts[caller.language];
    const route = this.#routes.find(interaction);
    if (route === null) {
      return interaction.isCommand() ? texts.unknownCommand : texts.unknownControl;
    }
    const { permission } = route;
    if (permission === null || isGranted(permission, caller.permissions)) return route;
    return texts.missingPermission(permissionNames(permission & ~caller.permissions, texts));
  }

  #refusal(interaction: Interaction): string | null {
    const texts = dispatchTexts[languageOf(interaction.locale)];
    if (this.#stopping) return texts.restarting;
    return interaction.guildId === null ? texts.outsideGuild : null;
  }

  #caller(interaction: Interaction, progress: Caller['progress']): Caller {
    const { archive, mention } = this.#ports;
    const guildId = interaction.guildId ?? '';
    return {
      guildId,
      channelId: interaction.channelId ?? '',
      userId: interaction.user.id,
      language: languageOf(interaction.locale),
      permissions: interaction.memberPermissions?.bitfield ?? 0n,
      archive: async () => (await archive).guilds.of(guildId),
      mention,
      progress,
      signal: this.#aborted.signal,
    };
  }

  /** Suggestions are a help, never a failure: in doubt there are none. */
  async #complete(interaction: AutocompleteInteraction, arrivedAt: number): Promise<void> {
    const { clock, log, interactions } = this.#ports;
    let choices: readonly Choice[] = [];
    try {
      const found = await within(this.#choices(interaction), arrivedAt + GIVE_UP_MS, clock);
      if (found.done) choices = found.value;
    } catch (error) {
      log.warn({ err: error, ...factsOf(interaction) }, 'an autocompletion failed');
    }
    try {
      await interactions.callsFor(interaction, arrivedAt).respond({
        type: InteractionResponseType.ApplicationCommandAutocompleteResult,
        data: { choices: choices.slice(0, CHOICES) },
      });
    } catch (error) {
      log.warn({ err: error, ...factsOf(interaction) }, 'an autocompletion was not delivered');
    }
  }

  async #choices(interaction: AutocompleteInteraction): Promise<readonly Choice[]> {
    const command = this.#routes.slashCommand(interaction.commandName);
    if (!command?.autocomplete || this.#refusal(interaction) !== null) return [];
    return command.autocomplete(
      interaction,
      this.#caller(interaction, () => undefined),
    );
  }
}

function deliver(exchange: Exchange, reply: Reply): Promise<void> {
  return isModal(reply) ? exchange.openModal(reply.modal) : exchange.answer(reply);
}

function isGranted(needed: bigint, held: bigint): boolean {
  return (held & PermissionFlagsBits.Administrator) !== 0n || (held & needed) === needed;
}

/** For the log; nothing a person wrote. */
function factsOf(interaction: Interaction): Readonly<Record<string, unknown>> {
  return { interaction: interaction.id, guild: interaction.guildId, command: nameOf(interaction) };
}

function nameOf(interaction: Interaction): string {
  return 'commandName' in interaction ? interaction.commandName : interaction.customId;
}
