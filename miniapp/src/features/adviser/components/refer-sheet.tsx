import type { CaseDetail } from '@linli/contracts/cases'
import type { HandedPart, ReferralKind } from '@linli/contracts/consultation-thread'
import { useState } from 'react'
import { partForReceiver, referralWord } from '../../../shared/matters/words'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Button } from '../../../shared/ui/button'
import { say } from '../../../shared/ui/page/say'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useRefer } from '../api'
import { matterText } from '../text'
import { NamedChoice } from './named-choice'

interface Props {
  one: CaseDetail
  onClose: () => void
}

const kinds = (Object.keys(referralWord) as ReferralKind[]).map((value) => ({
  value,
  word: referralWord[value],
}))
const parts = Object.keys(partForReceiver) as HandedPart[]

/** To whom, and what goes with it: each thing is ticked by itself, and the person decides. */
export function ReferSheet({ one, onClose }: Props) {
  const [kind, setKind] = useState<ReferralKind | null>(null)
  const [handed, setHanded] = useState<readonly HandedPart[]>([])
  const refer = useRefer(() => {
    say(matterText.referred)
    onClose()
  })
  const toggle = (part: HandedPart) =>
    setHanded(handed.includes(part) ? handed.filter((one) => one !== part) : [...handed, part])
  const { to, parts: noParts } = matterText.referNeeds
  const needs = kind === null ? to : handed.length === 0 ? noParts : null
  return (
    <Sheet title={matterText.refer} onClose={onClose}>
      <Box className="muted">{matterText.referHelp}</Box>
      <NamedChoice label={matterText.referTo} options={kinds} chosen={kind} onChoose={setKind} />
      <Box className="label">{matterText.referParts}</Box>
      <Box className="wrap" role="group" label={matterText.referParts}>
        {parts.map((part) => (
          <Tap
            key={part}
            className={`choice ${handed.includes(part) ? 'choice--on' : ''}`}
            role="checkbox"
            checked={handed.includes(part)}
            onTap={() => toggle(part)}
          >
            {partForReceiver[part]}
          </Tap>
        ))}
      </Box>
      <Refusal problem={refer.error} />
      <Button
        busy={refer.isPending}
        needs={needs}
        onTap={() =>
          kind !== null && refer.mutate({ params: { id: one.id }, body: { kind, parts: [...handed] } })
        }
      >
        {matterText.referSend}
      </Button>
    </Sheet>
  )
}
