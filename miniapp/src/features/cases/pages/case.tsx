import { typeWord } from '@linli/contracts/words'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { back } from '../../../shared/navigation/navigate'
import { useNow } from '../../../shared/time/use-now'
import { Age, Answered } from '../../../shared/ui/answers/answered'
import { Blank } from '../../../shared/ui/answers/blank'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { CaseTimeline } from '../../../shared/cases/case-timeline'
import { InsteadRooms } from '../../../shared/cases/instead-rooms'
import { Page } from '../../../shared/ui/page/page'
import { frameText } from '../../../shared/words/frame-text'
import { useCase } from '../api'
import { CancelSheet } from '../components/cancel-sheet'
import { CaseFacts } from '../components/case-facts'
import { CaseHead } from '../components/case-head'
import { ChangeOfMind } from '../components/change-of-mind'
import { MyRating } from '../components/my-rating'
import { type Asking, NextStep } from '../components/next-step'
import { SupplementSheet } from '../components/supplement-sheet'
import { DiscloseSheet } from '../follow-up/disclose-sheet'
import { FollowUpFacts } from '../follow-up/follow-up-facts'
import { FollowUpStep } from '../follow-up/follow-up-step'
import { DeclineSheet } from '../line/decline-sheet'
import { Line } from '../line/line'
import { casesText } from '../text'
import { isLate } from '../words'

const sheets = {
  cancel: CancelSheet,
  supplement: SupplementSheet,
  decline: DeclineSheet,
  disclose: DiscloseSheet,
}

export default function CasePage() {
  const { id = '' } = useRouter().params
  return id === '' ? <NoCase /> : <Shown id={id} />
}

function Shown({ id }: { id: string }) {
  const query = useCase(id)
  const now = useNow()
  const [open, setOpen] = useState<Asking | null>(null)
  const one = query.data
  if (one === undefined) {
    return (
      <Page title={casesText.anyCase}>
        <Answered query={query} blocks={[156, 200, 120]}>
          {() => null}
        </Answered>
      </Page>
    )
  }
  const Sheet = open === null ? null : sheets[open]
  const { followUp } = one
  // A follow-up asks in its own card, where both answers look alike.
  const next = followUp === null ? <NextStep one={one} now={now} onAsk={setOpen} /> : null
  return (
    <Page title={typeWord[one.type]} phone={one.communityPhone} bar={next}>
      <Age of={query} />
      <CaseHead one={one} now={now} />
      {one.booking !== null &&
        one.readAs === 'party' &&
        isLate(one) &&
        now < Date.parse(one.booking.startsAt) && <InsteadRooms {...one.booking} />}
      <Line one={one} />
      {followUp !== null && <FollowUpStep one={one} />}
      <MyRating one={one} />
      <Card title={casesText.progress}>
        <CaseTimeline one={one} now={now} />
      </Card>
      {followUp === null ? (
        <CaseFacts one={one} />
      ) : (
        <FollowUpFacts one={one} ratedId={followUp.ratedId} onDisclose={() => setOpen('disclose')} />
      )}
      <ChangeOfMind one={one} onCancel={() => setOpen('cancel')} />
      {Sheet !== null && <Sheet one={one} onClose={() => setOpen(null)} />}
    </Page>
  )
}

const NoCase = () => (
  <Page title={casesText.anyCase}>
    <Blank icon="search" title={frameText.gone} help={casesText.noNumber} alert>
      <Button onTap={back}>{frameText.back}</Button>
    </Blank>
  </Page>
)
