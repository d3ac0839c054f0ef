import type { NeedDetail } from '@linli/contracts/need-case'
import { relationWord, unmetWord } from '@linli/contracts/need-words'
import { cancelNeed, unmetReason, type UnmetReason } from '@linli/contracts/needs'
import { useState } from 'react'
import type { CaseParts } from '../../shared/cases/case-parts'
import { dayWords, spanWords } from '../../shared/time/time-words'
import { useNow } from '../../shared/time/use-now'
import { Refusal } from '../../shared/ui/answers/refusal'
import { Choice } from '../../shared/forms/choice'
import { Box } from '../../shared/ui/base/box'
import { Button } from '../../shared/ui/button'
import { say } from '../../shared/ui/page/say'
import { Fact } from '../../shared/ui/row'
import { Sheet } from '../../shared/ui/sheets/sheet'
import { useMet, useUnmet } from './api'
import { needFace } from './face'
import { needCaseText } from './text'

/** When it is wished for, in words. */
export const wantedWords = ({ facts: { day, part } }: NeedDetail, now: number): string =>
  needCaseText.wanted(day === null ? '' : dayWords(day, now), part)

interface StepProps {
  one: NeedDetail
  onAsk: (sheet: string) => void
}

/** From its start on its person says how it was. */
function NeedStep({ one, onAsk }: StepProps) {
  const met = useMet(() => say(needCaseText.metSaid))
  if (!one.can.includes('met')) return null
  return (
    <>
      <Refusal problem={met.error} />
      <Button busy={met.isPending} onTap={() => met.mutate({ params: { id: one.id }, body: {} })}>
        {needCaseText.met}
      </Button>
      <Button look="ghost" onTap={() => onAsk('unmet')}>
        {needCaseText.unmet}
      </Button>
    </>
  )
}

const reasons = unmetReason.options.map((value) => ({ value, word: unmetWord[value] }))

function UnmetSheet({ one, onClose }: { one: NeedDetail; onClose: () => void }) {
  const [why, setWhy] = useState<UnmetReason | null>(null)
  const unmet = useUnmet(() => {
    say(needCaseText.unmetSaid)
    onClose()
  })
  return (
    <Sheet title={needCaseText.unmetTitle} onClose={onClose}>
      <Box className="muted">{needCaseText.unmetHelp}</Box>
      <Choice label={needCaseText.unmetTitle} options={reasons} chosen={why} onChoose={setWhy} />
      <Refusal problem={unmet.error} />
      <Button
        busy={unmet.isPending}
        needs={why === null ? needCaseText.unmetNeeds : null}
        onTap={() => why !== null && unmet.mutate({ params: { id: one.id }, body: { why } })}
      >
        {needCaseText.unmetSend}
      </Button>
    </Sheet>
  )
}

/** What its person reads of it. */
function NeedFacts({ one }: { one: NeedDetail }) {
  const now = useNow()
  const { wish, place, helper, person, relation, comesAt, leavesAt } = one.facts
  // Open again: nobody comes yet.
  const was = one.state === 'open'
  return (
    <>
      {relation !== null && (
        <Fact name={needCaseText.person}>{[relationWord[relation], person].filter(Boolean).join(' · ')}</Fact>
      )}
      <Fact name={needCaseText.when}>{wantedWords(one, now)}</Fact>
      {comesAt !== null && leavesAt !== null && (
        <Fact name={was ? needCaseText.came : needCaseText.comes}>{spanWords(comesAt, leavesAt, now)}</Fact>
      )}
      {helper !== null && <Fact name={was ? needCaseText.helperWas : needCaseText.helper}>{helper}</Fact>}
      {wish !== null && (
        <Fact name={relation === null ? needCaseText.wish : needCaseText.wishOfFamily}>{wish}</Fact>
      )}
      {place !== null && <Fact name={needCaseText.place}>{place}</Fact>}
    </>
  )
}

export const needCase: CaseParts<NeedDetail> = {
  type: needFace.type,
  Step: NeedStep,
  hasStep: ({ can }) => can.includes('met'),
  Facts: NeedFacts,
  sheets: { unmet: UnmetSheet },
  cancel: () => ({ action: 'cancel', endpoint: cancelNeed, ...needCaseText.cancel }),
}
