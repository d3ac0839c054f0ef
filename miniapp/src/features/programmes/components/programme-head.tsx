import './programmes.css'
import type { Programme, ProgrammePhase } from '@linli/contracts/programmes'
import { momentWords } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Picture } from '../../../shared/ui/picture'
import { StateTag } from '../../../shared/ui/tag'
import { leftWords } from '../clock'
import { phaseTone, phaseWords } from '../phase'
import { programmeText } from '../text'

interface Props {
  programme: Programme
  phase: ProgrammePhase
  now: number
}

const lastMinute = 60_000

/** The answer first: how long still, how many places, or how many wait. */
export function ProgrammeHead({ programme, phase, now }: Props) {
  const left = Date.parse(programme.opensAt) - now
  return (
    <Box as="section" className="card programme-head">
      <Picture of="children" shape="band" eager />
      <StateTag tone={phaseTone[phase]}>{tagWords(programme, phase, now)}</StateTag>
      {phase === 'announced' ? (
        <>
          <Box
            className={`programme-head__answer ${left <= lastMinute ? 'programme-head__answer--soon' : ''}`}
            role="timer"
          >
            {programmeText.countdown(leftWords(left))}
          </Box>
          <Box className="muted">{programmeText.opens(momentWords(programme.opensAt, now))}</Box>
          <Box>{placesWords(programme)}</Box>
        </>
      ) : (
        <Standing programme={programme} phase={phase} now={now} />
      )}
    </Box>
  )
}

function Standing({ programme, phase, now }: Props) {
  const { placesLeft, waiting, closesAt } = programme
  if (phase !== 'open' && phase !== 'full') return <Box>{placesWords(programme)}</Box>
  return (
    <>
      <Box className="programme-head__answer">
        {phase === 'full'
          ? programmeText.fullNow
          : placesLeft === null
            ? programmeText.draws(programme.capacity)
            : programmeText.left(placesLeft)}
      </Box>
      <Box className="muted">
        {[
          ...(phase === 'full' && waiting === 0 ? [programmeText.nextInLine] : []),
          programmeText.until(momentWords(closesAt, now)),
        ].join(' · ')}
      </Box>
    </>
  )
}

/** The tag leaves out what the line below it says large. */
function tagWords(programme: Programme, phase: ProgrammePhase, now: number): string {
  if (phase === 'announced') return programmeText.soon
  return phase === 'open' ? programmeText.open : phaseWords(programme, now)
}

const placesWords = ({ mode, capacity }: Programme) =>
  mode === 'draw' ? programmeText.draws(capacity) : programmeText.of(capacity)
