import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Icon } from '../icons/icon.tsx';
import { channel, droppedFiles } from '../store.ts';

/** Files are held over the page. */
const isOver = signal(false);

/** Takes files that are dropped anywhere on the page. */
export function DropTarget() {
  useEffect(() => {
    const listening = new AbortController();
    const on = (type: 'dragenter' | 'dragover' | 'dragleave' | 'drop', take: DragListener) => {
      window.addEventListener(type, take, { signal: listening.signal });
    };
    on('dragenter', hold);
    on('dragover', hold);
    on('dragleave', leave);
    on('drop', drop);
    return () => {
      listening.abort();
    };
  }, []);
  if (!isOver.value) return null;
  return (
    <div class="drop">
      <p class="drop-card">
        <Icon name="upload" size={40} />
        <strong>Drop to upload</strong>
        {channel.value !== null && <span>to #{channel.value.name}</span>}
      </p>
    </div>
  );
}

type DragListener = (event: DragEvent) => void;

function hold(event: DragEvent): void {
  if (event.dataTransfer?.types.includes('Files') !== true) return;
  event.preventDefault();
  isOver.value = true;
}

/** Only leaving the window counts: each element under the pointer is left for the next one as well. */
function leave({ relatedTarget }: DragEvent): void {
  if (relatedTarget === null) isOver.value = false;
}

function drop(event: DragEvent): void {
  isOver.value = false;
  const files = [...(event.dataTransfer?.files ?? [])];
  if (files.length === 0) return;
  event.preventDefault();
  droppedFiles.value = { files };
}
