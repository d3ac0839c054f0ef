import { say } from '../../../shared/toast'
import { Box } from '../../../shared/ui/base/box'
import { Refusal } from '../../../shared/ui/refusal'
import { Sheet } from '../../../shared/ui/sheet'
import { useSetPin } from '../api'
import { careText } from '../text'
import { DigitPad } from './digit-pad'

/** A carer's PIN for the tablets, set on their own phone. */
export function SetPinSheet({ onClose }: { onClose: () => void }) {
  const set = useSetPin(() => {
    say(careText.pinKept)
    onClose()
  })
  return (
    <Sheet title={careText.pin} onClose={onClose}>
      <Box as="p">{careText.pinHelp}</Box>
      <Refusal problem={set.error} />
      <DigitPad
        key={set.failureCount}
        label={careText.pin}
        busy={set.isPending}
        onDone={(pin) => set.mutate({ body: { pin } })}
      />
    </Sheet>
  )
}
