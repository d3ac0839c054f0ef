import type { CaseDetail } from '@linli/contracts/cases'
import type { Thread } from '@linli/contracts/consultation-thread'
import { useRouter } from '@tarojs/taro'
import { faceOf } from '../../../shared/cases/faces'
import { useMatter } from '../../../shared/matters/api'
import { Feed } from '../../../shared/matters/feed'
import { HelpBar } from '../../../shared/matters/helplines'
import { IntakeCard } from '../../../shared/matters/intake-card'
import { LimitsCard } from '../../../shared/matters/limits-card'
import { Meetings } from '../../../shared/matters/meetings'
import { Referrals } from '../../../shared/matters/referrals'
import { SafePage } from '../../../shared/matters/safe-page'
import { goTab } from '../../../shared/navigation/navigate'
import { useMe } from '../../../shared/session/session'
import { useNow } from '../../../shared/time/use-now'
import { Age, Answered } from '../../../shared/ui/answers/answered'
import { Blank } from '../../../shared/ui/answers/blank'
import { Button } from '../../../shared/ui/button'
import { Lead } from '../../../shared/ui/lead'
import { StateTag } from '../../../shared/ui/tag'
import { frameText } from '../../../shared/words/frame-text'
import { More } from '../components/more'
import { Reply } from '../components/reply'
import { threadText } from '../text'
import { waitsFor } from '../waits'
import { wordsAreGone } from '../words-gone'

export default function ThreadPage() {
  const { id = '' } = useRouter().params
  const reader = useMe()?.id ?? ''
  if (id !== '') return <Shown key={`${id} ${reader}`} id={id} />
  return (
    <SafePage>
      <Blank picture="sign" title={frameText.gone} help={threadText.noNumber} alert>
        <Button onTap={() => goTab('cases')}>{frameText.lists.cases}</Button>
      </Blank>
    </SafePage>
  )
}

function Shown({ id }: { id: string }) {
  const { standing, thread } = useMatter(id)
  const now = useNow()
  const one = standing.data
  if (one === undefined || thread.data === undefined) {
    return (
      <SafePage bar={<HelpBar />}>
        <Answered query={one === undefined ? standing : thread} blocks={[110, 80, 160, 160]}>
          {() => null}
        </Answered>
      </SafePage>
    )
  }
  return (
    <SafePage
      phone={one.communityPhone}
      bar={
        <>
          <HelpBar />
          <Reply one={one} decides={one.state !== 'asked' && waitsFor(thread.data, now) !== null} />
        </>
      }
    >
      <Age of={thread} />
      <Body one={one} thread={thread.data} now={now} />
    </SafePage>
  )
}

/** Where it stands, what was said last, and what waits for a decision; until somebody answers, what presses comes first. */
function Body({ one, thread, now }: { one: CaseDetail; thread: Thread; now: number }) {
  const face = faceOf(one)
  const { intake, lines } = thread
  const answered = lines.some(({ side }) => side === 'adviser')
  const limits = intake !== null && intake.happenedOn !== null && (
    <LimitsCard
      topic={intake.topic}
      happenedOn={intake.happenedOn}
      now={now}
      brief
      folded={answered}
      key={String(answered)}
    />
  )
  return (
    <>
      <Lead
        picture="post"
        title={nextOf(one, thread, now)}
        state={<StateTag tone={face.tone(one)}>{face.state(one, now, 'party')}</StateTag>}
      >
        {wordsAreGone(one, thread) ? threadText.wordsGone : threadText.who}
      </Lead>
      {!answered && limits}
      <Meetings thread={thread} now={now} />
      <Feed thread={thread} now={now} latest />
      <Referrals thread={thread} now={now} />
      {answered && limits}
      <IntakeCard thread={thread} open={false} />
      <More id={one.id} canWithdraw={one.can.includes('cancel')} />
    </>
  )
}

/** What the person is to decide comes with what else goes on. */
function nextOf(one: CaseDetail, thread: Thread, now: number): string {
  const waits = waitsFor(thread, now)
  const { state } = one
  if (waits !== null && state === 'answered') return threadText.decide[waits]
  const next = state === 'asked' || state === 'answered' ? threadText.next[state] : faceOf(one).next(one, now)
  return waits === null ? next : `${next}${threadText.decide[waits]}`
}
