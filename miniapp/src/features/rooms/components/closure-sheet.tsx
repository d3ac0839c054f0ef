import type { Closure } from '@linli/contracts/closures'
import { useState } from 'react'
import { Field } from '../../../shared/forms/field'
import { missingWords } from '../../../shared/forms/missing-words'
import { faultText } from '../../../shared/http/problem-text'
import { dayOf, instantAt } from '../../../shared/time/shanghai'
import { spanWords } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { say } from '../../../shared/ui/page/say'
import { ConfirmSheet } from '../../../shared/ui/sheets/confirm-sheet'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useGiveBack, useRemoveClosure, useRemoveSeries } from '../api'
import { closuresText } from '../closures-text'

const text = closuresText.act

interface Props {
  closure: Closure
  onClose: () => void
}

/** What can be undone of a closure: all of it, what is left of it, or whatever was closed together with it. */
export function ClosureSheet({ closure, onClose }: Props) {
  const [asked, setAsked] = useState<'one' | 'series' | null>(null)
  const now = useNow()
  const runs = Date.parse(closure.startsAt) < now
  if (asked !== null)
    return (
      <Remove closure={closure} series={asked === 'series'} onClose={onClose} onBack={() => setAsked(null)} />
    )
  return (
    <Sheet title={text.title} onClose={onClose}>
      <Box className="strong">{spanWords(closure.startsAt, closure.endsAt, now)}</Box>
      <Box className="muted">{closure.reason}</Box>
      {runs && <GiveBack closure={closure} onDone={onClose} />}
      <Button look="ghost" onTap={() => setAsked('one')}>
        {runs ? text.removeNow : text.remove}
      </Button>
      {closure.seriesId !== null && (
        <Button look="ghost" onTap={() => setAsked('series')}>
          {text.series}
        </Button>
      )}
    </Sheet>
  )
}

interface RemoveProps extends Props {
  series: boolean
  onBack: () => void
}

function Remove({ closure: { id }, series, onClose, onBack }: RemoveProps) {
  const one = useRemoveClosure(() => {
    say(text.removed)
    onClose()
  })
  const all = useRemoveSeries(({ removed }) => {
    say(text.seriesDone(removed))
    onClose()
  })
  const remove = series ? all : one
  return (
    <ConfirmSheet
      {...text.confirm}
      title={series ? text.series : text.confirm.title}
      problem={remove.error}
      busy={remove.isPending}
      onYes={() => remove.mutate({ params: { id } })}
      onClose={onBack}
    />
  )
}

/** It ends earlier than it was said. */
function GiveBack({ closure, onDone }: { closure: Closure; onDone: () => void }) {
  const now = useNow()
  const [day, setDay] = useState(dayOf(now))
  const [time, setTime] = useState('')
  const back = useGiveBack(() => {
    say(text.given)
    onDone()
  })
  const send = () => back.mutate({ params: { id: closure.id }, body: { endsAt: instantAt(day, time) } })
  const several = dayOf(closure.endsAt) !== dayOf(now)
  return (
    <>
      <Refusal problem={back.error?.errors.length === 0 ? back.error : null} />
      {several && <Field id="give-back-day" kind="date" label={text.day} value={day} onInput={setDay} />}
      <Field
        id="give-back-time"
        kind="time"
        label={text.time}
        value={time}
        fault={faultText(back.error, 'body.endsAt')}
        onInput={setTime}
      />
      <Button
        busy={back.isPending}
        needs={missingWords([[time !== '' && day !== '', text.time]])}
        onTap={send}
      >
        {text.giveBack}
      </Button>
    </>
  )
}
