import type { CaseDetail } from '@linli/contracts/cases'
import type { Thread, ThreadLine } from '@linli/contracts/consultation-thread'
import { useState } from 'react'
import { faceOf } from '../../../shared/cases/faces'
import { CaseTimeline } from '../../../shared/cases/case-timeline'
import { Feed } from '../../../shared/matters/feed'
import { IntakeCard } from '../../../shared/matters/intake-card'
import { LimitsCard } from '../../../shared/matters/limits-card'
import { Meetings } from '../../../shared/matters/meetings'
import { Referrals } from '../../../shared/matters/referrals'
import { dueWords } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Card } from '../../../shared/ui/card'
import { Lead } from '../../../shared/ui/lead'
import { Fact } from '../../../shared/ui/row'
import { StateTag } from '../../../shared/ui/tag'
import { matterText } from '../text'
import { CorrectSheet } from './correct-sheet'
import { Newest } from './newest'

interface Props {
  one: CaseDetail
  thread: Thread
  now: number
}

/** A matter as its adviser reads it. */
export function Matter({ one, thread, now }: Props) {
  const [corrected, setCorrected] = useState<number | null>(null)
  const { intake } = thread
  const canCorrect = ({ kind }: ThreadLine) => one.can.includes('correct') && kind !== 'thanks'
  return (
    <>
      <Head one={one} thread={thread} now={now} />
      <Newest thread={thread} now={now} />
      <IntakeCard thread={thread} open />
      {intake !== null && intake.happenedOn !== null && (
        <LimitsCard topic={intake.topic} happenedOn={intake.happenedOn} now={now} ofPerson brief />
      )}
      <Feed
        thread={thread}
        now={now}
        act={(line) =>
          canCorrect(line) && (
            <Tap className="said__act" onTap={() => setCorrected(line.n)}>
              {matterText.correct}
            </Tap>
          )
        }
      />
      <Meetings thread={thread} now={now} />
      <Referrals thread={thread} now={now} />
      <Card title={matterText.progress}>
        <CaseTimeline one={one} now={now} />
      </Card>
      {corrected !== null && <CorrectSheet id={one.id} n={corrected} onClose={() => setCorrected(null)} />}
    </>
  )
}

function Head({ one, thread, now }: Props) {
  const face = faceOf(one)
  const { person, unnamed } = thread
  return (
    <>
      <Lead
        picture="post"
        title={person ?? matterText.noName}
        state={<StateTag tone={face.tone(one)}>{face.state(one, now, 'staff')}</StateTag>}
      >
        {`${one.communityName} · ${one.number}`}
      </Lead>
      {(one.dueAt !== null || unnamed) && (
        <Card>
          {one.dueAt !== null && <Fact name={matterText.due}>{dueWords(one.dueAt, now)}</Fact>}
          {unnamed && <Box className="strong">{matterText.unnamed}</Box>}
        </Card>
      )}
    </>
  )
}
