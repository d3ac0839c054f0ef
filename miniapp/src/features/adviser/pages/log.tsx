import '../../../shared/files/print.css'
import '../components/adviser.css'
import type { readWorkLog } from '@linli/contracts/adviser'
import { useState } from 'react'
import { printPage } from '../../../shared/files/print-page'
import type { Reply } from '../../../shared/http/request'
import { SafePage } from '../../../shared/matters/safe-page'
import { pages } from '../../../shared/navigation/pages'
import { useMe } from '../../../shared/session/session'
import { adviserGrants } from '../../../shared/staff/grants'
import { clockOf, dayOf, minuteInDay } from '../../../shared/time/shanghai'
import { dateWords } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { Answered } from '../../../shared/ui/answers/answered'
import { Blank } from '../../../shared/ui/answers/blank'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { useWorkLog } from '../api'
import { NoAdviser } from '../components/no-adviser'
import { monthBeside } from '../month'
import { actionWord, logText, otherAction } from '../log-text'

type Log = Reply<typeof readWorkLog>

export default function LogPage() {
  const advises = adviserGrants(useMe()).length > 0
  const print = printPage
  return (
    <SafePage
      title={logText.title}
      bar={advises && print !== null && <Button onTap={() => print('page')}>{logText.print}</Button>}
    >
      {advises ? <Month /> : <NoAdviser returnTo={pages.adviserLog} />}
    </SafePage>
  )
}

/** One month, made from the records; nobody fills anything in for it. */
function Month() {
  const thisMonth = dayOf(useNow()).slice(0, 7)
  const [month, setMonth] = useState(thisMonth)
  const query = useWorkLog(month)
  return (
    <>
      <Box className="between not-on-paper">
        <Button look="plain" onTap={() => setMonth(monthBeside(month, -1))}>
          {logText.before}
        </Button>
        <Button look="plain" disabled={month >= thisMonth} onTap={() => setMonth(monthBeside(month, 1))}>
          {logText.after}
        </Button>
      </Box>
      <Answered query={query} blocks={[120, 300]}>
        {(log) => <Shown log={log} />}
      </Answered>
    </>
  )
}

const sums = ['opened', 'answered', 'closed', 'meetings', 'inTime'] as const
/** Of one matter there may be several. */
const eachTime: readonly string[] = ['answered', 'closed', 'meetings']

const Shown = ({ log }: { log: Log }) => (
  <Box className="log on-paper stack">
    <Box as="h2" className="title">{`${logText.month(log.month)} ${logText.title}`}</Box>
    <Box>{logText.who(log.name, log.office)}</Box>
    <Card>
      <Box className="log__sums">
        {sums.map((sum) => (
          <Box key={sum} className="log__sum">
            <Box className="muted">{logText.sums[sum]}</Box>
            <Box className="log__count">
              {eachTime.includes(sum) ? logText.times(log.totals[sum]) : logText.unit(log.totals[sum])}
            </Box>
          </Box>
        ))}
      </Box>
    </Card>
    {log.rows.length === 0 ? (
      <Blank picture="post" title={logText.empty} help={logText.emptyHelp} />
    ) : (
      <Rows rows={log.rows} />
    )}
    <Box className="muted">{logText.made}</Box>
    <Box>{logText.sign}</Box>
  </Box>
)

const { columns } = logText
const heads = [columns.at, columns.number, columns.community, columns.action, columns.minutes]

const Rows = ({ rows }: { rows: Log['rows'] }) => (
  <Card>
    <Box role="table" label={logText.title}>
      <Box role="row" className="log__head">
        {heads.map((head) => (
          <Box key={head} role="columnheader" className="log__cell strong">
            {head}
          </Box>
        ))}
      </Box>
      {rows.map((row, n) => (
        <Box key={n} role="row" className="log__row log__cells">
          {cellsOf(row).map((cell, i) => (
            <Box key={i} role="cell" className="log__cell">
              {cell}
            </Box>
          ))}
        </Box>
      ))}
    </Box>
  </Card>
)

function cellsOf({ at, number, communityName, action, minutes }: Log['rows'][number]): string[] {
  const day = dayOf(at)
  return [
    `${dateWords(day)} ${clockOf(minuteInDay(day, at))}`,
    number,
    communityName,
    actionWord[action] ?? otherAction,
    minutes === null ? '' : logText.minutes(minutes),
  ]
}
