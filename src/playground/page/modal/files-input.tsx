import { fileSize } from '../composer/file-size.ts';
import { Icon } from '../icons/icon.tsx';
import { addFiles, setFiles } from './added-files.ts';
import { FieldFrame, describedBy } from './field-frame.tsx';
import type { FieldProps } from './field.tsx';
import type { FilesField } from './form-fields.ts';
import { filesIn } from './form-values.ts';

/** Takes files by picker, drop and paste, and lists those it has. */
export function FilesInput({ id, field, form }: FieldProps<FilesField>) {
  const files = filesIn(form.values, field);
  const problem = form.problem(field);
  return (
    <FieldFrame id={id} field={field} problem={problem}>
      <div class="modal-files" data-files={field.customId}>
        <div class="modal-zone">
          <input
            id={id}
            class="modal-picker"
            type="file"
            multiple={field.most > 1}
            accept={field.accept}
            required={field.required}
            aria-invalid={problem !== null}
            aria-describedby={describedBy(id, field, problem)}
            onChange={({ currentTarget }) => {
              addFiles(form, Array.from(currentTarget.files ?? []), currentTarget);
              // The same file can be chosen again.
              currentTarget.value = '';
            }}
          />
          <Icon name="upload" size={24} />
          <span>
            Drop {field.most > 1 ? `up to ${field.most} files` : 'a file'} here or{' '}
            <span class="modal-browse">browse</span>
          </span>
        </div>
        {files.length > 0 && (
          <ul class="modal-file-list" aria-label={`Files of ${field.label}`}>
            {files.map((file, index) => (
              <li key={`${file.name}/${index}`} class="modal-file">
                <Icon name="file" size={24} />
                <span class="modal-file-name">{file.name}</span>
                <span class="modal-file-size">{fileSize(file.size)}</span>
                <button
                  type="button"
                  class="modal-remove"
                  aria-label={`Remove ${file.name}`}
                  onClick={() => {
                    setFiles(
                      form,
                      field,
                      files.filter((other) => other !== file),
                    );
                    document.getElementById(id)?.focus();
                  }}
                >
                  <Icon name="close" size={16} />
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </FieldFrame>
  );
}
