import { worksIn } from '../../../shared/grants'
import { pages } from '../../../shared/pages'
import { useMe } from '../../../shared/session'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { useFollowUpsWaiting } from '../api'
import { deskText } from '../text'

interface Props {
  division: string
  /** At the side of a wide desk, or below its list. */
  wide: boolean
}

/** The ways to what people think of the work. */
export function RatingDoors({ division, wide }: Props) {
  const works = worksIn(useMe(), division)
  const waiting = useFollowUpsWaiting(division)
  const count = waiting === null || waiting === 0 ? undefined : String(waiting)
  const doors = [
    { title: deskText.followUps, under: deskText.followUpsHelp, to: pages.followUps, end: count },
    // Who only watches over a division reads no text.
    ...(works ? [{ title: deskText.texts, under: deskText.textsHelp, to: pages.ratingTexts }] : []),
    { title: deskText.figures, under: deskText.figuresHelp, to: pages.deskFigures() },
    { title: deskText.surveys, under: deskText.surveysHelp, to: pages.deskSurveys },
  ]
  if (!wide)
    return (
      <Card title={deskText.doors}>
        {doors.map((door) => (
          <Row key={door.title} {...door} />
        ))}
      </Card>
    )
  return (
    <>
      {doors.map(({ title, to, end }) => (
        <Tap key={title} className="kind" to={to}>
          <Box as="span">{title}</Box>
          <Box as="span">{end}</Box>
        </Tap>
      ))}
    </>
  )
}
