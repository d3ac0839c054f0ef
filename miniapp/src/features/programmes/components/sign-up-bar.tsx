import type { Programme } from '@linli/contracts/programmes'
import { type ReactNode, useState } from 'react'
import { pages } from '../../../shared/navigation/pages'
import { ConfirmSheet } from '../../../shared/ui/sheets/confirm-sheet'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { leftWords } from '../clock'
import { enteredCase } from '../eligibility'
import { programmeText as text } from '../text'
import type { SignUpHere } from '../use-sign-up'

interface Props {
  programme: Programme
  here: SignUpHere
  now: number
}

/** The one main button, and what a refused press was answered. */
export const SignUpBar = ({ programme, here, now }: Props) => (
  <>
    {here.step !== 'entered' && <Refusal problem={here.problem} />}
    {here.step === 'wait' || here.step === 'press' ? (
      <Press programme={programme} here={here} now={now} />
    ) : (
      <Before programme={programme} here={here} />
    )}
  </>
)

/** One button before the opening and after it: it turns live by itself, where finger and focus already are. */
function Press({ programme, here, now }: Props) {
  const { mode, opensAt } = programme
  const kind = here.phase === 'full' ? 'full' : mode
  const waits = here.step === 'wait'
  const [asking, setAsking] = useState(false)
  const close = () => setAsking(false)
  const goOn = () => {
    close()
    here.press()
  }
  return (
    <>
      <Box as="p" className="muted" role="status">
        {waits ? text.ready : text.after[kind]}
      </Box>
      <Button
        busy={here.busy}
        disabled={waits}
        onTap={here.ask === null ? here.press : () => setAsking(true)}
      >
        {waits ? text.countdown(leftWords(Date.parse(opensAt) - now)) : text.press[kind]}
      </Button>
      {asking && here.ask !== null && (
        <ConfirmSheet
          title={text.twiceTitle}
          lines={[here.ask + text.twiceHelp]}
          yes={text.twiceYes}
          no={text.twiceNo}
          busy={here.busy}
          onYes={goOn}
          onClose={close}
        />
      )}
    </>
  )
}

function Before({ programme, here }: Omit<Props, 'now'>): ReactNode {
  switch (here.step) {
    case 'sign_in':
      return (
        <Button to={pages.signIn(pages.programme(programme.id))}>
          {here.phase === 'announced' ? text.signIn.announced : text.signIn.open}
        </Button>
      )
    case 'add_child':
      return (
        <>
          <Box as="p" className="muted">
            {text.addChildHelp}
          </Box>
          <Button to={pages.editChild()}>{text.addChild}</Button>
        </>
      )
    case 'unfit':
      return (
        <>
          <Box as="p" className="muted">
            {text.unfitHelp}
          </Box>
          <Button to={pages.programmes}>{text.others}</Button>
        </>
      )
    case 'choose':
      return <Button disabled>{text.choose}</Button>
    case 'choose_how':
      return <Button disabled>{text.chooseHow}</Button>
    case 'entered': {
      const caseId = here.entries[0]?.caseId ?? here.children?.map(enteredCase).find((id) => id !== null)
      return caseId == null ? null : <Button to={pages.case(caseId)}>{text.mine}</Button>
    }
    case 'asking':
      return <Button disabled>{text.asking}</Button>
    default:
      return <Button to={pages.programmes}>{text.others}</Button>
  }
}
