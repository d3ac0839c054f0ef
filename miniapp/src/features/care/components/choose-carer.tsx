import type { listDeviceCarers } from '@linli/contracts/care-desk'
import { useEffect, useState } from 'react'
import { ProblemError } from '../../../shared/http/problem'
import type { Reply } from '../../../shared/http/request'
import { Answered } from '../../../shared/ui/answers/answered'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Blank } from '../../../shared/ui/answers/blank'
import { useDeviceCarers } from '../api'
import { waitingOf } from '../record-queue'
import { type Carer, type Pairing, keepPairing, tabletOwner } from '../tablet'
import { tabletText } from '../tablet-text'
import { EnterPin } from './enter-pin'

/** Who is on duty today, as large names; then that person's PIN. */
export function ChooseCarer({ paired }: { paired: Pairing }) {
  const [chosen, setChosen] = useState<Carer | null>(null)
  const query = useDeviceCarers(paired)
  const gone = query.error instanceof ProblemError && query.error.code === 'device_not_paired'
  useEffect(() => {
    if (gone) keepPairing(null)
  }, [gone])
  if (chosen !== null) return <EnterPin paired={paired} carer={chosen} onOther={() => setChosen(null)} />
  return (
    <Answered query={query} blocks={[60, 180]}>
      {(answer) => <Names answer={answer} onChoose={setChosen} />}
    </Answered>
  )
}

interface Props {
  answer: Reply<typeof listDeviceCarers>
  onChoose: (carer: Carer) => void
}

function Names({ answer, onChoose }: Props) {
  if (answer.carers.length === 0)
    return <Blank picture="care" title={tabletText.nobody} help={tabletText.nobodyHelp} />
  return (
    <>
      <Box as="h2" className="title">
        {tabletText.who}
      </Box>
      <Box className="muted">{tabletText.whoHelp(answer.communityName)}</Box>
      <Box className="care-people">
        {answer.carers.map((one) => (
          <Tap key={one.accountId} className="care-person" disabled={!one.hasPin} onTap={() => onChoose(one)}>
            <Box className="care-person__name">{one.name}</Box>
            <Box className="muted">{underName(one)}</Box>
          </Tap>
        ))}
      </Box>
      {answer.carers.some((one) => !one.hasPin) && <Box className="muted">{tabletText.noPinHelp}</Box>}
    </>
  )
}

function underName({ accountId, hasPin }: Props['answer']['carers'][number]): string {
  const waits = waitingOf(tabletOwner(accountId))
  if (waits > 0) return tabletText.waits(waits)
  return hasPin ? '' : tabletText.noPin
}
