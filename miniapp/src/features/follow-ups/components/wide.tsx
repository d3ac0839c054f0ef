import type { FollowUpShow } from '@linli/contracts/follow-ups'
import type { ReactNode } from 'react'
import { pages } from '../../../shared/navigation/pages'
import { useShortcuts } from '../../../shared/staff/shortcuts'
import { useNow } from '../../../shared/time/use-now'
import { useListKeys } from '../../../shared/staff/use-list-keys'
import { Answered } from '../../../shared/ui/answers/answered'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Blank } from '../../../shared/ui/answers/blank'
import { DeskFrame } from '../../../shared/staff/desk-frame'
import { type useFollowUps, useFollowUp } from '../api'
import { stepsOf } from '../steps'
import { followUpText } from '../text'
import { FollowUpBody } from './body'
import { FollowUpList } from './list'
import { Steps } from './steps'
import { FindHere } from '../../../shared/staff/find-in'

interface Props {
  query: ReturnType<typeof useFollowUps>
  show: FollowUpShow
  now: number
  watching: boolean
  where: string
  side: ReactNode
}

/** At least 1024 px: the list, and beside it what is open. */
export function WideFollowUps({ query, show, now, watching, where, side }: Props) {
  const { marked, opened, choose } = useListKeys(
    query.data?.pages.flatMap((page) => page.followUps.map(({ id }) => id)) ?? [],
  )
  return (
    <DeskFrame
      where={where}
      side={
        <>
          {side}
          <Tap className="kind" to={pages.desk}>
            {followUpText.desk}
          </Tap>
        </>
      }
      sideLabel={followUpText.filter}
      sorted={followUpText.sorted}
      keys={followUpText.keys}
      list={
        <>
          <Box className="desk__find">
            <FindHere />
          </Box>
          <FollowUpList
            query={query}
            show={show}
            now={now}
            watching={watching}
            beside={{ id: marked ?? opened, choose }}
          />
        </>
      }
      detail={opened === null ? <Pick /> : <Opened key={opened} id={opened} />}
    />
  )
}

function Pick() {
  const help = useShortcuts() ? { help: followUpText.pickHelp } : {}
  return <Blank picture="room" title={followUpText.pick} {...help} />
}

function Opened({ id }: { id: string }) {
  const now = useNow()
  const query = useFollowUp(id)
  const { data } = query
  return (
    <>
      <Box className="desk__case">
        <Answered query={query} blocks={[140, 160, 160]}>
          {(one) => <FollowUpBody one={one} now={now} />}
        </Answered>
      </Box>
      {data !== undefined && stepsOf(data.can).length > 0 && (
        <Box className="desk__bar">
          <Steps one={data} />
        </Box>
      )}
    </>
  )
}
