import type { PlacedDivision } from '@linli/contracts/divisions'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { keepCommunity, pickCommunity } from '../../../shared/app-state/community'
import { back, replaceWith } from '../../../shared/navigation/navigate'
import { pages } from '../../../shared/navigation/pages'
import { useMe } from '../../../shared/session/session'
import { say } from '../../../shared/ui/page/say'
import { Answered } from '../../../shared/ui/answers/answered'
import { Blank } from '../../../shared/ui/answers/blank'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Field } from '../../../shared/forms/field'
import { Page } from '../../../shared/ui/page/page'
import { Row } from '../../../shared/ui/row'
import { useDivisionsBelow, useDivisionsNamed, useRememberCommunity } from '../api'
import { divisionsText, prefecture } from '../text'
import { Lead } from '../../../shared/ui/lead'

export default function ChooseCommunityPage() {
  const { look, below } = useRouter().params
  const [name, setName] = useState('')
  const [path, setPath] = useState<PlacedDivision[]>([])
  const signedIn = useMe() !== null
  const remember = useRememberCommunity()
  const choose = (one: PlacedDivision) => {
    if (one.level !== 'community') return setPath([...path, one])
    if (below !== undefined) {
      pickCommunity(one.code)
      return back()
    }
    if (look === 'figures') return replaceWith(pages.figures(one.code))
    keepCommunity(one)
    if (signedIn) remember.mutate({ body: { community: one.code } })
    say(divisionsText.chosen(one.name))
    back()
  }
  return (
    <Page title={divisionsText.title}>
      <Lead picture="room">{divisionsText.lead}</Lead>
      <Field
        id="community-name"
        kind="search"
        label={divisionsText.search}
        placeholder={divisionsText.searchHint}
        maxLength={20}
        value={name}
        onInput={setName}
      />
      {below !== undefined ? (
        <Inside township={below} name={name.trim()} onChoose={choose} />
      ) : name.trim() === '' ? (
        <Below path={path} onChoose={choose} onRestart={() => setPath([])} />
      ) : (
        <Named name={name.trim()} onChoose={choose} />
      )}
    </Page>
  )
}

interface BelowProps {
  path: PlacedDivision[]
  onChoose: (one: PlacedDivision) => void
  onRestart: () => void
}

/** County, then township, then community. */
function Below({ path, onChoose, onRestart }: BelowProps) {
  const last = path[path.length - 1]
  const query = useDivisionsBelow(last?.code ?? prefecture)
  const title =
    last === undefined
      ? divisionsText.counties
      : path.length === 1
        ? divisionsText.townships(last.name)
        : divisionsText.communities(last.name)
  return (
    <>
      <Answered query={query} blocks={[480]}>
        {({ divisions }) => (
          <Card title={title}>
            {divisions.map((one) => (
              <Row key={one.code} icon="place" title={one.name} onTap={() => onChoose(one)} />
            ))}
          </Card>
        )}
      </Answered>
      {last !== undefined && (
        <Button look="plain" onTap={onRestart}>
          {divisionsText.upAgain}
        </Button>
      )}
    </>
  )
}

interface NamedProps {
  name: string
  onChoose: (one: PlacedDivision) => void
}

function Named({ name, onChoose }: NamedProps) {
  const query = useDivisionsNamed(name)
  return (
    <Answered query={query} blocks={[240]}>
      {({ divisions }) => <Found name={name} divisions={divisions} placed onChoose={onChoose} />}
    </Answered>
  )
}

/** Of one township: all of them, or those with this in their name. */
function Inside({ township, name, onChoose }: NamedProps & { township: string }) {
  const query = useDivisionsBelow(township)
  return (
    <Answered query={query} blocks={[480]}>
      {({ divisions }) => (
        <Found
          name={name}
          divisions={divisions.filter((one) => one.name.includes(name))}
          onChoose={onChoose}
        />
      )}
    </Answered>
  )
}

type FoundProps = NamedProps & { divisions: PlacedDivision[]; placed?: boolean }

/** @param placed with what they lie in */
function Found({ name, divisions, placed, onChoose }: FoundProps) {
  if (divisions.length === 0)
    return <Blank picture="find" title={divisionsText.none(name)} help={divisionsText.noneHelp} />
  return (
    <Card title={name === '' ? divisionsText.inside : divisionsText.results}>
      {divisions.map((one) => (
        <Row
          key={one.code}
          icon="place"
          title={one.name}
          under={placed === true ? one.within.join(' · ') : undefined}
          onTap={() => onChoose(one)}
        />
      ))}
    </Card>
  )
}
