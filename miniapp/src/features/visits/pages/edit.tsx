import '../components/visits.css'
import type { ElderContact, ElderPage } from '@linli/contracts/visit-register'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { missingWords } from '../../../shared/forms/missing-words'
import type { ProblemError } from '../../../shared/http/problem'
import { back, replaceWith } from '../../../shared/navigation/navigate'
import { pages } from '../../../shared/navigation/pages'
import { useMe } from '../../../shared/session/session'
import { Failure, SignInFirst } from '../../../shared/ui/answers/failure'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Skeleton } from '../../../shared/ui/answers/skeleton'
import { Button } from '../../../shared/ui/button'
import { Page } from '../../../shared/ui/page/page'
import { say } from '../../../shared/ui/page/say'
import { useAddElder, useChangeElder, useElder, useElderContact, useElders, useVisitors } from '../api'
import { ElderForm } from '../components/elder-form'
import { draftOf, type ElderDraft, emptyDraft, writtenOf } from '../draft'
import { editText, registerText } from '../text'

/** Somebody new on the register, or what is written of somebody. */
export default function EditPage() {
  const me = useMe()
  const { community = '', id } = useRouter().params
  if (me === null)
    return (
      <Page title={editText.title}>
        <SignInFirst help={registerText.signInHelp} returnTo={pages.elders} />
      </Page>
    )
  return id === undefined ? <Add community={community} /> : <Change community={community} id={id} />
}

function Add({ community }: { community: string }) {
  const write = useAddElder(({ id }) => {
    say(editText.saved)
    replaceWith(pages.elder(id))
  })
  return (
    <Form
      title={editText.titleNew}
      community={community}
      first={emptyDraft}
      isNew
      busy={write.isPending}
      problem={write.error}
      onSave={(written, visitor) => write.mutate({ body: { ...written, community, visitor } })}
    />
  )
}

function Change({ community, id }: { community: string; id: string }) {
  const query = useElder(id)
  const look = useElderContact()
  const { mutate } = look
  // What is written down has to be read to be changed; that is on record.
  useEffect(() => mutate({ params: { id } }), [mutate, id])
  if (query.data === undefined || look.data === undefined) {
    const problem = query.error ?? look.error
    return (
      <Page title={editText.title}>
        {problem === null ? (
          <Skeleton blocks={[180, 300]} />
        ) : (
          <Failure problem={problem} again={() => void query.refetch()} />
        )}
      </Page>
    )
  }
  return <ChangeOne community={community} elder={query.data} contact={look.data} />
}

interface ChangeProps {
  community: string
  elder: ElderPage
  contact: ElderContact
}

function ChangeOne({ community, elder, contact }: ChangeProps) {
  const write = useChangeElder(() => {
    say(editText.saved)
    back()
  })
  return (
    <Form
      title={editText.title}
      community={community}
      first={draftOf(elder, contact)}
      self={elder.id}
      busy={write.isPending}
      problem={write.error}
      onSave={(written) => write.mutate({ params: { id: elder.id }, body: written })}
    />
  )
}

interface FormProps {
  title: string
  community: string
  first: ElderDraft
  isNew?: true
  self?: string
  busy: boolean
  problem: ProblemError | null
  onSave: (written: NonNullable<ReturnType<typeof writtenOf>>, visitor: string | null) => void
}

function Form({ title, community, first, isNew, self, busy, problem, onSave }: FormProps) {
  const [draft, setDraft] = useState(first)
  const others = useElders(community, 'all').data?.elders.filter(({ id }) => id !== self) ?? []
  const visitors = useVisitors(community, isNew === true).data?.visitors ?? []
  const needs = missingWords([
    [draft.name.trim() !== '', editText.name],
    [draft.kind !== null, editText.kind],
  ])
  const save = () => {
    const written = writtenOf(draft)
    if (written !== null) onSave(written, draft.visitor)
  }
  return (
    <Page
      title={title}
      bar={
        <Button busy={busy} needs={needs} onTap={save}>
          {editText.save}
        </Button>
      }
    >
      <Refusal problem={problem?.errors.length === 0 ? problem : null} />
      <ElderForm
        draft={draft}
        problem={problem}
        others={others}
        visitors={visitors}
        onChange={(part) => setDraft({ ...draft, ...part })}
      />
    </Page>
  )
}
