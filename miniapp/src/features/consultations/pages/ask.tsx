import '../components/ask.css'
import { useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { online } from '../../../shared/device/network'
import { useSignal } from '../../../shared/app-state/signal'
import { HelpBar } from '../../../shared/matters/helplines'
import { leadTo } from '../../../shared/matters/lead-to'
import { SafePage } from '../../../shared/matters/safe-page'
import { StepBack } from '../components/step-back'
import { pages } from '../../../shared/navigation/pages'
import { useMe, useSession } from '../../../shared/session/session'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Button } from '../../../shared/ui/button'
import { steps } from '../components/steps'
import { Summary } from '../components/summary'
import { askText } from '../text'
import { type Ask, questions, useAsk } from '../use-ask'
import { Lead } from '../../../shared/ui/lead'

export default function AskPage() {
  // Whoever signs in, or is not the same any more, begins with what is theirs.
  return <Asked key={useMe()?.id ?? ''} />
}

/** Six questions, each on a screen of its own, then all of it once more. */
function Asked() {
  const ask = useAsk()
  const connected = useSignal(online)
  const { step, turn } = ask
  const at = steps[step]
  useDidShow(ask.leaveBehind)
  useLead(step)
  return (
    <SafePage bar={<Bar ask={ask} />}>
      {step > 0 && <StepBack key={step} onBack={() => turn(step - 1)} />}
      <Progress step={step} onBack={() => turn(step - 1)} />
      <Lead picture="law" id={questionId} title={at?.title ?? askText.check}>
        {at?.help}
      </Lead>
      {!connected && (
        <Box className="age" role="status">
          {askText.offline}
        </Box>
      )}
      <Box className="ask stack">{at === undefined ? <Summary ask={ask} /> : <at.Step ask={ask} />}</Box>
    </SafePage>
  )
}

const questionId = 'matter-question'

/** From one question to the next; the first is led to by its page. */
function useLead(step: number) {
  const shown = useRef(step)
  useEffect(() => {
    if (shown.current !== step) leadTo(questionId)
    shown.current = step
  }, [step])
}

function Progress({ step, onBack }: { step: number; onBack: () => void }) {
  return (
    <Box>
      <Box className="between ask__top">
        <Box className="muted">{step === questions ? '' : askText.step(step + 1, questions)}</Box>
        {step > 0 && (
          <Tap className="head-link" onTap={onBack}>
            {askText.before}
          </Tap>
        )}
      </Box>
      <Box className="ask__progress" decorative>
        <Box
          className="ask__done"
          style={{ width: `${(Math.min(step + 1, questions) / questions) * 100}%` }}
        />
      </Box>
    </Box>
  )
}

/** What still has to be said on this screen; the others may be passed over. */
function needsOf({ step, draft }: Ask): string | null {
  if (step === 0 && draft.urgency === null) return askText.urgencyNeeds
  return step === 3 && draft.words.trim() === '' ? askText.wordsNeeds : null
}

const answered = ({ step, draft }: Ask): boolean =>
  [true, draft.topic !== null, draft.happenedOn !== '', true, draft.opposite.trim() !== '', true][step] ??
  true

function Bar({ ask }: { ask: Ask }) {
  const { step, turn } = ask
  return (
    <>
      {step > 0 && <HelpBar />}
      {step === questions ? (
        <Send ask={ask} />
      ) : (
        <Button needs={needsOf(ask)} onTap={() => turn(step + 1)}>
          {answered(ask) ? (step === questions - 1 ? askText.toCheck : askText.next) : askText.skip}
        </Button>
      )}
    </>
  )
}

/** Whoever is not signed in yet, or has chosen no community, does that first; what was written stays. */
function Send({ ask }: { ask: Ask }) {
  const signedIn = useSession() !== null
  if (ask.community === null) return <Button to={pages.communities}>{askText.community}</Button>
  if (!signedIn) {
    return (
      <>
        <Button onTap={ask.signIn}>{askText.signIn}</Button>
        <Box className="button__needs">{askText.signInHelp}</Box>
      </>
    )
  }
  const { urgency, words } = ask.draft
  const needs = urgency === null ? askText.urgencyNeeds : words.trim() === '' ? askText.wordsNeeds : null
  return (
    <Button busy={ask.busy} needs={needs} onTap={ask.send}>
      {askText.send}
    </Button>
  )
}
