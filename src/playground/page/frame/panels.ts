import { signal } from '@preact/signals';

/** Of the two panels beside the messages, the one that lies over them on a narrow window. */
export const drawer = signal<'channels' | 'members' | null>(null);

/** On a wide window, the member list stands beside the messages unless it is put away. */
export const areMembersShown = signal(true);

/** As in `frame.css`. */
const NARROW = matchMedia('(max-width: 899px)');

/** The member list lies over the messages. */
export const isNarrow = signal(NARROW.matches);

NARROW.addEventListener('change', ({ matches }) => {
  isNarrow.value = matches;
  drawer.value = null;
});

export function toggleMembers(): void {
  if (isNarrow.value) drawer.value = drawer.value === 'members' ? null : 'members';
  else areMembersShown.value = !areMembersShown.value;
}
