import type { CalendarAddress } from '@linli/contracts/calendar-address'
import { pages } from '../../../shared/navigation/pages'
import { useMe } from '../../../shared/session/session'
import { dayOf } from '../../../shared/time/shanghai'
import { fullDate } from '../../../shared/time/time-words'
import { Answered } from '../../../shared/ui/answers/answered'
import { SignInFirst } from '../../../shared/ui/answers/failure'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Lead } from '../../../shared/ui/lead'
import { Page } from '../../../shared/ui/page/page'
import { Row } from '../../../shared/ui/row'
import { useAddress, useMaking } from '../api'
import { How, WhoSees } from '../components/how'
import { Made } from '../components/made'
import { calendarsText as text } from '../text'

/** The private address to which the calendar of a telephone subscribes: made, shown once, renewed, given up. */
export default function CalendarPage() {
  const me = useMe()
  const query = useAddress(me !== null)
  return (
    <Page title={text.title}>
      {me === null ? (
        <SignInFirst help={text.signInHelp} returnTo={pages.calendar} />
      ) : (
        <Answered query={query} blocks={[120, 200]}>
          {({ address }) => <Address address={address} />}
        </Answered>
      )}
    </Page>
  )
}

function Address({ address }: { address: CalendarAddress | null }) {
  const making = useMaking(address === null)
  const { made } = making
  // Another device may have put a new one in its place.
  const shown = made !== null && (address === null || address.id === made.id) ? made : null
  return (
    <>
      <Lead picture="book">{text.lead}</Lead>
      <Refusal problem={making.error} />
      {shown !== null && <Made link={shown.link} />}
      {address === null && shown === null && (
        <Button busy={making.isMaking} onTap={() => making.make(null)}>
          {text.make}
        </Button>
      )}
      {address !== null && <InUse address={address} making={making} />}
      <How />
      <WhoSees />
    </>
  )
}

interface InUseProps {
  address: CalendarAddress
  making: ReturnType<typeof useMaking>
}

function InUse({ address, making }: InUseProps) {
  return (
    <Card>
      <Row title={text.inUse} under={text.since(fullDate(dayOf(address.createdAt)))} />
      <Button look="ghost" busy={making.isMaking} onTap={() => making.make(address.id)}>
        {text.renew}
      </Button>
      <Button look="plain" busy={making.isEnding} onTap={making.end}>
        {text.end}
      </Button>
      <Box as="p" className="muted">
        {text.help}
      </Box>
    </Card>
  )
}
