import { formText } from '../../../shared/words/form-text'
import { giveRoomTable, type TableReport } from '@linli/contracts/room-table'
import { useState } from 'react'
import { canPick } from '../../../shared/files/pick-table'
import { saveFile } from '../../../shared/files/save-file'
import { useLook } from '../../../shared/http/use-answer'
import type { Place } from '../../../shared/staff/use-communities'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { say } from '../../../shared/ui/page/say'
import { tableText as text } from '../table-text'
import { useTable } from '../use-table'
import { HitsSheet } from './hits-sheet'

/** The rooms of a community as a table: taken along, and read in again. */
export function RoomTable({ communities }: { communities: readonly [Place, ...Place[]] }) {
  const [first] = communities
  const [code, setCode] = useState<string | null>(communities.length === 1 ? first.code : null)
  return (
    <Card title={text.title}>
      <Box className="muted">{canPick ? text.help : text.computer}</Box>
      {canPick && communities.length > 1 && (
        <Box className="rd__two" role="group" label={text.where}>
          {communities.map((one) => (
            <Button
              key={one.code}
              look={one.code === code ? 'main' : 'ghost'}
              onTap={() => setCode(one.code)}
            >
              {one.name}
            </Button>
          ))}
        </Box>
      )}
      {canPick && code !== null && <Of key={code} code={code} />}
    </Card>
  )
}

function Of({ code }: { code: string }) {
  const give = useLook(giveRoomTable)
  const table = useTable(code)
  const [asking, setAsking] = useState(false)
  const take = () =>
    give.mutate(
      { params: { code } },
      {
        onSuccess: ({ fileName, base64 }) =>
          void saveFile(fileName, { xlsx: base64 }).then((saved) => say(formText.kept[saved])),
      },
    )
  const { report } = table
  const hit = report !== null && report.met.total > 0
  return (
    <Box className="stack">
      <Button look="ghost" busy={give.isPending} onTap={take}>
        {text.give}
      </Button>
      <Button look="ghost" busy={table.busy} onTap={table.look}>
        {text.take}
      </Button>
      <Refusal problem={give.error ?? table.problem} />
      {report !== null && <Report report={report} />}
      {report !== null && report.faultsInAll === 0 && report.added + report.changed > 0 && (
        <Button busy={table.busy} onTap={hit ? () => setAsking(true) : table.write}>
          {text.write}
        </Button>
      )}
      {asking && report !== null && (
        <HitsSheet
          hits={report.met}
          busy={table.busy}
          asStaff
          onYes={() => {
            setAsking(false)
            table.write()
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </Box>
  )
}

const Report = ({ report: { rows, added, changed, faults, faultsInAll } }: { report: TableReport }) => (
  <Box role="status" className="stack-tight">
    <Box>{added + changed === 0 && faultsInAll === 0 ? text.none : text.found(rows, added, changed)}</Box>
    {faultsInAll > 0 && <Box className="field__fault">{text.faults(faultsInAll)}</Box>}
    {faults.map((one) => (
      <Box key={`${one.line}${one.column}`}>{text.fault(one.line, one.column, one.words)}</Box>
    ))}
    {faultsInAll > faults.length && <Box className="muted">{text.more(faultsInAll - faults.length)}</Box>}
  </Box>
)
