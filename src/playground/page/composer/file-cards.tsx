import { Icon } from '../icons/icon.tsx';
import type { TextDraft } from './draft.ts';
import { goTo } from './drafts.ts';
import { fileSize } from './file-size.ts';

/** The files of a message before it is sent. */
export function FileCards({ draft }: { readonly draft: TextDraft }) {
  if (draft.files.length === 0) return null;
  return (
    <ul class="file-cards" aria-label="Attached files">
      {draft.files.map((file, index) => (
        <li key={`${file.name}/${index}`} class="attached-file">
          <Icon name="file" size={40} />
          <span class="file-name">{file.name}</span>
          <span class="file-size">{fileSize(file.size)}</span>
          <button
            type="button"
            class="file-remove"
            aria-label={`Remove ${file.name}`}
            title="Remove"
            onClick={() => {
              goTo({ ...draft, files: draft.files.filter((other) => other !== file) });
            }}
          >
            <Icon name="close" size={16} />
          </button>
        </li>
      ))}
    </ul>
  );
}
