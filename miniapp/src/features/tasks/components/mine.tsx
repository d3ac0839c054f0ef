import './tasks.css'
import type { Task } from '@linli/contracts/tasks'
import { signupMeaning } from '@linli/contracts/signup-case'
import { pages } from '../../../shared/navigation/pages'
import { Box } from '../../../shared/ui/base/box'
import { Icon } from '../../../shared/ui/base/icon'
import { Tap } from '../../../shared/ui/base/tap'
import { taskText as text } from '../text'

type One = Task['mine'][number]

interface Props {
  mine: readonly One[]
  nicknameOf: (childId: string | null) => string | null
}

/** What the reader's own taps brought: a place, or a place in line; each leads to its case. */
export const Mine = ({ mine, nicknameOf }: Props) => (
  <Box className="task-mine" role="status">
    {mine.map((one) => {
      const { what, next } = wordsOf(one, nicknameOf(one.childId))
      return (
        <Tap key={one.caseId} className="task-mine__row" to={pages.case(one.caseId)}>
          <Box className="task-mine__words">
            <Box className="task-mine__what">{what}</Box>
            <Box className="muted">{next}</Box>
          </Box>
          <Icon name="next" />
        </Tap>
      )
    })}
  </Box>
)

function wordsOf({ state }: One, nickname: string | null): { what: string; next: string } {
  if (state === 'confirmed') return { what: text.got(nickname), next: text.gotHelp }
  if (state === 'waiting') return { what: text.inLine(nickname), next: text.inLineHelp }
  if (state === 'held') return { what: text.held, next: text.heldHelp }
  return { what: signupMeaning.states[state].word, next: text.see }
}
