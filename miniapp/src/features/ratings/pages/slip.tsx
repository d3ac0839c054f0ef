import '../components/ratings.css'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { ProblemError } from '../../../shared/http/problem'
import { Answered } from '../../../shared/ui/answers/answered'
import { Blank } from '../../../shared/ui/answers/blank'
import { Button } from '../../../shared/ui/button'
import { dial, usePhone } from '../../../shared/ui/call-button'
import { Page } from '../../../shared/ui/page/page'
import { useSlip } from '../api'
import { RatingScreen } from '../components/rating-screen'
import { SlipCode } from '../components/slip-code'
import { useSlipDoor } from '../door'
import { type UsedDraft, useDraft } from '../draft'
import { ratingsText, slipText } from '../text'
import type { Entered } from '../use-slip-code'

/** The printed slip of a person without the app: its code opens the rating page for half an hour. */
export default function SlipPage() {
  const { token = '' } = useRouter().params
  if (/^[\w-]{22}$/.test(token)) return <Slip key={token} token={token} />
  return (
    <Page title={slipText.title}>
      <SlipOver why={slipText.broken} />
    </Page>
  )
}

function Slip({ token }: { token: string }) {
  const query = useSlip(token)
  const draft = useDraft(null)
  const [entered, setEntered] = useState<Entered | null>(null)
  const [ended, setEnded] = useState<ProblemError | null>(null)
  const enter = (next: Entered | null) => {
    setEntered(next)
    if (next !== null) setEnded(null)
  }
  if (entered !== null) {
    const onOver = (problem: ProblemError) => {
      setEnded(problem)
      enter(null)
    }
    return <Inside token={token} entered={entered} draft={draft} onEnter={enter} onOver={onOver} />
  }
  if (query.data !== undefined && !isOver(query.error)) {
    return <SlipCode token={token} slip={query.data} ended={ended} onEnter={enter} />
  }
  return (
    <Page title={slipText.title}>
      {isOver(query.error) ? (
        <SlipOver why={query.error.title} />
      ) : (
        <Answered query={query} blocks={[140]}>
          {() => null}
        </Answered>
      )}
    </Page>
  )
}

const isOver = (problem: unknown): problem is ProblemError =>
  problem instanceof ProblemError && problem.code === 'slip_over'

interface Props {
  token: string
  entered: Entered
  draft: UsedDraft
  onEnter: (entered: Entered) => void
  onOver: (problem: ProblemError) => void
}

function Inside({ token, entered, draft, onEnter, onOver }: Props) {
  const [fresh, setFresh] = useState(false)
  const { pass, page } = entered
  const onPage = (next: Entered['page']) => onEnter({ pass, page: next })
  const door = useSlipDoor({ token, pass, draft, done: () => setFresh(true), onPage })
  const problem = door.rate.problem ?? door.verdict.problem
  const over = problem?.code === 'slip_pass_over' || problem?.code === 'slip_over' ? problem : null
  useEffect(() => {
    if (over !== null) onOver(over)
  }, [over, onOver])
  return <RatingScreen page={page} door={door} draft={draft} fresh={fresh} />
}

/** No slip, or none any more. */
function SlipOver({ why }: { why: string }) {
  const phone = usePhone(null)
  return (
    <Blank picture="post" title={slipText.over} help={why} alert>
      <Button onTap={() => dial(phone)}>{ratingsText.call}</Button>
    </Blank>
  )
}
