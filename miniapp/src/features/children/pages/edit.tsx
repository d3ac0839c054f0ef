import type { Child } from '@linli/contracts/children'
import Taro, { useRouter } from '@tarojs/taro'
import { consentWords } from '../consent'
import { back, replaceWith } from '../../../shared/navigation/navigate'
import { pages } from '../../../shared/navigation/pages'
import { useSession } from '../../../shared/session/session'
import { useFromTop } from '../../../shared/navigation/scroll-to-top'
import { say } from '../../../shared/ui/page/say'
import { useShowFault } from '../../../shared/forms/use-show-fault'
import { Answered } from '../../../shared/ui/answers/answered'
import { Box } from '../../../shared/ui/base/box'
import { SignInFirst } from '../../../shared/ui/answers/failure'
import { Page } from '../../../shared/ui/page/page'
import { useAddChild, useChangeChild, useChild, useDecideConsent } from '../api'
import { ChildForm } from '../components/child-form'
import { ConsentPage } from '../components/consent-page'
import { EditBar } from '../components/edit-bar'
import { useAgreed, useChangeDraft, useDraft } from '../draft'
import { addBody, changeBody } from '../form'
import { peopleText } from '../people-text'
import { childrenText, editText } from '../text'
import { Lead } from '../../../shared/ui/lead'

export default function EditChildPage() {
  const { id = '' } = useRouter().params
  const signedIn = useSession() !== null
  if (!signedIn) {
    return (
      <Page title={editText.titleNew}>
        <SignInFirst help={childrenText.signInHelp} returnTo={pages.editChild(id === '' ? undefined : id)} />
      </Page>
    )
  }
  if (id !== '') return <Existing id={id} />
  return <Fresh />
}

function Fresh() {
  const { agreed, agree } = useAgreed()
  return agreed ? <New /> : <ConsentPage title={editText.titleNew} onAgree={agree} />
}

function New() {
  useFromTop()
  const { form, restored, change, sent } = useDraft()
  const add = useAddChild((child) => {
    sent()
    say(editText.added)
    // Back to the list or to the programme that asked for a child; opened directly, to the child.
    if (Taro.getCurrentPages().length > 1) back()
    else replaceWith(pages.child(child.id))
  })
  useShowFault(add.error)
  const save = () => add.mutate({ body: addBody(form, consentWords.version) })
  return (
    <Page title={editText.titleNew} bar={<EditBar busy={add.isPending} problem={add.error} onSave={save} />}>
      <Lead picture="care">{peopleText.newHelp}</Lead>
      {restored && <Restored />}
      <ChildForm isNew form={form} change={change} problem={add.error} />
    </Page>
  )
}

const Restored = () => (
  <Box as="p" className="muted" role="status">
    {peopleText.restored}
  </Box>
)

function Existing({ id }: { id: string }) {
  const query = useChild(id, true)
  const decide = useDecideConsent(() => undefined)
  const child = query.data
  if (child === undefined) {
    return (
      <Page title={editText.titleNew}>
        <Answered query={query} blocks={[130, 420, 360]}>
          {() => null}
        </Answered>
      </Page>
    )
  }
  if (child.consented) return <Change child={child} />
  const body = { version: consentWords.version, decision: 'granted' as const }
  return (
    <ConsentPage
      title={editText.title(child.nickname)}
      busy={decide.isPending}
      problem={decide.error}
      onAgree={() => decide.mutate({ params: { id }, body })}
    />
  )
}

function Change({ child }: { child: Child }) {
  useFromTop()
  const { form, restored, change } = useChangeDraft(child)
  const write = useChangeChild(() => {
    say(editText.saved)
    back()
  })
  useShowFault(write.error)
  const save = () => write.mutate({ params: { id: child.id }, body: changeBody(form) })
  return (
    <Page
      title={editText.title(child.nickname)}
      bar={<EditBar busy={write.isPending} problem={write.error} onSave={save} />}
    >
      <Lead picture="care">{editText.circumstanceChanged}</Lead>
      {restored && <Restored />}
      <ChildForm isNew={false} form={form} change={change} problem={write.error} />
    </Page>
  )
}
