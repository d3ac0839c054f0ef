import type { SignupDetail } from '@linli/contracts/signup-case'
import { cancelSignup, missSignup } from '@linli/contracts/signups'
import type { DeskParts } from '../../../shared/cases/desk-parts'
import { pages } from '../../../shared/navigation/pages'
import { Button } from '../../../shared/ui/button'
import { Fact } from '../../../shared/ui/row'
import { signupFace } from '../face'
import { HoursFacts } from '../hours-facts'
import { signupDeskText as text, signupText } from '../text'
import { HoursSheet } from './hours-sheet'

/** Where everybody meets; a home stays with whoever stands by it. */
const SignupFacts = ({ one }: { one: SignupDetail }) => (
  <>
    <Fact name={signupText.place}>{one.facts.place ?? signupText.homeDesk}</Fact>
    <HoursFacts one={one} />
    <Button look="plain" to={pages.deskTask(one.facts.taskId)}>
      {text.task}
    </Button>
  </>
)

export const signupDesk: DeskParts<SignupDetail> = {
  type: signupFace.type,
  Facts: SignupFacts,
  acts: [
    { action: 'credit', word: text.credit, Sheet: HoursSheet },
    {
      action: 'miss',
      word: text.miss,
      look: 'ghost',
      endpoint: missSignup,
      said: text.missed,
      confirm: text.missConfirm,
    },
    {
      action: 'cancel',
      word: text.off,
      look: 'danger',
      endpoint: cancelSignup,
      said: text.offSaid,
      note: { title: text.offTitle, label: text.why, help: text.whyHelp, usual: text.offUsual },
    },
  ],
}
