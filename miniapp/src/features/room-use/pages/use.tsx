import '../components/room-use.css'
import type { readRoomUse, UseRow } from '@linli/contracts/room-use'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { saveFile } from '../../../shared/files/save-file'
import { Choice } from '../../../shared/forms/choice'
import type { Reply } from '../../../shared/http/request'
import { pages } from '../../../shared/navigation/pages'
import { NoScope, ScopeChoice } from '../../../shared/staff/scoped'
import { useScope } from '../../../shared/staff/use-scope'
import { dayOf } from '../../../shared/time/shanghai'
import { dateWords } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { Answered } from '../../../shared/ui/answers/answered'
import { Blank } from '../../../shared/ui/answers/blank'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Page } from '../../../shared/ui/page/page'
import { say } from '../../../shared/ui/page/say'
import { type Asked, useRoomUse, useUseFile } from '../api'
import { Heat, Scale } from '../components/heat'
import { hoursShown, standsOut, together, totalOf } from '../rates'
import { type SpanName, spanNames, spanOf } from '../spans'
import { useText as text } from '../text'
import { FindHere } from '../../../shared/staff/find-in'

type Use = Reply<typeof readRoomUse>

/** When rooms are used, by weekday and hour, for who works or watches there. */
export default function UsePage() {
  const { division } = useRouter().params
  const scope = useScope()
  const code = division ?? scope.grant?.division
  return (
    <Page title={text.title} wide>
      <Box className="room-use">
        <FindHere />
        {division === undefined && <ScopeChoice scope={scope} />}
        {scope.grant === null || code === undefined ? (
          <NoScope scope={scope} returnTo={pages.roomUse(division)} />
        ) : (
          <Looked key={code} division={code} />
        )}
      </Box>
    </Page>
  )
}

function Looked({ division }: { division: string }) {
  const today = dayOf(useNow())
  const [span, setSpan] = useState<SpanName>('weeks')
  const [facility, setFacility] = useState('')
  const [room, setRoom] = useState('')
  const asked = {
    ...spanOf(span, today),
    ...(facility !== '' && { facility }),
    ...(room !== '' && { room }),
  }
  const query = useRoomUse(division, asked)
  return (
    <>
      <Choice
        label={text.span}
        options={spanNames.map((value) => ({ value, word: text.spans[value] }))}
        chosen={span}
        onChoose={setSpan}
      />
      <Buildings division={division} chosen={facility} onChoose={setFacility} shown={room === ''} />
      <Answered query={query} blocks={[80, 320, 320]}>
        {(use) => <Shown use={use} asked={asked} room={room} onRoom={setRoom} />}
      </Answered>
    </>
  )
}

interface BuildingsProps {
  division: string
  chosen: string
  shown: boolean
  onChoose: (facility: string) => void
}

/** Where a community has several buildings. */
function Buildings({ division, chosen, shown, onChoose }: BuildingsProps) {
  const span = spanOf('weeks', dayOf(useNow()))
  const all = useRoomUse(division, span).data?.facilities ?? []
  if (!shown || all.length < 2) return null
  return (
    <Choice
      label={text.building}
      options={[{ value: '', word: text.all }, ...all.map(({ id, name }) => ({ value: id, word: name }))]}
      chosen={chosen}
      onChoose={onChoose}
    />
  )
}

interface ShownProps {
  use: Use
  asked: Asked
  room: string
  onRoom: (id: string) => void
}

function Shown({ use, asked, room, onRoom }: ShownProps) {
  if (use.toDay < use.fromDay)
    return <Blank picture="sign" title={text.noDays} help={text.howLines[4] ?? ''} />
  if (use.rows.length === 0) return <Blank picture="home" title={text.noRooms} help={text.noRoomsHelp} />
  const all = together(use.week)
  const { open, used } = totalOf(all)
  const hours = hoursShown(use.week)
  const one = room === '' ? undefined : use.rows[0]
  return (
    <>
      <Card title={one === undefined ? use.name : one.name}>
        <Box className="room-use__total">{text.share(open, used)}</Box>
        <Box>{text.hours(open, used)}</Box>
        <Box className="strong">{text.stands(standsOut(all))}</Box>
        <Box className="muted">{text.days(dateWords(use.fromDay), dateWords(use.toDay))}</Box>
        {one !== undefined && (
          <Tap className="room-use__link" onTap={() => onRoom('')}>
            {text.back}
          </Tap>
        )}
      </Card>
      <Card title={text.when}>
        <Heat label={text.when} corner={text.weekday} hours={hours} rows={weekRows(use)} />
        <Scale />
      </Card>
      {one === undefined && <Rows use={use} hours={hours} onRoom={onRoom} />}
      <Taken division={use.division} asked={asked} />
      <How />
    </>
  )
}

const weekRows = (use: Use) =>
  use.week.map((hours, n) => {
    const name = text.weekdays[n] ?? ''
    return { key: name, name, head: name, hours }
  })

function Rows({ use, hours, onRoom }: { use: Use; hours: readonly number[]; onRoom: (id: string) => void }) {
  const of = use.rows[0]?.of ?? 'room'
  const rows = use.rows.map((row) => ({
    key: row.key,
    name: row.name,
    head: headOf(row, onRoom),
    hours: row.hours,
  }))
  return (
    <Card title={text.where[of]}>
      <Heat label={text.where[of]} corner={text.place} hours={hours} rows={rows} />
    </Card>
  )
}

const headOf = (row: UseRow, onRoom: (id: string) => void) => (
  <Tap
    className="room-use__link"
    {...(row.of === 'division' ? { to: pages.roomUse(row.key) } : { onTap: () => onRoom(row.key) })}
  >
    {row.retired ? `${row.name}（${text.retired}）` : row.name}
  </Tap>
)

/** What leaves the page: the same as a table, and the other papers of rooms. */
function Taken({ division, asked }: { division: string; asked: Asked }) {
  const look = useUseFile()
  const take = () =>
    look.mutate(
      { params: { division }, query: { ...asked } },
      {
        onSuccess: ({ fileName, base64 }) =>
          void saveFile(fileName, { xlsx: base64 }).then((saved) =>
            say(saved === 'saved' ? text.saved : text.failed),
          ),
      },
    )
  return (
    <Box className="stack-tight not-on-paper">
      <Refusal problem={look.error} />
      <Button look="ghost" busy={look.isPending} onTap={take}>
        {text.file}
      </Button>
      <Button look="plain" to={pages.roomPapers()}>
        {text.papers}
      </Button>
    </Box>
  )
}

const How = () => (
  <Card title={text.how}>
    {text.howLines.map((line) => (
      <Box key={line} as="p">
        {line}
      </Box>
    ))}
  </Card>
)
