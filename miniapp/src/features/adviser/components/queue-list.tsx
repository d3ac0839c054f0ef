import type { AdviserList } from '@linli/contracts/adviser'
import { pages } from '../../../shared/navigation/pages'
import { type Beside, DeskRows } from '../../../shared/staff/desk-rows'
import { Blank } from '../../../shared/ui/answers/blank'
import { Listed } from '../../../shared/ui/answers/listed'
import type { useQueue } from '../api'
import { queueText } from '../text'
import { QueueRow } from './queue-row'

interface Props {
  query: ReturnType<typeof useQueue>
  show: AdviserList
  now: number
  beside?: Beside
}

export const QueueList = ({ query, show, now, beside }: Props) => (
  <Listed
    query={query}
    blocks={[92, 92, 92, 92]}
    of={(page) => page.consultations}
    none={<Blank picture="tea" title={queueText.empty[show]} help={queueText.emptyHelp} />}
  >
    {(all) => (
      <DeskRows all={all} to={(id) => pages.adviserMatter(id, show)} beside={beside}>
        {(one) => <QueueRow one={one} show={show} now={now} />}
      </DeskRows>
    )}
  </Listed>
)
