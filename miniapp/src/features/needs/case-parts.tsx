import type { NeedDetail } from '@linli/contracts/need-case'
import { cancelNeed } from '@linli/contracts/needs'
import type { CaseParts } from '../../shared/cases/case-parts'
import { dayWords, spanWords } from '../../shared/time/time-words'
import { useNow } from '../../shared/time/use-now'
import { Refusal } from '../../shared/ui/answers/refusal'
import { Button } from '../../shared/ui/button'
import { say } from '../../shared/ui/page/say'
import { Fact } from '../../shared/ui/row'
import { NoteSheet } from '../../shared/ui/sheets/note-sheet'
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

function UnmetSheet({ one, onClose }: { one: NeedDetail; onClose: () => void }) {
  const unmet = useUnmet(() => {
    say(needCaseText.unmetSaid)
    onClose()
  })
  return (
    <NoteSheet
      title={needCaseText.unmetTitle}
      label={needCaseText.unmetLabel}
      help={needCaseText.unmetHelp}
      usual={needCaseText.unmetUsual}
      problem={unmet.error}
      busy={unmet.isPending}
      onSend={(note) => unmet.mutate({ params: { id: one.id }, body: { note } })}
      onClose={onClose}
    />
  )
}

/** What its person reads of it. */
function NeedFacts({ one }: { one: NeedDetail }) {
  const now = useNow()
  const { wish, place, helper, comesAt, leavesAt } = one.facts
  return (
    <>
      <Fact name={needCaseText.when}>{wantedWords(one, now)}</Fact>
      {comesAt !== null && leavesAt !== null && (
        <Fact name={needCaseText.comes}>{spanWords(comesAt, leavesAt, now)}</Fact>
      )}
      {helper !== null && <Fact name={needCaseText.helper}>{helper}</Fact>}
      {wish !== null && <Fact name={needCaseText.wish}>{wish}</Fact>}
      {place !== null && <Fact name={needCaseText.place}>{place}</Fact>}
    </>
  )
}

export const needCase: CaseParts<NeedDetail> = {
  type: needFace.type,
  Step: NeedStep,
  Facts: NeedFacts,
  sheets: { unmet: UnmetSheet },
  cancel: () => ({ action: 'cancel', endpoint: cancelNeed, ...needCaseText.cancel }),
}
