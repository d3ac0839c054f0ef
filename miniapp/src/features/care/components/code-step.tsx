import { online } from '../../../shared/device/network'
import { useSignal } from '../../../shared/app-state/signal'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { handText } from '../text'
import type { Handover } from '../use-handover'
import { DigitPad } from './digit-pad'

/** Six digits that the service alone can check. */
export function CodeStep({ hand }: { hand: Handover }) {
  const connected = useSignal(online)
  return (
    <>
      {connected ? (
        <>
          <Box as="p">{handText.codeHelp}</Box>
          <DigitPad label={handText.code} busy={false} onDone={hand.releaseByCode} />
        </>
      ) : (
        <Box as="p" role="alert">
          {handText.codeOffline}
        </Box>
      )}
      <Button look="plain" onTap={hand.back}>
        {handText.no}
      </Button>
    </>
  )
}
