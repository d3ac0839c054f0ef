import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { caseParts } from '../../../case-parts'
import { casePartsOf, knowCaseParts } from '../../../shared/cases/case-parts'
import { CaseTimeline } from '../../../shared/cases/case-timeline'
import { faceOf } from '../../../shared/cases/faces'
import { useSharing } from '../use-sharing'
import { back } from '../../../shared/navigation/navigate'
import { useNow } from '../../../shared/time/use-now'
import { Age, Answered } from '../../../shared/ui/answers/answered'
import { Blank } from '../../../shared/ui/answers/blank'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Page } from '../../../shared/ui/page/page'
import { frameText } from '../../../shared/words/frame-text'
import { useCase, useWaiting } from '../api'
import { AskedSheet } from '../components/asked-sheet'
import { CaseFacts } from '../components/case-facts'
import { CaseHead } from '../components/case-head'
import { ChangeOfMind } from '../components/change-of-mind'
import { MyRating } from '../components/my-rating'
import { hasNextStep, NextStep } from '../components/next-step'
import { Line } from '../line/line'
import { casesText } from '../text'

knowCaseParts(caseParts)

export default function CasePage() {
  const { id = '' } = useRouter().params
  useSharing()
  return id === '' ? <NoCase /> : <Shown id={id} />
}

/** The frame of a case of any service: head, line, rating, progress, number; in between what the service brings. */
function Shown({ id }: { id: string }) {
  const query = useCase(id)
  const now = useNow()
  const waits = useWaiting(id).length > 0
  const [open, setOpen] = useState<string | null>(null)
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
  const { Above, Corner } = casePartsOf(one) ?? {}
  const next = waits || hasNextStep(one) ? <NextStep one={one} now={now} onAsk={setOpen} /> : null
  return (
    <Page
      title={faceOf(one).name}
      beside={Corner !== undefined && <Corner />}
      phone={one.communityPhone}
      bar={next}
    >
      <Age of={query} />
      <CaseHead one={one} now={now} />
      {Above !== undefined && <Above one={one} now={now} />}
      <Line one={one} />
      <MyRating one={one} />
      <Card title={casesText.progress}>
        <CaseTimeline one={one} now={now} />
      </Card>
      <CaseFacts one={one} onAsk={setOpen} />
      <ChangeOfMind one={one} onCancel={setOpen} />
      {open !== null && <AskedSheet one={one} name={open} onClose={() => setOpen(null)} />}
    </Page>
  )
}

const NoCase = () => (
  <Page title={casesText.anyCase}>
    <Blank picture="sign" title={frameText.gone} help={casesText.noNumber} alert>
      <Button onTap={back}>{frameText.back}</Button>
    </Blank>
  </Page>
)
