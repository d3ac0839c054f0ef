import { eraseNote } from '@linli/contracts/case-notes'
import type { CaseDetail } from '@linli/contracts/cases'
import { useState } from 'react'
import { timelineSteps } from './timeline-steps'
import { say } from '../ui/page/say'
import { useWrite } from '../http/use-write'
import { Box } from '../ui/base/box'
import { Button } from '../ui/button'
import { Refusal } from '../ui/answers/refusal'
import { Sheet } from '../ui/sheets/sheet'
import { timelineWords } from '../words/form-text'
import { Timeline } from '../ui/timeline'
import type { ErasableNote } from '../ui/timeline-step'

/** What happened in a case; where the reader may have somebody's words erased, the place to do it. */
export function CaseTimeline({ one, now }: { one: CaseDetail; now: number }) {
  const [asked, setAsked] = useState<ErasableNote | null>(null)
  return (
    <>
      <Timeline steps={timelineSteps(one, now)} onErase={setAsked} />
      {asked !== null && <EraseSheet id={one.id} event={asked} onClose={() => setAsked(null)} />}
    </>
  )
}

interface Props {
  id: string
  event: ErasableNote
  onClose: () => void
}

function EraseSheet({ id, event: { place, at, note }, onClose }: Props) {
  const erase = useWrite(eraseNote, {
    done: () => {
      say(timelineWords.erased)
      onClose()
    },
  })
  return (
    <Sheet title={timelineWords.eraseTitle} onClose={onClose}>
      <Refusal problem={erase.error} />
      <Box className="timeline__note">{note}</Box>
      <Box>{timelineWords.eraseHelp}</Box>
      <Button
        look="danger"
        busy={erase.isPending}
        onTap={() => erase.mutate({ params: { id }, body: { place, at } })}
      >
        {timelineWords.erase}
      </Button>
    </Sheet>
  )
}
