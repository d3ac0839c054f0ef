import '../components/ask.css'
import { useDidShow } from '@tarojs/taro'
import { useCommunity } from '../../../shared/app-state/community'
import { pages } from '../../../shared/navigation/pages'
import { go, replaceWith } from '../../../shared/navigation/navigate'
import { useMe, useSession } from '../../../shared/session/session'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Page } from '../../../shared/ui/page/page'
import { Row } from '../../../shared/ui/row'
import { useRequestNeed } from '../api'
import { Emergency } from '../components/emergency'
import { NeedForm } from '../components/need-form'
import { ForWhom } from '../components/person-fields'
import { useNeedDraft } from '../draft'
import { needsText } from '../text'
import { forWhomOf, personNeeds, wishedOf, wishNeeds } from '../wished'
import { Lead } from '../../../shared/ui/lead'

/** Asks the community for a hand; where somebody is in danger the numbers stand before everything else. */
export default function AskPage() {
  // Whoever signs in, or is not the same any more, begins with what is theirs.
  return <Asked key={useMe()?.id ?? ''} />
}

function Asked() {
  const signedIn = useSession() !== null
  const me = useMe()
  const community = useCommunity()
  const { draft, change, sent, takeAlong, leaveBehind } = useNeedDraft()
  useDidShow(leaveBehind)
  const signIn = () => {
    takeAlong()
    go(pages.signIn(pages.askNeed))
  }
  const write = useRequestNeed(({ id }) => {
    sent()
    replaceWith(pages.case(id))
  })
  const needs = community === null ? needsText.needs.community : (personNeeds(draft) ?? wishNeeds(draft))
  const send = () => {
    if (community === null || draft.help === null || needs !== null) return
    write.mutate({ body: { ...wishedOf(draft, draft.help, community.code), forWhom: forWhomOf(draft) } })
  }
  return (
    <Page
      title={needsText.title}
      bar={
        signedIn ? (
          <Button busy={write.isPending} needs={needs} onTap={send}>
            {needsText.send}
          </Button>
        ) : (
          <Button onTap={signIn}>{needsText.signIn}</Button>
        )
      }
    >
      <Lead picture="home" title={needsText.lead}>
        {needsText.leadHelp}
      </Lead>
      <Emergency />
      <Refusal problem={write.error?.errors.length === 0 ? write.error : null} />
      <ForWhom draft={draft} problem={write.error} onChange={change} />
      <NeedForm draft={draft} problem={write.error} onChange={change} />
      <Card>
        <Row
          title={needsText.community}
          end={community?.name ?? needsText.noCommunity}
          to={pages.communities}
        />
        {me !== null && me.phone === null && (
          <Row title={needsText.callBack} under={needsText.callBackHelp} to={pages.phone} />
        )}
      </Card>
    </Page>
  )
}
