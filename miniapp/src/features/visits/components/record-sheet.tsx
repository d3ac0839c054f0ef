import { help, type Help } from '@linli/contracts/need-case'
import { helpWord } from '@linli/contracts/need-words'
import { wayWord } from '@linli/contracts/visit-words'
import {
  needsAtOnce,
  visitNoteLength,
  type VisitOutcome,
  type VisitWay,
  visitWay,
} from '@linli/contracts/visits'
import { useState } from 'react'
import { uuid } from '../../../shared/device/uuid'
import { Choice } from '../../../shared/forms/choice'
import { Field } from '../../../shared/forms/field'
import { Several } from '../../../shared/forms/several'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Button } from '../../../shared/ui/button'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { isLeaving, outcomesOf, type Queued, visitedWith } from '../roster'
import { outcomeShort, visitsText } from '../text'

interface One {
  id: string
  name: string
}

interface Props {
  one: One
  /** Those who live with them: the same tap is theirs too. */
  together: readonly One[]
  onSave: (visits: Omit<Queued, 'refused'>[]) => void
  onClose: () => void
}

/** What a visit came to: two taps and, if there is something to keep in mind, a few words. */
export function RecordSheet({ one, together, onSave, onClose }: Props) {
  const [way, setWay] = useState<VisitWay>('home')
  const [outcome, setOutcome] = useState<VisitOutcome | null>(null)
  const [with_, setWith] = useState<readonly string[]>([])
  const [note, setNote] = useState('')
  const [wants, setWants] = useState<readonly Help[]>([])
  const chooseWay = (next: VisitWay) => {
    setWay(next)
    if (outcome !== null && !outcomesOf(next).includes(outcome)) setOutcome(null)
  }
  const hears = outcome === 'met' || outcome === 'talked'
  const save = () => {
    if (outcome === null) return
    const at = new Date().toISOString()
    const said = note.trim() === '' ? null : note.trim()
    // What is to be kept in mind is about the one whose page it is.
    onSave(
      visitedWith(one, together, with_, outcome).map(({ id }) => ({
        visit: {
          ...{ id: uuid(), elderId: id, at, way, outcome },
          ...(id === one.id
            ? { note: said, ...(hears && wants.length > 0 && { needs: [...wants] }) }
            : { note: null }),
        },
      })),
    )
  }
  const leaves = isLeaving(outcome)
  return (
    <Sheet title={visitsText.sheetTitle(one.name)} onClose={onClose}>
      <Box className="label">{visitsText.way}</Box>
      <Choice
        label={visitsText.way}
        options={visitWay.options.map((value) => ({ value, word: wayWord[value] }))}
        chosen={way}
        onChoose={chooseWay}
      />
      <Box className="label">{visitsText.outcome}</Box>
      <Choice
        label={visitsText.outcome}
        options={outcomesOf(way).map((value) => ({ value, word: outcomeShort(value, way) }))}
        chosen={outcome}
        onChoose={setOutcome}
      />
      {leaves && <Box as="p">{visitsText.leaves}</Box>}
      {together.length > 0 && !leaves && <Together all={together} chosen={with_} onChoose={setWith} />}
      {hears && <Wants chosen={wants} onChange={setWants} />}
      <Field
        id="visit-note"
        optional
        tall
        label={visitsText.note}
        help={visitsText.noteHelp}
        maxLength={visitNoteLength}
        value={note}
        onInput={setNote}
      />
      <Button needs={outcome === null && visitsText.needs.outcome} onTap={save}>
        {visitsText.save}
      </Button>
    </Sheet>
  )
}

/** What they said that they need a hand with: asked for with the visit. */
const Wants = ({ chosen, onChange }: { chosen: readonly Help[]; onChange: (chosen: Help[]) => void }) => (
  <Box>
    <Box className="label">{visitsText.wants}</Box>
    <Several
      label={visitsText.wants}
      options={help.options.map((value) => ({ value, word: helpWord[value] }))}
      chosen={chosen}
      onChange={(next) => onChange(next.slice(0, needsAtOnce))}
    />
    <Box className="muted">{visitsText.wantsHelp}</Box>
  </Box>
)

interface TogetherProps {
  all: readonly One[]
  chosen: readonly string[]
  onChoose: (chosen: readonly string[]) => void
}

/** One way leads to all who live together. */
const Together = ({ all, chosen, onChoose }: TogetherProps) => (
  <Box>
    <Box className="label">{visitsText.together}</Box>
    <Box className="wrap">
      {all.map(({ id, name }) => {
        const on = chosen.includes(id)
        return (
          <Tap
            key={id}
            className={`choice ${on ? 'choice--on' : ''}`}
            role="checkbox"
            checked={on}
            onTap={() => onChoose(on ? chosen.filter((other) => other !== id) : [...chosen, id])}
          >
            {visitsText.withName(name)}
          </Tap>
        )
      })}
    </Box>
  </Box>
)
