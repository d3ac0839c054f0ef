import type { FollowUpDetail } from '@linli/contracts/follow-ups'
import { say } from '../../../shared/ui/page/say'
import { Box } from '../../../shared/ui/base/box'
import { NoteSheet } from '../../../shared/ui/sheets/note-sheet'
import { useReview, useStep } from '../api'
import type { WordedStep } from '../steps'
import { type Step, standsBy } from '../steps'
import { stepText } from '../confidential-text'
import { type StepText, followUpText } from '../text'

interface Props {
  one: FollowUpDetail
  step: Step
  onClose: () => void
}

/** Says what a step does, asks for its words, and takes it. */
export function StepSheet({ one, step, onClose }: Props) {
  const stands = standsBy(step)
  const Sheet = stands === null ? Worded : Reviewed
  return <Sheet one={one} step={step} onClose={onClose} />
}

const finish = (onClose: () => void) => () => {
  say(followUpText.done)
  onClose()
}

function Worded({ one, step, onClose }: Props) {
  const write = useStep(step as WordedStep, finish(onClose))
  return (
    <Asked
      text={stepText(step, one)}
      write={write}
      onSend={(note) => write.mutate({ params: { id: one.id }, body: { note } })}
      onClose={onClose}
    />
  )
}

function Reviewed({ one, step, onClose }: Props) {
  const write = useReview(finish(onClose))
  const stands = standsBy(step) ?? true
  return (
    <Asked
      text={stepText(step, one)}
      write={write}
      onSend={(note) => write.mutate({ params: { id: one.id }, body: { note, stands } })}
      onClose={onClose}
    />
  )
}

interface AskedProps {
  text: StepText
  write: Pick<ReturnType<typeof useReview>, 'error' | 'isPending'>
  onSend: (note: string) => void
  onClose: () => void
}

function Asked({ text: { title, label, help, usual, does, send }, write, onSend, onClose }: AskedProps) {
  return (
    <NoteSheet
      title={title}
      label={label}
      {...(help === undefined ? {} : { help })}
      usual={usual}
      send={send}
      problem={write.error}
      busy={write.isPending}
      onSend={onSend}
      onClose={onClose}
    >
      <Box className="muted">{does}</Box>
    </NoteSheet>
  )
}
