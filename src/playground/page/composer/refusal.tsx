import { IconButton } from '../frame/icon-button.tsx';
import { dismissRefusal, refusal } from './drafts.ts';

/** Why the last thing was not sent. */
export function Refusal() {
  if (refusal.value === null) return null;
  return (
    <div class="composer-refusal" role="alert">
      <p>{refusal.value}</p>
      <IconButton icon="close" label="Dismiss" onClick={dismissRefusal} />
    </div>
  );
}
