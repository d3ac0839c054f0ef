import type { CareDayOfChild } from '@linli/contracts/care'
import { spanWords } from '../../../shared/time/time-words'
import { say } from '../../../shared/ui/page/say'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useReportAbsence } from '../api'
import { daysText } from '../days-text'

interface Props {
  childId: string
  one: CareDayOfChild
  now: number
  onClose: () => void
}

/** Says that a child will not come. */
export function LeaveDaySheet({ childId, one, now, onClose }: Props) {
  const report = useReportAbsence(() => {
    say(daysText.leaveDone)
    onClose()
  })
  const send = () =>
    report.mutate({ params: { id: childId }, body: { sessionId: one.sessionId, absent: true } })
  return (
    <Sheet title={daysText.leaveTitle(`${spanWords(one.startsAt, one.endsAt, now)} `)} onClose={onClose}>
      <Box as="p">{daysText.leaveHelp}</Box>
      <Refusal problem={report.error} />
      <Button busy={report.isPending} onTap={send}>
        {daysText.leaveYes}
      </Button>
      <Button look="plain" onTap={onClose}>
        {daysText.leaveNo}
      </Button>
    </Sheet>
  )
}
