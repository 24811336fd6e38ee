import type { Clock } from '../clock.ts';
import type { CommandStore } from './command-store.ts';
import type { Gateway } from './gateway/gateway.ts';
import type { Interactions } from './interactions/interactions.ts';
import type { AttachmentStore } from './messages/attachment-store.ts';
import type { MessageStore } from './messages/message-store.ts';
import type { Snowflakes } from './snowflake.ts';
import type { Watch } from './watch.ts';
import type { LocalWorld } from './world/local-world.ts';
import type { WorldState } from './world/state.ts';
import type { Alarms } from './alarms.ts';

/** What the routes and the people work with. */
export interface Parts {
  readonly clock: Clock;
  readonly alarms: Alarms;
  readonly ids: Snowflakes;
  readonly watch: Watch;
  readonly state: WorldState;
  readonly world: LocalWorld;
  readonly gateway: Gateway;
  readonly messages: MessageStore;
  readonly attachments: AttachmentStore;
  readonly commands: CommandStore;
  readonly interactions: Interactions;
  readonly applicationId: string;
  /** Of whoever started this Discord. */
  readonly notes: Map<string, string>;
  readonly gatewayUrl: string;
  /** Shards that a bot is advised to use. */
  readonly shards: number;
  /** The application may read what others write. */
  readonly seesContent: boolean;
}
