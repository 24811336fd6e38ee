import type { ModalView } from '../../page-protocol.ts';
import { Icon } from '../icons/icon.tsx';
import { Markdown } from '../markdown/markdown.tsx';
import { guild } from '../store.ts';
import { Field } from './field.tsx';
import { addFiles, heldFiles } from './added-files.ts';
import { fieldId } from './field-frame.tsx';
import { useForm, type Form } from './use-form.ts';

export interface ModalFormProps {
  readonly view: ModalView;
  readonly onCancel: () => void;
}

/** The fields of a modal, and its two buttons. */
export function ModalForm({ view, onCancel }: ModalFormProps) {
  const form = useForm(view);
  return (
    <form
      class="modal-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const wrong = form.submit();
        if (wrong !== null) document.getElementById(fieldId(form.fields, wrong))?.focus();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        event.currentTarget.requestSubmit();
      }}
      {...fileEvents(form)}
    >
      <div class="modal-body">
        <Warning />
        {form.isRestored && (
          <p class="modal-restored">
            What you typed before is still here.{' '}
            <button type="button" class="modal-link" onClick={form.startOver}>
              Start over
            </button>
          </p>
        )}
        {form.fields.map((field, index) =>
          field.kind === 'note' ? (
            <Markdown key={index} text={field.content} />
          ) : (
            <Field key={index} id={fieldId(form.fields, field)} field={field} form={form} />
          ),
        )}
      </div>
      <footer class="modal-footer">
        <p class="modal-failure" role="alert">
          {form.failure}
        </p>
        <button type="button" class="modal-cancel" onClick={onCancel}>
          Cancel
        </button>
        <button type="submit" class="modal-submit" aria-disabled={form.isWaiting}>
          {form.isWaiting ? <Waiting /> : 'Submit'}
        </button>
      </footer>
    </form>
  );
}

function Warning() {
  return (
    <p class="modal-warning">
      <Icon name="warning" />
      <span>
        This form will be submitted to <strong>{guild.value?.bot.name}</strong>. Do not share
        passwords or other sensitive information.
      </span>
    </p>
  );
}

function Waiting() {
  return (
    <span class="modal-waiting">
      <span class="visually-hidden">Submitting</span>
      <i />
      <i />
      <i />
    </span>
  );
}

/** Files that are dropped or pasted anywhere in a form go to it, not to the message box below. */
function fileEvents(form: Form) {
  const hold = (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    onDragEnter: hold,
    onDragOver: hold,
    onDrop: (event: DragEvent) => {
      hold(event);
      addFiles(form, heldFiles(event.dataTransfer), event.target);
    },
    onPaste: (event: ClipboardEvent) => {
      const files = heldFiles(event.clipboardData);
      if (files.length === 0) return;
      event.preventDefault();
      addFiles(form, files, event.target);
    },
  };
}
