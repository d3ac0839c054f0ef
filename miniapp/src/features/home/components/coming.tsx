import type { ComingProgramme } from '@linli/contracts/home'
import { pages } from '../../../shared/navigation/pages'
import { momentWords } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Icon } from '../../../shared/ui/base/icon'
import { Tap } from '../../../shared/ui/base/tap'
import { Picture } from '../../../shared/ui/picture'
import { homeText } from '../text'

interface Props {
  one: ComingProgramme
  now: number
}

/** What the community offers next: when one can sign up, and what to have ready before. */
export function Coming({ one, now }: Props) {
  const ahead = Date.parse(one.opensAt) > now
  return (
    <>
      <Box as="h2" className="section">
        {homeText.coming}
      </Box>
      <Box as="section" className="card card--rows">
        <Tap className="place-row" to={pages.programme(one.id)}>
          <Picture of="children" shape="thumb" />
          <Box className="place-row__words">
            <Box className="strong">{one.name}</Box>
            <Box className="coming__when">
              {ahead
                ? homeText.opens(momentWords(one.opensAt, now))
                : homeText.closes(momentWords(one.closesAt, now))}
            </Box>
            <Box className="muted">{homeText.places(one.capacity)}</Box>
          </Box>
        </Tap>
        <Tap className="card__on" to={ahead ? pages.children : pages.programme(one.id)}>
          {ahead ? homeText.getReady : homeText.signUp}
          <Icon name="next" />
        </Tap>
      </Box>
    </>
  )
}
