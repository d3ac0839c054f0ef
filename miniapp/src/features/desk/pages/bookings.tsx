import '../components/desk.css'
import { listDeskBookings } from '@linli/contracts/booking-desk'
import type { Grant } from '@linli/contracts/identity'
import { useRouter } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { deskParts } from '../../../desk-parts'
import { knowDeskParts } from '../../../shared/cases/desk-parts'
import { usePages } from '../../../shared/http/use-answer'
import { pages } from '../../../shared/navigation/pages'
import { DeskRows } from '../../../shared/staff/desk-rows'
import { FindIn } from '../../../shared/staff/find-in'
import { NoScope, ScopeChoice } from '../../../shared/staff/scoped'
import { useScope } from '../../../shared/staff/use-scope'
import { useWide } from '../../../shared/staff/use-wide'
import { dayOf } from '../../../shared/time/shanghai'
import { useNow } from '../../../shared/time/use-now'
import { Blank } from '../../../shared/ui/answers/blank'
import { Listed } from '../../../shared/ui/answers/listed'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Page } from '../../../shared/ui/page/page'
import { type BookingFilter, BookingFilters } from '../components/booking-filters'
import { BookingRow } from '../components/booking-row'
import { Earlier } from '../components/earlier'
import { WideList } from '../components/wide-list'
import { bookingsText as text } from '../bookings-text'
import { useDecided } from '../../../shared/cases/decided'

knowDeskParts(deskParts)

/** Bookings by room, by day or of one person: what is to come, what was, and what came to nothing. */
export default function DeskBookingsPage() {
  const scope = useScope('halls')
  if (scope.grant !== null)
    return <Bookings key={scope.grant.division} grant={scope.grant} choice={<ScopeChoice scope={scope} />} />
  return (
    <Page title={text.title}>
      <NoScope scope={scope} returnTo={pages.deskBookings()} />
    </Page>
  )
}

const refetchEvery = 30_000

function useBookings(division: string, { show, room, day }: BookingFilter, personOf: string | null) {
  const query = {
    show,
    ...(room !== null && { room }),
    ...(day !== '' && { day }),
    ...(personOf !== null && { personOf }),
  }
  return usePages(
    listDeskBookings,
    (cursor) => ({ params: { division }, query: { ...query, cursor } }),
    false,
    refetchEvery,
  )
}

function Bookings({ grant, choice }: { grant: Grant; choice: ReactNode }) {
  const { division } = grant
  const asked = useRouter().params
  const [filter, setFilter] = useState<BookingFilter>({
    show: showFor(asked.day),
    room: asked.room ?? null,
    day: asked.day ?? '',
  })
  const [personOf, setPersonOf] = useState(asked.personOf ?? null)
  const wide = useWide()
  const lately = useDecided().length > 0
  const now = useNow()
  const query = useBookings(division, filter, personOf)
  const filters = (
    <>
      {personOf !== null && (
        <Box className="between">
          <Box className="strong">{text.person}</Box>
          <Tap className="choice" onTap={() => setPersonOf(null)}>
            {text.everybody}
          </Tap>
        </Box>
      )}
      <BookingFilters division={division} filter={filter} onFilter={setFilter} />
    </>
  )
  const list = (rest: Omit<ListProps, 'query' | 'now'>) => <List query={query} now={now} {...rest} />
  if (!wide)
    return (
      <Page title={text.title} bar={lately && <Earlier open={null} />}>
        {choice}
        <FindIn grant={grant} />
        <Folded>{filters}</Folded>
        <Tap className="choice" to={pages.roomPapers(filter.day === '' ? undefined : filter.day)}>
          {text.papers}
        </Tap>
        {list({ beside: undefined })}
      </Page>
    )
  return (
    <Page title={text.title} wide>
      <WideList
        all={query.data?.pages.flatMap(({ cases }) => cases) ?? []}
        grant={grant}
        side={
          <>
            {choice}
            <Box className="desk__filters">{filters}</Box>
            <Tap className="kind" to={pages.roomPapers(filter.day === '' ? undefined : filter.day)}>
              {text.papers}
            </Tap>
            <Tap className="kind" to={pages.desk}>
              {text.toDesk}
            </Tap>
          </>
        }
        sorted={text.sorted[filter.show]}
        top={
          <Box className="desk__find">
            <FindIn grant={grant} />
          </Box>
        }
        list={(beside) => list({ beside })}
      />
    </Page>
  )
}

/** On a phone the list is what one came for; the filters are one tap away. */
function Folded({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false)
  return (
    <Box className="stack-tight">
      <Tap className="choice" expanded={open} onTap={() => setOpen(!open)}>
        {open ? text.fold : text.filter}
      </Tap>
      {open && <Box className="desk__filters">{children}</Box>}
    </Box>
  )
}

interface ListProps {
  query: ReturnType<typeof useBookings>
  now: number
  beside: Parameters<Parameters<typeof WideList>[0]['list']>[0] | undefined
}

const List = ({ query, now, beside }: ListProps) => (
  <Listed
    query={query}
    blocks={[92, 92, 92, 92]}
    of={(page) => page.cases}
    none={<Blank picture="find" title={text.none} help={text.noneHelp} />}
  >
    {(cases) => (
      <DeskRows all={cases} to={pages.deskCase} beside={beside}>
        {(one) => <BookingRow one={one} now={now} />}
      </DeskRows>
    )}
  </Listed>
)

/** A day that is over is looked up for what was. */
const showFor = (day: string | undefined): BookingFilter['show'] =>
  day !== undefined && day < dayOf(Date.now()) ? 'past' : 'upcoming'
