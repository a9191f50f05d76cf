import { Button, Group, Modal, Stack } from '@mantine/core';
import { useStore } from 'zustand';
import { useServices } from '../app/services.ts';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { ChooseStage } from './ChooseStage.tsx';
import classes from './Erase.module.css';
import { erasureStore, forgetErasure } from './erasure-store.ts';
import { PreviewStage } from './PreviewStage.tsx';
import { ProgressStage } from './ProgressStage.tsx';
import { ReportStage } from './ReportStage.tsx';
import { startErasure } from './run-in-window.ts';

/** Erases people from the project, step by step. While it runs it cannot be closed. */
export function EraseDialog({ onClose }: { readonly onClose: () => void }) {
  const stage = useStore(erasureStore, (state) => state.stage);
  const isBusy = stage.kind === 'running' || stage.kind === 'searching';
  const close = () => {
    if (isBusy) return;
    forgetErasure();
    onClose();
  };
  return (
    <Modal
      opened
      onClose={close}
      title="Erase people"
      size={stage.kind === 'choose' || isBusy ? 'lg' : 'xl'}
      closeOnClickOutside={false}
      closeOnEscape={!isBusy}
      withCloseButton={!isBusy}
    >
      <Stage onClose={close} />
    </Modal>
  );
}

function Stage({ onClose }: { readonly onClose: () => void }) {
  const services = useServices();
  const stage = useStore(erasureStore, (state) => state.stage);
  switch (stage.kind) {
    case 'choose':
      return <ChooseStage failure={stage.failure} onClose={onClose} />;
    case 'searching':
      return <ProgressStage progress={stage.progress} cancel={stage.cancel} isErasing={false} />;
    case 'preview':
      return <PreviewStage order={stage.order} held={stage.held} />;
    case 'running':
      return <ProgressStage progress={stage.progress} cancel={stage.cancel} isErasing />;
    case 'done':
      return <ReportStage report={stage.report} file={stage.file} onClose={onClose} />;
    case 'failed':
      return (
        <Stack gap="sm">
          <ErrorNote error={stage.error} />
          <p className={classes.caution}>
            {stage.begun
              ? 'The rows are gone, and the erasure has not ended: it is finished when you try again, or when the project is opened next.'
              : 'Nothing was changed.'}
          </p>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Close
            </Button>
            <Button
              onClick={() => {
                void startErasure(services, stage.order);
              }}
            >
              Try again
            </Button>
          </Group>
        </Stack>
      );
  }
}
