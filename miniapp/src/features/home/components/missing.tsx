import type { MissingChild } from '@linli/contracts/home'
import { pages } from '../../../shared/navigation/pages'
import { clockOf, dayOf, minuteInDay } from '../../../shared/time/shanghai'
import { useMode } from '../../../shared/app-state/display-mode'
import { Box } from '../../../shared/ui/base/box'
import { Icon } from '../../../shared/ui/base/icon'
import { Tap } from '../../../shared/ui/base/tap'
import { dial, usePhone } from '../../../shared/ui/call-button'
import { Ticket } from '../../../shared/ui/ticket'
import { homeText } from '../text'

/** A child that did not come, before whatever else is next: its guardian rings up from here. */
export const Missing = ({ all }: { all: readonly MissingChild[] }) => (
  <>
    {all.map((one) => (
      <Shown key={`${one.childId}${one.startsAt}`} one={one} />
    ))}
  </>
)

function Shown({ one: { childId, nickname, startsAt, phone } }: { one: MissingChild }) {
  const number = usePhone(phone)
  const elder = useMode() === 'elder'
  const to = pages.childDays(childId)
  const at = clockOf(minuteInDay(dayOf(startsAt), startsAt))
  const stub = (
    <Box className="acts">
      <Tap onTap={() => dial(number)}>
        <Icon name="tel" />
        {homeText.call(number)}
      </Tap>
      <Tap to={to}>
        {homeText.childDay}
        <Icon name="next" />
      </Tap>
    </Box>
  )
  return (
    <Ticket tone="bad" picture="children" to={to} stub={stub}>
      <Box className="ticket__when">
        {elder ? homeText.missingSpoken(nickname) : homeText.missing(nickname)}
      </Box>
      {!elder && <Box>{homeText.missingHelp(at)}</Box>}
    </Ticket>
  )
}
