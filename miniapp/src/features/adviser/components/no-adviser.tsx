import { goTab } from '../../../shared/navigation/navigate'
import { useSession } from '../../../shared/session/session'
import { Blank } from '../../../shared/ui/answers/blank'
import { SignInFirst } from '../../../shared/ui/answers/failure'
import { Button } from '../../../shared/ui/button'
import { queueText } from '../text'

/** For whoever is not signed in, or answers nothing. */
export const NoAdviser = ({ returnTo }: { returnTo: string }) =>
  useSession() === null ? (
    <SignInFirst help={queueText.signInHelp} returnTo={returnTo} />
  ) : (
    <Blank picture="room" title={queueText.noGrant} help={queueText.noGrantHelp}>
      <Button onTap={() => goTab('home')}>{queueText.toHome}</Button>
    </Blank>
  )
