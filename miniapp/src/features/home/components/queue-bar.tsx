import { faceOf } from '../../../shared/cases/faces'
import { pages } from '../../../shared/navigation/pages'
import { Box } from '../../../shared/ui/base/box'
import { Icon } from '../../../shared/ui/base/icon'
import { Tap } from '../../../shared/ui/base/tap'
import type { HomeAnswer } from '../api'
import { homeText } from '../text'

interface Props {
  queued: NonNullable<HomeAnswer['queued']>
  now: number
}

/** While somebody stands in a line beside what they have: how many are ahead, above the tabs. */
export function QueueBar({ queued: { one, place }, now }: Props) {
  const { when, what } = faceOf(one).home(one, now)
  return (
    <Tap className="queue" to={pages.case(one.id)}>
      <Icon name="people" />
      <Box className="queue__words">
        <Box className="strong">{homeText.ahead(place - 1)}</Box>
        <Box className="queue__what">{`${what} · ${when}`}</Box>
      </Box>
      <Icon name="next" />
    </Tap>
  )
}
