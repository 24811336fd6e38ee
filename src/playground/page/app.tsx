import { Composer } from './composer/composer.tsx';
import { ChannelHeader } from './frame/channel-header.tsx';
import { DropTarget } from './frame/drop-target.tsx';
import { MemberList } from './frame/member-list.tsx';
import { MessageList } from './frame/message-list.tsx';
import { Panel } from './frame/panel.tsx';
import { areChannelsShown, areMembersShown, closeDrawer, drawer } from './frame/panels.ts';
import { Sidebar } from './frame/sidebar.tsx';
import { Skeleton } from './frame/skeleton.tsx';
import { StatusBars } from './frame/status-bars.tsx';
import { MessageMenu } from './menu/message-menu.tsx';
import { ModalDialog } from './modal/modal-dialog.tsx';
import { announcement, guild } from './store.ts';

export function App() {
  const isCovered = drawer.value !== null;
  return (
    <>
      <div class="app">
        <Panel name="channels" isShown={areChannelsShown.value && drawer.value !== 'members'}>
          <Sidebar />
        </Panel>
        <main inert={isCovered}>
          <ChannelHeader />
          <StatusBars />
          {guild.value === null ? <Skeleton /> : <MessageList />}
          <Composer />
        </main>
        <Panel name="members" isShown={areMembersShown.value}>
          <MemberList />
        </Panel>
        {isCovered && <div class="scrim" onClick={closeDrawer} />}
      </div>
      <MessageMenu />
      <ModalDialog />
      <DropTarget />
      <p class="visually-hidden announcement" role="status">
        {announcement}
      </p>
    </>
  );
}
