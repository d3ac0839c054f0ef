import type { ProblemError } from '../../../shared/http/problem'
import { pages } from '../../../shared/navigation/pages'
import { Button } from '../../../shared/ui/button'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { editText } from '../text'

interface Props {
  busy: boolean
  problem: ProblemError | null
  onSave: () => void
}

/** The refusal stands above the button, in sight however long the form is. */
export const EditBar = ({ busy, problem, onSave }: Props) => (
  <>
    <Refusal problem={problem}>
      {problem?.code === 'community_needed' && (
        <Button look="danger" to={pages.communities}>
          {editText.community}
        </Button>
      )}
    </Refusal>
    <Button busy={busy} onTap={onSave}>
      {editText.save}
    </Button>
  </>
)
