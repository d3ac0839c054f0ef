import { useState } from 'react'
import { useMe } from '../../../shared/session/session'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { say } from '../../../shared/ui/page/say'
import { ConfirmSheet } from '../../../shared/ui/sheets/confirm-sheet'
import { askText } from '../text'
import type { Ask } from '../use-ask'

/** Where what was answered lies, until when, and the way to be rid of it. */
export function Kept({ ask }: { ask: Ask }) {
  const signedIn = useMe() !== null
  const [asked, setAsked] = useState(false)
  const close = () => setAsked(false)
  const giveUp = () => {
    close()
    ask.giveUp()
    say(askText.givenUp)
  }
  return (
    <>
      <Box as="p" className="muted">
        {signedIn ? askText.kept : askText.keptUnsigned}
      </Box>
      {ask.begun && (
        <Button look="plain" onTap={() => setAsked(true)}>
          {askText.giveUp}
        </Button>
      )}
      {asked && (
        <ConfirmSheet {...askText.giveUpSheet} problem={null} busy={false} onYes={giveUp} onClose={close} />
      )}
    </>
  )
}
