import './programmes.css'
import type { SignedUp } from '@linli/contracts/enrolments'
import { pages } from '../../../shared/navigation/pages'
import { Box } from '../../../shared/ui/base/box'
import { Icon } from '../../../shared/ui/base/icon'
import { Tap } from '../../../shared/ui/base/tap'
import { programmeText as text } from '../text'

type Entry = SignedUp['entries'][number]

/** What the press brought, at once and in words: a place, a number in line, or one in the draw. */
export function Result({ entries }: { entries: readonly Entry[] }) {
  if (entries.length === 0) return null
  return (
    <Box className="result" role="alert">
      <Box as="h2" className="unseen">
        {text.result}
      </Box>
      {entries.map((one) => {
        const { what, next } = wordsOf(one)
        return (
          <Tap key={one.caseId} className="result__row" to={pages.case(one.caseId)}>
            <Box className="result__words">
              <Box className="result__what">{what}</Box>
              <Box className="muted">{next}</Box>
            </Box>
            <Icon name="next" />
          </Tap>
        )
      })}
    </Box>
  )
}

function wordsOf({ nickname, state, position, drawNumber }: Entry): { what: string; next: string } {
  if (state === 'confirmed') return { what: text.got(nickname), next: text.gotHelp }
  if (state === 'held') return { what: text.held(nickname), next: text.heldHelp }
  if (state === 'waiting') {
    const what = position === null ? text.inLineSomewhere(nickname) : text.inLine(nickname, position)
    return { what, next: text.inLineHelp }
  }
  if (state === 'entered' && drawNumber !== null) {
    return { what: text.drawNumber(nickname, drawNumber), next: text.drawNumberHelp }
  }
  return { what: text.other(nickname), next: text.seeCase }
}
