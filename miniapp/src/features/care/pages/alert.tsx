import '../components/care.css'
import { useRouter } from '@tarojs/taro'
import { pages } from '../../../shared/navigation/pages'
import { useMe } from '../../../shared/session/session'
import { Answered } from '../../../shared/ui/answers/answered'
import { SignInFirst } from '../../../shared/ui/answers/failure'
import { Page } from '../../../shared/ui/page/page'
import { useAlert } from '../alert-api'
import { alertText } from '../alert-text'
import { AlertActions } from '../components/alert-actions'
import { AlertBody } from '../components/alert-body'

/** An alert for whoever can act: what happened, what to do, whom to call, and who has it. */
export default function CareAlertPage() {
  const { id = '' } = useRouter().params
  const me = useMe()
  const query = useAlert(id, me !== null)
  const one = query.data
  return (
    <Page
      title={alertText.title}
      bar={one !== undefined && (one.can.take || one.can.close) && <AlertActions one={one} />}
    >
      {me === null ? (
        <SignInFirst help={alertText.signInHelp} returnTo={pages.careAlert(id)} />
      ) : (
        <Answered query={query} blocks={[160, 180, 160]}>
          {(shown) => <AlertBody one={shown} />}
        </Answered>
      )}
    </Page>
  )
}
