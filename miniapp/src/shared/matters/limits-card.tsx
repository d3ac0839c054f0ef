import '../ui/base.css'
import './matters.css'
import type { Topic } from '@linli/contracts/consultation-thread'
import { type ComingLimit, limitsFor } from '@linli/contracts/limit-days'
import { useState } from 'react'
import { dayOf } from '../time/shanghai'
import { fullDate } from '../time/time-words'
import { Box } from '../ui/base/box'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { limitsText as words } from './text'

interface Props {
  topic: Topic | null
  happenedOn: string
  now: number
  /** Whoever answers reads whose day it is. */
  ofPerson?: boolean
  /** Only what comes first; the others behind a tap. */
  brief?: boolean
  /** Of that, too, the day alone, until it is unfolded. */
  folded?: boolean
}

/** What may run out, its days drawn first: each with its last day, the days left, and where it is written. Never that something is lost. */
export function LimitsCard({ folded, ...props }: Props) {
  const [open, setOpen] = useState(folded !== true)
  if (open) return <Unfolded {...props} />
  const [first] = limitsFor(props.topic, props.happenedOn, dayOf(props.now))
  return (
    <Card title={words.title}>
      {first !== undefined && <Day one={first} />}
      <Button look="plain" onTap={() => setOpen(true)}>
        {words.unfold}
      </Button>
    </Card>
  )
}

function Unfolded({ topic, happenedOn, now, ofPerson, brief }: Omit<Props, 'folded'>) {
  const [all, setAll] = useState(false)
  const limits = limitsFor(topic, happenedOn, dayOf(now))
  const papers = limits.filter(({ limit }) => limit.paper === true)
  const events = limits.filter((one) => !papers.includes(one))
  // Nothing but papers (a topic has always something): they need no tap.
  const some = brief === true ? limits.slice(0, 1) : events
  const shown = all || some.length === 0 ? limits : some
  return (
    <Card title={words.title}>
      {shown.map((one) => (
        <Limit key={one.limit.key} one={one} />
      ))}
      {shown.length < limits.length && (
        <Button look="plain" onTap={() => setAll(true)}>
          {brief === true ? words.more(limits.length - shown.length) : words.papers(papers.length)}
        </Button>
      )}
      <Box as="p" className="muted after-card">
        {ofPerson === true ? words.helpOfPerson : words.help}
      </Box>
    </Card>
  )
}

const Day = ({ one: { limit, last, left } }: { one: ComingLimit }) => (
  <Box className="limit__head">
    {left > 0 && (
      <Box decorative className="limit__days">
        <Box className="limit__number">{left}</Box>
        <Box>{words.days}</Box>
      </Box>
    )}
    <Box className="limit__words">
      <Box className="limit__day">{words.by(fullDate(last), limit.todo)}</Box>
      <Box className="limit__left">{left < 0 ? words.over : words.left(left)}</Box>
    </Box>
  </Box>
)

function Limit({ one, one: { limit, left } }: { one: ComingLimit }) {
  return (
    <Box className="limit">
      <Box>{limit.about}</Box>
      <Day one={one} />
      {left < 0 && <Box className="strong">{words.overHelp}</Box>}
      <Box className="muted">{words.from(limit.from)}</Box>
      <Box className="muted">{words.law(limit.law, limit.article, fullDate(limit.inForceSince))}</Box>
    </Box>
  )
}
