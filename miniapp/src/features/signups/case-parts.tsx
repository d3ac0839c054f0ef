import type { SignupDetail } from '@linli/contracts/signup-case'
import { aroundMs, withdrawSignup } from '@linli/contracts/signups'
import { taskKindWord } from '@linli/contracts/task-words'
import type { CaseParts } from '../../shared/cases/case-parts'
import { pages } from '../../shared/navigation/pages'
import { momentWords } from '../../shared/time/time-words'
import { useNow } from '../../shared/time/use-now'
import { Refusal } from '../../shared/ui/answers/refusal'
import { Box } from '../../shared/ui/base/box'
import { Tap } from '../../shared/ui/base/tap'
import { Button } from '../../shared/ui/button'
import { dial } from '../../shared/ui/call-button'
import { say } from '../../shared/ui/page/say'
import { Fact, Row } from '../../shared/ui/row'
import { NoteSheet } from '../../shared/ui/sheets/note-sheet'
import { useDispute, usePlace, useTask } from './api'
import { signupFace } from './face'
import { HoursFacts } from './hours-facts'
import { signupText as text } from './text'
import { atHand, CalendarLink, MapLink } from './ticket'

interface Props {
  one: SignupDetail
  onAsk: (sheet: string) => void
}

const nearMs = 86_400_000

/** Does somebody stand by it, and is it not over? */
const isAhead = ({ state, endsAt }: SignupDetail, now: number) =>
  state === 'confirmed' && now < Date.parse(endsAt)

/** From two hours before until two hours after somebody who stands by it says that they came, and went. */
const isDoorOpen = ({ state, endsAt, facts }: SignupDetail, now: number) =>
  (state === 'confirmed' || state === 'review') &&
  facts.leftAt === null &&
  now >= Date.parse(facts.startsAt) - aroundMs &&
  now <= Date.parse(endsAt) + aroundMs

function SignupStep({ one }: Pick<Props, 'one'>) {
  const { readAs, facts, state } = one
  const now = useNow()
  if (readAs === 'staff') return <Button to={pages.deskTask(facts.taskId)}>{text.task}</Button>
  if (isDoorOpen(one, now))
    return (
      <>
        <Button to={pages.doorCode(one.id)}>{text.door}</Button>
        <Button look="ghost" to={pages.task(facts.taskId)}>
          {text.task}
        </Button>
      </>
    )
  if (state === 'confirmed' || state === 'review' || state === 'disputed')
    return (
      <Button look="ghost" to={pages.task(facts.taskId)}>
        {text.task}
      </Button>
    )
  return <Button to={pages.tasks}>{text.others}</Button>
}

/** Where, what to do, and how long it was. */
function SignupFacts({ one }: Pick<Props, 'one'>) {
  const { facts, readAs } = one
  const now = useNow()
  return (
    <>
      {facts.place === null ? <Home one={one} /> : <Fact name={text.place}>{facts.place}</Fact>}
      {readAs === 'party' && <Todo taskId={facts.taskId} />}
      <HoursFacts one={one} />
      <CalendarLink one={one} now={now} />
    </>
  )
}

function Todo({ taskId }: { taskId: string }) {
  const { data } = useTask(taskId)
  if (data === undefined) return null
  return (
    <>
      <Fact name={text.todo}>{data.about ?? taskKindWord[data.kind]}</Fact>
      {data.twoPeople && <Fact name={text.home}>{text.two}</Fact>}
    </>
  )
}

/** Somebody's home, shown by a tap that says it is recorded; of two only when both stand. */
function Home({ one }: Pick<Props, 'one'>) {
  const now = useNow()
  const look = usePlace()
  const { twoPeople, bothStand } = one.facts
  if (!isAhead(one, now) || one.readAs !== 'party') return <Fact name={text.place}>{text.home}</Fact>
  if (look.data !== undefined) {
    const { place, phone, phoneFrom } = look.data
    const later = Date.parse(phoneFrom) > now
    return (
      <>
        <Fact name={text.place}>{place}</Fact>
        <Fact name={text.phone}>
          {phone === null ? (
            later ? (
              text.phoneFrom(momentWords(phoneFrom, now))
            ) : (
              text.noPhone
            )
          ) : (
            <Tap className="phone-link" onTap={() => dial(phone)}>
              {phone}
            </Tap>
          )}
        </Fact>
        <MapLink communityName={one.communityName} place={place} />
      </>
    )
  }
  if (twoPeople && !bothStand)
    return (
      <>
        <Fact name={text.place}>{text.home}</Fact>
        <Box className="muted">{text.second}</Box>
      </>
    )
  return (
    <>
      <Fact name={text.place}>{text.home}</Fact>
      <Box className="at-hand">
        <Refusal problem={look.error} />
        <Button busy={look.isPending} onTap={() => look.mutate({ params: { id: one.id } })}>
          {text.see}
        </Button>
        <Box className="muted">{text.seeHelp}</Box>
      </Box>
    </>
  )
}

/** Named by the page of a case. */
function Objection({ one, onAsk }: Props) {
  if (!one.can.includes('dispute')) return null
  return <Row title={text.dispute} under={text.disputeHelp} onTap={() => onAsk('dispute')} />
}

function DisputeSheet({ one, onClose }: { one: SignupDetail; onClose: () => void }) {
  const dispute = useDispute(() => {
    say(text.disputed)
    onClose()
  })
  return (
    <NoteSheet
      title={text.disputeTitle}
      label={text.disputeLabel}
      help={text.disputeNote}
      send={text.disputeSend}
      problem={dispute.error}
      busy={dispute.isPending}
      onSend={(note) => dispute.mutate({ params: { id: one.id }, body: { note } })}
      onClose={onClose}
    />
  )
}

export const signupCase: CaseParts<SignupDetail> = {
  type: signupFace.type,
  Stub: atHand,
  Step: SignupStep,
  Facts: ({ one, onAsk }) => (
    <>
      <SignupFacts one={one} />
      <Objection one={one} onAsk={onAsk} />
    </>
  ),
  sheets: { dispute: DisputeSheet },
  cancel({ facts }) {
    const { word, said, queuedAs, title, next, near, home, yes, no } = text.cancel
    const isNear = Date.parse(facts.startsAt) - Date.now() <= nearMs
    const lines = [next, ...(isNear ? [near] : []), ...(facts.place === null ? [home] : [])]
    return {
      action: 'withdraw',
      endpoint: withdrawSignup,
      word,
      said,
      queuedAs,
      confirm: { title, lines, yes, no },
    }
  },
  line: text.line,
}
