import type { ChannelName, Input } from '../../../shared/contract.ts';
import { useChange } from '../../lib/api.ts';
import { offerUndo, tellDone } from '../../lib/tell.tsx';

/** Saves what a dialog's form holds, says so, offers to take a change back, and closes the dialog. */
export function useSave<N extends ChannelName>(name: N, message: string, onClose: () => void) {
  const change = useChange(name);
  return {
    error: change.error,
    busy: change.isPending,
    save(input: Input<N>): void {
      change.mutate(input, {
        onSuccess: (answer) => {
          onClose();
          const undoId = 'undoId' in answer && typeof answer.undoId === 'string' ? answer.undoId : null;
          if (undoId === null) tellDone(message);
          else offerUndo(undoId, message);
        },
      });
    },
  };
}
