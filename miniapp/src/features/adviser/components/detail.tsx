import type { AdviserList } from '@linli/contracts/adviser'
import type { ReactNode } from 'react'
import { ProblemError } from '../../../shared/http/problem'
import { useMatter } from '../../../shared/matters/api'
import { Answered } from '../../../shared/ui/answers/answered'
import { Blank } from '../../../shared/ui/answers/blank'
import { Skeleton } from '../../../shared/ui/answers/skeleton'
import { useQueue } from '../api'
import { queueText } from '../text'
import { AdviserBar } from './bar'
import { Matter } from './matter'
import { Receive, Take } from './receive'

/** What is shown of a matter, and below it what may be done. */
export interface Parts {
  body: ReactNode
  bar: ReactNode
}

interface Props {
  id: string
  now: number
  /** It stands in another list from now on. */
  onMoved: () => void
  children: (parts: Parts) => ReactNode
}

const blocks = [140, 120, 160]

/** A matter that the reader works on, or worked on. */
export function Handled({ id, now, children }: Omit<Props, 'onMoved'>) {
  const { standing, thread } = useMatter(id)
  const one = standing.data
  const problem = thread.error ?? standing.error
  if (problem instanceof ProblemError && problem.code === 'not_found')
    return children({ body: <Gone />, bar: null })
  if (one === undefined || thread.data === undefined) {
    const query = one === undefined ? standing : thread
    return children({
      body: (
        <Answered query={query} blocks={blocks}>
          {() => null}
        </Answered>
      ),
      bar: null,
    })
  }
  return children({
    body: <Matter one={one} thread={thread.data} now={now} />,
    bar: <AdviserBar key={id} one={one} thread={thread.data} />,
  })
}

/** What waits for a receipt, or for somebody of the desk: of it there is no more to read than the list says. */
export function Waiting({ id, now, list, onMoved, children }: Props & { list: 'desk' | 'handed' }) {
  const queue = useQueue(list)
  if (queue.data === undefined) return children({ body: <Skeleton blocks={blocks} />, bar: null })
  const one = queue.data.pages.flatMap((page) => page.consultations).find((row) => row.id === id)
  if (one === undefined) return children({ body: <Gone />, bar: null })
  if (list === 'desk') return children({ body: <Take id={id} done={onMoved} />, bar: null })
  const { referral } = one
  if (referral === null) return children({ body: <Gone />, bar: null })
  return children({ body: <Receive referral={referral} now={now} done={onMoved} />, bar: null })
}

const Gone = () => <Blank picture="sign" title={queueText.gone} help={queueText.goneHelp} alert />

/** By the list in which it stands. */
export function Detail({ list, ...props }: Props & { list: AdviserList }) {
  return list === 'desk' || list === 'handed' ? <Waiting {...props} list={list} /> : <Handled {...props} />
}
