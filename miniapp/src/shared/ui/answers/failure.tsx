import { useContext } from 'react'
import { listForPage } from '../../navigation/list-for-page'
import { back, goTab, replaceWith } from '../../navigation/navigate'
import { endedBecause, useSession } from '../../session/session'
import { useSignal } from '../../app-state/signal'
import { currentAddress } from '../../navigation/current-address'
import { ProblemError, isSignedOut, isUnagreed } from '../../http/problem'
import { pages } from '../../navigation/pages'
import { Blank } from './blank'
import { OwnWords, useProblemText } from './own-words'
import { Button } from '../button'
import { dial, usePhone } from '../call-button'
import { frameText } from '../../words/frame-text'

interface Props {
  problem: unknown
  again: () => void
}

/** A read that failed: the sentence, and what to do next. */
export function Failure({ problem, again }: Props) {
  const phone = usePhone(null)
  const signedIn = useSession() !== null
  const problemText = useProblemText()
  const { offlineHelp } = useContext(OwnWords)
  const code = problem instanceof ProblemError ? problem.code : 'unreadable'
  if (!signedIn && isSignedOut(problem)) {
    return <SignInFirst help={problemText(problem)} returnTo={currentAddress()} />
  }
  if (isUnagreed(problem)) {
    return (
      <Blank picture="home" title={frameText.agreeFirst} help={problemText(problem)} alert>
        <Button to={pages.agree}>{frameText.agree}</Button>
      </Blank>
    )
  }
  if (code === 'offline') {
    return (
      <Blank picture="wire" title={frameText.offline} help={offlineHelp ?? frameText.offlineHelp} alert>
        <Button look="ghost" onTap={again}>
          {frameText.again}
        </Button>
      </Blank>
    )
  }
  if (code === 'invalid_request') return <WrongAddress />
  const gone = code === 'not_found' || code === 'not_allowed'
  return (
    <Blank
      picture={gone ? 'sign' : 'wire'}
      title={code === 'not_allowed' ? frameText.notYours : gone ? frameText.gone : frameText.failed}
      help={problemText(problem)}
      alert
    >
      {gone ? (
        <>
          <Button onTap={back}>{frameText.back}</Button>
          <ToList />
        </>
      ) : (
        <Button onTap={again}>{frameText.again}</Button>
      )}
      <Button look="ghost" onTap={() => dial(phone)}>
        {frameText.call}
      </Button>
    </Blank>
  )
}

/** The way to where the thing would be listed. */
function ToList() {
  const { word, to } = listForPage(currentAddress())
  return (
    <Button look="ghost" onTap={() => (to === pages.cases ? goTab('cases') : replaceWith(to))}>
      {word}
    </Button>
  )
}

/** Nobody filled anything in to read a page: what the service did not take is its address, e.g. cut off in copying. */
function WrongAddress() {
  const list = listForPage(currentAddress())
  return (
    <Blank picture="sign" title={frameText.gone} help={frameText.wrongAddress(list.word)} alert>
      <Button onTap={back}>{frameText.back}</Button>
      <ToList />
    </Blank>
  )
}

/** The way to sign in; after being signed out, with the sentence that says why. */
export function SignInFirst({ help, returnTo }: { help: string; returnTo?: string | undefined }) {
  const ended = useSignal(endedBecause)
  return (
    <Blank picture="home" title={frameText.signInFirst} help={ended ?? help}>
      <Button to={pages.signIn(returnTo)}>{frameText.signIn}</Button>
    </Blank>
  )
}
