import { pages } from '../../../shared/navigation/pages'
import { useSession } from '../../../shared/session/session'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { homeText } from '../text'

/** The first visit: which community? */
export function Welcome() {
  const signedIn = useSession() !== null
  return (
    <Box as="section" className="card stack">
      <Box as="p">{homeText.welcomeHelp}</Box>
      <Button to={pages.communities}>{homeText.choose}</Button>
      {!signedIn && (
        <Button look="plain" to={pages.signIn(pages.home)}>
          {homeText.signIn}
        </Button>
      )}
    </Box>
  )
}
