import { pages } from '../../../shared/pages'
import { SignInFirst } from '../../../shared/ui/failure'
import { identityText } from '../text'

export const Guest = () => <SignInFirst help={identityText.guestHelp} returnTo={pages.me} />
