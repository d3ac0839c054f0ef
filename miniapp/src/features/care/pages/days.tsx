import '../components/care.css'
import type { CareDayOfChild } from '@linli/contracts/care'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { pages } from '../../../shared/navigation/pages'
import { useMe } from '../../../shared/session/session'
import { dayOf } from '../../../shared/time/shanghai'
import { say } from '../../../shared/ui/page/say'
import { useNow } from '../../../shared/time/use-now'
import { Answered } from '../../../shared/ui/answers/answered'
import { Blank } from '../../../shared/ui/answers/blank'
import { Button } from '../../../shared/ui/button'
import { SignInFirst } from '../../../shared/ui/answers/failure'
import { Page } from '../../../shared/ui/page/page'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { useChild, useChildDays, useReportAbsence } from '../api'
import { sortedDays, validOn } from '../child-days'
import { ComingDays, PastDays } from '../components/coming-days'
import { LeaveDaySheet } from '../components/leave-day-sheet'
import { TodayCard } from '../components/now-card'
import { daysText } from '../days-text'
import { type Comer, whoMayCome } from '../words'

/** For guardians: where the child is today, what comes, and what was written. */
export default function ChildDaysPage() {
  const { id = '' } = useRouter().params
  const me = useMe()
  if (me !== null) return <Shown id={id} />
  return (
    <Page title={daysText.title}>
      <SignInFirst help={daysText.signInHelp} returnTo={pages.childDays(id)} />
    </Page>
  )
}

function Shown({ id }: { id: string }) {
  const child = useChild(id).data
  const query = useChildDays(id)
  return (
    <Page title={child === undefined ? daysText.title : daysText.titleOf(child.nickname)}>
      <Answered query={query} blocks={[220, 180, 260]}>
        {({ days }) => (
          <Days
            childId={id}
            days={days}
            people={
              child === undefined
                ? null
                : whoMayCome(child.guardians, validOn(child.pickupPeople, dayOf(Date.now())))
            }
          />
        )}
      </Answered>
    </Page>
  )
}

interface Props {
  childId: string
  days: readonly CareDayOfChild[]
  people: readonly Comer[] | null
}

function Days({ childId, days, people }: Props) {
  const now = useNow()
  const [leaving, setLeaving] = useState<CareDayOfChild | null>(null)
  const report = useReportAbsence(() => say(daysText.leaveTakenBack))
  const { today, coming, past } = sortedDays(days, now)
  const change = (one: CareDayOfChild) =>
    one.absenceReported
      ? report.mutate({ params: { id: childId }, body: { sessionId: one.sessionId, absent: false } })
      : setLeaving(one)
  return (
    <>
      <Refusal problem={report.error} />
      {days.length === 0 && (
        <Blank picture="care" title={daysText.nothing} help={daysText.nothingHelp}>
          <Button to={pages.programmes}>{daysText.toProgrammes}</Button>
        </Blank>
      )}
      {today.map((one) => (
        <TodayCard
          key={`${one.sessionId}${one.caseId}`}
          one={one}
          childId={childId}
          now={now}
          people={people}
          onLeave={change}
        />
      ))}
      <ComingDays days={coming} now={now} onLeave={change} />
      <PastDays days={past} now={now} />
      {leaving !== null && (
        <LeaveDaySheet childId={childId} one={leaving} now={now} onClose={() => setLeaving(null)} />
      )}
    </>
  )
}
