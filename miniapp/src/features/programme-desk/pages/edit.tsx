import '../components/programme-desk.css'
import type { Grant } from '@linli/contracts/identity'
import type { Programme } from '@linli/contracts/programmes'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { pages } from '../../../shared/navigation/pages'
import { Answered } from '../../../shared/ui/answers/answered'
import { Box } from '../../../shared/ui/base/box'
import { Blank } from '../../../shared/ui/answers/blank'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Choice } from '../../../shared/forms/choice'
import { Page } from '../../../shared/ui/page/page'
import type { Place } from '../../../shared/staff/use-communities'
import { InCommunities } from '../../../shared/staff/in-communities'
import { useProgramme } from '../api'
import { PlanForm } from '../components/plan-form'
import { Scoped } from '../components/scoped'
import { editText } from '../edit-text'
import { usePlan } from '../use-plan'

/** A draft of a programme: a new one, or one to be changed before it is published. */
export default function EditProgrammePage() {
  const { id } = useRouter().params
  if (id !== undefined) return <Change id={id} />
  return (
    <Scoped title={editText.titleNew} returnTo={pages.editProgramme()}>
      {(grant: Grant) => (
        <InCommunities grant={grant}>{(places) => <Create places={places} />}</InCommunities>
      )}
    </Scoped>
  )
}

function Create({ places }: { places: readonly [Place, ...Place[]] }) {
  const [chosen, setChosen] = useState(places[0].code)
  // Another division may have been chosen meanwhile.
  const community = places.find((one) => one.code === chosen)?.code ?? places[0].code
  const plan = usePlan(null, community)
  return (
    <>
      {places.length > 1 && (
        <Card title={editText.community}>
          <Choice
            label={editText.community}
            options={places.map(({ code, name }) => ({ value: code, word: name }))}
            chosen={community}
            onChoose={setChosen}
          />
        </Card>
      )}
      <PlanForm plan={plan} />
    </>
  )
}

function Change({ id }: { id: string }) {
  const query = useProgramme(id)
  return (
    <Page title={editText.title} wide>
      <Box className="pd">
        <Answered query={query} blocks={[220, 320, 260]}>
          {(one) =>
            one.state === 'draft' && one.canManage ? (
              <ChangeDraft key={one.id} one={one} />
            ) : (
              <Fixed one={one} />
            )
          }
        </Answered>
      </Box>
    </Page>
  )
}

function ChangeDraft({ one }: { one: Programme }) {
  const plan = usePlan(one, one.community)
  return <PlanForm plan={plan} />
}

const Fixed = ({ one }: { one: Programme }) => (
  <Blank picture="post" title={editText.notDraft} help={editText.notDraftHelp}>
    <Button to={pages.deskProgramme(one.id)}>{editText.toProgramme}</Button>
  </Blank>
)
