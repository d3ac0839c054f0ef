import './adviser.css'
import type { CaseDetail } from '@linli/contracts/cases'
import type { Thread } from '@linli/contracts/consultation-thread'
import { useEffect, useState } from 'react'
import { typeBehind } from '../../../shared/matters/lead-to'
import { useLineDraft } from '../../../shared/matters/line-draft'
import { writerText } from '../../../shared/matters/text'
import { Writer } from '../../../shared/matters/writer'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Button } from '../../../shared/ui/button'
import { say } from '../../../shared/ui/page/say'
import { Decide } from '../../../shared/staff/decide'
import { useAnswering, useSelf } from '../api'
import { matterText } from '../text'
import { MoreSheet } from './more-sheet'

type As = 'answer' | 'ask'

interface Props {
  one: CaseDetail
  thread: Thread
}

/** What the adviser may do now; every button comes from the service's `can`. */
export function AdviserBar({ one, thread }: Props) {
  const draft = useLineDraft(one.id)
  const [as, setAs] = useState<As | null>(draft.begun ? draft.as : null)
  const [more, setMore] = useState(false)
  const begin = (way: As) => {
    draft.become(way)
    setAs(way)
  }
  const ways = (['answer', 'ask'] as const).filter((way) => one.can.includes(way))
  const others = moreActions.some((action) => one.can.includes(action))
  return (
    <>
      {as !== null && ways.includes(as) ? (
        <Writing id={one.id} as={as} draft={draft} onDone={() => setAs(null)} />
      ) : (
        <Decide>
          {ways.map((way) => (
            <Button key={way} look={way === 'answer' ? 'main' : 'ghost'} onTap={() => begin(way)}>
              {matterText[way]}
            </Button>
          ))}
          {others && (
            <Button look="ghost" onTap={() => setMore(true)}>
              {matterText.more}
            </Button>
          )}
        </Decide>
      )}
      {more && <MoreSheet one={one} thread={thread} onClose={() => setMore(false)} />}
    </>
  )
}

const moreActions = ['attempt', 'offer_times', 'propose_referral', 'close', 'pass_on']

interface WritingProps {
  id: string
  as: As
  draft: ReturnType<typeof useLineDraft>
  onDone: () => void
}

function Writing({ id, as, draft, onDone }: WritingProps) {
  const openings = useSelf().data?.openings ?? []
  const answer = useAnswering(() => {
    draft.sent()
    say(matterText.sent)
    onDone()
  })
  const words = draft.words.trim()
  const field = `answer-${id}`
  const putIn = usePutIn(draft, field)
  return (
    <Writer
      id={field}
      label={as === 'answer' ? matterText.answerLabel : matterText.askLabel}
      words={draft.words}
      problem={answer.error}
      warns={false}
      onInput={draft.write}
      files={draft.files}
      onAttach={draft.attach}
    >
      {openings.length > 0 && (
        <Box className="openings" role="group" label={matterText.openings}>
          {openings.map((one) => (
            <Tap key={one.id} className="choice opening" onTap={() => putIn(one.words)}>
              {one.words}
            </Tap>
          ))}
        </Box>
      )}
      <Button
        busy={answer.isPending}
        needs={words === '' && writerText.needs}
        onTap={() => answer.mutate({ params: { id }, body: { as, ...draft.handOver() } })}
      >
        {as === 'answer' ? matterText.send : matterText.sendAsk}
      </Button>
      <Button look="plain" onTap={onDone}>
        {matterText.fold}
      </Button>
    </Writer>
  )
}

/** An opening goes behind what is written, and what is typed next behind it. */
function usePutIn({ words, write }: WritingProps['draft'], field: string) {
  const [times, setTimes] = useState(0)
  useEffect(() => {
    if (times > 0) typeBehind(field)
  }, [times, field])
  return (opening: string) => {
    write(words === '' ? opening : `${words}\n${opening}`)
    setTimes(times + 1)
  }
}
