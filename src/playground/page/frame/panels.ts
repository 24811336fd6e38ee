import { computed, signal } from '@preact/signals';

/** Of the two panels beside the messages, the one that is open over them. */
export const drawer = signal<'channels' | 'members' | null>(null);

/** Where there is room, the member list stands beside the messages unless it is put away. */
const isMembersColumnShown = signal(true);

/** The same widths are in `layout.css`. */
const noRoomForMembers = widthBelow(900);
const noRoomForChannels = widthBelow(640);

export const areMembersShown = computed(() =>
  noRoomForMembers.value ? drawer.value === 'members' : isMembersColumnShown.value,
);

export const areChannelsShown = computed(
  () => !noRoomForChannels.value || drawer.value === 'channels',
);

/** What had the keyboard before the drawer. */
let opener: Element | null = null;

export function openDrawer(name: 'channels' | 'members'): void {
  opener = document.activeElement;
  drawer.value = name;
}

export function toggleMembers(): void {
  if (noRoomForMembers.value) openDrawer('members');
  else isMembersColumnShown.value = !isMembersColumnShown.value;
}

/** Gives the keyboard back; for when the page behind the drawer takes it again. */
export function focusOpener(): void {
  if (opener instanceof HTMLElement) opener.focus();
}

export function closeDrawer(): void {
  drawer.value = null;
}

function widthBelow(pixels: number) {
  const query = matchMedia(`(width < ${pixels}px)`);
  const matches = signal(query.matches);
  query.addEventListener('change', (event) => {
    matches.value = event.matches;
    closeDrawer();
  });
  return matches;
}
