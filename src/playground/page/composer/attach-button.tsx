import { useRef } from 'preact/hooks';
import { IconButton } from '../frame/icon-button.tsx';
import { FilePicker } from './file-picker.tsx';

/** Opens the file picker for a message. */
export function AttachButton() {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton
        icon="plus"
        label="Attach files"
        class="composer-attach"
        onClick={() => {
          picker.current?.click();
        }}
      />
      <FilePicker picker={picker} />
    </>
  );
}
