import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { FindHere } from '../../../shared/staff/find-in'
import { Answered } from '../../../shared/ui/answers/answered'
import { Button } from '../../../shared/ui/button'
import { Page } from '../../../shared/ui/page/page'
import { ConfirmSheet } from '../../../shared/ui/sheets/confirm-sheet'
import { useRoom } from '../api'
import { closingText as text } from '../closures-text'
import { openOf } from '../closing'
import { ClosingForm } from '../components/closing-form'
import { ClosingDone } from '../components/closing-done'
import { MetBookings, TooMany } from '../components/met-bookings'
import { closingNeeds } from '../closing-needs'
import { type Closing, useClosing } from '../use-closing'

/** Closes rooms for a while, with an answer for every booking that it meets; or takes them at once. */
export default function ClosePage() {
  const { id = '', takeover } = useRouter().params
  const now = takeover === '1'
  const room = useRoom(id)
  const closing = useClosing(id, now)
  const { closed, met } = closing
  const title = now ? text.takeoverTitle : text.title
  if (closed !== undefined)
    return (
      <Page title={title}>
        <ClosingDone roomId={id} closed={closed} taken={now} />
      </Page>
    )
  const Bar = now ? TakeNow : met === undefined ? Look : Close
  return (
    <Page title={title} bar={<Bar closing={closing} />}>
      <FindHere />
      <Answered query={room} blocks={[120, 300]}>
        {(shown) =>
          met === undefined || now ? (
            <ClosingForm room={shown} closing={closing} takeover={now} />
          ) : closing.tooMany ? (
            <TooMany closing={closing} />
          ) : (
            <MetBookings met={met} closing={closing} />
          )
        }
      </Answered>
    </Page>
  )
}

interface BarProps {
  closing: Closing
}

const Look = ({ closing }: BarProps) => (
  <Button busy={closing.busy} needs={closingNeeds(closing.form, false)} onTap={closing.look}>
    {text.look}
  </Button>
)

function Close({ closing }: BarProps) {
  const open = openOf(closing.met ?? [], closing.choices)
  return (
    <Button
      busy={closing.busy}
      needs={closing.tooMany ? text.inParts : open > 0 && text.open(open)}
      onTap={() => closing.send('closed')}
    >
      {text.close}
    </Button>
  )
}

/** One step, asked once. */
function TakeNow({ closing }: BarProps) {
  const [asked, setAsked] = useState(false)
  return (
    <>
      <Button look="warm" needs={closingNeeds(closing.form, true)} onTap={() => setAsked(true)}>
        {text.takeNow}
      </Button>
      {asked && (
        <ConfirmSheet
          {...text.confirm}
          problem={closing.problem}
          busy={closing.busy}
          onYes={() => closing.send('takeover')}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  )
}
