import '../ui/base.css'
import './feed.css'
import { copyText } from '../device/copy'
import type { Appointment, Thread } from '@linli/contracts/consultation-thread'
import { useState } from 'react'
import { spanWords } from '../time/time-words'
import { Refusal } from '../ui/answers/refusal'
import { Box } from '../ui/base/box'
import { Icon } from '../ui/base/icon'
import { Tap } from '../ui/base/tap'
import { Button } from '../ui/button'
import { Unbroken } from '../ui/unbroken'
import { Ticket } from '../ui/ticket'
import { say } from '../ui/page/say'
import { ConfirmSheet } from '../ui/sheets/confirm-sheet'
import { useCalendar, useGiveTimeBack, useTakeTime } from './api'
import { mattersText } from './text'
import { meetingWord } from './words'

const words = mattersText.meeting

interface Props {
  thread: Thread
  now: number
}

/** Times that are offered, and the one that was taken, as a ticket; what is over is told in the thread. */
export function Meetings({ thread, now }: Props) {
  const coming = thread.appointments.filter(({ endsAt }) => Date.parse(endsAt) > now)
  const offered = coming.filter(({ state }) => state === 'offered')
  const gone = coming.filter(({ state }) => state === 'gone')
  const taken = coming.filter(({ state }) => state === 'taken')
  const party = thread.readAs === 'party'
  return (
    <>
      {taken.map((one) => (
        <Taken key={one.id} one={one} now={now} party={party} />
      ))}
      {offered.length > 0 && (
        <Offered all={offered} gone={gone} now={now} party={party} moves={taken.length > 0} />
      )}
    </>
  )
}

const whereOf = ({ kind, place }: Appointment, party: boolean) => {
  if (kind === 'phone') return party ? words.phone : words.phoneForAdviser
  return place === null ? meetingWord[kind] : `${meetingWord[kind]} · ${place}`
}

interface OfferedProps {
  all: readonly Appointment[]
  gone: readonly Appointment[]
  now: number
  party: boolean
  /** One was taken before: another takes its place, and need not be chosen. */
  moves: boolean
}

function Offered({ all, gone, now, party, moves }: OfferedProps) {
  const said = moves ? words.other : words.first
  const take = useTakeTime(() => say(said.tookIt))
  const chosen = take.isPending ? take.variables.params.id : null
  return (
    <Box as="section" className="meeting">
      <Box className="meeting__head">{party ? said.offered : said.offeredForAdviser}</Box>
      <Refusal problem={take.error} />
      {all.map((one) => (
        <Box key={one.id} className="meeting__time stack-tight">
          <Box className="meeting__when">{spanWords(one.startsAt, one.endsAt, now)}</Box>
          <Box className="muted">{whereOf(one, party)}</Box>
          {party && (
            <Button
              look={all.length === 1 && !moves ? 'main' : 'ghost'}
              busy={chosen === one.id}
              disabled={chosen !== null && chosen !== one.id}
              label={`${said.take}，${spanWords(one.startsAt, one.endsAt, now)}`}
              onTap={() => take.mutate({ params: { id: one.id }, body: {} })}
            >
              {said.take}
            </Button>
          )}
        </Box>
      ))}
      {gone.map((one) => (
        <Box
          key={one.id}
          className="muted"
        >{`${spanWords(one.startsAt, one.endsAt, now)} ${words.gone}`}</Box>
      ))}
      {party && <Box className="muted">{said.help}</Box>}
    </Box>
  )
}

/** The time that was taken: when, where, and what one does with it. */
function Taken({ one, now, party }: { one: Appointment; now: number; party: boolean }) {
  const [asked, setAsked] = useState(false)
  const calendar = useCalendar()
  const { link } = one
  const acts = (
    <Box className="acts">
      <Tap onTap={() => calendar.save(one)}>
        <Icon name="cal" />
        {words.calendar}
      </Tap>
      <Tap onTap={() => setAsked(true)}>{words.callOff}</Tap>
    </Box>
  )
  return (
    <>
      <Ticket tone="good" stub={acts}>
        <Box className="ticket__state">{words.taken}</Box>
        <Box className="ticket__when">
          <Unbroken words={spanWords(one.startsAt, one.endsAt, now)} />
        </Box>
        <Box>{whereOf(one, party)}</Box>
        {link !== null && <Box className="ticket__small words">{`${words.link} ${link}`}</Box>}
      </Ticket>
      {link !== null && (
        <Button look="ghost" onTap={() => void copyText(link).then(() => say(words.copied))}>
          {words.copy}
        </Button>
      )}
      <Refusal problem={calendar.error} />
      {asked && <CallOff id={one.id} onClose={() => setAsked(false)} />}
    </>
  )
}

function CallOff({ id, onClose }: { id: string; onClose: () => void }) {
  const give = useGiveTimeBack(() => {
    say(words.calledOffSaid)
    onClose()
  })
  return (
    <ConfirmSheet
      {...words.callOffSheet}
      problem={give.error}
      busy={give.isPending}
      onYes={() => give.mutate({ params: { id }, body: {} })}
      onClose={onClose}
    />
  )
}
