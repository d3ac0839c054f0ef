import type { CaseDetail } from '@linli/contracts/cases'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { pages } from '../../../shared/pages'
import { timelineSteps } from '../../../shared/timeline-steps'
import { useNow } from '../../../shared/use-now'
import { Age, Answered } from '../../../shared/ui/answered'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Page } from '../../../shared/ui/page'
import { Row } from '../../../shared/ui/row'
import { Timeline } from '../../../shared/ui/timeline'
import { useCase } from '../api'
import { CancelSheet } from '../components/cancel-sheet'
import { CaseFacts } from '../components/case-facts'
import { CaseHead } from '../components/case-head'
import { SupplementSheet } from '../components/supplement-sheet'
import { casesText } from '../text'
import { proposedRoom } from '../words'

type Open = 'cancel' | 'supplement' | null

export default function CasePage() {
  const { id = '' } = useRouter().params
  const query = useCase(id)
  const now = useNow()
  const [open, setOpen] = useState<Open>(null)
  const one = query.data
  if (one === undefined) {
    return (
      <Page title={casesText.booking}>
        <Answered query={query} blocks={[156, 200, 120]}>
          {() => null}
        </Answered>
      </Page>
    )
  }
  return (
    <Page title={casesText.booking} phone={one.communityPhone} bar={<NextStep one={one} onOpen={setOpen} />}>
      <Age of={query} />
      <CaseHead one={one} now={now} />
      <Card title={casesText.progress}>
        <Timeline steps={timelineSteps(one, now)} />
      </Card>
      <CaseFacts one={one} />
      {one.can.includes('cancel') && (
        <Card>
          <Row
            title={casesText.changedMind}
            end={<Box className="warn-end">{casesText.cancel}</Box>}
            onTap={() => setOpen('cancel')}
          />
        </Card>
      )}
      {open === 'cancel' && <CancelSheet one={one} onClose={() => setOpen(null)} />}
      {open === 'supplement' && <SupplementSheet one={one} onClose={() => setOpen(null)} />}
    </Page>
  )
}

/** The one thing to do now, if there is one. */
function NextStep({ one, onOpen }: { one: CaseDetail; onOpen: (open: Open) => void }) {
  const other = proposedRoom(one)
  if (other !== null) return <Button to={pages.room(other)}>{casesText.seeOther}</Button>
  if (one.can.includes('supplement')) {
    return (
      <Button look={one.waitingFor === 'party' ? 'main' : 'ghost'} onTap={() => onOpen('supplement')}>
        {casesText.supplement}
      </Button>
    )
  }
  if (one.state === 'confirmed')
    return (
      <Button to={pages.room(one.booking.roomId)} look="ghost">
        {casesText.again}
      </Button>
    )
  return <Button to={pages.room(one.booking.roomId)}>{casesText.again}</Button>
}
