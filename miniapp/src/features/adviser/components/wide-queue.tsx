import type { AdviserList } from '@linli/contracts/adviser'
import type { ReactNode } from 'react'
import { DeskFrame } from '../../../shared/staff/desk-frame'
import { useShortcuts } from '../../../shared/staff/shortcuts'
import { useListKeys } from '../../../shared/staff/use-list-keys'
import { Blank } from '../../../shared/ui/answers/blank'
import { Box } from '../../../shared/ui/base/box'
import type { useQueue } from '../api'
import { queueText } from '../text'
import { Detail } from './detail'
import { QueueList } from './queue-list'

interface Props {
  query: ReturnType<typeof useQueue>
  show: AdviserList
  now: number
  where: string
  side: ReactNode
  /** It was taken: it is now among the reader's own. */
  onMoved: () => void
}

/** At least 1024 px: lists, queue and thread side by side; j and k walk, Enter opens. */
export function WideQueue({ query, show, now, where, side, onMoved }: Props) {
  const ids = query.data?.pages.flatMap((page) => page.consultations.map(({ id }) => id)) ?? []
  const { marked, opened, choose } = useListKeys(ids)
  const help = useShortcuts() ? { help: queueText.keys } : {}
  return (
    <DeskFrame
      where={where}
      side={side}
      sideLabel={queueText.filter}
      sorted={queueText.sorted}
      keys={queueText.keys}
      list={<QueueList query={query} show={show} now={now} beside={{ id: marked ?? opened, choose }} />}
      detail={
        opened === null ? (
          <Blank picture="room" title={queueText.pick} {...help} />
        ) : (
          <Detail key={`${show} ${opened}`} id={opened} list={show} now={now} onMoved={onMoved}>
            {({ body, bar }) => (
              <>
                <Box className="desk__case">{body}</Box>
                {bar !== null && <Box className="desk__bar">{bar}</Box>}
              </>
            )}
          </Detail>
        )
      }
    />
  )
}
