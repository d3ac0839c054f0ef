import '../components/volunteers.css'
import { useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { leadTo } from '../../../shared/matters/lead-to'
import { pages } from '../../../shared/navigation/pages'
import { useBackCloses } from '../../../shared/navigation/sheet-history'
import { useMe } from '../../../shared/session/session'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { BackGuard } from '../../../shared/ui/base/back-guard'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Page } from '../../../shared/ui/page/page'
import { Agree } from '../components/agree'
import { Skills, Times } from '../components/availability'
import { joinText } from '../text'
import { type Join, useJoin } from '../use-join'
import { Lead } from '../../../shared/ui/lead'

export default function JoinPage() {
  // Whoever signs in, or is not the same any more, begins with what is theirs.
  return <Joining key={useMe()?.id ?? ''} />
}

const screens = [
  { title: joinText.skills, help: joinText.skillsHelp },
  { title: joinText.times, help: joinText.timesHelp },
  { title: joinText.rules, help: joinText.rulesHelp },
] as const

/** Three screens: what, when and how far, and the rules; whoever is one already is led to their registration. */
function Joining() {
  const join = useJoin()
  const { step } = join.draft
  const screen = screens[step] ?? screens[0]
  useDidShow(join.leaveBehind)
  useLead(step)
  const turn = (to: number) => join.change({ step: to })
  if (join.own !== undefined && join.candidates.length === 0)
    return (
      <Page title={joinText.title}>
        <Known join={join} />
      </Page>
    )
  return (
    <Page title={joinText.title} bar={<Bar join={join} onTurn={turn} />}>
      {step > 0 && <StepBack key={step} onBack={() => turn(step - 1)} />}
      <Known join={join} />
      <Box>
        <Box className="between join__top">
          <Box className="muted">{joinText.step(step + 1, screens.length)}</Box>
          {step > 0 && (
            <Tap className="head-link" onTap={() => turn(step - 1)}>
              {joinText.before}
            </Tap>
          )}
        </Box>
        <Lead picture="hand" id={questionId} title={screen.title}>
          {screen.help}
        </Lead>
      </Box>
      <Refusal problem={join.write.error} />
      <Step join={join} />
    </Page>
  )
}

const questionId = 'volunteer-question'

/** From one screen to the next; the first is led to by its page. */
function useLead(step: number) {
  const shown = useRef(step)
  useEffect(() => {
    if (shown.current !== step) leadTo(questionId)
    shown.current = step
  }, [step])
}

/** The way back leads one screen back, not off the page; given a `key` for each screen. */
function StepBack({ onBack }: { onBack: () => void }) {
  useBackCloses(onBack)
  return <BackGuard onBack={onBack} />
}

const Known = ({ join: { own, candidates } }: { join: Join }) =>
  own === undefined ? null : (
    <Card title={joinText.known}>
      <Box as="p">{joinText.knownHelp}</Box>
      {candidates.length > 0 && <Box as="p">{joinText.forChild}</Box>}
      <Box className="join__part">
        <Button look="ghost" to={pages.case(own.id)}>
          {joinText.toOwn}
        </Button>
      </Box>
    </Card>
  )

function Step({ join, join: { draft, change } }: { join: Join }) {
  if (draft.step === 0) return <Skills chosen={draft.skills} onChange={(skills) => change({ skills })} />
  if (draft.step === 2) return <Agree join={join} />
  return (
    <Times
      times={draft.times}
      far={draft.reach}
      onTimes={(times) => change({ times })}
      onFar={(reach) => change({ reach })}
    />
  )
}

function Bar({ join, onTurn }: { join: Join; onTurn: (to: number) => void }) {
  const { step } = join.draft
  if (step < 2)
    return (
      <Button needs={join.needs[step] ?? null} onTap={() => onTurn(step + 1)}>
        {joinText.next}
      </Button>
    )
  if (!join.signedIn) return <Button onTap={join.signIn}>{joinText.signIn}</Button>
  return (
    <Button
      busy={join.write.isPending}
      needs={join.needs.find((one) => one !== null) ?? null}
      onTap={join.send}
    >
      {joinText.send}
    </Button>
  )
}
