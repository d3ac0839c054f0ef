import { useState } from 'react'
import { say } from '../../../shared/ui/page/say'
import { Box } from '../../../shared/ui/base/box'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useSetPin } from '../api'
import { careText } from '../text'
import { DigitPad } from './digit-pad'

/** A carer's PIN for the tablets, set on their own phone: typed twice, for a slip would lock them out in the morning. */
export function SetPinSheet({ onClose }: { onClose: () => void }) {
  const [first, setFirst] = useState<string | null>(null)
  const [differs, setDiffers] = useState(false)
  const set = useSetPin(() => {
    say(careText.pinKept)
    onClose()
  })
  const done = (pin: string) => {
    setDiffers(first !== null && first !== pin)
    setFirst(first === null ? pin : null)
    if (first === null) set.reset()
    if (first === pin) set.mutate({ body: { pin } })
  }
  const again = first !== null
  return (
    <Sheet title={again ? careText.pinAgain : careText.pin} onClose={onClose}>
      <Box as="p" role="status">
        {again ? careText.pinAgainHelp : careText.pinHelp}
      </Box>
      {differs && (
        <Box className="notice-box" role="alert">
          {careText.pinDiffers}
        </Box>
      )}
      <Refusal problem={set.error} />
      <DigitPad
        key={`${String(again)}${differs ? 'differs' : ''}${set.failureCount}`}
        label={again ? careText.pinAgain : careText.pin}
        busy={set.isPending}
        onDone={done}
      />
    </Sheet>
  )
}
