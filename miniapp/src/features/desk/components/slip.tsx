import './slip.css'
import '../../../shared/files/print.css'
import type { CaseDetail } from '@linli/contracts/cases'
import type { printSlip } from '@linli/contracts/rating-slips'
import { faceOf } from '../../../shared/cases/faces'
import { worksOver } from '../../../shared/staff/grants'
import { useMe } from '../../../shared/session/session'
import { printPage } from '../../../shared/files/print-page'
import type { Reply } from '../../../shared/http/request'
import { dayOf } from '../../../shared/time/shanghai'
import { fullDate } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { SvgImage } from '../../../shared/ui/base/svg-image'
import { Button } from '../../../shared/ui/button'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { usePrintSlip } from '../api'
import { deskText } from '../text'

type Slip = Reply<typeof printSlip>

/** For a person without the app: a slip of paper that leads to the rating page, by a code to their own telephone. */
export function PrintSlip({ one }: { one: CaseDetail }) {
  const slip = usePrintSlip()
  const works = worksOver(useMe(), one.community)
  // What can still be taken back is not over yet.
  if (!works || one.can.includes('undo') || faceOf(one).rated?.in.includes(one.state) !== true) return null
  const { data } = slip
  return (
    <>
      <Refusal problem={slip.error} />
      <Button look="ghost" busy={slip.isPending} onTap={() => slip.mutate({ params: { id: one.id } })}>
        {deskText.slip.print}
      </Button>
      {data !== undefined && data !== 'queued' && <SlipSheet slip={data} onClose={slip.reset} />}
    </>
  )
}

function SlipSheet({ slip, onClose }: { slip: Slip; onClose: () => void }) {
  return (
    <Sheet title={deskText.slip.title} onClose={onClose}>
      <Box className="slip on-paper">
        <Box as="h3" className="slip__title">
          {deskText.slip.ask}
        </Box>
        <SvgImage className="slip__code" svg={slip.qr} label={deskText.slip.code} />
        <Box className="strong">{`${slip.title} · ${fullDate(slip.on)}`}</Box>
        <Box>{`${slip.communityName} · ${slip.number}`}</Box>
        <Box>{deskText.slip.how}</Box>
        <Box>{deskText.slip.until(fullDate(dayOf(slip.rateUntil)))}</Box>
        <Box>{deskText.slip.private}</Box>
      </Box>
      <Box className="muted">{deskText.slip.never}</Box>
      {printPage !== null && <Button onTap={() => printPage?.('sheet')}>{deskText.slip.go}</Button>}
    </Sheet>
  )
}
