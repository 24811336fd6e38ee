import { Composer } from './composer/composer.tsx';
import { ChannelHeader } from './frame/channel-header.tsx';
import { MemberList } from './frame/member-list.tsx';
import { MessageList } from './frame/message-list.tsx';
import { areMembersShown, drawer } from './frame/panels.ts';
import { Sidebar } from './frame/sidebar.tsx';
import { MessageMenu } from './menu/message-menu.tsx';
import { ModalDialog } from './modal/modal-dialog.tsx';
import { announcement } from './store.ts';

export function App() {
  return (
    <>
      <div
        class={`app ${areMembersShown.value ? 'has-members' : ''}`}
        data-drawer={drawer.value ?? undefined}
      >
        <Sidebar />
        <main>
          <ChannelHeader />
          <MessageList />
          <Composer />
        </main>
        <MemberList />
      </div>
      <MessageMenu />
      <ModalDialog />
      <p class="visually-hidden" role="status">
        {announcement}
      </p>
    </>
  );
}
