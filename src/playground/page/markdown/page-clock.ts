import { computed, signal } from '@preact/signals';
import { guild } from '../store.ts';

/** How often relative times are looked at again, in milliseconds. */
const TICK_MS = 10_000;

const machineTime = signal(Date.now());
setInterval(() => {
  machineTime.value = Date.now();
}, TICK_MS);

/** What the playground's clock says, in milliseconds since 1970. */
export const now = computed(() => machineTime.value + (guild.value?.time.aheadMs ?? 0));
