import '../components/ask.css'
import { useState } from 'react'
import { cameByWord } from '@linli/contracts/need-words'
import type { FiledNeed } from '@linli/contracts/needs'
import { pages } from '../../../shared/navigation/pages'
import { replaceWith } from '../../../shared/navigation/navigate'
import { Choice } from '../../../shared/forms/choice'
import { personOf } from '../../../shared/forms/person'
import { PersonFields } from '../../../shared/forms/person-fields'
import { InCommunities } from '../../../shared/staff/in-communities'
import { Scoped } from '../../../shared/staff/scoped'
import type { Place } from '../../../shared/staff/use-communities'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Lead } from '../../../shared/ui/lead'
import { useFileNeed } from '../api'
import { NeedForm } from '../components/need-form'
import { emptyDraft } from '../draft'
import { needsText } from '../text'
import { wishedOf, wishNeeds } from '../wished'

/** Staff write down what somebody says at the counter, or on the telephone. */
export default function FileNeedPage() {
  return (
    <Scoped title={needsText.fileTitle} returnTo={pages.fileNeed} className="need-file" opens="work">
      {(grant) => <InCommunities grant={grant}>{(places) => <Filed places={places} />}</InCommunities>}
    </Scoped>
  )
}

type Way = FiledNeed['way']
const ways: readonly { value: Way; word: string }[] = [
  { value: 'counter', word: cameByWord.counter },
  { value: 'phone', word: cameByWord.phone },
]

function Filed({ places }: { places: readonly [Place, ...Place[]] }) {
  const [chosen, setChosen] = useState(places[0].code)
  const community = places.find(({ code }) => code === chosen)?.code ?? places[0].code
  // Of somebody else: it stays on no device of the office.
  const [draft, setDraft] = useState(emptyDraft)
  const [way, setWay] = useState<Way | null>(null)
  const change = (part: Partial<typeof draft>) => setDraft((was) => ({ ...was, ...part }))
  const write = useFileNeed(({ id }) => replaceWith(pages.deskCase(id)))
  const needs =
    draft.name.trim() === '' ? needsText.needs.name : way === null ? needsText.needs.way : wishNeeds(draft)
  const send = () => {
    if (draft.help === null || way === null || needs !== null) return
    write.mutate({ body: { ...wishedOf(draft, draft.help, community), person: personOf(draft), way } })
  }
  return (
    <>
      <Lead picture="home">{needsText.fileLead}</Lead>
      <Card title={needsText.who}>
        <PersonFields
          person={draft}
          path="person"
          phoneHelp={needsText.filePhoneHelp}
          problem={write.error}
          onChange={change}
        />
        <Box className="muted need__part">{needsText.fileHelp}</Box>
        <Box className="need__part">
          <Box className="label">{needsText.way}</Box>
          <Choice label={needsText.way} options={ways} chosen={way} onChoose={setWay} />
        </Box>
      </Card>
      {places.length > 1 && (
        <Card title={needsText.community}>
          <Choice
            label={needsText.community}
            options={places.map(({ code, name }) => ({ value: code, word: name }))}
            chosen={community}
            onChoose={setChosen}
          />
        </Card>
      )}
      <NeedForm draft={draft} problem={write.error} onChange={change} />
      <Refusal problem={write.error?.errors.length === 0 ? write.error : null} />
      <Button busy={write.isPending} needs={needs} onTap={send}>
        {needsText.fileSend}
      </Button>
    </>
  )
}
