import { Composer } from './composer/composer.tsx';
import { ChannelHeader } from './frame/channel-header.tsx';
import { MemberList } from './frame/member-list.tsx';
import { MessageList } from './frame/message-list.tsx';
import { Sidebar } from './frame/sidebar.tsx';
import { MessageMenu } from './menu/message-menu.tsx';
import { ModalDialog } from './modal/modal-dialog.tsx';

export function App() {
  return (
    <>
      <Sidebar />
      <main>
        <ChannelHeader />
        <MessageList />
        <Composer />
      </main>
      <MemberList />
      <MessageMenu />
      <ModalDialog />
    </>
  );
}
