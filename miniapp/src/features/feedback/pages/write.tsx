import '../components/feedback.css'
import { pages } from '../../../shared/navigation/pages'
import { useSession } from '../../../shared/session/session'
import { Button } from '../../../shared/ui/button'
import { dial, usePhone } from '../../../shared/ui/call-button'
import { SignInFirst } from '../../../shared/ui/answers/failure'
import { Page } from '../../../shared/ui/page/page'
import { FeedbackForm } from '../components/form'
import { OwnList } from '../components/own-list'
import { feedbackText } from '../text'
import { Lead } from '../../../shared/ui/lead'

/** Says what is wrong or missing, and reads what was answered. */
export default function FeedbackPage() {
  const signedIn = useSession() !== null
  const phone = usePhone(null)
  return (
    <Page title={feedbackText.title}>
      {signedIn ? (
        <>
          <Lead picture="post">{feedbackText.help}</Lead>
          <FeedbackForm />
          <OwnList />
        </>
      ) : (
        <>
          <SignInFirst help={feedbackText.guest} returnTo={pages.feedback} />
          <Button look="ghost" onTap={() => dial(phone)}>
            {feedbackText.dial(phone)}
          </Button>
        </>
      )}
    </Page>
  )
}
