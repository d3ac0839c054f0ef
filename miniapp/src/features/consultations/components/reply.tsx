import type { CaseDetail } from '@linli/contracts/cases'
import { useState } from 'react'
import { useLineDraft } from '../../../shared/matters/line-draft'
import { writerText } from '../../../shared/matters/text'
import { Writer } from '../../../shared/matters/writer'
import { pages } from '../../../shared/navigation/pages'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { say } from '../../../shared/ui/page/say'
import { useAdd, useThank } from '../api'
import { threadText } from '../text'

interface Props {
  one: CaseDetail
  /** Something on the page waits for a decision, which comes first. */
  decides: boolean
}

/** What the person may do now: say more, say thank you, rate; whoever writes does nothing else. */
export function Reply({ one, decides }: Props) {
  const { can, id, rating } = one
  const draft = useLineDraft(id)
  // The page is for reading first: where to write is one tap away, and is open where something was begun.
  const [open, setOpen] = useState(draft.begun)
  const mayAdd = can.includes('add')
  if (open && mayAdd) return <Add one={one} draft={draft} onDone={() => setOpen(false)} />
  return (
    <>
      {rating !== null && rating.open && !rating.rated && (
        <Button to={pages.rate(id)}>{threadText.rate}</Button>
      )}
      {can.includes('thank') && <Thank id={id} />}
      {mayAdd && (
        <Button look={one.waitingFor === 'party' && !decides ? 'main' : 'ghost'} onTap={() => setOpen(true)}>
          {labelOf(one)}
        </Button>
      )}
    </>
  )
}

const labelOf = ({ state }: CaseDetail) => {
  if (state === 'asked') return threadText.writeReply
  return state === 'closed' ? threadText.askOn : threadText.write
}

interface AddProps {
  one: CaseDetail
  draft: ReturnType<typeof useLineDraft>
  onDone: () => void
}

function Add({ one, draft, onDone }: AddProps) {
  const add = useAdd(() => {
    draft.sent()
    onDone()
    say(writerText.sent)
  })
  const words = draft.words.trim()
  const send = () => add.mutate({ params: { id: one.id }, body: draft.handOver() })
  return (
    <Writer
      id={`line-${one.id}`}
      label={labelOf(one)}
      words={draft.words}
      problem={add.error}
      warns
      onInput={draft.write}
      files={draft.files}
      onAttach={draft.attach}
    >
      <Box className="writer__acts">
        <Box className="writer__send">
          <Button busy={add.isPending} needs={words === '' && writerText.needs} onTap={send}>
            {threadText.send}
          </Button>
        </Box>
        <Box className="writer__fold">
          <Button look="plain" onTap={onDone}>
            {writerText.fold}
          </Button>
        </Box>
      </Box>
    </Writer>
  )
}

function Thank({ id }: { id: string }) {
  const thank = useThank(() => say(threadText.thanked))
  return (
    <>
      <Refusal problem={thank.error} />
      <Button look="ghost" busy={thank.isPending} onTap={() => thank.mutate({ params: { id }, body: {} })}>
        {threadText.thank}
      </Button>
    </>
  )
}
