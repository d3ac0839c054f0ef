import { outcomeWord, wayWord } from '@linli/contracts/visit-words'
import {
  type KeptOutcome,
  type KeptVisit,
  visitNoteLength,
  type VisitOutcome,
  type VisitWay,
  visitWay,
} from '@linli/contracts/visits'
import { useState } from 'react'
import { Choice } from '../../../shared/forms/choice'
import { Field } from '../../../shared/forms/field'
import { momentWords } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { say } from '../../../shared/ui/page/say'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useCorrect } from '../api'
import { outcomesOf } from '../roster'
import { elderText, outcomeShort, visitsText } from '../text'

/** Every visit as it was recorded; what was corrected stays in sight. */
export function Visits({ visits }: { visits: readonly KeptVisit[] }) {
  const now = useNow()
  const [one, setOne] = useState<KeptVisit | null>(null)
  return (
    <Card title={elderText.visits}>
      {visits.length === 0 && <Box className="muted">{elderText.noVisits}</Box>}
      {visits.map((visit) => (
        <Line key={visit.id} visit={visit} now={now} onCorrect={() => setOne(visit)} />
      ))}
      {one !== null && <CorrectSheet visit={one} onClose={() => setOne(null)} />}
    </Card>
  )
}

const wordOf = (outcome: KeptOutcome, way: VisitWay): string =>
  outcome === 'mistake' ? outcomeWord.mistake : outcomeShort(outcome, way)

function Line({ visit, now, onCorrect }: { visit: KeptVisit; now: number; onCorrect: () => void }) {
  const { at, way, outcome, by, note, late, corrects, corrected } = visit
  const marks = [
    ...(corrects === null ? [] : [elderText.correction]),
    ...(corrected ? [elderText.corrected] : []),
    ...(late ? [elderText.late] : []),
  ]
  return (
    <Box className="visit-line">
      <Box className={corrected ? 'visit-line--corrected' : ''}>
        {visitsText.last(momentWords(at, now), wayWord[way], wordOf(outcome, way))}
      </Box>
      <Box className="muted">{[by, ...marks].join(' · ')}</Box>
      {note !== null && <Box>{note}</Box>}
      {!corrected && (
        <Button look="plain" label={`${elderText.correct} ${momentWords(at, now)}`} onTap={onCorrect}>
          {elderText.correct}
        </Button>
      )}
    </Box>
  )
}

function CorrectSheet({ visit, onClose }: { visit: KeptVisit; onClose: () => void }) {
  const [way, setWay] = useState<VisitWay>(visit.way)
  const [outcome, setOutcome] = useState<KeptOutcome | null>(null)
  const [note, setNote] = useState('')
  const write = useCorrect(() => {
    say(elderText.done)
    onClose()
  })
  const chooseWay = (next: VisitWay) => {
    setWay(next)
    if (!outcomesOf(next).includes(outcome as VisitOutcome)) setOutcome(null)
  }
  const send = () => {
    if (outcome === null) return
    const said = note.trim() === '' ? null : note.trim()
    write.mutate({ params: { id: visit.id }, body: { way, outcome, note: said } })
  }
  const options = [
    ...outcomesOf(way).map((value) => ({ value: value as KeptOutcome, word: outcomeShort(value, way) })),
    { value: 'mistake' as const, word: elderText.mistake },
  ]
  return (
    <Sheet title={elderText.correctTitle} onClose={onClose}>
      <Box className="muted">{elderText.correctHelp}</Box>
      <Choice
        label={visitsText.way}
        options={visitWay.options.map((value) => ({ value, word: wayWord[value] }))}
        chosen={way}
        onChoose={chooseWay}
      />
      <Choice label={visitsText.outcome} options={options} chosen={outcome} onChoose={setOutcome} />
      <Field
        id="correct-note"
        optional
        tall
        label={visitsText.note}
        maxLength={visitNoteLength}
        value={note}
        onInput={setNote}
      />
      <Refusal problem={write.error} />
      <Button busy={write.isPending} needs={outcome === null && visitsText.needs.outcome} onTap={send}>
        {elderText.send}
      </Button>
    </Sheet>
  )
}
