import type { FollowUpShow } from '@linli/contracts/follow-ups'
import { pages } from '../../../shared/navigation/pages'
import { Blank } from '../../../shared/ui/answers/blank'
import { type Beside, DeskRows } from '../../../shared/staff/desk-rows'
import { Listed } from '../../../shared/ui/answers/listed'
import type { useFollowUps } from '../api'
import { followUpText } from '../text'
import { FollowUpRow } from './row'

interface Props {
  query: ReturnType<typeof useFollowUps>
  show: FollowUpShow
  now: number
  /** Who only watches over the division has nothing to do here. */
  watching: boolean
  beside?: Beside
}

export const FollowUpList = ({ query, show, now, watching, beside }: Props) => (
  <Listed
    query={query}
    blocks={[92, 92, 92]}
    of={(page) => page.followUps}
    none={<None show={show} watching={watching} />}
  >
    {(followUps) => (
      <DeskRows all={followUps} to={pages.followUp} beside={beside}>
        {(one) => <FollowUpRow one={one} now={now} />}
      </DeskRows>
    )}
  </Listed>
)

function None({ show, watching }: Pick<Props, 'show' | 'watching'>) {
  const title = watching && show === 'open' ? followUpText.emptyWatching : followUpText.empty[show]
  return <Blank picture="tea" title={title} {...(watching ? {} : { help: followUpText.emptyHelp })} />
}
