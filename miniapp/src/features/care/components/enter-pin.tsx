import { useRef } from 'react'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { useEnterByPin } from '../api'
import type { Carer, Pairing } from '../tablet'
import { tabletText } from '../tablet-text'
import { DigitPad } from './digit-pad'

interface Props {
  paired: Pairing
  carer: Carer
  onOther: () => void
}

/** Six digits by one carer; a wrong PIN begins anew, with the service's sentence above. */
export function EnterPin({ paired, carer, onOther }: Props) {
  const typed = useRef('')
  const enter = useEnterByPin(carer, typed)
  const { deviceId, deviceToken } = paired
  const send = (pin: string) => {
    typed.current = pin
    enter.mutate({ body: { deviceId, deviceToken, accountId: carer.accountId, pin } })
  }
  return (
    <>
      <Box as="h2" className="title">
        {tabletText.pin(carer.name)}
      </Box>
      <Refusal problem={enter.error} />
      <DigitPad
        key={enter.failureCount}
        hidden
        label={tabletText.pinLabel}
        busy={enter.isPending}
        onDone={send}
      />
      <Box role="status" className="muted">
        {enter.isPending ? tabletText.entering : ''}
      </Box>
      <Button look="plain" onTap={onOther}>
        {tabletText.other}
      </Button>
    </>
  )
}
