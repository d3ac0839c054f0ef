import { worksIn } from '../../../shared/grants'
import { ratingDoors } from '../../../shared/staff-doors'
import { pages } from '../../../shared/pages'
import { useMe } from '../../../shared/session'
import { oldestWords } from '../../../shared/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { useFollowUpsWaiting, useNumbersWaiting, useTextsWaiting } from '../api'
import { deskText } from '../text'

interface Props {
  division: string
  /** At the side of a wide desk, or below its list. */
  wide: boolean
}

/** Nothing that waits is not said. */
const countOf = (waiting: number | null) => {
  if (waiting === null || waiting === 0) return undefined
  return waiting > 99 ? '99+' : String(waiting)
}

/** The ways to what people think of the work, and to what is done at the counter. */
export function RatingDoors({ division, wide }: Props) {
  const me = useMe()
  const open = ratingDoors(me, division)
  const works = worksIn(me, division)
  const numbers = countOf(useNumbersWaiting(division, works))
  const followUps = countOf(useFollowUpsWaiting(division))
  const { waiting, oldest } = useTextsWaiting(division, open.includes('doubtful'))
  const texts = countOf(waiting)
  const since = oldest === undefined ? undefined : oldestWords(oldest)
  const textsHelp =
    texts === undefined || since === undefined ? deskText.textsHelp : deskText.textsWaiting(texts, since)
  const doors = [
    ...(works
      ? [{ title: deskText.accounts, under: deskText.accountsHelp, to: pages.deskAccounts, end: numbers }]
      : []),
    ...(open.includes('followUps')
      ? [{ title: deskText.followUps, under: deskText.followUpsHelp, to: pages.followUps, end: followUps }]
      : []),
    // Who only watches over a division reads no text.
    ...(open.includes('texts')
      ? [{ title: deskText.texts, under: textsHelp, to: pages.ratingTexts, end: texts, since }]
      : []),
    { title: deskText.figures, under: deskText.figuresHelp, to: pages.deskFigures() },
    { title: deskText.surveys, under: deskText.surveysHelp, to: pages.deskSurveys },
  ]
  if (!wide)
    return (
      <Card title={deskText.doors}>
        {doors.map((door) => (
          <Row key={door.title} title={door.title} under={door.under} to={door.to} end={door.end} />
        ))}
      </Card>
    )
  return (
    <>
      {doors.map(({ title, to, end, since: waits }) => (
        <Tap key={title} className="kind" to={to}>
          <Box>
            <Box>{title}</Box>
            {waits !== undefined && <Box className="muted">{waits}</Box>}
          </Box>
          <Box as="span">{end}</Box>
        </Tap>
      ))}
    </>
  )
}
