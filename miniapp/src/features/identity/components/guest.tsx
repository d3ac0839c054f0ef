import { pages } from '../../../shared/navigation/pages'
import { SignInFirst } from '../../../shared/ui/answers/failure'
import { identityText } from '../text'

export const Guest = () => <SignInFirst help={identityText.guestHelp} returnTo={pages.me} />
