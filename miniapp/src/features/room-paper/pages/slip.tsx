import type { BookingDetail } from '@linli/contracts/booking-case'
import type { CaseDetail } from '@linli/contracts/cases'
import { bookingMeaning } from '@linli/contracts/booking-case'
import type { Purpose } from '@linli/contracts/rooms'
import { purposeWord } from '@linli/contracts/words'
import { useRouter } from '@tarojs/taro'
import { renderSVG } from 'uqr'
import { pages } from '../../../shared/navigation/pages'
import { NoScope } from '../../../shared/staff/scoped'
import { useScope } from '../../../shared/staff/use-scope'
import { dayOf } from '../../../shared/time/shanghai'
import { clockSpan, fullDate, weekdayWord } from '../../../shared/time/time-words'
import { Answered } from '../../../shared/ui/answers/answered'
import { Blank } from '../../../shared/ui/answers/blank'
import { Box } from '../../../shared/ui/base/box'
import { SvgImage } from '../../../shared/ui/base/svg-image'
import { Page } from '../../../shared/ui/page/page'
import { useCase, useDivision, useRoom } from '../api'
import { caseAddress } from '../case-address'
import { Made, PaperSheet, PrintButton } from '../components/sheet'
import { paperText, slipText as text } from '../text'
import { FindHere } from '../../../shared/staff/find-in'

/** A booking on paper, for whoever has no telephone with them: when, where exactly, who opens, whom to call. */
export default function SlipPage() {
  const { id = '' } = useRouter().params
  const scope = useScope('halls')
  const query = useCase(id)
  return (
    <Page title={text.title} wide bar={scope.grant !== null && <PrintButton />}>
      <Box className="room-paper">
        <FindHere />
        {scope.grant === null ? (
          <NoScope scope={scope} returnTo={pages.bookingSlip(id)} />
        ) : (
          <Answered query={query} blocks={[420]}>
            {(one) =>
              isOfRoom(one) ? (
                <Slip one={one} />
              ) : (
                <Blank picture="sign" title={text.none} help={text.noneHelp} />
              )
            }
          </Answered>
        )}
      </Box>
    </Page>
  )
}

/** Only a booking has a room, and so a slip for its door. */
const isOfRoom = (one: CaseDetail): one is BookingDetail => 'roomId' in one.facts

const known = (purpose: string): purpose is Purpose =>
  Object.prototype.hasOwnProperty.call(purposeWord, purpose)

function Slip({ one }: { one: BookingDetail }) {
  const { facts, startsAt, endsAt } = one
  const day = dayOf(startsAt)
  const address = caseAddress(one.id)
  const purpose = known(facts.purpose) ? purposeWord[facts.purpose] : purposeWord.other
  return (
    <PaperSheet title={one.title} under={bookingMeaning.states[one.state].word}>
      <Fact name={text.number}>{one.number}</Fact>
      <Fact name={text.when}>{`${fullDate(day)} ${weekdayWord(day)} ${clockSpan(startsAt, endsAt)}`}</Fact>
      <Fact name={text.where}>
        {[facts.facilityName, facts.floor, facts.door, facts.address]
          .filter((part) => part !== null)
          .join(' · ')}
      </Fact>
      <Fact name={text.what}>{`${purpose} · ${paperText.count(facts.attendees)}`}</Fact>
      <Fact name={text.keeper}>{keeperWords(one)}</Fact>
      {facts.bring !== null && <Fact name={text.bring}>{facts.bring}</Fact>}
      <Phone one={one} />
      {address !== null && (
        <>
          <SvgImage className="room-paper__code" svg={renderSVG(address, { border: 2 })} label={text.code} />
          <Box>{text.codeHelp}</Box>
        </>
      )}
      <Made />
    </PaperSheet>
  )
}

function keeperWords({ state, facts: { keeper } }: BookingDetail): string {
  if (keeper !== null) return `${keeper.name} ${keeper.phone}`
  return state === 'confirmed' ? text.office : text.later
}

const Fact = ({ name, children }: { name: string; children: string }) => (
  <Box className="room-paper__fact">
    <Box className="room-paper__name">{name}</Box>
    <Box className="room-paper__value">{children}</Box>
  </Box>
)

function Phone({ one }: { one: BookingDetail }) {
  const facility = useRoom(one.facts.roomId).data?.facilityPhone
  const office = useDivision(one.community).data?.phone
  const phone = facility ?? office
  return (
    <Box className="room-paper__phone">
      {phone === undefined || phone === null ? text.cannotOffice : text.cannot(phone)}
    </Box>
  )
}
