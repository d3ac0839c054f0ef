import type { CaseDetail } from '@linli/contracts/cases'
import { useState } from 'react'
import { useLineDraft } from '../../../shared/matters/line-draft'
import { writerText } from '../../../shared/matters/text'
import { Writer } from '../../../shared/matters/writer'
import { pages } from '../../../shared/navigation/pages'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Button } from '../../../shared/ui/button'
import { say } from '../../../shared/ui/page/say'
import { useAdd, useThank } from '../api'
import { threadText } from '../text'

/** What the person may do now: say more, say thank you, rate. */
export function Reply({ one }: { one: CaseDetail }) {
  const { can, id, rating } = one
  return (
    <>
      {rating !== null && rating.open && !rating.rated && (
        <Button to={pages.rate(id)}>{threadText.rate}</Button>
      )}
      {can.includes('thank') && <Thank id={id} />}
      {can.includes('add') && <Add one={one} />}
    </>
  )
}

const labelOf = ({ state }: CaseDetail) => {
  if (state === 'asked') return threadText.writeReply
  return state === 'closed' ? threadText.askOn : threadText.write
}

function Add({ one }: { one: CaseDetail }) {
  const draft = useLineDraft(one.id)
  const [open, setOpen] = useState(draft.begun)
  const add = useAdd(() => {
    draft.sent()
    setOpen(false)
    say(writerText.sent)
  })
  const words = draft.words.trim()
  const send = () => add.mutate({ params: { id: one.id }, body: draft.handOver() })
  // The page is for reading first: where to write is one tap away, and is open where something was begun.
  if (!open) {
    return (
      <Button look={one.waitingFor === 'party' ? 'main' : 'ghost'} onTap={() => setOpen(true)}>
        {labelOf(one)}
      </Button>
    )
  }
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
      <Button busy={add.isPending} needs={words === '' && writerText.needs} onTap={send}>
        {threadText.send}
      </Button>
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
